internal import ArgumentParser
internal import Batch
internal import Findings

/// `baocao sample`: a made-up workspace for trials, or a folder of several.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "sample", abstract: "Sinh hồ sơ mẫu với số liệu giả, để chạy thử; cùng hạt giống thì cùng hồ sơ.")

  @Argument(help: ArgumentHelp("Thư mục mới đặt hồ sơ mẫu.", valueName: "thư-mục"))
  var folder: String
  @Option(help: ArgumentHelp("Số tổ chức cơ sở đảng của mỗi cấp ủy.", valueName: "số"))
  var organisations = 100
  @Option(
    help: ArgumentHelp("Số cấp ủy: mỗi cấp ủy một hồ sơ trong thư mục (mặc định: một hồ sơ).", valueName: "số"))
  var committees: Int?
  @Option(help: ArgumentHelp("Hạt giống của các số giả.", valueName: "số"))
  var seed: UInt64 = 1
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard (1...200_000).contains(organisations) else { throw ValidationError("--organisations phải từ 1 đến 200000") }
    guard (1...10_000).contains(committees ?? 1) else { throw ValidationError("--committees phải từ 1 đến 10000") }
    guard organisations * (committees ?? 1) <= 1_000_000 else {
      throw ValidationError("--organisations nhân --committees không được quá 1000000")
    }
  }

  func run() throws {
    guard !FileReader.exists(folder) else { throw ValidationError("“\(folder)” đã có; hãy chọn thư mục mới") }
    do throws(FileError) {
      guard let committees else {
        return try write(SampleWorkspace(organisations: organisations, seed: seed), to: folder)
      }
      for number in 1...committees {
        let sample = SampleWorkspace(organisations: organisations, seed: seed, committee: number)
        try write(sample, to: Paths.join(folder, Self.name(number)))
      }
    } catch {
      common.reporter().report([error.finding()])
      throw EndOfCommand(code: error.exitCode)
    }
  }

  private func write(_ sample: SampleWorkspace, to folder: String) throws(FileError) {
    for file in sample.files() { try Publisher.publish(Array(file.text.utf8), to: Paths.join(folder, file.path)) }
    Terminal.out(folder)
  }

  /// `cap-uy-0007`: sorts as it counts.
  private static func name(_ number: Int) -> String {
    let digits = String(number)
    return "cap-uy-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
