import Documents
import Facts
import Findings
import Templates
import Testing
import Vietnamese

/// Expected texts come from the domain notes §1.3 and §5, or from the definition of the filter, worked out by hand.
@Suite struct FilterTests {
  @Test(arguments: [
    ("{{ 1284 | so }}", "1.284"),
    ("{{ 2 | so_chu }} và {{ 12 | so_chu }}", "02 và 12"),
    ("{{ 0 | so_chu }}", "0"),
    ("{{ 2026 | so_tron }}", "2026"),
    ("{{ 92.5 | thap_phan: 2 }}", "92,50"),
    ("{{ ty_le | thap_phan: 1 }}", "73,8"),
    ("{{ ty_le }}", "73,81%"),
    ("{{ ty_le | ty_le: 2 }}", "73,81%"),
    ("{{ ty_le | ty_le: 1 }}", "73,8%"),
    ("{{ so_tien | tien }} đồng", "135.000.000 đồng"),
    ("{{ so_tien | tien_trieu }}", "135 triệu đồng"),
    ("{{ so_tien | tien_ty: 1 }}", "0,1 tỷ đồng"),
    ("{{ 24105 | bang_chu }}", "hai mươi tư nghìn một trăm linh năm"),
    ("{{ so_tien | tien_bang_chu }}", "Một trăm ba mươi lăm triệu đồng"),
    ("{{ 24105 | bang_chu: \"nam\" }}", "hai mươi tư ngàn một trăm lẻ năm"),
    (
      "{{ 24 | bang_chu: \"bốn\" }}, {{ 1024 | bang_chu: \"nam, bốn\" }}",
      "hai mươi bốn, một ngàn không trăm hai mươi bốn"
    ),
    ("{{ so_tien | tien_bang_chu: \"chẵn\" }}", "Một trăm ba mươi lăm triệu đồng chẵn"),
    ("{{ 20 | phan_so: 84 }} và {{ 2 | phan_so: 84 }}, {{ 0 | phan_so: 84 }}", "20/84 và 02/84, 0/84"),
    ("{{ 4 | so_la_ma }}, {{ 2024 | so_la_ma }}", "IV, MMXXIV"),
    ("{{ chenh_lech | tang_giam }} {{ chenh_lech | tri_tuyet_doi }}", "giảm 3"),
    ("{{ 0 | tang_giam }}, {{ 1 | tang_giam: \"nhiều hơn\", \"ít hơn\", \"bằng\" }}", "giữ nguyên, nhiều hơn"),
    ("{{ 12 | tru: 8 }}", "4"),
    ("{{ 62 | phan_tram: 84, 2 }}", "73,81%"),
    ("{{ 20 | phan_tram: 84, 1 }}", "23,8%"),
    ("{{ ngay_chot | ngay_dai }}", "ngày 31 tháng 12 năm 2021"),
    ("{{ van_ban.ngay | ngay_ngan }}", "05/02/2026"),
    ("{{ van_ban.ngay | ngay_thang }}", "ngày 05 tháng 02"),
    ("{{ van_ban.ngay | thang_nam }}", "tháng 02 năm 2026"),
    ("{{ van_ban.ngay | nam }}/{{ ky | nam }}", "2026/2021"),
    ("{{ ky | ky_ten }}", "quý IV năm 2021"),
    ("{{ ky | ky_ngan }}", "quý IV/2021"),
    ("{{ co_quan.ten | hoa }}", "ĐẢNG ỦY KHỐI"),
    ("{{ co_quan.ten | thuong }}", "đảng ủy khối"),
    ("{{ \"đảng bộ cơ sở\" | hoa_dau }}", "Đảng bộ cơ sở"),
    ("{{ co_quan.ten | thuong_dau }}", "đảng ủy Khối"),
    ("{{ co_quan.ten | dau: \"mới\" }}", "Đảng uỷ Khối"),
    ("{{ van_ban.khan | mac_dinh: \"thường\" }}", "thường"),
    ("{{ tong | mac_dinh: \"không có\" }}", "1.284"),
    ("{{ van_ban.khan | mac_dinh: 0 }}", "0"),
    ("{{ don_vi | liet_ke: ten }}", "Đảng bộ Sở Y tế, Chi bộ Báo Hưng Yên và Đảng bộ Sở Tài chính"),
    ("{{ ten_goi | liet_ke }}", "một, hai và ba"),
    ("{{ ten_goi | cat: 2 | liet_ke }}", "một và hai"),
    ("{{ ten_goi | cat: 1 | liet_ke }}", "một"),
    ("{{ don_vi | noi: \"; \", so_luong }}", "4; 1; 0"),
    ("{{ don_vi | dem }}", "3"),
    ("{{ don_vi | cong: so_luong }} và {{ don_vi | cong: tien | tien }}", "5 và 155.500.000"),
    ("{{ ten_goi | dau_tien }}", "một"),
    ("{{ don_vi | sap_xep: ten | liet_ke: ten }}", "Chi bộ Báo Hưng Yên, Đảng bộ Sở Tài chính và Đảng bộ Sở Y tế"),
    (
      "{{ don_vi | sap_xep_ten: ten | noi: \"; \", ten }}", "Đảng bộ Sở Tài chính; Đảng bộ Sở Y tế; Chi bộ Báo Hưng Yên"
    ),
    (
      "{{ don_vi | sap_xep_ten: ten, \"họ\" | noi: \"; \", ten }}",
      "Chi bộ Báo Hưng Yên; Đảng bộ Sở Tài chính; Đảng bộ Sở Y tế"
    ),
    ("{{ don_vi | sap_xep: diem, \"giảm\" | noi: \" > \", diem }}", "92,5 > 88 > 75,25"),
    ("{{ don_vi | loc: loai, \"đảng bộ cơ sở\" | dem }}", "2"),
    ("{{ tieu_de | cat: 3 }}", "Dân…"),
  ])
  func `a filter prints what the manual says`(template: String, expected: String) throws {
    #expect(try Sample.line(template) == "paragraph noi_dung \"\(expected)\"")
  }

