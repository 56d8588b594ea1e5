/// The field a model works in (lĩnh vực).
public enum ModelField: UInt8, ListValue {
  case economy, cultureSociety, defenceSecurity, politicalSystem, other

  public var name: String {
    switch self {
    case .economy: "kinh tế"
    case .cultureSociety: "văn hóa - xã hội"
    case .defenceSecurity: "quốc phòng - an ninh"
    case .politicalSystem: "xây dựng hệ thống chính trị"
    case .other: "khác"
    }
  }

  public static let spellings: [(String, ModelField)] = [
    ("KT", .economy), ("phát triển kinh tế", .economy), ("lĩnh vực kinh tế", .economy),
    ("VH-XH", .cultureSociety), ("VHXH", .cultureSociety), ("văn hóa xã hội", .cultureSociety),
    ("lĩnh vực văn hóa - xã hội", .cultureSociety), ("văn hóa, xã hội", .cultureSociety),
    ("QP-AN", .defenceSecurity), ("quốc phòng, an ninh", .defenceSecurity), ("an ninh - quốc phòng", .defenceSecurity),
    ("lĩnh vực quốc phòng - an ninh", .defenceSecurity), ("HTCT", .politicalSystem),
    ("hệ thống chính trị", .politicalSystem), ("lĩnh vực xây dựng hệ thống chính trị", .politicalSystem),
    ("lĩnh vực khác", .other),
  ]

  /// Lists of other years and provinces (domain §4.2). What was merged from two fields is not here: nobody can tell which.
  public static let oldNames: [(String, ModelField)] = [
    ("xây dựng Đảng và hệ thống chính trị", .politicalSystem), ("xây dựng Đảng, hệ thống chính trị", .politicalSystem),
    ("xây dựng Đảng", .politicalSystem), ("xây dựng nông thôn mới", .other), ("vùng đồng bào có đạo", .other),
  ]
}

/// Who carries a model or receives a reward: a collective (tập thể) or a person (cá nhân).
public enum ModelKind: UInt8, ListValue {
  case collective, individual

  public var name: String {
    switch self {
    case .collective: "tập thể"
    case .individual: "cá nhân"
    }
  }

  public static let spellings: [(String, ModelKind)] = [
    ("TT", .collective), ("mô hình tập thể", .collective), ("điển hình tập thể", .collective), ("CN", .individual),
    ("mô hình cá nhân", .individual), ("điển hình cá nhân", .individual),
  ]
}

/// Rewards go to the same two kinds.
public typealias RewardKind = ModelKind

/// The level that recognises a model (cấp).
public enum ModelLevel: UInt8, ListValue {
  case grassroots, district, province, central

  public var name: String {
    switch self {
    case .grassroots: "cơ sở"
    case .district: "huyện"
    case .province: "tỉnh"
    case .central: "trung ương"
    }
  }

  public static let spellings: [(String, ModelLevel)] = [
    ("cấp cơ sở", .grassroots), ("xã", .grassroots), ("cấp xã", .grassroots), ("phường", .grassroots),
    ("cấp huyện", .district), ("cấp tỉnh", .province), ("thành phố trực thuộc trung ương", .province),
    ("cấp trung ương", .central), ("TW", .central), ("TƯ", .central), ("toàn quốc", .central),
  ]
}

/// How far a model has come (trạng thái).
public enum ModelStage: UInt8, ListValue {
  case registered, underway, effective, recognised, replicated, weak, stopped

  public var name: String {
    switch self {
    case .registered: "đăng ký"
    case .underway: "đang thực hiện"
    case .effective: "đạt hiệu quả"
    case .recognised: "được công nhận"
    case .replicated: "nhân rộng"
    case .weak: "cần củng cố"
    case .stopped: "dừng"
    }
  }

  public static let spellings: [(String, ModelStage)] = [
    ("đã đăng ký", .registered), ("đăng ký mới", .registered), ("đang triển khai", .underway),
    ("triển khai", .underway), ("thực hiện", .underway), ("hiệu quả", .effective), ("triển khai hiệu quả", .effective),
    ("công nhận", .recognised), ("đã công nhận", .recognised), ("đã được công nhận", .recognised),
    ("được nhân rộng", .replicated), ("đã nhân rộng", .replicated), ("yếu, cần củng cố", .weak),
    ("hoạt động yếu cần củng cố", .weak), ("dừng hoạt động", .stopped), ("đã dừng", .stopped), ("kết thúc", .stopped),
  ]

  public static let oldNames: [(String, ModelStage)] = [
    ("duy trì", .underway), ("tiêu biểu", .recognised), ("điển hình", .recognised),
    ("tiêu biểu, điển hình", .recognised),
  ]
}
