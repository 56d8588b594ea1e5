internal import Findings
internal import Graphics
internal import Records

/// The pictures that `anh.csv` names: each must be there, inside the workspace, and one that a PDF can show.
struct PhotoCheck {
  let dataset: Dataset
  let shelf: PictureShelf

  static let code = "anh-khong-dung-duoc"

  func findings(limit: Int) -> FindingList {
    var findings = FindingList(limit: limit)
    for (index, photo) in dataset.photos.enumerated() {
      do throws(PictureShelf.Failure) { _ = try shelf.load(photo.file) } catch {
        findings.append(finding(index, photo.file, error))
      }
    }
    return findings
  }

  private func finding(_ index: Int, _ name: String, _ failure: PictureShelf.Failure) -> Finding {
    let (message, hint) = Self.text(name, failure)
    return dataset.tables.photos.finding(Self.code, .error, index, .file, message, hint: hint)
  }

  private static func text(_ name: String, _ failure: PictureShelf.Failure) -> (Message, Message) {
    switch failure {
    case .outside:
      (
        Message(vi: "ảnh “\(name)” nằm ngoài thư mục hồ sơ", en: "the picture “\(name)” is outside the workspace"),
        Message(vi: "chép tệp ảnh vào thư mục hồ sơ", en: "copy the picture into the workspace")
      )
    case .unreadable(let error) where error.kind == .missing:
      (
        Message(vi: "không có tệp ảnh “\(name)”", en: "there is no picture “\(name)”"),
        Message(
          vi: "chép tệp vào thư mục hồ sơ, hoặc sửa tên; chữ hoa và chữ thường khác nhau",
          en: "copy the file into the workspace, or correct the name; capitals count")
      )
    case .unreadable(let error):
      (error.finding(shown: name).message, Message(vi: "kiểm tra lại tệp ảnh", en: "check the picture file"))
    case .unusable(let error):
      (
        Message(vi: "“\(name)”: \(error.vietnamese)", en: "“\(name)”: \(error.english)"),
        Message(vi: "lưu lại ảnh dạng JPEG hoặc PNG", en: "save the picture again as JPEG or PNG")
      )
    }
  }
}
