internal import Configuration
internal import Findings
internal import Records
internal import Statistics
internal import Vietnamese

/// `baocao.yaml` -> `Settings`. Strict: an unknown key is a finding with the nearest known one.
struct SettingsReader {
  private let reader = YAMLReader()

  /// nil when the file cannot be used; the findings say why.
  static func read(_ bytes: [UInt8], shown: String) -> (Settings?, [Finding]) {
    let file = Configuration.SourceFile(path: shown, text: String(decoding: bytes, as: UTF8.self))
    let (tree, findings) = YAMLTree.parse(file.source)
    guard let tree else {
      let empty = Finding(
        code: "cau-hinh-trong", severity: .error, at: Location(file: shown),
        Message(vi: "tệp cấu hình không có nội dung", en: "the configuration file is empty"),
        hint: Message(vi: "xem mẫu trong examples/hung-yen/baocao.yaml", en: "see examples/hung-yen/baocao.yaml"))
      return (nil, findings.isEmpty ? [empty] : findings)
    }
    let reader = SettingsReader()
    let settings = reader.settings(tree)
    return (reader.reader.findings.contains { $0.severity == .error } ? nil : settings, reader.reader.findings)
  }

  private func settings(_ node: YAMLNode) -> Settings? {
    guard let fields = reader.fields(node, of: "tệp baocao.yaml", known: SettingsKeys.top),
      let officeNode = reader.required(fields, "co_quan"), let office = office(officeNode)
    else { return nil }
    var settings = Settings(name: text(fields, "ten") ?? office.name, office: office)
    if let format = text(fields, "the_thuc") { settings.format = format }
    let styles: [(String, ToneStyle)] = [("cu", .old), ("moi", .new)]
    settings.toneStyle = fields["kieu_dau"].flatMap { reader.choice($0, styles) }
    settings.padsProse = fields["them_so_0"].flatMap { reader.flag($0) } ?? true
    settings.officePlace = KeyPlace(officeNode.span)
    settings.reports = reports(fields["bao_cao"])
    settings.columns = perTable(fields["cot"], of: "cot", columns)
    settings.encodings = perTable(fields["bang_ma"], of: "bang_ma") { node, _ in encoding(node) }
    settings.columnEncodings = perTable(fields["bang_ma_cot"], of: "bang_ma_cot", columnEncodings)
    settings.separators = perTable(fields["dau_phan_cach"], of: "dau_phan_cach") { node, _ in separator(node) }
    settings.sheets = perTable(fields["trang_tinh"], of: "trang_tinh") { node, _ in reader.text(node).map(NFC.normalize)
    }
    settings.rules = rules(cap: fields["tran_xuat_sac"], shares: fields["ty_le"])
    settings.spacesPercent = spacesPercent(fields["ty_le"])
    if let cutOff = fields["ky_chot"].flatMap(cutOff) { settings.cutOff = cutOff }
    if let node = fields["gioi_han"] { settings.limits = PrintLimitsReader(reader: reader).limits(node) }
    if let node = fields["trang_tin"] { settings.imprint = imprint(node) ?? Imprint() }
    return settings
  }

  // MARK: Office and imprint

  private func office(_ node: YAMLNode) -> Office? {
    guard let fields = reader.fields(node, of: "mục co_quan", known: SettingsKeys.office) else { return nil }
    for key in ["ma_to_chuc", "ky_hieu", "dia_danh"] { _ = reader.required(fields, key) }
    guard let name = reader.required(fields, "ten").flatMap(reader.text) else { return nil }
    return Office(
      code: text(fields, "ma_to_chuc") ?? "", name: NFC.normalize(name), superior: text(fields, "cap_tren") ?? "",
      headline: text(fields, "ten_tieu_de"), mark: text(fields, "ky_hieu") ?? "",
      place: text(fields, "dia_danh") ?? "", address: text(fields, "dia_chi") ?? "",
      phone: text(fields, "dien_thoai") ?? "", mail: text(fields, "thu_dien_tu") ?? "")
  }

  private func imprint(_ node: YAMLNode) -> Imprint? {
    guard let fields = reader.fields(node, of: "mục trang_tin", known: SettingsKeys.imprint) else { return nil }
    return Imprint(
      name: text(fields, "ten") ?? "", licence: text(fields, "giay_phep") ?? "",
      licensedOn: fields["ngay_giay_phep"].flatMap(date), editor: text(fields, "tong_bien_tap") ?? "",
      address: text(fields, "dia_chi") ?? "", phone: text(fields, "dien_thoai") ?? "",
      mail: text(fields, "thu_dien_tu") ?? "")
  }

