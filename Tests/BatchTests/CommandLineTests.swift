import Foundation
import Testing

/// The program as a scheduler and a clerk call it: exit codes, streams, words.
@Suite struct CommandLineTests {
  struct Ending {
    var code: Int32
    var out: String
    var err: String
  }

  /// The executable beside the test bundle.
  private func baocao(_ arguments: String...) throws -> Ending {
    let bundle = try #require(
      CommandLine.arguments.first { $0.contains(".xctest") }, "no test bundle in \(CommandLine.arguments)")
    let folder = try #require(bundle.split(separator: "=").last.map(String.init))
    let process = Process()
    process.executableURL = URL(filePath: folder).deletingLastPathComponent().appending(path: "baocao")
    process.arguments = arguments
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    try process.run()
    let printed = out.fileHandleForReading.readDataToEndOfFile()
    let complained = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
      code: process.terminationStatus, out: String(decoding: printed, as: UTF8.self),
      err: String(decoding: complained, as: UTF8.self))
  }

  private let example = root.appending(path: "examples/hung-yen").path()

  @Test func `the version and help go to the standard output and end with 0`() throws {
    #expect(try baocao("--version").out.hasPrefix("baocao 0."))
    for arguments in [["--help"], ["render", "--help"], ["check", "--help"], ["help", "facts"]] {
      let ending = try baocaoList(arguments)
      #expect(ending.code == 0)
      #expect(ending.out.contains("CÁCH DÙNG:") && ending.err.isEmpty)
      #expect(!ending.out.contains("OPTIONS") && !ending.out.contains("default"))
    }
  }

  @Test func `the help of render names the options of one report and of many`() throws {
    let help = try baocao("render", "--help").out
    #expect(help == (try baocao("help", "render").out))
    for option in [
      "--period", "--report", "--don-vi", "--as-of", "--all", "--only", "--jobs", "--force", "--log", "--lang",
    ] {
      #expect(help.contains("  \(option)"), "\(option)")
    }
  }

  @Test func `no value in the help is named by the English word of its option`() throws {
    for command in ["render", "plan", "verify", "diff", "merge", "sample", "check", "facts", "explain", "info"] {
      let help = try baocao(command, "--help").out
      for match in help.matches(of: /--([a-z-]+) <([^>]+)>/) {
        #expect(match.1 != match.2, "\(command) --\(match.1) <\(match.2)>")
      }
    }
  }

  @Test func `a run over many workspaces ends with the worst code and a summary`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "baocao-nhieu-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.path()
    #expect(try baocao("sample", place, "--organisations", "2", "--committees", "2").code == 0)
    try FileManager.default.removeItem(at: folder.appending(path: "cap-uy-0002/data"))
    let plan = try baocao("plan", "--workspaces", place, "--period", "2021-Q4", "--only", "phieu-don-vi")
    #expect(plan.code == 10 && plan.out.contains("cap-uy-0001: 2 báo cáo (sẽ lập 2, giữ nguyên 0)"))
    let night = try baocao("render", "--workspaces", place, "--period", "2021-Q4", "--only", "phieu-don-vi")
    #expect(night.code == 10 && night.out.contains("2 hồ sơ: xong 1, có vấn đề 1"))
    let table = try String(contentsOf: folder.appending(path: "tong-hop-2021-Q4.csv"), encoding: .utf8)
    #expect(table.contains("cap-uy-0001,0,2,2,0,0,0,") && table.contains("cap-uy-0002,10,0,0,0,0,0,0,"))
  }

  private func baocaoList(_ arguments: [String]) throws -> Ending {
    switch arguments.count {
    case 1: try baocao(arguments[0])
    default: try baocao(arguments[0], arguments[1])
    }
  }

  @Test func `wrong use ends with 2 and a hint in Vietnamese`() throws {
    let misspelt = try baocao("render", example, "--period", "2021-Q4", "--peroid", "x")
    #expect(misspelt.code == 2)
    #expect(misspelt.err.contains("không có tùy chọn '--peroid'") && misspelt.err.contains("--period"))
    #expect(misspelt.out.isEmpty)
    #expect(try baocao("render", example).code == 2)
    #expect(try baocao("render", example, "--period", "quy5").code == 2)
    #expect(try baocao("check", example, "--lang", "fr").code == 2)
    #expect(try baocao("check", example + "-khong-co").code == 2)
  }

  @Test func `check ends with 0 for warnings, and with 3 when they are denied`() throws {
    let plain = try baocao("check", example, "--period", "2021-Q4")
    #expect(plain.code == 0)
    #expect(plain.err.contains("Tổng cộng: 0 lỗi"))
    #expect(try baocao("check", example, "--period", "2021-Q4", "--deny", "warnings").code == 3)
    #expect(try baocao("check", example, "--period", "2021-Q4", "--deny", "nop-muon").code == 1)
  }

  @Test func `machines get one JSON object a line on the standard output`() throws {
    let ending = try baocao("check", example, "--period", "2021-Q4", "--format", "json")
    let lines = ending.out.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["code"] is String && object?["file"] is String)
    }
  }

  @Test func `render prints the path of the finished report alone on the standard output`() throws {
    let scratch = try Scratch()
    let ending = try baocao("render", example, "--period", "quý IV/2021", "--output", scratch.path)
    #expect(ending.code == 0)
    #expect(ending.out == scratch.url.appending(path: "2021-Q4/bao-cao-quy.pdf").path() + "\n")
  }

  @Test func `facts are JSON, and explain leads to file and rows`() throws {
    let facts = try baocao("facts", example, "--period", "2021-Q4")
    let tree = try JSONSerialization.jsonObject(with: Data(facts.out.utf8)) as? [String: Any]
    #expect(((tree?["to_chuc"] as? [String: Any])?["tong_so"] as? [String: Any])?["gia_tri"] as? Int == 84)
    let reason = try baocao("explain", "xep_loai.to_chuc.hoan_thanh", example, "--period", "2021-Q4")
    #expect(reason.code == 0)
    #expect(reason.out.contains("data/xep-loai.csv") && reason.out.contains("dòng:"))
    let unknown = try baocao("explain", "to_chuc.tong_sos", example, "--period", "2021-Q4")
    #expect(unknown.code == 2)
    #expect(unknown.err.contains("to_chuc.tong_so"))
  }
}
