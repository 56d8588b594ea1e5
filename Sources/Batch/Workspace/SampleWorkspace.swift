/// A made-up workspace of any size for trials: believable names and figures, free of errors, the same for the same seed.
public struct SampleWorkspace: Sendable {
  private let organisations: Int
  private let seed: UInt64
  private let year: Int
  /// Number of the committee among several; nil for one alone.
  private let number: Int?

  public static let period = "2021-Q4"
  private static let committee = "DUK"

  /// Offices there are many of, and the sector they belong to.
  private static let kinds: [(name: String, sector: String)] = [
    ("Trường Trung học phổ thông", "đơn vị sự nghiệp"), ("Trung tâm Y tế", "đơn vị sự nghiệp"),
    ("Công ty Cổ phần", "doanh nghiệp"),
    ("Chi nhánh Ngân hàng", "doanh nghiệp"), ("Chi cục Thuế", "cơ quan nhà nước"), ("Hội Nông dân", "Đảng, đoàn thể"),
  ]
  private static let places = [
    "An Vĩ", "Bình Kiều", "Chính Nghĩa", "Dân Tiến", "Đông Tảo", "Hiến Nam", "Hồng Tiến", "Lam Sơn", "Minh Khai",
    "Nghĩa Hiệp", "Phùng Hưng", "Quảng Châu", "Tân Việt", "Thiện Phiến", "Vĩnh Khúc", "Xuân Quan",
  ]
  private static let deeds = [
    "Tiếp dân tận tình, trả lời đúng hẹn", "Công sở thân thiện, cán bộ gần dân",
    "Giúp nhau phát triển kinh tế gia đình",
    "Tuyến đường sáng, xanh, sạch, đẹp", "Đồng hành cùng học sinh vượt khó",
  ]
  private static let fields = ["kinh tế", "văn hóa - xã hội", "quốc phòng - an ninh", "xây dựng hệ thống chính trị"]

  /// - Parameters:
  ///   - organisations: grass-roots organisations, at least 1.
  ///   - committee: number of the committee where a sample has several: it is in the name, and makes other figures of the same seed.
  public init(organisations: Int, seed: UInt64, committee: Int? = nil) {
    self.organisations = max(1, organisations)
    number = committee
    self.seed = seed
    year = 2021
  }

  /// Path below the workspace and content of every file.
  public func files() -> [(path: String, text: String)] {
    var random = SplitMix(state: seed &+ UInt64(truncatingIfNeeded: number ?? 0) &* 0xD134_2543_DE82_EF95)
    var organisationRows =
      "\(Self.committee),\(name),Đảng ủy Khối,cấp ủy cấp trên,,\"Đảng, đoàn thể\",1,1997-01-01\n"
    var members = ""
    var models = ""
    var ratings = ""
    var gifts = ""
    for number in 1...organisations {
      let code = self.code(number)
      organisationRows += organisation(number, code, &random)
      members += memberRows(code, &random)
      ratings += rating(number, code)
      if number % 3 == 1 { models += model(number, code, &random) }
      if number % 10 == 1 { gifts += gift(number, code, &random) }
    }
    return [
      ("baocao.yaml", settings),
      ("data/to-chuc.csv", "ma_to_chuc,ten,ten_tat,loai,ma_cap_tren,khoi,thu_tu,hieu_luc_tu\n" + organisationRows),
      ("data/dang-vien.csv", "ma_to_chuc,ky,tong_so,chinh_thuc,du_bi,nu,ket_nap_moi\n" + members),
      (
        "data/phong-trao.csv",
        "ma_phong_trao,ten,giai_doan,co_quan_phat_dong\nDVK,Phong trào thi đua “Dân vận khéo”,2021-2025,Ban Thường vụ Đảng ủy Khối\n"
      ),
      (
        "data/mo-hinh.csv",
        "ma_mo_hinh,ten,ma_to_chuc,ma_phong_trao,linh_vuc,loai,cap,trang_thai,ngay_dang_ky,ngay_trien_khai\n" + models
      ),
      ("data/xep-loai.csv", "ky,ma_to_chuc,doi_tuong,muc,ngay,so_quyet_dinh\n" + ratings),
      (
        "data/an-sinh.csv",
        "ma_hoat_dong,ngay,chuong_trinh,hinh_thuc,ma_to_chuc,doi_tuong_thu_huong,so_luong,don_vi_tinh,so_tien,noi_dung\n"
          + gifts
      ),
    ]
  }

