import Documents
import Facts
import Findings
import Templates
import Testing

/// Boxes 10 to 13 of the component tables, and what the State form does differently with the same template.
@Suite struct PaperTests {
  private static let head = "---\nvan_ban: {loai: BÁO CÁO, ma_loai: BC, trich_yeu: \"kết quả năm\"%}\n---\nchữ\n"

  private func template(_ more: String = "", body: String = "") -> String {
    Self.head.replacing("%", with: more.isEmpty ? "" : ", " + more) + body
  }

  private func letterhead(_ document: Document) throws -> Letterhead {
    guard case .letterhead(let head)? = document.sections.first?.blocks.first else {
      throw FormatMissing()
    }
    return head
  }

  private struct FormatMissing: Error {}

  @Test func `a mark is printed in the words of the format, whatever the case and tone style it is typed in`() throws {
    let (document, findings) = try Sample.stateDocument(template("khan: hoả tốc, luu_hanh: lưu hành nội bộ"))
    #expect(findings == [])
    let head = try letterhead(document)
    #expect(head.urgency == "HỎA TỐC")
    #expect(head.circulation == "LƯU HÀNH NỘI BỘ")
  }

  @Test(arguments: ["MẬT", "tối mật", "TUYỆT MẬT"])
  func `marks of secret papers are refused at their place, and only room is left on request`(word: String) throws {
    let (document, findings) = try Sample.stateDocument(template("khan: \(word)"))
    let finding = try #require(findings.first)
    #expect(finding.code == "van-ban-mat" && finding.severity == .error)
    #expect(finding.location.row == 2)
    #expect(try letterhead(document).urgency == nil)
    let (room, none) = try Sample.stateDocument(template("cho_dau_mat: co"))
    #expect(none == [])
    #expect(try letterhead(room).leavesSecrecyRoom)
    #expect(try !letterhead(Sample.stateDocument(template("cho_dau_mat: khong")).0).leavesSecrecyRoom)
  }

  @Test func `a mark the format does not have is printed with a warning that names the nearest`() throws {
    let (document, findings) = try Sample.stateDocument(template("khan: KHAN"))
    let finding = try #require(findings.first)
    #expect(finding.code == "dau-khong-biet" && finding.severity == .warning)
    #expect(finding.hint?.vietnamese == "ý bạn là “KHẨN”?")
    #expect(try letterhead(document).urgency == "KHAN")
  }

  @Test func `the number of a draft stands in drafts alone, the address line only where it is asked for`() throws {
    let plain = try letterhead(Sample.stateDocument(template()).0)
    #expect(plain.draft == nil && plain.contact == nil && !plain.leavesSecrecyRoom)
    let marks = Sample.Marks(isDraft: true, hasContact: true, leavesSecrecyRoom: true)
    let head = try letterhead(Sample.stateDocument(template(), facts: Sample.facts(marks: marks)).0)
    #expect(head.draft == "Dự thảo lần 2")
    #expect(
      head.contact?.replacing("\u{A0}", with: " ")
        == "Địa chỉ: 14 Chùa Chuông; điện thoại: 0221.3863.577; thư điện tử: a@b.vn")
    #expect(head.leavesSecrecyRoom)
  }

  @Test func `the abstract begins small in Party papers and with a capital in State papers`() throws {
    #expect(try Sample.dump(template()).text.contains("kết quả năm"))
    let (document, _) = try Sample.stateDocument(template())
    guard case .title(let title) = document.sections[0].blocks[1] else {
      Issue.record("no title")
      return
    }
    #expect(title.abstract.plainText == "Kết quả năm")
  }

  @Test func `appendices of State papers say which document they belong to`() throws {
    let body = "\n{% phu_luc tieu_de: \"Danh sách\" %}\n\nchữ\n"
    let (document, _) = try Sample.stateDocument(template(body: body))
    let heads = document.sections[1].blocks.prefix(3).compactMap { block -> String? in
      guard case .paragraph(let paragraph) = block else { return nil }
      return "\(paragraph.style.rawValue): \(paragraph.inlines.plainText)"
    }
    #expect(
      heads == [
        "phu_luc: PHỤ LỤC", "ten_phu_luc: Danh sách",
        "kem_theo: (Kèm theo Báo cáo số 05/BC-ĐUK ngày 05 tháng 02 năm 2026 của Đảng ủy Khối)",
      ])
    // Papers that are not registered have no number to name; Party papers print no such line.
    let unregistered = try Sample.stateDocument(template("so_ky_hieu: khong", body: body)).0
    #expect(
      unregistered.sections[1].blocks.contains(
        .paragraph(
          Paragraph(
            style: .appendixReference,
            [.plain("(Kèm theo Báo cáo ngày 05 tháng 02 năm 2026 của Đảng ủy Khối)")]))))
    #expect(try !Sample.dump(template(body: body)).text.contains("Kèm theo"))
  }
}
