import Documents
import Graphics

/// A quarterly report as an office writes it: every official block, headings, lists, tables, an appendix on pages of its own.
enum SampleReport {
  static let letterhead = Letterhead(
    superior: "ĐẢNG BỘ TỈNH HƯNG YÊN", issuer: "ĐẢNG ỦY KHỐI CƠ QUAN - DOANH NGHIỆP TỈNH", number: "Số 05-BC/ĐUK",
    placeAndDate: "Hưng Yên, ngày 05 tháng 02 năm 2026",
    contact: "Số 14 Chùa Chuông, phường Hiến Nam, tỉnh Hưng Yên; điện thoại 0221.3863.577")

  static let title = DocumentTitle(
    type: "BÁO CÁO", abstract: [.plain("kết quả thực hiện phong trào thi đua “Dân vận khéo” quý IV năm 2025")])

  static let closing = Closing(
    recipients: [
      "Ban Thường vụ Tỉnh ủy (báo cáo)", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Các tổ chức cơ sở đảng trực thuộc",
      "Lưu Văn phòng Đảng ủy",
    ], authority: ["T/M BAN THƯỜNG VỤ"], post: "PHÓ BÍ THƯ", signer: "Phạm Mạnh Hà")

  static func paragraph(_ sentences: Int, from start: Int = 0) -> Block {
    let pool = [
      "Ban Thường vụ Đảng ủy đã lãnh đạo, chỉ đạo các tổ chức cơ sở đảng đẩy mạnh phong trào thi đua “Dân vận khéo” "
        + "gắn với việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
      "Các mô hình đã đăng ký được triển khai đúng tiến độ, có 73,81% mô hình đạt hiệu quả rõ nét trong thực tế.",
      "Công tác an sinh xã hội được quan tâm, tổng kinh phí hỗ trợ các gia đình chính sách là 1.250.000.000 đồng.",
      "Một số đơn vị chưa gửi báo cáo đúng thời hạn, việc nhân rộng mô hình còn chậm so với kế hoạch đã đề ra.",
      "Trong quý tới, Đảng ủy tập trung kiểm tra, giám sát việc thực hiện Quy chế dân chủ ở cơ sở.",
    ]
    let text = (0..<sentences).map { pool[(start + $0) % pool.count] }.joined(separator: " ")
    return .paragraph(Paragraph([.plain(text)]))
  }

  static let ratings = Table(
    columns: [
      TableColumn(alignment: .center), TableColumn(alignment: .left), TableColumn(alignment: .right),
      TableColumn(alignment: .decimal),
    ],
    header: [
      [
        HeaderCell([.plain("STT")], rows: 2), HeaderCell([.plain("Mức xếp loại")], rows: 2),
        HeaderCell([.plain("Năm 2020")], columns: 2),
      ],
      [HeaderCell([.plain("Số tổ chức")]), HeaderCell([.plain("Tỷ lệ (%)")])],
    ],
    columnNumbers: ["1", "2", "3", "4"],
    rows: [
      row("1", "Hoàn thành xuất sắc nhiệm vụ", "20", "23,81"), row("2", "Hoàn thành tốt nhiệm vụ", "62", "73,81"),
      row("3", "Hoàn thành nhiệm vụ", "2", "2,38"), row("4", "Không hoàn thành nhiệm vụ", "0", "0,00"),
      TableRow(
        .total, [.span([.plain("TỔNG CỘNG")], columns: 2, alignment: .center), .text("84", nil), .text("100,00", nil)]),
    ],
    caption: [.plain("Biểu số 1: Kết quả xếp loại tổ chức cơ sở đảng năm 2020")], unit: [.plain("Đvt: tổ chức, %")],
    note: [.plain("Ghi chú: tỷ lệ tính trên số tổ chức được xếp loại.")], label: "xep-loai")

  static func row(_ cells: String...) -> TableRow { TableRow(.body, cells.map { .text($0, nil) }) }

  /// A long table of organisations, as an appendix has it.
  static func organisations(_ count: Int) -> Table {
    Table(
      columns: [
        TableColumn(alignment: .center), TableColumn(alignment: .left), TableColumn(alignment: .left),
        TableColumn(alignment: .right), TableColumn(alignment: .right), TableColumn(alignment: .left),
      ],
      header: [
        ["TT", "Tên tổ chức cơ sở đảng", "Loại hình", "Đảng viên", "Mô hình", "Xếp loại"].map {
          HeaderCell([.plain($0)])
        }
      ],
      rows: (1...max(count, 1)).map { index in
        row(
          "\(index)", "Đảng bộ Sở Giao thông vận tải số \(index)", index % 2 == 0 ? "Đảng bộ cơ sở" : "Chi bộ cơ sở",
          "\(20 + index * 37 % 400)", "\(index % 7)", "Hoàn thành tốt")
      },
      caption: [.plain("Danh sách tổ chức cơ sở đảng")], continued: [.plain("(tiếp theo)")])
  }

  static let sections: [Section] = [
    Section(blocks: [
      .letterhead(letterhead), .title(title), paragraph(2),
      .heading(Heading(level: 1, [.plain("KẾT QUẢ THỰC HIỆN")])),
      .heading(Heading(level: 2, [.plain("Công tác lãnh đạo, chỉ đạo")])), paragraph(3, from: 1), paragraph(4, from: 2),
      .heading(Heading(level: 2, [.plain("Xây dựng mô hình")])), paragraph(2, from: 3),
      .list(
        List(items: [
          [.paragraph(Paragraph([.plain("Sở Giao thông vận tải: vừa phòng, chống dịch vừa phát triển kinh tế;")]))],
          [.paragraph(Paragraph([.plain("Chi bộ Tỉnh đoàn: “Cổng trường an toàn giao thông”;")]))],
          [.paragraph(Paragraph([.plain("Báo Hưng Yên: cơ quan văn hóa, xanh, sạch, đẹp.")]))],
        ])),
      .heading(Heading(level: 1, [.plain("XẾP LOẠI TỔ CHỨC CƠ SỞ ĐẢNG")])), paragraph(1, from: 1),
      .table(ratings), paragraph(3, from: 2),
      .heading(Heading(level: 1, [.plain("PHƯƠNG HƯỚNG, NHIỆM VỤ")])), paragraph(4, from: 4), paragraph(3, from: 1),
      .closing(closing),
    ]),
    Section(
      numbering: .appendix,
      blocks: [
        .paragraph(Paragraph(style: .appendixHeading, [.plain("PHỤ LỤC 1")])),
        .paragraph(Paragraph(style: .appendixHeading, [.plain("DANH SÁCH TỔ CHỨC CƠ SỞ ĐẢNG")])),
        .table(organisations(84)),
      ]),
  ]

  static let document = Layout.document(sections)
}