  private func code(_ number: Int) -> String {
    let digits = String(number)
    return "DV" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private func organisation(_ number: Int, _ code: String, _ random: inout SplitMix) -> String {
    let kind = Self.kinds[random.below(Self.kinds.count)]
    let place = Self.places[random.below(Self.places.count)]
    let isCommittee = random.below(2) == 0
    let name = "\(isCommittee ? "Đảng bộ" : "Chi bộ") \(kind.name) \(place) số \(number)"
    let loai = isCommittee ? "đảng bộ cơ sở" : "chi bộ cơ sở"
    return
      "\(code),\(name),\(kind.name) \(number),\(loai),\(Self.committee),\"\(kind.sector)\",\(number + 10),1997-01-01\n"
  }

  /// The year before, the quarter before, and the quarter: changes of a few people each.
  private func memberRows(_ code: String, _ random: inout SplitMix) -> String {
    let total = 30 + random.below(120)
    let probationary = random.below(3)
    let women = total / 4 + random.below(max(1, total / 4))
    var rows = ""
    for (period, joined) in [("\(year - 1)-Q4", 0), ("\(year)-Q3", random.below(3)), ("\(year)-Q4", random.below(3))] {
      rows +=
        "\(code),\(period),\(total + joined),\(total + joined - probationary),\(probationary),\(women),\(joined)\n"
    }
    return rows
  }

  /// One in eight is excellent: below the cap of a fifth.
  private func rating(_ number: Int, _ code: String) -> String {
    let level = number % 8 == 1 ? "hoàn thành xuất sắc" : "hoàn thành tốt"
    return "\(year - 1),\(code),tổ chức đảng,\(level),\(year)-01-20,46-QĐ/ĐUK\n"
  }

  private func gift(_ number: Int, _ code: String, _ random: inout SplitMix) -> String {
    let parcels = 10 + random.below(40)
    return
      "AS-\(number),\(year)-11-\(10 + random.below(18)),\"Thăm, tặng quà gia đình chính sách\",\"thăm, tặng quà\",\(code),gia đình chính sách,\(parcels),suất quà,\(parcels * 300_000),Tặng quà các gia đình chính sách\n"
  }

  private func model(_ number: Int, _ code: String, _ random: inout SplitMix) -> String {
    let deed = Self.deeds[random.below(Self.deeds.count)]
    let field = Self.fields[random.below(Self.fields.count)]
    let day = 10 + random.below(18)
    let month = 1 + random.below(9)
    return
      "MH-\(number),\"\(deed) (\(number))\",\(code),DVK,\(field),tập thể,cơ sở,triển khai,\(year)-0\(month)-\(day),\(year)-\(month == 9 ? "10" : "0\(month + 1)")-\(day)\n"
  }

  private var name: String { "Đảng ủy Khối mẫu" + (number.map { " số \($0)" } ?? "") }

  private var settings: String {
    """
    # Hồ sơ mẫu do “baocao sample” sinh ra; mọi tên và số liệu đều là giả.
    ten: "\(name)"
    co_quan:
      ma_to_chuc: DUK
      ten: "\(name)"
      cap_tren: "Đảng bộ tỉnh mẫu"
      ky_hieu: "ĐUK"
      dia_danh: "Hưng Yên"
    the_thuc: party-hd05

    """
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): short, and the same on every machine.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    value ^= value >> 31
    return bound < 1 ? 0 : Int(value % UInt64(bound))
  }
}
