public import Findings

/// A font file that cannot be used, and why. Thrown before anything is laid out.
public struct FontError: Error, Sendable, Hashable {
  public enum Problem: Sendable, Hashable {
    /// The first bytes are not those of an OpenType or TrueType file.
    case notAFont
    /// The table of that tag reaches beyond the end of the file.
    case truncated(table: String)
    /// A table without which text cannot be set is not there.
    case missingTable(String)
    /// A table contradicts itself or another one.
    case brokenTable(String)
    /// The family names a face that is not among the files.
    case unknownFace(Int)
  }

  /// The file as the catalogue names it.
  public var file: String
  public var problem: Problem

  public init(file: String, problem: Problem) {
    self.file = file
    self.problem = problem
  }

  /// What is wrong and what to do, for people.
  public var message: Message {
    switch problem {
    case .notAFont:
      Message(
        vi: "“\(file)” không phải là tệp phông chữ OpenType/TrueType; hãy chép lại phông chữ từ nguồn gốc",
        en: "“\(file)” is not an OpenType/TrueType font file; copy the font again from its source")
    case .truncated(let table):
      Message(
        vi: "tệp phông chữ “\(file)” bị cụt ở bảng “\(table)”; hãy chép lại phông chữ từ nguồn gốc",
        en: "the font file “\(file)” is cut off in table “\(table)”; copy the font again from its source")
    case .missingTable(let table):
      Message(
        vi: "tệp phông chữ “\(file)” thiếu bảng “\(table)”; hãy dùng phông chữ khác",
        en: "the font file “\(file)” lacks table “\(table)”; use another font")
    case .brokenTable(let table):
      Message(
        vi: "tệp phông chữ “\(file)” hỏng ở bảng “\(table)”; hãy chép lại phông chữ từ nguồn gốc",
        en: "the font file “\(file)” is broken in table “\(table)”; copy the font again from its source")
    case .unknownFace(let index):
      Message(
        vi: "bộ phông chữ trỏ tới kiểu chữ số \(index) không có trong danh mục; hãy xem lại danh mục phông chữ",
        en: "the family names face \(index), which the catalogue does not have; check the font catalogue")
    }
  }
}
