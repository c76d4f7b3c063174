"""The words for what units are told to do: a list of the language, not of any document."""

# What a duty may begin with.
DEEDS = """
chủ trì|chủ động|phối hợp|tham mưu|xây dựng|ban hành|triển khai|tổ chức|thực hiện|tiếp tục|
tăng cường|đẩy mạnh|đẩy nhanh|hướng dẫn|đôn đốc|kiểm tra|giám sát|theo dõi|tổng hợp|báo cáo|
rà soát|cập nhật|bố trí|cân đối|đề xuất|cung cấp|tuyên truyền|phổ biến|quán triệt|chỉ đạo|
lãnh đạo|chịu trách nhiệm|có trách nhiệm|kịp thời|khẩn trương|nghiêm túc|thường xuyên|định kỳ|
phát huy|nâng cao|hoàn thiện|hoàn thành|lập|trình|gửi|thẩm định|phê duyệt|bảo đảm|đảm bảo|hỗ trợ|
tạo điều kiện|khuyến khích|vận động|phát động|biểu dương|khen thưởng|xử lý|giải quyết|tiếp nhận|
phân loại|ngăn chặn|phòng ngừa|đấu tranh|khắc phục|sửa đổi|bổ sung|nghiên cứu|ứng dụng|đổi mới|
lồng ghép|bám sát|định hướng|quản lý|vận hành|duy trì|khai thác|sử dụng|chuẩn bị|đăng ký|
tập trung|ưu tiên|kiện toàn|củng cố|thành lập|công bố|công khai|phản ánh|quan tâm|tích cực|
phụ trách|đề nghị|yêu cầu|phân công|tham gia|thu hút|khảo sát|đánh giá|thống kê|xác định|
cụ thể hóa|hợp tác|mở rộng|phát triển|thúc đẩy|huy động|đầu tư|kết nối|chia sẻ|đăng tải|phát sóng|
đưa tin|giới thiệu|quảng bá|tiếp thu|tháo gỡ|sơ kết|tổng kết|thi đua|nêu cao|nêu rõ|trình bày|
chú trọng|kiên quyết|xúc tiến|ra mắt|in ấn|làm đầu mối|là đầu mối|là cơ quan|thu thập|
nghiêm chỉnh|chấp hành|làm việc|biên tập|sản xuất|xuất bản|thông tin|thông báo|tư vấn|cải cách|
cắt giảm|quy hoạch|đào tạo|tuyển sinh|bồi dưỡng|tập huấn|kiểm soát|điều tra|xác minh|khoanh định|
lắp đặt|trang bị|nắm|bảo vệ|giữ vững|giữ gìn|đa dạng hóa|tích hợp|số hóa|sớm|hình thành|mời|cử|
rút kinh nghiệm|giao|giúp|không để|chỉ thực hiện|tăng tốc|tuân thủ|hoàn tất|tham vấn|thu hồi|
thiết lập|nâng cấp|tối ưu|thử nghiệm|trao đổi|lấy ý kiến|tạo|làm tốt|làm rõ|cam kết|chuyển đổi|
liên kết|tôn vinh|động viên|khơi dậy|kết hợp|gắn|lựa chọn|hạn chế|chống|phòng, chống|sẵn sàng|
điều phối|cảnh báo|vận dụng|tiến hành|sắp xếp|điều chỉnh|tranh thủ|đề ra|hưởng ứng|treo|
phát thanh|trang trí|tăng|trực|vệ sinh|
tổng vệ sinh|thăm hỏi|tặng|đề cao|đề phòng|đối chiếu|đối thoại|
giải trình|giải đáp|hoàn chỉnh|hòa giải|kiểm kê|kiểm điểm|kiểm định|kiềm chế|kiến nghị|làm sạch|
làm|lưu trữ|lưu giữ|mua sắm|mua|mở|nhân rộng|niêm yết|phân bổ|phân cấp|phân tích|phát hành|
phát hiện|phát tin|phát|phục hồi|phục dựng|phục vụ|quyên góp|răn đe|ra quân|sáp nhập|soạn thảo|
sưu tầm|sửa chữa|sơ tán|tiếp|tham dự|thanh tra|thanh toán|thanh lý|thay thế|thẩm tra|thiết kế|
thi công|thu gom|thu|thuê|thực thi|tiêm|tiêu hủy|tìm kiếm|tìm|tinh gọn|tinh giản|toạ đàm|tọa đàm|
trả lời|trả|trao|trùng tu|trồng|truy quét|truy tìm|tuần tra|tuyển dụng|tuyển chọn|ủng hộ|ứng phó|
ứng trực|viết|vinh danh|xem xét|xóa|xuống|xác lập|xác nhận|xây mới|xử phạt|bàn giao|bảo tồn|
bảo trì|bảo dưỡng|bảo quản|bãi bỏ|biên soạn|bình chọn|cải tạo|cải thiện|canh gác|cài đặt|cắm|
cấp phát|cấp|cho|chi trả|chỉnh lý|chỉnh trang|chọn|chăm lo|chăm sóc|chuẩn hóa|chuyển|chứng thực|
coi trọng|công nhận|cứu trợ|cưỡng chế|dành|dán|di dời|dịch|dự trù|dự báo|dừng|duyệt|dạy|điều động|
điều hành|điều tiết|định danh|đình chỉ|đón|đóng góp|đơn giản hóa|đưa|đồng bộ|đặt hàng|đặt|
đến từng|gìn giữ|giảm|giải ngân|giải phóng|giữ|gọi hỏi|gọi|hiện đại hóa|họp|hủy|hoãn|in|kê khai|
kết nạp|khám|khảo nghiệm|khoanh vùng|khôi phục|khởi công|khống chế|ký kết|ký|liên hệ|linh hoạt|
luân chuyển|luân phiên|mạnh dạn|miễn|nhận diện|nhập|nuôi dưỡng|nộp|ôn lại|phân luồng|phân định|
phân tách|phun|giáo dục truyền thống|giáo dục pháp luật|giáo dục học sinh|giáo dục cán bộ|rà|
sàng lọc|sáng tác|tái cấu trúc|tái cơ cấu|tạm dừng|tạo lập|tạo nguồn|tập hợp|tập kết|tham quan|
tham khảo|thăm|thắt chặt|thắp|thí điểm|thích ứng|thống nhất|thông qua|tính toán|tiếp công dân|
tiếp cận|tiết kiệm|tri ân|triệt phá|triệu tập|trấn áp|tu bổ|tuyên dương|tuyệt đối|tôn tạo|
từng bước|ủy quyền|xã hội hóa|xếp loại|xét|đo đạc|đấu giá|đấu thầu|đấu nối|giám định|nghiệm thu|
có biện pháp|có giải pháp|có kế hoạch|có phương án|có văn bản|có ý kiến|có hình thức|
có chính sách|có cơ chế|siết chặt|triệt để|bắn|kêu gọi|khơi thông|chặt tỉa|hiệp đồng|dự trữ|
dự phòng|khai báo|bảo toàn|bám nắm|thâm nhập|phá dỡ|tháo dỡ|gia cố|che chắn|chằng chống|neo đậu|
trợ giúp|cứu hộ|tiếp sức|khoan|nạo vét|khơi|đắp|tưới|gieo|thu hoạch|phòng trừ|xây|sửa|kiểm đếm|
cấm|nghiêm cấm|tẩy độc|khử|tiêu độc|phân vùng|cắm mốc|đo|khảo|chấm dứt|loại bỏ|thải loại|rút ngắn|
rút|đơn giản|tự động|liên thông|sao lưu|cấu hình|giải mã|phân quyền|mã hóa|hậu kiểm|tự kiểm tra|
tự rà soát|nhắc nhở|phê bình|kỷ luật|xử trí|đính chính|phản bác|vạch trần|cải chính|thông cáo|
giới hạn|quan trắc|theo sát|nắm chắc|nắm bắt|bồi thường|đền bù|vay|cho vay|giao ban|hội ý|
tập dượt|diễn tập|huấn luyện|rèn luyện|nêu gương|gương mẫu|tự giác|ký giao ước|thực tập|
khuyến cáo|kiến tạo|định giá|cổ phần hóa|thoái vốn|tiếp thị|chào hàng|bán|tiêu thụ|nội luật hóa|
thể chế hóa|luật hóa|sơ tuyển|chấm|trao thưởng|tuyên truyền miệng|nói chuyện|giao lưu|kể chuyện|
chiếu phim|trưng bày|triển lãm|trình diễn|biểu diễn|cổ động|thắp sáng|trang hoàng|làm đẹp|
chỉnh đốn|chấn chỉnh|khắc ghi|tưởng niệm|dâng hương|viếng|gặp mặt|tiếp xúc|thăm khám|truy vết|
đồng loạt|đảm nhận
"""

