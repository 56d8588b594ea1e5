internal import ArgumentParser
internal import Batch

/// What figures and reports are about.
struct ScopeOptions: ParsableArguments {
  @Option(
    name: .customLong("don-vi"),
    help: ArgumentHelp("Mã tổ chức: chỉ của tổ chức này (mặc định: toàn đảng bộ).", valueName: "mã"))
  var organisation: String?
  @Option(
    name: .customLong("khoi"),
    help: ArgumentHelp("Tên khối như trong to-chuc.csv: chỉ của các tổ chức thuộc khối.", valueName: "khối"))
  var sector: String?
  @Option(
    name: .customLong("nhom"),
    help: ArgumentHelp(
      "Tên nhóm như trong to-chuc.csv, hoặc loại tổ chức như “chi bộ cơ sở”.", valueName: "nhóm"))
  var group: String?

  var asked: AskedScope { AskedScope(organisation: organisation, sector: sector, group: group) }

  func validate() throws {
    if [organisation, sector, group].compactMap({ $0 }).count > 1 {
      throw ValidationError("chỉ dùng một trong --don-vi, --khoi, --nhom")
    }
  }
}
