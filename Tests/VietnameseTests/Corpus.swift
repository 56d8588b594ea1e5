/// Running text for the tests of encodings: written for them, in the words of office reports.
enum Corpus {
  static let vietnamese = """
    Thực hiện chương trình công tác năm, Đảng ủy Khối đã lãnh đạo các cấp ủy, tổ chức đảng trực thuộc đẩy mạnh phong \
    trào thi đua “Dân vận khéo” gắn với học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh. Qua kiểm tra, có \
    84 cơ sở đăng ký xây dựng mô hình; 20 cơ sở được xếp loại xuất sắc, 62 cơ sở hoàn thành tốt nhiệm vụ, hai cơ sở \
    hoàn thành nhiệm vụ và không có cơ sở nào yếu kém. Nhiều mô hình hay được nhân rộng trên địa bàn tỉnh Hưng Yên: \
    giúp hộ nghèo sửa nhà, nạo vét kênh mương, trồng hoa ven đường, thu gom rác thải, hiến đất mở rộng ngõ xóm. Ban \
    Thường vụ giao Văn phòng theo dõi, tổng hợp kết quả từng quý, kịp thời nhắc nhở những đơn vị chậm gửi báo cáo. \
    Công tác phối hợp giữa chính quyền với Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội ngày càng chặt chẽ. Tuy \
    nhiên, một số nơi còn lúng túng, việc đăng ký điển hình chưa sát thực tế, số liệu thiếu thống nhất giữa các kỳ. \
    Nguyên nhân chủ yếu do cán bộ kiêm nhiệm, kinh phí hạn hẹp, ứng dụng công nghệ thông tin chưa đồng bộ. Thời gian \
    tới, đề nghị các cấp ủy quán triệt sâu kỹ nghị quyết, mở lớp bồi dưỡng nghiệp vụ, biểu dương người tốt, việc tốt, \
    tăng cường đối thoại trực tiếp với nhân dân, giải quyết dứt điểm đơn thư khiếu nại ngay từ cơ sở. Bí thư chi bộ \
    chịu trách nhiệm về chất lượng của từng mô hình, định kỳ sáu tháng đánh giá, rút kinh nghiệm. Hội Nông dân vận động \
    hội viên góp quỹ, Hội Phụ nữ duy trì bếp ăn từ thiện, Đoàn Thanh niên tổ chức ngày thứ bảy tình nguyện, Hội Cựu \
    chiến binh bảo vệ đường biên, tự quản an ninh thôn bản. Doanh nghiệp tặng quà gia đình chính sách, khám bệnh miễn \
    phí cho người cao tuổi, hỗ trợ học bổng cho trẻ em vượt khó. Ủy ban kiểm tra phát hiện thêm mười lăm trường hợp ghi \
    sai ngày kết nạp, đã chỉnh sửa đầy đủ trước khi tổng kết.
    """

  static let english = """
    The committee reviewed the figures of the third quarter and found that most units had sent their reports on time. \
    What remains to be done? Two of them asked for more time; one said: "we can't, the file isn't ready yet." Models \
    were rated by an independent group (see annex A), and the results were shown to everybody. A cafe owner named Muller \
    gave 3/4 of the money to the poor - so did I. Go to the office, or do it at home? E.g. the list of names to be, a to. \
    All rights reserved. Totals: 84 units, 23.81% excellent, 73.81% good, 2.38% done. Why don't you ask? It's up to you!
    """

  static let french = """
    Le comité a étudié les résultats du troisième trimestre : le café Müller, à côté de l’hôtel, a reçu 25 € — déjà payés \
    où, comment et à qui ? « Là-bas », répondit-elle ; señor Núñez naïve ça et là, über Straße, 25 °C, 10 m².
    """

  /// All letters with accents, small then capital.
  static let letters = """
    àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ\
    ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ
    """

  /// Texts of `letters` letters from the corpus, beginning at words, spread over it.
  static func windows(of text: String, letters: Int, count: Int) -> [String] {
    let words = text.split(separator: " ")
    return (0..<count).map { number in
      var result = ""
      var (place, length) = (number * 37 % words.count, 0)
      while length < letters {
        let word = words[place % words.count]
        result += (result.isEmpty ? "" : " ") + word
        length += word.count { $0.isLetter }
        place += 1
      }
      return result
    }
  }
}
