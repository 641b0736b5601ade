"""Pages of fixed text: functions, structure, history, leaders, territory, contacts, directory, decoys.
A block is ("p" | "h", text), ("ul", lines), ("table", header, rows), ("img", name, alt), ("form", labels), ("file", File)."""
import names

TASKS = ["Trình {parent} dự thảo quyết định, quy hoạch, kế hoạch phát triển {field}.",
         "Tổ chức thực hiện các văn bản quy phạm pháp luật, quy hoạch, kế hoạch sau khi được phê duyệt.",
         "Hướng dẫn, kiểm tra việc thực hiện {topic} và {topic2}.", "Thanh tra, giải quyết khiếu nại, tố cáo, phòng chống tham nhũng theo quy định.",
         "Quản lý tổ chức bộ máy, biên chế và thực hiện chế độ tiền lương đối với công chức, viên chức thuộc quyền.", "Thực hiện hợp tác trong lĩnh vực {field}.",
         "Thực hiện các nhiệm vụ khác do {parent} giao."]
MILESTONES = ["Năm {a}, tiền thân của {short} được thành lập với {n} cán bộ, làm việc trong một dãy nhà tranh.",
              "Năm {b}, cơ quan được tách ra và mang tên gọi mới, trụ sở chuyển về nơi hiện nay.",
              "Giai đoạn {b} - {c} là những năm gây dựng {topic}, nhiều phong trào lan tỏa rộng khắp.",
              "Năm {c}, đơn vị vinh dự được tặng Huân chương Lao động hạng Ba.",
              "Trải qua các lần sáp nhập, từ năm {d} cơ quan ổn định tổ chức và hoạt động theo mô hình hiện nay."]
NATURE = ["{Territory} nằm ở vùng chuyển tiếp giữa trung du và đồng bằng, diện tích tự nhiên {n}{n} km², địa hình thấp dần từ tây sang đông.",
          "Khí hậu chia hai mùa rõ rệt; lượng mưa trung bình 1.{n}0 mm mỗi năm, nhiệt độ trung bình 23,{m} độ C.",
          "Hệ thống sông ngòi dày, hai con sông chính chảy qua {place} và {place2}.",
          "Đất phù sa chiếm {n}% diện tích, thích hợp với lúa và cây ăn quả; phần còn lại là đồi thấp và rừng trồng."]
PAST = ["Vùng đất này được khai phá từ thế kỷ XV, khi những người dân chài ngược sông lên lập làng.",
        "Trong kháng chiến, {place} là căn cứ của lực lượng địa phương.",
        "Lễ hội bơi chải đầu xuân và nghề dệt vải chàm là hai nét văn hóa còn giữ được đến nay.",
        "Đình {place} được xếp hạng di tích lịch sử cấp tỉnh năm 19{n}; thác Khe Sến là thắng cảnh được nhiều người tìm đến."]


def slots(writer):
    rng, values = writer.rng, writer.slots()
    first = rng.randint(1945, 1965)
    unit = writer.unit
    return {**values, "parent": unit.parent, "field": writer.field["name"], "topic2": rng.choice(writer.field["topics"]), "place2": writer.place(),
            "Territory": unit.territory[0].upper() + unit.territory[1:], "a": first, "b": first + rng.randint(8, 14), "c": first + rng.randint(20, 34),
            "d": rng.randint(2003, 2016)}


def functions(writer):
    unit, values = writer.unit, slots(writer)
    return [("h", "I. Vị trí và chức năng"), ("p", f"{unit.name} là cơ quan thuộc {unit.parent}, tham mưu, giúp {unit.parent} quản lý nhà nước về "
                                              f"{writer.field['name']} theo quy định của pháp luật."),
            ("p", f"{unit.short} có tư cách pháp nhân, có con dấu và tài khoản riêng; chấp hành sự chỉ đạo, quản lý về tổ chức, biên chế của {unit.parent}."),
            ("h", "II. Nhiệm vụ và quyền hạn"), ("ul", [line.format(**values) for line in writer.rng.sample(TASKS, 5)])]


def structure(writer):
    rows = writer.field["divisions"]
    blocks = [("p", f"{writer.unit.short} gồm Ban lãnh đạo, {len(rows)} phòng, ban tham mưu và {len(writer.field['units'])} đơn vị trực thuộc."), ("ul", rows)]
    if writer.rng.random() < 0.5:
        blocks.append(("img", "so-do.png", "Sơ đồ"))
    return [*blocks, ("p", "Số lượng cấp phó của từng phòng thực hiện theo quy định hiện hành; trụ sở làm việc đặt tại cơ quan.")]


