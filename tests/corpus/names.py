"""Invented provinces, agencies, people, streets and numbers."""
from model import Unit, plain

PROVINCES = ["Hà Trạch", "Đông Lĩnh", "Tân Giang", "Sơn Khê", "Vĩnh Điền", "Long Biều", "Phú Đăng", "Thạch Đà", "Cẩm Hoài", "Lam Xuyên",
             "Đại Ngàn", "Quảng Lâm", "Trường Định", "Mỹ Hòa Giang", "Bắc Sông", "Nam Trà Khê", "Yên Đà", "Kim Sa"]
DISTRICTS = ["Đồng Mây", "Suối Vàng", "Cửa Lạch", "Phong Đằng", "Bình Nguyên Hạ", "Đá Bạc", "Gò Sim", "Hưng Lạc", "Rừng Thông", "Đò Chiều", "Vạn Chài", "Khe Sến"]
COMMUNES = ["Đồng Sậy", "Bãi Dâu", "Nậm Khe", "Phú Lộc Tây", "Bến Gỗ", "Vĩnh Hà", "Chợ Đồn Hạ", "Làng Vải", "Cồn Dừa", "Hòa Thuận Đông", "Mường Sơn", "Tân Bồi"]

# field, name, initials
MINISTRIES = [("water", "Bộ Thủy lợi và Đê điều", "BTL"), ("forest", "Bộ Lâm nghiệp", "BLN"), ("sea", "Bộ Biển và Hải đảo", "BHĐ"),
              ("building", "Bộ Hạ tầng đô thị", "BHT"), ("trade", "Bộ Công nghiệp nhẹ", "BCN"), ("health", "Bộ Y dược cộng đồng", "BYD"),
              ("culture", "Bộ Di sản và Du lịch", "BDS"), ("school", "Bộ Giáo dục nghề", "BGN"),
              ("staff", "Bộ Công vụ và Lưu trữ", "BCL"), ("law", "Bộ Hộ tịch và Hòa giải", "BHH"), ("science", "Bộ Sáng chế và Đo lường", "BSC"),
              ("farm", "Bộ Đất đai và Trồng trọt", "BĐT"), ("water", "Bộ Tài nguyên nước", "BTN")]
CENTRALS = [("water", "Cục Đê điều và Hồ chứa", "CĐH", "Bộ Thủy lợi và Đê điều"), ("forest", "Cục Giống cây rừng", "CGR", "Bộ Lâm nghiệp"),
            ("sea", "Tổng cục Nuôi biển", "TCNB", "Bộ Biển và Hải đảo"), ("trade", "Cục Đo lường hàng hóa", "CĐL", "Bộ Công nghiệp nhẹ"),
            ("health", "Cục Cây thuốc", "CCT", "Bộ Y dược cộng đồng"), ("building", "Cục Nhà ở xã hội", "CNX", "Bộ Hạ tầng đô thị"),
            ("school", "Cục Dạy nghề", "CDN", "Bộ Giáo dục nghề"), ("culture", "Cục Di sản làng nghề", "CDS", "Bộ Di sản và Du lịch")]
DEPARTMENTS = [("building", "Sở Xây dựng", "SXD"), ("health", "Sở Y tế", "SYT"), ("farm", "Sở Nông nghiệp và Môi trường", "SNNMT"), ("school",
        "Sở Giáo dục và Đào tạo", "SGDĐT"),
               ("trade", "Sở Công Thương", "SCT"), ("staff", "Sở Nội vụ", "SNV"), ("culture", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"), ("law",
                       "Sở Tư pháp", "STP"),
               ("science", "Sở Khoa học và Công nghệ", "SKHCN")]

SURNAMES = ["Lường", "Khuất", "Đỗ Trọng", "Phùng", "Mai", "Nông", "Quách", "Tạ", "Viên", "Giáp", "Hà", "Lưu", "Cù", "Thân", "Doãn", "Nghiêm"]
MIDDLES = ["Đắc", "Thị Hoài", "Quang", "Khánh", "Thị Lam", "Bá", "Hữu", "Thị Mộc", "Xuân", "Diệu", "Công", "Thế"]
GIVEN = ["Thuần", "Sậy", "Khôi", "Miên", "Trạch", "Diệp", "Hoàn", "Lẫm", "Nhự", "Thái", "Vọng", "Yến", "Bảo", "Cẩm", "Duệ"]
STREETS = ["đường Bờ Đê", "phố Hàng Vải", "đường Cây Gạo", "đường Bến Đò", "phố Chợ Cũ", "đường Đồi Thông", "đường Sông Lam Hạ", "phố Trường Học"]


def person(rng):
    return f"{rng.choice(SURNAMES)} {rng.choice(MIDDLES)} {rng.choice(GIVEN)}"


def host_part(text):
    return plain(text).lower().replace(" ", "").replace(",", "")


def phone(rng):
    """A land line of valid form; the exchange 3999 keeps it from being anybody's."""
    return f"(0{rng.choice([203, 210, 218, 225, 236, 252, 261, 270, 296])}) 3999 {rng.randint(0, 999):03d}"


def email(rng, host):
    return f"{rng.choice(['vanthu', 'banbientap', 'vanphong', 'congthongtin'])}@{host}"


def unit(level, rng, index):
    province = PROVINCES[(index if level == "province" else index * 7 + 5 + index // len(PROVINCES)) % len(PROVINCES)]
    territory = f"tỉnh {province}"
    domain = f"{host_part(province)}.gov.vn"
    if level == "ministry":
        field, name, initials = MINISTRIES[index % len(MINISTRIES)]
        short, parent, host, territory = name, "Chính phủ", f"{host_part(initials)}.gov.vn", "cả nước"
    elif level == "central-department":
        field, name, initials, parent = CENTRALS[index % len(CENTRALS)]
        short, host, territory = name, f"{host_part(initials)}.gov.vn", "cả nước"
    elif level == "provincial-department":
        field, short, initials = DEPARTMENTS[index % len(DEPARTMENTS)]
        name, parent, host = f"{short} {territory}", f"Ủy ban nhân dân {territory}", f"{host_part(initials)}.{domain}"
    elif level == "province":
        field, name, short, initials, parent, host = "province", f"Ủy ban nhân dân {territory}", f"UBND {territory}", "UBND", "Chính phủ", domain
    elif level == "district":
        here = f"huyện {DISTRICTS[index % len(DISTRICTS)]}"
        field, name, short, initials, parent = "district", f"Ủy ban nhân dân {here}", f"UBND {here}", "UBND", f"Ủy ban nhân dân {territory}"
        host, territory = f"{host_part(here[6:])}.{domain}", here
    else:
        here = f"xã {COMMUNES[index % len(COMMUNES)]}"
        field, name, short, initials, parent = "district", f"Ủy ban nhân dân {here}", f"UBND {here}", "UBND", f"Ủy ban nhân dân {territory}"
        host, territory = f"{host_part(here[3:])}.{domain}", here
    street = f"Số {rng.randint(2, 190)} {rng.choice(STREETS)}, {'thành phố Hà Nội' if territory == 'cả nước' else 'tỉnh ' + province}"
    number = phone(rng)
    return Unit(name, short, level, parent, territory, host, initials, field, street, number, number[:-3] + f"{rng.randint(0, 999):03d}", email(rng, host))
