import Facts
import Templates
import Testing

@Suite struct ConditionTests {
  private func holds(_ condition: String, _ facts: Record = Sample.facts()) throws -> Bool {
    try Sample.line("x{% if \(condition) %}y{% endif %}", facts: facts) == "paragraph noi_dung \"xy\""
  }

  @Test(arguments: [
    ("tong > 1000", true), ("tong <= 1283", false), ("tong == 1284", true), ("tong != 1284", false),
    ("chenh_lech < 0", true), ("chenh_lech == -3", true), ("ty_le >= 73.81", true), ("ty_le > 73.81", false),
    ("so_tien > 100000000", true), ("tieu_de == \"Dân vận khéo\"", true), ("co_quan.ten contains \"ủy\"", true),
    ("co_quan.ten contains \"uỷ\"", true), ("ten_goi contains \"hai\"", true), ("ten_goi contains \"bốn\"", false),
    ("co_so_lieu", true), ("not co_so_lieu", false), ("van_ban.khan", false), ("co van_ban.khan", false),
    ("co chenh_lech", true), ("don_vi", true), ("don_vi | dem == 3", true), ("tong > 1 and not van_ban.khan", true),
    ("tong < 1 or don_vi", true), ("(tong < 1 or co_so_lieu) and tong", true), ("ngay_chot < van_ban.ngay", true),
    ("ky == ky", true), ("“Dân vận khéo” == tieu_de", true), ("co_noi_dung \"uu-diem\"", false),
    ("not (tong == 1284 and co_so_lieu)", false),
  ])
  func `a condition holds as its words say`(condition: String, expected: Bool) throws {
    #expect(try holds(condition) == expected)
  }

  @Test func `zero is no, but it is there`() throws {
    let facts = Sample.facts(difference: .integer(0, nil))
    #expect(try !holds("chenh_lech", facts))
    #expect(try holds("co chenh_lech", facts))
    #expect(try holds("chenh_lech == 0", facts))
  }

  @Test func `a missing value is neither equal, less nor greater, only different`() throws {
    let facts = Sample.facts(difference: .missing)
    #expect(try !holds("chenh_lech == 0", facts))
    #expect(try !holds("chenh_lech < 0", facts))
    #expect(try !holds("chenh_lech >= 0", facts))
    #expect(try holds("chenh_lech != 0", facts))
    #expect(try !holds("co chenh_lech", facts))
  }

  @Test func `the first arm that holds is printed, else the last`() throws {
    let template = "{% if tong < 0 %}a{% elsif chenh_lech < 0 %}b{% elsif tong > 0 %}c{% else %}d{% endif %}"
    #expect(try Sample.line("x" + template) == "paragraph noi_dung \"xb\"")
    #expect(
      try Sample.line("x" + template, facts: Sample.facts(difference: .integer(2, nil))) == "paragraph noi_dung \"xc\"")
  }
}