def history(writer):
    values = slots(writer)
    return [("p", line.format(**values)) for line in MILESTONES]


def leaders(writer):
    rng = writer.rng
    posts = ["Trưởng ban", "Phó Trưởng ban"] if rng.random() < 0.1 else [boss[0].upper() + boss[1:] for boss in writer.field["bosses"][:2]]
    people = [(names.person(rng), posts[0])] + [(names.person(rng), posts[1]) for _ in range(rng.randint(2, 3))]
    duties = writer.field["topics"]
    if rng.random() < 0.5:
        return ([("table", ["Họ và tên", "Chức vụ", "Năm sinh", "Lĩnh vực phụ trách"], [[who, post, str(rng.randint(1965, 1984)), rng.choice(duties)]
                for who, post in people])])
    blocks = []
    for who, post in people:
        blocks += [("img", "chan-dung.png", who), ("h", who), ("p", f"{post}. Sinh ngày "
                f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{rng.randint(1965, 1984)}. Trình độ: "
                f"{rng.choice(['Thạc sĩ', 'Cử nhân', 'Kỹ sư', 'Tiến sĩ'])}."),
                   ("p", f"Nhiệm vụ: phụ trách {rng.choice(duties)}, {rng.choice(duties)} và các công việc khác được phân công.")]
    return blocks


def subordinate(writer):
    blocks = []
    for name in writer.field["units"]:
        blocks += [("h", name), ("p", f"{name} có chức năng giúp {writer.unit.short} thực hiện {writer.rng.choice(writer.field['topics'])}; nhiệm "
                                 f"vụ, quyền hạn do {writer.unit.short} quy định."),
                   ("p", f"Trụ sở: {writer.rng.randint(2, 90)} {writer.rng.choice(names.STREETS)}. Điện thoại: {names.phone(writer.rng)}.")]
    return blocks


def territory_structure(writer):
    return [("p", f"{writer.unit.name} có Chủ tịch, các Phó Chủ tịch, các Ủy viên và các cơ quan chuyên môn sau:"), ("ul", writer.field["divisions"]),
            ("p", f"Các đơn vị hành chính cấp dưới: {', '.join('xã ' + name for name in writer.rng.sample(names.COMMUNES, 6))}.")]


def territory_map(writer):
    return [("img", "ban-do.png", f"Bản đồ hành chính {writer.unit.territory}"),
            ("p", f"{writer.unit.territory[0].upper()}{writer.unit.territory[1:]} có {writer.rng.randint(9, 60)} xã, phường: "
             f"{', '.join(writer.rng.sample(names.COMMUNES, 8))}.")]


def from_pool(pool):
    return lambda writer: [("p", line.format(**slots(writer))) for line in pool]


def officials(writer):
    rng = writer.rng
    rows = [[names.person(rng), rng.choice(["Trưởng phòng", "Phó Trưởng phòng", "Chánh Văn phòng", "Chuyên viên"]), rng.choice(writer.field["divisions"]),
             names.phone(rng),
             f"cb{rng.randint(100, 999)}@{writer.unit.host}"] for _ in range(rng.randint(5, 9))]
    return [("table", ["Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Thư điện tử"], rows)]


def contact(writer):
    unit = writer.unit
    return [("p", unit.name), ("p", f"Địa chỉ: {unit.street}"), ("p", f"Điện thoại: {unit.phone} - Fax: {unit.fax}"), ("p", f"Thư điện tử: {unit.email}"),
            ("p", "Thời gian làm việc: thứ Hai đến thứ Sáu, sáng từ 7h30, chiều từ 13h30.")]


def access(writer):
    unit = writer.unit
    return [("p", f"{unit.short} cung cấp thông tin cho công dân theo Luật Tiếp cận thông tin số 104/2016/QH13 ngày 06/4/2016."),
            ("p", f"Đầu mối tiếp nhận yêu cầu: Văn phòng, điện thoại {unit.phone}, thư điện tử {unit.email}."),
            ("p", "Người yêu cầu điền phiếu theo mẫu và gửi trực tiếp, qua bưu chính hoặc qua mạng điện tử. Thời hạn trả lời là 10 ngày làm việc."), ("ul",
                    ["Phiếu yêu cầu cung cấp thông tin (mẫu 01a)", "Phiếu yêu cầu của tổ chức (mẫu 01b)"])]


