"""The promises of the design, N1 to N30, by their numbers and short names."""

PROMISES = {
    "N1": "Kể hết một kế hoạch: mỗi câu ở đúng một ngăn, không mất chữ nào",
    "N2": "Không từ chối, không đoán bừa",
    "N3": "Thời hạn mơ hồ là dữ liệu, có người xác nhận",
    "N4": "Thấy ngay mục nào cấp dưới còn im lặng",
    "N5": "Sửa đổi kế hoạch là bản so sánh phải trả lời từng mục",
    "N6": "Phương hướng chưa ai nhận hiện ra là chưa ai nhận",
    "N7": "Việc làm xong tự để lại minh chứng",
    "N8": "Mỗi con số trong báo cáo mở ra được hồ sơ của nó",
    "N9": "Văn bản đã ban hành dựng lại được đúng từng byte",
    "N10": "Số đã báo cáo và số đã đính chính luôn khớp",
    "N11": "Phép gộp được chứng minh, không phụ thuộc thứ tự",
    "N12": "Mỗi câu tổng hợp dẫn về đoạn gốc",
    "N13": "Đi qua Word và về lại mà không mất thể thức, nguồn gốc",
    "N14": "Chỉ hỏi một lần: báo cáo điền sẵn từ 80 %",
    "N15": "Một lần đính chính, mọi bản theo sau",
    "N16": "Bản dịch cũ không lặng lẽ ra công chúng",
    "N17": "Cổng duyệt che cả tệp kèm, ảnh nhỏ, siêu dữ liệu",
    "N18": "Hai lần duyệt, một từ ngoài cơ quan",
    "N19": "Văn bản mật bị từ chối trước khi lưu",
    "N20": "Loa chỉ phát tiếng đã niêm",
    "N21": "Đứt đường truyền vẫn phát 72 giờ",
    "N22": "Lịch phát và thực phát đối chiếu hai chiều",
    "N23": "Nhật ký không sửa lén được",
    "N24": "Lịch Việt Nam: âm lịch, tháng nhuận, năm tròn",
    "N25": "Đơn vị đúng theo thời gian",
    "N26": "Mỗi điểm đánh giá giải thích được",
    "N27": "Khôi phục là một phép thử",
    "N28": "Chạy được trên đường truyền xấu",
    "N29": "Không đám mây: chạy khi rút dây mạng",
    "N30": "Câu lệnh nằm trong văn bản không có hiệu lực",
}

# What a promise says beyond what its proofs try today; such a promise holds in part.
STILL_OPEN = {
    "N7": "bài trên mạng xã hội, là việc của người ở ngoài hệ thống",
    "N17": "chữ ẩn trong tệp .pdf, chữ chụp trong ảnh, bản sao lưu",
    "N28": "cắt mạng ngẫu nhiên hàng nghìn lượt (đo ở bench lines), điện thoại thật",
    "N29": "cài gói lần đầu; máy không cho lập mạng riêng thì bộ phép thử chỉ bị chặn ở ổ cắm",
}
