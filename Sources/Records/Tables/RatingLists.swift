/// Who is rated (đối tượng).
public enum RatingSubject: UInt8, ListValue {
  case organisation, leadership, member, cadre

  public var name: String {
    switch self {
    case .organisation: "tổ chức đảng"
    case .leadership: "tập thể lãnh đạo"
    case .member: "đảng viên"
    case .cadre: "cán bộ"
    }
  }

  public static let spellings: [(String, RatingSubject)] = [
    ("TCĐ", .organisation), ("TCCSĐ", .organisation), ("tổ chức cơ sở đảng", .organisation),
    ("tập thể lãnh đạo, quản lý", .leadership), ("tập thể cấp ủy", .leadership), ("tập thể LĐQL", .leadership),
    ("ĐV", .member), ("cá nhân đảng viên", .member), ("CB", .cadre), ("cán bộ lãnh đạo, quản lý", .cadre),
  ]
}

/// The level of a rating (mức xếp loại), best first.
public enum RatingLevel: UInt8, ListValue {
  case excellent, good, completed, failed, notRated

  public var name: String {
    switch self {
    case .excellent: "hoàn thành xuất sắc"
    case .good: "hoàn thành tốt"
    case .completed: "hoàn thành"
    case .failed: "không hoàn thành"
    case .notRated: "chưa đánh giá"
    }
  }

  /// `Hoàn thành xuất sắc nhiệm vụ`, as the guidance names it.
  public var fullName: String { self == .notRated ? name : name + " nhiệm vụ" }

  public static let spellings: [(String, RatingLevel)] = [
    ("XS", .excellent), ("HTXS", .excellent), ("HTXSNV", .excellent), ("xuất sắc", .excellent),
    ("hoàn thành xuất sắc nhiệm vụ", .excellent), ("hoàn thành XS", .excellent), ("hoàn thành XSNV", .excellent),
    ("T", .good), ("HTT", .good), ("HTTNV", .good), ("tốt", .good), ("hoàn thành tốt nhiệm vụ", .good),
    ("HT", .completed), ("HTNV", .completed), ("hoàn thành nhiệm vụ", .completed),
    ("KHT", .failed), ("KHTNV", .failed), ("không hoàn thành nhiệm vụ", .failed), ("chưa hoàn thành", .failed),
    ("chưa hoàn thành nhiệm vụ", .failed),
    ("chưa xếp loại", .notRated), ("không đánh giá", .notRated), ("không xếp loại", .notRated),
    ("chưa đánh giá, xếp loại", .notRated), ("không/chưa đánh giá", .notRated),
  ]

  /// Names in force before 2013 (domain §3.2).
  public static let oldNames: [(String, RatingLevel)] = [
    ("trong sạch vững mạnh tiêu biểu", .excellent), ("trong sạch vững mạnh (tiêu biểu)", .excellent),
    ("trong sạch vững mạnh", .excellent), ("trong sạch, vững mạnh", .excellent), ("TSVM", .excellent),
    ("yếu kém", .failed), ("yếu", .failed),
    ("đủ tư cách, hoàn thành xuất sắc nhiệm vụ", .excellent), ("đủ tư cách, hoàn thành tốt nhiệm vụ", .good),
    ("đủ tư cách, hoàn thành nhiệm vụ", .completed), ("vi phạm tư cách, không hoàn thành nhiệm vụ", .failed),
  ]
}