# What a predicate may begin with after a unit's name; no word that names are made of.
PREDICATES = """
có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|phối hợp|chủ động|căn cứ|trên cơ sở|
theo chức năng|theo dõi|theo nhiệm vụ|tham mưu|xây dựng|ban hành|triển khai|thực hiện|tiếp tục|
tăng cường|đẩy mạnh|hướng dẫn|đôn đốc|rà soát|cập nhật|bố trí|cân đối|đề xuất|tuyên truyền|
phổ biến|quán triệt|chỉ đạo|lãnh đạo|kịp thời|khẩn trương|nghiêm túc|thường xuyên|định kỳ|
phát huy|nâng cao|hoàn thiện|hoàn thành|lập|trình|gửi|thẩm định|phê duyệt|bảo đảm|đảm bảo|hỗ trợ|
tạo điều kiện|vận động|xử lý|giải quyết|tiếp nhận|nghiên cứu|ứng dụng|đổi mới|lồng ghép|bám sát|
định hướng|duy trì|chuẩn bị|tập trung|ưu tiên|kiện toàn|củng cố|thành lập|công bố|quan tâm|
tích cực|tham gia|khảo sát|đánh giá|thống kê|tiếp thu|tháo gỡ|nêu cao|báo cáo|tổng hợp|giúp|
làm đầu mối|là đầu mối|là cơ quan|nắm|đăng tải|biên tập|phản ánh|tiến hành|giao|phân công|xem xét|
phải|cần|sẽ|thông báo|kiểm tra|quản lý|giám sát|đăng ký|cung cấp|huy động|phát động|nhận|
được giao|sử dụng|mở|viết|sản xuất|phát sóng|thông tin|sẵn sàng|có ý kiến|thống nhất|yêu cầu|
đề nghị|điều phối|ra quân|đồng hành|phát triển|làm việc|trực tiếp|tuần tra|kiểm soát|xác minh|
trao đổi|trang trí|treo|đưa tin|tọa đàm|tăng|niêm yết|chấp hành|phòng ngừa|ngăn chặn|đấu tranh|
khắc phục|bảo vệ|đầu tư|thu thập|sắp xếp|khai thác|cam kết|đẩy nhanh|quảng bá|giới thiệu|kết nối|
chia sẻ|chi trả|trực ban|trực 24|ứng trực|phát tin|phát hành|phát hiện|phát thanh|liên hệ|mời|
ký kết|dự trù|mua sắm|đón tiếp|phân luồng|phân bổ|phân loại|phân tích|giữ gìn|giữ vững|canh gác|
truy quét|truy tìm|mở rộng|sáp nhập|tuyển dụng|tuyển chọn|luân chuyển|luân phiên|cấp phát|
giải ngân|thẩm tra|thanh toán|quyết toán|liên kết|giải phóng|tôn vinh|quyên góp|thăm hỏi|thu hồi|
răn đe|phát dọn|tạm dừng|đình chỉ|thu gom|cải tạo|sửa chữa|nâng cấp|lắp đặt|bàn giao|nghiệm thu|
chỉnh trang|tiêu hủy|khử khuẩn|sàng lọc|cách ly|điều trị|lấy mẫu|xét nghiệm|lựa chọn|kê khai|
vận hành|tích hợp|số hóa|cài đặt|đối thoại|hòa giải|giải đáp|trả lời|giải trình|kiểm điểm|xử phạt|
điều tra|trấn áp|triệt phá|cảnh báo|dự báo|ứng phó|sơ tán|di dời|khôi phục|điều động|tập hợp|
công khai|góp ý|phản biện|kiến nghị|lưu trữ|bảo quản|kết hợp|gắn kết|hợp tác|xúc tiến|dàn dựng|
sưu tầm|bảo tồn|tập huấn|bồi dưỡng|đào tạo|tư vấn|khuyến khích|khen thưởng|biểu dương|động viên|
chăm lo|chăm sóc|nhân rộng|đa dạng hóa|đối chiếu|xác định|cụ thể hóa|chú trọng|thúc đẩy|nhắc nhở|
cắt giảm|cải thiện|cải cách|hoàn chỉnh|kiểm kê|kiểm định|kiềm chế|soạn thảo|biên soạn|xác nhận|
trả kết quả|tuyên dương|tuân thủ|nộp|sơ kết|tổng kết|trang bị|thiết lập|thu hút|chuyển đổi|
điều chỉnh|bổ sung|sửa đổi|khoanh vùng|khống chế|cưỡng chế|tháo dỡ|trồng|tiêm phòng|phun|
quyết liệt|tổ chức lại|làm tốt|làm rõ|làm sạch|rút kinh nghiệm|không để|đề cao|nêu rõ|trình bày|
lấy ý kiến|có biện pháp|có giải pháp|có kế hoạch|có phương án|có văn bản|có hình thức|dành|hủy|
đến từng|chọn|xây mới|phục dựng|vinh danh|trao tặng|trợ giúp|đặt hàng|thi công|in|cho vay|đo đạc|
gìn giữ|phân định|điều hành|chuyển giao|lấy lại|lấy phiếu|triệu tập|đưa vào|thí điểm|thông qua|
ban bố|quy hoạch|thiết kế|siết chặt|kêu gọi|khơi thông|hiệp đồng|dự phòng|khai báo|gia cố|nạo vét|
kiểm đếm|cấm|tiêu độc|chấm dứt|rút ngắn|sao lưu|hậu kiểm|tự kiểm tra|chấn chỉnh|phản bác|nắm chắc|
nắm bắt|bồi thường|giao ban|diễn tập|huấn luyện|gương mẫu|tự giác|khuyến cáo|trưng bày|triển lãm|
biểu diễn|cổ động|trang hoàng|gặp mặt|tiếp xúc|truy vết|quan trắc|ghi nhận|lắng nghe|chú ý|lưu ý|
giữ nguyên|tranh thủ|nghiêm cấm|nhấn mạnh|quyết nghị|nhất trí|tuyển sinh|mở đợt|mở lớp|đón|
tiếp đón|truy tố|xét xử|rà quét|đảm nhận|đón nhận|công nhận|chấp nhận|đảm đương|đảm trách|
đồng loạt
"""
