import Foundation
import Testing

/// Where the repository is, from the place of this file.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// What each room may import, beside the standard library. SwiftPM accepts a transitive import in silence; this table does not.
let allowedImports: [String: Set<String>] = [
  "CSnprintf": [],
  "CDeflate": [],
  "Hashing": ["CNettle"],
  "Findings": [],
  "Vietnamese": [],
  "Graphics": [],
  "Facts": ["Vietnamese"],
  "Workbooks": ["Vietnamese", "CZip", "CExpat"],
  "Records": ["Findings", "Vietnamese", "Workbooks"],
  "Statistics": ["Facts", "Records", "Vietnamese"],
  "Documents": ["Graphics"],
  "Configuration": ["Findings", "Graphics", "Vietnamese", "CYAML"],
  "Templates": ["Findings", "Facts", "Documents", "Graphics", "Vietnamese", "Configuration", "CMarkdown"],
  "Typesetting": ["Documents", "Findings", "Graphics", "CHarfBuzz"],
  "Lint": ["Documents", "Findings", "Graphics"],
  "PDF": ["Graphics", "CCairo", "CFreeType", "CHarfBuzz"],
  "Batch": [
    "Findings", "Vietnamese", "Graphics", "Facts", "Configuration", "Records", "Statistics", "Documents", "Templates",
    "Typesetting", "PDF", "Hashing", "Lint",
  ],
  "baocao": ["Batch", "Facts", "Findings", "Lint", "Vietnamese", "CMalloc", "ArgumentParser", "Logging"],
]

/// The modules that only hand a C library over.
let cModules = ["CCairo", "CFreeType", "CHarfBuzz", "CMarkdown", "CNettle", "CZip", "CExpat", "CYAML", "CMalloc"]

/// Modules of the platform that a room may use beside its table: C's mathematics and memory everywhere; files, clock and environment in
/// the two upper rooms only.
let platform: [String: Set<String>] = [
  "Statistics": ["Synchronization"],
  "Batch": ["Glibc", "FoundationEssentials", "Synchronization", "Dispatch"],
  "baocao": ["Glibc", "FoundationEssentials", "Synchronization", "Dispatch"],
]

struct ImportLine: Hashable, CustomStringConvertible {
  var file: String
  var module: String
  var description: String { "\(file) imports \(module)" }
}

func swiftFiles(under folder: URL) -> [URL] {
  guard let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
  return walker.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
}

func imports(of file: URL) throws -> [String] {
  let pattern =
    /^(?:@\S+\s+)*(?:public |internal |package |private |fileprivate )?import (?:struct |class |enum |func |protocol )?([A-Za-z_]+)/
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    .compactMap { line in line.firstMatch(of: pattern).map { String($0.1) } }
}

@Suite struct LayeringTests {
  @Test(arguments: allowedImports.keys.sorted())
  func `a room imports what the table allows and nothing else`(room: String) throws {
    let allowed = allowedImports[room, default: []].union(platform[room] ?? ["Glibc"]).union(["Swift"])
    var stray: [ImportLine] = []
    for file in swiftFiles(under: root.appending(path: "Sources/\(room)")) {
      for module in try imports(of: file) where !allowed.contains(module) {
        stray.append(ImportLine(file: file.lastPathComponent, module: module))
      }
    }
    #expect(stray.isEmpty)
  }

  @Test func `every room has a row in the table`() throws {
    let rooms = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path())
      .filter { !cModules.contains($0) && !$0.hasPrefix(".") }
    #expect(Set(rooms) == Set(allowedImports.keys))
  }

  @Test func `C lives in its modules, and a module is a map and a header`() throws {
    for module in cModules {
      let files = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources/\(module)").path())
      #expect(Set(files) == ["module.modulemap", "shim.h"])
    }
  }

  @Test(arguments: ["fatalError(", "try!", "as!", "nonisolated(unsafe)"])
  func `no source stops the program or hides a race`(word: String) throws {
    var places: [String] = []
    for file in swiftFiles(under: root.appending(path: "Sources")) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") where line.contains(word) && !line.contains("//") {
        places.append("\(file.lastPathComponent): \(line)")
      }
    }
    #expect(places.isEmpty)
  }

  @Test func `the architecture fits in two hundred lines`() throws {
    let text = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 200)
  }
}
