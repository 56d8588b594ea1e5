internal import Batch

/// What figures and reports are about.
struct ScopeOptions {
  var organisation: String?
  var sector: String?
  var group: String?

  mutating func take(_ words: inout Words) throws(UsageError) {
    try words.option("don-vi", "mã", "Mã tổ chức: chỉ của tổ chức này (mặc định: toàn đảng bộ).", &organisation)
    try words.option("khoi", "khối", "Tên khối như trong to-chuc.csv: chỉ của các tổ chức thuộc khối.", &sector)
    try words.option("nhom", "nhóm", "Tên nhóm như trong to-chuc.csv, hoặc loại tổ chức như “chi bộ cơ sở”.", &group)
    try words.check(validate)
  }

  var asked: AskedScope { AskedScope(organisation: organisation, sector: sector, group: group) }

  func validate() throws(UsageError) {
    if [organisation, sector, group].compactMap({ $0 }).count > 1 {
      throw UsageError("chỉ dùng một trong --don-vi, --khoi, --nhom")
    }
  }
}
