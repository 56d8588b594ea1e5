internal import ArgumentParser
internal import Batch
internal import Findings

/// `baocao sample`: a made-up workspace for trials.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Sinh một hồ sơ mẫu với số liệu giả, để chạy thử; cùng hạt giống thì cùng hồ sơ.")

  @Argument(help: "Thư mục mới đặt hồ sơ mẫu.")
  var folder: String
  @Option(help: "Số tổ chức cơ sở đảng.")
  var organisations = 100
  @Option(help: "Hạt giống của các số giả.")
  var seed: UInt64 = 1
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard (1...200_000).contains(organisations) else { throw ValidationError("--organisations phải từ 1 đến 200000") }
  }

  func run() throws {
    guard !FileReader.exists(folder) else { throw ValidationError("“\(folder)” đã có; hãy chọn thư mục mới") }
    do throws(FileError) {
      for file in SampleWorkspace(organisations: organisations, seed: seed).files() {
        try Publisher.publish(Array(file.text.utf8), to: Paths.join(folder, file.path))
      }
    } catch {
      common.reporter().report([error.finding()])
      throw EndOfCommand(code: error.exitCode)
    }
    Terminal.out(folder)
  }
}
