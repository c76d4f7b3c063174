"""Units and signs after a number, in words."""

MEASURES = {
    "km/h": "ki-lô-mét một giờ",
    "km/giờ": "ki-lô-mét một giờ",
    "m/s": "mét một giây",
    "km²": "ki-lô-mét vuông",
    "km2": "ki-lô-mét vuông",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "cm²": "xăng-ti-mét vuông",
    "cm2": "xăng-ti-mét vuông",
    "m³": "mét khối",
    "m3": "mét khối",
    "km": "ki-lô-mét",
    "cm": "xăng-ti-mét",
    "mm": "mi-li-mét",
    "m": "mét",
    "ha": "héc-ta",
    "kg": "ki-lô-gam",
    "g": "gam",
    "mg": "mi-li-gam",
    "ml": "mi-li-lít",
    "l": "lít",
    "kWh": "ki-lô-oát giờ",
    "kW": "ki-lô-oát",
    "MWp": "mê-ga-oát đỉnh",
    "MW": "mê-ga-oát",
    "kV": "ki-lô-vôn",
    "MHz": "mê-ga-héc",
    "kHz": "ki-lô-héc",
    "Hz": "héc",
    "GB": "gi-ga-bai",
    "MB": "mê-ga-bai",
    "°C": "độ C",
    "ºC": "độ C",
    "oC": "độ C",
}
MONEY = {
    "VNĐ": "đồng",
    "VND": "đồng",
    "đồng": "đồng",
    "đ": "đồng",
    "USD": "đô la Mỹ",
    "EUR": "ơ-rô",
    "€": "ơ-rô",
    "$": "đô la",
}
SHARES = {"%": "phần trăm", "‰": "phần nghìn"}
AFTER_NUMBER = MEASURES | MONEY | SHARES
# What is given for one of these: 8.000 đ/kg.
FOR_ONE = {
    "kg": "ki-lô-gam",
    "ha": "héc-ta",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "m³": "mét khối",
}
FOR_ONE |= {name: name for name in ("người", "hộ", "ngày", "tháng", "năm", "tấn", "lít", "vụ")}
# What is counted as so many of so many: 15/17 xã.
COUNTED = (
    "xã|phường|thị trấn|huyện|tỉnh|ấp|khóm|thôn|khu|hộ|người|đơn vị|trường|cơ sở|cơ quan|tiêu chí"
    "|chỉ tiêu|nhiệm vụ|cụm|điểm|công trình|dự án|đại biểu|học sinh|hội viên|đảng viên|phiếu|giờ"
    "|thành viên|địa phương|sở|ngành|doanh nghiệp|hợp tác xã|sản phẩm|tàu|phương tiện|câu|bài"
)
