import Findings
import Records
import Testing

@Suite struct LevelAboveScoreTests {
  private func rating(_ year: Int, _ level: String, _ score: String) -> MarkedFile {
    MarkedFile("xep-loai", "ky;ma_to_chuc;doi_tuong;muc;diem\n\(year);SNV;TCĐ;\(level);\(score)\n", separator: ";")
  }

  @Test func `a level better than the score allows is pointed at`() {
    expect("muc-khac-diem", .warning, ["①": "XS"], in: bodies, rating(2025, "①XS", "89,99"))
    expect("muc-khac-diem", .warning, ["①": "T"], in: bodies, rating(2026, "①T", "69,5"))
    expect("muc-khac-diem", .warning, ["①": "HT"], in: bodies, rating(2026, "①HT", "49"))
  }

  @Test func `the bounds belong to the better level, and a worse level has its reasons`() {
    for (level, score) in [("XS", "90"), ("T", "70"), ("HT", "50"), ("KHT", "95"), ("chưa đánh giá", "10")] {
      expectNone("muc-khac-diem", in: bodies, rating(2026, level, score))
    }
  }

  @Test func `scores of earlier years followed other scales`() {
    expectNone("muc-khac-diem", in: bodies, rating(2024, "XS", "50"))
  }
}
