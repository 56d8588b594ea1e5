public import Findings

/// What is said of marks that are not printed as asked for; the same words at a template and at `baocao.yaml`.
public enum MarkMessages {
  public static func secret(_ word: String) -> Message {
    Message(
      vi: "không in dấu “\(word)”: văn bản mật không làm bằng chương trình này",
      en: "the mark “\(word)” is not printed: secret papers are not made with this program")
  }

  public static let secretHint = Message(
    vi: "chỉ để chỗ cho dấu đóng tay: cho_dau_mat: co", en: "only leave room for the stamp: cho_dau_mat: co")

  public static func unknown(_ word: String) -> Message {
    Message(vi: "thể thức không có dấu “\(word)”", en: "the format has no mark “\(word)”")
  }

  public static func suggestion(_ near: String?) -> Message {
    near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }
      ?? Message(
        vi: "thêm chữ ấy vào “cac_dau” của thể thức, nếu cơ quan được dùng",
        en: "add it to “cac_dau” of the format if the office may use it")
  }
}