def feedback_form(writer):
    unit = writer.unit
    return [("p", f"Cá nhân, tổ chức gửi phản ánh, kiến nghị về quy định hành chính thuộc thẩm quyền của {unit.short} theo một trong các cách: gửi "
             f"biểu mẫu dưới đây; gửi thư về {unit.street}; "
             f"gọi {unit.phone}; gửi thư điện tử đến {unit.email}."), ("form", ["Họ và tên", "Điện thoại", "Nội dung phản ánh"])]


def services(writer):
    rows = [[str(n), f"Cấp giấy phép về {topic}", writer.field["divisions"][n % len(writer.field["divisions"])], writer.rng.choice(["Toàn trình",
            "Một phần", "Mức độ 3", "Mức độ 4"])]
            for n, topic in enumerate(writer.field["topics"], 1)]
    return [("p", f"Danh mục dịch vụ công trực tuyến do {writer.unit.short} cung cấp:"), ("table", ["STT", "Tên thủ tục", "Nơi giải quyết", "Mức độ"], rows)]


ITEMS = {"intro.functions": functions, "intro.structure": structure, "intro.history": history, "intro.leaders": leaders, "intro.subordinate-units": subordinate,
         "territory.structure": territory_structure, "territory.map": territory_map, "territory.nature": from_pool(NATURE), "territory.history": from_pool(PAST),
         "contact.officials": officials, "intro.contact": contact, "access-to-information": access, "consultation.regulation-feedback": feedback_form,
         "services.list": services}


# ---------- decoys: near an item, and not it

def reception(writer):
    return [("p", f"Lãnh đạo {writer.unit.short} tiếp công dân định kỳ tại phòng tiếp dân của cơ quan:"),
            ("table", ["Ngày", "Người tiếp"], [[f"{day:02d}/{month:02d}/2026", names.person(writer.rng)] for day, month in ((5, 11), (19, 11), (3, 12), (17, 12))])]


def events(writer):
    return [("ul", [f"{writer.day(-30, -2):%d/%m/%Y}: {writer.title()}" for _ in range(5)])]


def hours(_):
    return [("p", "Sáng: 7 giờ 30 đến 11 giờ 30. Chiều: 13 giờ 30 đến 17 giờ 00. Nghỉ thứ Bảy, Chủ nhật và các ngày lễ, trừ bộ phận trực.")]


def campaign(writer):
    return [("p", f"Khẩu hiệu treo dịp lễ tại {writer.place()} và các tuyến phố chính: \"Toàn dân chung tay vì quê hương xanh, sạch, đẹp\"."),
            ("ul", ["Áp phích cổ động khổ 60 x 90", "Mẫu băng rôn ngang đường", "Bài phát thanh xã, 3 phút"])]


def downloads(writer):
    return [("ul", [f"Mẫu đơn {n:02d}: đề nghị về {topic}" for n, topic in enumerate(writer.field["topics"], 1)])]


def visits(writer):
    return ([("table", ["Kỳ", "Lượt xem"], [["Hôm nay", str(writer.rng.randint(90, 900))], ["Tháng này", str(writer.rng.randint(9000, 90000))], ["Tất cả",
            str(writer.rng.randint(10**6, 10**7))]])])


def cadres(writer):
    return [("p", f"{writer.unit.short} rà soát, bổ sung quy hoạch cán bộ nhiệm kỳ tới; danh sách nhân sự được lấy phiếu tín nhiệm theo quy trình năm bước.")]


def former(writer):
    return [("table", ["Họ và tên", "Thời gian giữ chức"], [[names.person(writer.rng), f"{year} - {year + 5}"] for year in range(1976, 2011, 7)])]


def hotline(writer):
    return [("p", f"Số điện thoại trực phòng chống thiên tai, cháy nổ: {names.phone(writer.rng)}; trực 24/24 giờ trong mùa mưa bão.")]


def board(writer):
    return ([("p", f"Ban Quản lý dự án là đơn vị sự nghiệp thuộc {writer.unit.short}, có {writer.rng.randint(12, 40)} viên chức, trụ sở tại "
              f"{writer.rng.choice(names.STREETS)}.")])


DECOYS = {"reception": reception, "events": events, "hours": hours, "campaign": campaign, "forms": downloads, "visits": visits, "cadres": cadres, "former": former,
          "hotline": hotline, "board": board}