  // MARK: Reports

  private func reports(_ node: YAMLNode?) -> [String: ReportSettings] {
    guard let node, let entries = entries(node, vi: "tên các báo cáo", en: "names of reports") else { return [:] }
    var reports: [String: ReportSettings] = [:]
    for entry in entries {
      reports[entry.key] = report(entry.value, named: entry.key)
      reports[entry.key]?.place = KeyPlace(entry.keySpan)
    }
    return reports
  }

  private func report(_ node: YAMLNode, named name: String) -> ReportSettings? {
    guard let fields = reader.fields(node, of: "báo cáo “\(name)”", known: SettingsKeys.report) else { return nil }
    var report = ReportSettings()
    if let signer = fields["nguoi_ky"] { read(signer, into: &report) }
    report.recipients = fields["noi_nhan"].map(texts) ?? []
    report.urgency = text(fields, "khan")
    report.circulation = text(fields, "luu_hanh")
    report.typist = text(fields, "nguoi_danh_may")
    report.format = text(fields, "the_thuc")
    report.urgencyPlace = fields["khan"].map { KeyPlace($0.span) }
    report.circulationPlace = fields["luu_hanh"].map { KeyPlace($0.span) }
    report.isDraft = fields["du_thao"].flatMap(reader.flag) ?? false
    report.draftNumber = fields["lan_du_thao"].flatMap { reader.integer($0, in: 1...99) }
    report.hasContact = fields["lien_he"].flatMap(reader.flag) ?? false
    report.leavesSecrecyRoom = fields["cho_dau_mat"].flatMap(reader.flag) ?? false
    if let issues = fields["ky"] { report.issues = self.issues(issues) }
    return report
  }

  private func read(_ signer: YAMLNode, into report: inout ReportSettings) {
    guard let fields = reader.fields(signer, of: "mục nguoi_ky", known: SettingsKeys.signer) else { return }
    report.authority = fields["quyen_han"].map(texts) ?? []
    report.post = text(fields, "chuc_vu") ?? ""
    report.signer = text(fields, "ho_ten") ?? ""
  }

  private func issues(_ node: YAMLNode) -> [String: ReportSettings.Issue] {
    guard let entries = entries(node, vi: "mã kỳ, ví dụ 2021-Q4", en: "period codes such as 2021-Q4") else {
      return [:]
    }
    var issues: [String: ReportSettings.Issue] = [:]
    for entry in entries {
      guard let period = PeriodInput.parse(entry.key).value else {
        reader.report(
          entry.keySpan.finding(
            "ky-khong-hop-le", Message(vi: "“\(entry.key)” không phải là kỳ", en: "“\(entry.key)” is no period"),
            hint: Message(vi: "viết như 2021-Q4, 2021-H1, 2021", en: "write 2021-Q4, 2021-H1, 2021")))
        continue
      }
      guard let fields = reader.fields(entry.value, of: "văn bản \(period.code)", known: SettingsKeys.issue) else {
        continue
      }
      issues[period.code] = .init(number: fields["so"].flatMap(number), date: fields["ngay"].flatMap(date))
    }
    return issues
  }

