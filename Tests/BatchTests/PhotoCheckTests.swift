import Batch
import Findings
import Foundation
import Testing
import Vietnamese

/// Pictures that `anh.csv` names and that cannot be printed: told by `check` at the cell, before a template asks for them.
@Suite struct PhotoCheckTests {
  let scratch: Scratch
  let workspace: URL

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.hungYen()
  }

  private func photoFinding() -> Finding? {
    WorkspaceCheck(workspace: workspace.path(), resources: resources).run(period: nil)
      .findings.sorted.first { $0.code == "anh-khong-dung-duoc" }
  }

  private func expect(_ words: String) throws {
    let finding = try #require(photoFinding())
    #expect(finding.severity == .error)
    #expect(finding.location.file.hasSuffix("data/anh.csv"))
    // The only photo stands on line 2; its path in the second column.
    #expect(finding.location.row == 2 && finding.location.column == 2 && finding.location.field == "tep")
    #expect(finding.message.vietnamese.contains(words), "\(finding.message.vietnamese)")
    #expect(finding.hint != nil)
  }

  private var photo: URL { workspace.appending(path: "anh/tang-qua-hien-nam.jpg") }

  @Test func `a picture that is there is no finding`() { #expect(photoFinding() == nil) }

  @Test func `a picture that is not there`() throws {
    try FileManager.default.removeItem(at: photo)
    try expect("không có tệp ảnh")
  }

  @Test func `a file that is no picture, whatever its name`() throws {
    try Data("không phải ảnh".utf8).write(to: photo)
    try expect("không phải ảnh JPEG hoặc PNG")
  }

  @Test func `a picture cut short`() throws {
    try Data(contentsOf: photo).prefix(100).write(to: photo)
    try expect("tệp ảnh")
  }

  @Test func `a folder in the place of a picture`() throws {
    try FileManager.default.removeItem(at: photo)
    try FileManager.default.createDirectory(at: photo, withIntermediateDirectories: true)
    try expect("không phải là tệp thường")
  }

  @Test func `a link that leads out of the workspace`() throws {
    let outside = scratch.url.appending(path: "ngoai.jpg")
    try FileManager.default.moveItem(at: photo, to: outside)
    try FileManager.default.createSymbolicLink(at: photo, withDestinationURL: outside)
    try expect("nằm ngoài thư mục hồ sơ")
  }
}
