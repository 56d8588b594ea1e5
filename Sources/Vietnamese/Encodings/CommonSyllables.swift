/// The accented syllables that running Vietnamese text is full of, above all that of offices. A reading of unknown
/// bytes that yields these is rather right than one that yields merely possible syllables.
enum CommonSyllables {
  static func contains(_ spelling: Spelling) -> Bool { keys.contains(key(spelling)) }

  private static func key(_ spelling: Spelling) -> UInt64 {
    spelling.letters << 3 | UInt64(spelling.tone.rawValue)
  }

  private static let keys: Set<UInt64> = Set(
    words.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { key(Spelling(String($0))) })

  private static let words = """
    của và các được có là những một đã để đến cho người với trong không về thì này từ khi đó phải lại ở
    đảng ủy bộ chức đoàn viên tổ khối tỉnh huyện xã phường thị trấn thành phố quận cơ sở đơn vị hội đồng nhân dân
    quý năm tháng ngày kỳ số kết quả thực hiện công tác báo cáo vận khéo mô hình điển tập thể cá xếp loại xuất sắc
    tốt hoàn nhiệm vụ chất lượng đánh giá tỷ lệ tăng giảm so cùng trước sau trên dưới địa bàn phát triển kinh tế
    xã hội văn hóa giáo dục y quốc phòng an ninh đạo tuyên truyền nghị quyết chỉ thị hướng dẫn kế hoạch chương
    trình phong trào thi đua xây dựng nông thôn mới đại biểu đợt triệu nghìn tỉ tổng cộng nữ dân tộc thiểu đạt
    tiêu chuẩn mặt trận việt hồ chí học sinh cựu chiến binh phụ liên hiệp bí thư ban thường trưởng phó chủ tịch
    giám đốc cán bộ lãnh quản lý nhà nước nghiệp doanh hợp đảm bảo đổi khó khăn tồn hạn chế nguyên giải pháp
    đề xuất kiến tiếp tục nâng cao hiệu đẩy mạnh toàn thống nhất yêu cầu gửi đầu cuối hằng tại hưng yên hà nội
    nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý thị văn đức hải hùng dũng tuấn bình hương
    tên họ mã ghi chú địa điểm tình trạng lĩnh vực cấp nơi sinh giới tính điện thoại lớp khóa nhiệm bầu cử
    """
}