  /// A document number; below 10 it is padded (`05`), as the formats ask.
  private func number(_ node: YAMLNode) -> String? {
    guard let text = reader.text(node), !text.isEmpty else { return nil }
    guard text.utf8.count <= 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      reader.expected(node, vi: "số văn bản, chỉ gồm chữ số", en: "a document number of digits")
      return nil
    }
    return Int(text).map(NumberFormat.padded) ?? text
  }

  // MARK: Tables and rules

  /// Entries per data file, `mo-hinh: …`.
  private func perTable<Value>(
    _ node: YAMLNode?, of key: String, _ value: (YAMLNode, TableName) -> Value?
  ) -> [TableName: Value] {
    guard let node, let fields = reader.fields(node, of: "mục \(key)", known: TableName.allCases.map(\.rawValue)) else {
      return [:]
    }
    var values: [TableName: Value] = [:]
    for entry in fields.entries {
      if let table = TableName(rawValue: entry.key), let value = value(entry.value, table) { values[table] = value }
    }
    return values
  }

  private func columns(_ node: YAMLNode, _ table: TableName) -> [String: String]? {
    guard
      let entries = entries(
        node, vi: "các dòng “tiêu đề trong tệp: tên cột”", en: "“header in the file: column” lines")
    else { return nil }
    let known = Self.columnNames(of: table).map { ($0, $0) }
    var columns: [String: String] = [:]
    for entry in entries { columns[entry.key] = reader.choice(entry.value, known) }
    return columns
  }

  private static func columnNames(of table: TableName) -> [String] {
    TableSchema.all.first { $0.name == table }?.columns.map(\.name) ?? []
  }

  private func columnEncodings(_ node: YAMLNode, _ table: TableName) -> [String: String]? {
    let known = Self.columnNames(of: table)
    guard let fields = reader.fields(node, of: "bảng \(table.rawValue)", known: known) else { return nil }
    var encodings: [String: String] = [:]
    for entry in fields.entries { encodings[entry.key] = encoding(entry.value) }
    return encodings
  }

  private func encoding(_ node: YAMLNode) -> String? {
    guard let name = reader.text(node) else { return nil }
    if TextEncoding(name: name) != nil { return name }
    reader.expected(
      node, vi: "tên bảng mã: utf-8, utf-16, tcvn3, vni, windows-1258, viscii hoặc viqr",
      en: "an encoding: utf-8, utf-16, tcvn3, vni, windows-1258, viscii or viqr")
    return nil
  }

  private func separator(_ node: YAMLNode) -> String? {
    guard let text = reader.text(node) else { return nil }
    if [",", ";", "\t", "|"].contains(text) { return text }
    reader.expected(
      node, vi: #"một dấu phân cách: ",", ";", "|" hoặc "\t" (phím Tab)"#, en: #"a separator: ",", ";", "|" or "\t""#)
    return nil
  }

  /// The entries of a group whose keys are free; a group left empty has none.
  private func entries(_ node: YAMLNode, vi: String, en: String) -> [YAMLEntry]? {
    if case .mapping(let entries) = node.kind { return entries }
    if case .scalar("") = node.kind { return [] }
    reader.expected(node, vi: vi, en: en)
    return nil
  }

  private func rules(cap: YAMLNode?, shares: YAMLNode?) -> CountingRules {
    var rules = CountingRules()
    if let cap, let fields = reader.fields(cap, of: "mục tran_xuat_sac", known: SettingsKeys.cap) {
      if let percent = fields["ty_le"].flatMap({ reader.integer($0, in: 0...100) }) { rules.cap.percent = percent }
      let bases = ExcellentCap.Base.allCases.map { ($0.rawValue, $0) }
      if let base = fields["co_so"].flatMap({ reader.choice($0, bases) }) { rules.cap.base = base }
    }
    if let shares, let fields = reader.fields(shares, of: "mục ty_le", known: SettingsKeys.shares) {
      if let scale = fields["so_le"].flatMap({ reader.integer($0, in: 0...4) }) { rules.shareScale = scale }
      let ways: [(String, Shares.Rule)] = [("cong_du_100", .addingTo100), ("nguyen_ban", .asIs)]
      if let way = fields["cach"].flatMap({ reader.choice($0, ways) }) { rules.shareRule = way }
    }
    return rules
  }

  /// Read apart from the counting rules: it changes how shares print, not what they are.
  private func spacesPercent(_ shares: YAMLNode?) -> Bool {
    guard let shares, case .mapping(let entries) = shares.kind else { return false }
    return entries.first { $0.key == "dau_cach" }.flatMap { reader.flag($0.value) } ?? false
  }

  private func cutOff(_ node: YAMLNode) -> CutOff? {
    reader.integer(node, in: 1...31).map { .closing(day: $0) }
  }

  // MARK: Values

  private func text(_ fields: YAMLFields, _ key: String) -> String? {
    fields[key].flatMap(reader.text).map(NFC.normalize)
  }

  /// A list of texts, or one text.
  private func texts(_ node: YAMLNode) -> [String] {
    if case .scalar(let text) = node.kind { return text.isEmpty ? [] : [NFC.normalize(text)] }
    return (reader.list(node) ?? []).compactMap(reader.text).map(NFC.normalize)
  }

  private func date(_ node: YAMLNode) -> CivilDate? {
    guard let text = reader.text(node) else { return nil }
    if let date = DateInput.parse(text).value { return date }
    reader.expected(node, vi: "ngày, ví dụ 2022-01-05 hoặc 05/01/2022", en: "a date such as 2022-01-05")
    return nil
  }
}
