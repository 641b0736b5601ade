"""Sentences of Vietnamese officialdom, put together anew for every page. `Writer` is bound to one site."""
import datetime

import names
from prose_fields import FIELDS

OPENINGS = [
    "Ngày {event}, tại {place}, {short} phối hợp với các cơ quan liên quan tổ chức {act} về {topic}.",
    "Sáng {event}, {boss} chủ trì {act} bàn về {topic} trên địa bàn {territory}.",
    "Vừa qua, đoàn công tác của {short} đã đi kiểm tra thực tế {topic} tại {place}.",
    "Trong hai ngày {event2}, {short} mở {act} về {topic} cho hơn {n} cán bộ cơ sở.",
    "Chiều {weekday} ({event}), {act} về {topic} diễn ra với sự tham dự của đại diện {n} đơn vị.",
    "Thực hiện Kế hoạch số {number}/KH-{initials} ngày {doc_day}, {short} triển khai nhiều việc về {topic}.",
    "Thời gian qua, công tác {topic} ở {place} đã có những chuyển biến rõ nét.",
]
MIDDLES = [
    "Theo báo cáo tại buổi làm việc, đến hết quý III đã có {n} {object} hoàn thành, đạt {percent}% kế hoạch năm.",
    "Tuy vậy, việc thực hiện ở một số nơi còn chậm; {place} vẫn còn {m} trường hợp chưa được xử lý dứt điểm.",
    "Ông {person}, một người dân ở {place}, cho biết từ khi {object} được đưa vào sử dụng, việc đi lại và làm ăn thuận lợi hơn trước.",
    "Các đại biểu đề nghị rà soát lại danh mục {object}, bố trí đủ kinh phí và phân công rõ người chịu trách nhiệm.",
    "Căn cứ Quyết định số {number}/QĐ-UBND ngày {doc_day}, thời hạn hoàn thành được ấn định trước ngày {deadline}.",
    "Đây là năm thứ ba liên tiếp hoạt động này được duy trì, góp phần nâng cao chất lượng {topic}.",
    "Kinh phí thực hiện khoảng {m},{n} tỷ đồng, lấy từ ngân sách và nguồn huy động hợp pháp khác.",
    "Bà con kiến nghị sớm có hướng dẫn cụ thể, nhất là với các hộ ở xa trung tâm.",
    "Lớp tập huấn sẽ kéo dài đến hết ngày {deadline}; tài liệu được gửi trước cho học viên qua thư công vụ.",
    "Nhiều ý kiến cho rằng cần gắn {topic} với việc chuyển đổi số, để người dân theo dõi được tiến độ.",
]
ENDINGS = [
    "Kết luận, {boss} yêu cầu các đơn vị hoàn thành phần việc được giao và báo cáo kết quả trước ngày {deadline}.",
    "{short} sẽ tiếp tục theo dõi, đôn đốc và thông tin kịp thời đến người dân.",
    "Dự kiến đợt kiểm tra tiếp theo được tổ chức vào ngày {deadline}.",
    "Dịp này, {m} tập thể và {n} cá nhân được tặng giấy khen.",
    "Mọi vướng mắc xin gửi về Văn phòng {short} để được giải đáp.",
]
ACTS = ["hội nghị", "hội thảo", "buổi làm việc", "lớp tập huấn", "lễ phát động", "cuộc họp giao ban", "tọa đàm"]
TITLES = [
    "{short} tổ chức {act} về {topic}", "Tăng cường {topic} tại {place}", "{Place}: chuyển biến trong {topic}", "Kiểm tra {topic} trên địa bàn {territory}",
    "Khởi công {object} tại {place}", "Hơn {n} hộ dân ở {place} được hưởng lợi từ {object}", "Gỡ vướng cho {topic} những tháng cuối năm",
    "{act} trực tuyến về {topic}", "Tập huấn {topic} cho cán bộ cơ sở", "{Place} về đích sớm trong {topic}", "Đẩy nhanh tiến độ {object}",
    "Tổng kết phong trào thi đua về {topic}", "Lắng nghe ý kiến người dân về {topic}", "Bàn giao {object} cho {place}",
]
# Titles that name an item without being it.
DECOY_TITLES = [
    "Công bố quyết định về cơ cấu tổ chức của Trung tâm Dịch vụ công {place}", "Hội nghị phổ biến pháp luật về {topic} tại {place}",
    "Lịch làm việc của đoàn khảo sát tại {place}", "Góp ý dự thảo văn bản về {topic}: nhiều ý kiến tâm huyết",
    "Ban hành văn bản hướng dẫn {topic}", "Trao thưởng cuộc thi tìm hiểu pháp luật", "Quy hoạch vùng nguyên liệu: cơ hội cho {place}",
    "Khai mạc triển lãm về lịch sử hình thành vùng đất {place}", "Ra mắt chuyên mục hỏi đáp trên sóng phát thanh",
    "Số liệu thống kê cho thấy {topic} tiến bộ rõ rệt",
    "Công khai ngân sách: kinh nghiệm từ {place}", "Nghiệm thu đề tài khoa học về {topic}", "Khen thưởng học sinh giỏi con em cán bộ ngành",
    "Bản đồ hành chính cổ được hiến tặng bảo tàng", "Lãnh đạo {short} chúc Tết người có công", "Diễn tập chữa cháy tại trụ sở các đơn vị trực thuộc",
]


