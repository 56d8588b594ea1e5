/// Two templates that between them use every feature of the language.
enum Examples {
  static let report = """
    ---
    ten: Báo cáo quý
    mo_ta: Mẫu của bộ kiểm tra
    pham_vi: cap_uy
    ky: [quy, nam]
    van_ban:
      loai: BÁO CÁO
      ma_loai: BC
      trich_yeu: "kết quả phong trào “{{ tieu_de }}” {{ ky }}"
    ---
    {# ghi chú cho người soạn: không in ra #}
    {.can_cu}
    - Căn cứ số liệu đến {{ ngay_chot | ngay_dai }};

    # Đặc điểm tình hình {#dac-diem}

    Toàn đảng bộ có **{{ tong }}** mô hình (*đạt {{ ty_le | ty_le: 1 }}*), {% if co chenh_lech %}{{ chenh_lech | tang_giam }}{% if chenh_lech %} {{ chenh_lech | tri_tuyet_doi }}{% endif %} so với kỳ trước{% else %}chưa có số liệu kỳ trước{% endif %}.[^1]
    Dòng này cùng một đoạn\\
    và dòng này xuống dòng.

    [^1]: Tính theo {{ don_vi | dem }} đơn vị.

    ## Theo đơn vị

    {% for x in don_vi | sap_xep: so_luong, "giảm" limit: 2 %}
    - {{ vong.stt }}/{{ vong.tong }} {{ x.ten }}{% if x.so_luong > 1 %}: nhiều{% endif %}
      {% if vong.dau %}
      + đứng đầu, {{ x.tien | tien_trieu }}
      {% endif %}
    {% else %}
    Không có đơn vị nào.
    {% endfor %}

    Các bước:

    1. Một
    2. Hai

    a) điểm a
    b) điểm b

    > Trích dẫn của {{ co_quan.ten }}.

    | Mức | Số |
    |:----|---:|
    | Tốt | {{ tong | so }} |

    # {-} Đánh giá chung

    {% noi_dung "uu-diem" %}

    {% noi_dung "kien-nghi", bat_buoc: khong %}

    {% include "bieu", ds: don_vi, nhan_bieu: "Đvt: đơn vị" %}

    Xem [](#bieu-1), [trang](#dac-diem), [mục này](#dac-diem) và [bài báo]({{ duong_dan }}).

    {% phu_luc tieu_de: "Danh sách của {{ co_quan.ten }}", ngang: co %}

    {% khoang_cach 5mm %}

    ```bieu_do
    kieu: duong
    du_lieu: don_vi
    nhan_muc: "{{ ten }}"
    chuoi:
      - {ten: Số lượng, gia_tri: so_luong, nhan: "{{ so_luong | so }}"}
      - {ten: "Điểm {{ ky | nam }}", gia_tri: "{{ diem }}"}
    ten: "Diễn biến {{ ky }}"
    don_vi: mô hình
    cao: 60mm
    nhan: hinh-1
    ```

    {% phu_luc "Phụ lục riêng" %}

    {% muc_luc "Mục lục", cap: 2 %}
    {% trang_moi %}
    ```bang
    ten: So sánh
    cot:
      - {ten: Chỉ tiêu}
      - {ten: Kỳ này, can: phai}
    dong:
      - "I. Nhóm"
      - [Tổng số, "{{ tong }}"]
      - {o: [Chênh lệch, "{{ chenh_lech }}"], neu: co chenh_lech}
      - {o: [{chu: "Cả hai **cột**", gop: 2, can: giua}], loai: tong}
    ```
    """

  static let partials = [
    "bieu": """
    ```bang
    du_lieu: ds
    ten: "Biểu số 1: Kết quả của {{ goc.co_quan.ten }}"
    nhan: bieu-1
    dvt: "{{ nhan_bieu }}"
    so_cot: ["1", "2", "3", "4", "5 = 3:4"]
    lap_tieu_de: (tiếp theo)
    cot:
      - {ten: TT, gia_tri: "{{ vong.stt }}", rong: 10mm, can: giua}
      - {ten: Đơn vị, gia_tri: "{{ ten }}{% if ghi_chu %} ({{ ghi_chu }}){% endif %}", rong: 60%}
      - ten: Kết quả
        cot:
          - {ten: SL, gia_tri: "{{ so_luong | so }}", can: phai, cong: co}
          - {ten: Tổng, gia_tri: "{{ tong_so }}", can: phai, cong: co, ma: tat_ca}
          - {ten: "%", gia_tri: "{{ so_luong | phan_tram: tong_so, 2 }}", tong_gia_tri: "{{ tong.so_luong | phan_tram: tong.tat_ca, 2 }}", can: thap_phan, xoay: co}
    loc: tong_so > 0
    nhom_theo: loai
    nhom_ten: "{{ nhom.chu }}. {{ loai | hoa_dau }}"
    stt_theo_nhom: co
    cong_nhom: tren
    tong: TỔNG CỘNG
    cong_trang: Cộng trang
    ghi_chu: "Tỷ lệ làm tròn 2 chữ số."
    rong_khi_trong: Không có số liệu.
    ```
    """
  ]

  static let texts = ["uu-diem": "Phong trào có **{{ tong }}** mô hình.\n\n- Ý một\n- Ý hai, {{ don_vi | dem }} đơn vị"]

  static let letter = """
    ---
    ten: Công văn nhắc
    pham_vi: don_vi
    van_ban:
      dang: cong_van
      trich_yeu: "nộp báo cáo {{ ky }}"
      kinh_gui: ["{{ don_vi | dau_tien_ten }}", "Các đơn vị trực thuộc"]
      khan: KHẨN
      so: ""
    ---
    Đề nghị gửi báo cáo trước {{ ngay_chot | ngay_dai }}.

    {% anh anh, "anh/b.jpg", chu_thich: "Ảnh của {{ co_quan.ten }}", cao: 40mm, nhan: hinh-a %}

    ![Cảnh hội nghị](anh/a.jpg)
    """
    .replacing("{{ don_vi | dau_tien_ten }}", with: "{{ co_quan.ten }}")
    .replacing("nhan: hinh-a", with: "nhan: \"hinh-a\"")
}