  @Test func `a share is rounded from its counts, never from the rounded share`() throws {
    // 50 of 111 is 45,045…%: with two decimals 45,05, which would round up to 45,1; the share itself rounds to 45,0.
    #expect(try Sample.line("{{ 50 | phan_tram: 111, 2 | ty_le: 1 }}") == "paragraph noi_dung \"45,0%\"")
  }

  @Test func `a share of nothing has no value and is said so`() throws {
    let (text, findings) = try Sample.dump("Đạt {{ 5 | phan_tram: 0, 2 }}.")
    #expect(findings.map(\.code) == ["thieu-so-lieu"])
    #expect(text.contains("[thiếu số liệu: 5 | phan_tram: 0, 2]"))
  }

  @Test func `sums that do not fit are missing, not wrong`() throws {
    let units = [
      Sample.unit(2, "A", "x", .max, of: 1, 0, "0"), Sample.unit(3, "B", "x", 1, of: 1, 0, "0"),
    ]
    let (_, findings) = try Sample.dump("{{ don_vi | cong: so_luong }}", facts: Sample.facts(units: units))
    #expect(findings.map(\.code) == ["thieu-so-lieu"])
  }

  @Test func `small counts are padded in sentences and not in tables when the office asks for it`() throws {
    let template = """
      Có {{ don_vi | dem }} đơn vị.

      ```bang
      du_lieu: don_vi
      cot:
        - {ten: Tên, gia_tri: "{{ ten }}"}
        - {ten: SL, gia_tri: "{{ so_luong }}"}
      ```
      """
    let (text, _) = try Sample.dump(template, printing: PrintOptions(padsCounts: true))
    #expect(text.contains("\"Có 03 đơn vị.\""))
    #expect(text.contains("body | Đảng bộ Sở Y tế | 4"))
  }

  @Test func `counts of a sentence keep their own digits when the office asks for it`() throws {
    let (text, _) = try Sample.dump(
      "{{ 2 | so_chu }}, {{ 2 | phan_so: 84 }}, {{ 1 | phan_so: 5 }}", printing: PrintOptions(padsProse: false))
    #expect(text.contains("\"2, 2/84, 1/5\""))
  }

  @Test func `a share worked out without a number of decimals takes those of the office`() throws {
    let (text, _) = try Sample.dump("{{ 20 | phan_tram: 84 }}", printing: PrintOptions(shareScale: 1))
    #expect(text.contains("\"23,8%\""))
  }

  @Test func `every filter is in the manual with its input, arguments, result and example, and no other is`() throws {
    let manual = try #require(Shipped.text("docs/vi/mau.md"))
    let rows = manual.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains(" | ") }
    for entry in FilterCatalogue.entries {
      let row =
        "| `\(entry.name)` | \(entry.input) | \(entry.parameters) | \(entry.output) | \(entry.meaning) | "
        + "`\(entry.example.replacing("|", with: "\\|"))` |"
      #expect(rows.contains { $0 == row }, "missing in docs/vi/mau.md: \(row)")
    }
    let section = manual.split(separator: "## ").first { $0.hasPrefix("Bộ lọc") } ?? ""
    let listed = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(listed.count == FilterCatalogue.entries.count)
  }
}