class Writer:
    def __init__(self, unit, rng, moment):
        self.unit, self.rng, self.moment = unit, rng, moment
        self.field = FIELDS[unit.field]

    def day(self, least, most):
        """A day between `least` and `most` days before the evidence; negative ones come after it."""
        return (self.moment - datetime.timedelta(days=self.rng.randint(least, most))).date()

    def place(self):
        return "xã " + self.rng.choice(names.COMMUNES)

    def slots(self, near=None):
        rng, near = self.rng, near or self.moment.date()
        event = near - datetime.timedelta(days=rng.randint(1, 6))
        place = self.place()
        return {
            "short": self.unit.short, "territory": self.unit.territory, "initials": self.unit.initials, "place": place, "Place": place[0].upper() + place[1:],
            "topic": rng.choice(self.field["topics"]), "object": rng.choice(self.field["objects"]), "act": rng.choice(ACTS), "person": names.person(rng),
            "boss": rng.choice(self.field["bosses"]), "n": rng.randint(12, 98), "m": rng.randint(2, 9), "percent": rng.randint(61, 99),
            "number": rng.randint(11, 3200), "weekday": "thứ " + rng.choice(["Hai", "Ba", "Năm", "Sáu"]),
            "event": rng.choice([f"{event.day}/{event.month}", f"{event:%d/%m/%Y}", f"{event.day} tháng {event.month} năm {event.year}"]),
            "event2": f"{event.day - 1 if event.day > 1 else 1} và {event:%d/%m/%Y}",
            "doc_day": f"{near - datetime.timedelta(days=rng.randint(20, 400)):%d/%m/%Y}",
            "deadline": f"{near + datetime.timedelta(days=rng.randint(5, 60)):%d/%m/%Y}",
        }

    def title(self, decoy=False):
        text = self.rng.choice(DECOY_TITLES if decoy else TITLES).format(**self.slots())
        return text[0].upper() + text[1:]

    def sentences(self, pool, count, near=None):
        return [line.format(**self.slots(near)) for line in self.rng.sample(pool, min(count, len(pool)))]

    def article(self, near=None, paragraphs=3):
        """The paragraphs of a news item; their dates are decoys."""
        lines = [self.sentences(OPENINGS, 1, near)[0]]
        for _ in range(paragraphs):
            lines.append(" ".join(self.sentences(MIDDLES, 2, near)))
        return [("p", line) for line in [*lines, self.sentences(ENDINGS, 1, near)[0]]]

    def paragraph(self, count=3):
        return ("p", " ".join(self.sentences(MIDDLES, count)))
