"""What stands below sections: articles, questions, drafts, and the page of a week's schedule."""
import datetime

import names
from model import Entry, File, slug, weekday

WRONG = ["23/13/2026", "00/00/0000", "01/01/1970", "31/02/2026", "30/12/1899", "01/01/0001"]
SOURCES = ["Báo {territory}", "Cổng TTĐT", "Phòng Tổng hợp", "Thông tấn cơ sở", "Văn phòng {short}"]

# Titles of entries by item; {topic}, {place} … as in prose.
TITLES = {
    "law.dissemination": ["Những điểm mới của quy định về {topic}", "Hướng dẫn thực hiện chế độ, chính sách về {topic}",
                          "Mức xử phạt đối với hành vi vi phạm {topic}", "Quyền và nghĩa vụ của người dân trong {topic}",
                          "Hỏi nhanh, đáp gọn về luật: {topic}", "Luật quy định thế nào về {topic}?"],
    "directives.rewards": ["Khen thưởng {n} tập thể có thành tích trong {topic}", "Xử phạt doanh nghiệp vi phạm về {topic} số tiền {n} triệu đồng",
                           "Quyết định tặng Bằng khen cho đơn vị thực hiện tốt {topic}", "Xử lý cơ sở ở {place} vi phạm quy định về {topic}"],
    "directives.feedback-handling": ["Trả lời kiến nghị của cử tri {place} về {topic}", "Phúc đáp phản ánh của ông {person} về {object}",
                                     "Kết quả xác minh phản ánh tại {place}", "Giải quyết kiến nghị của doanh nghiệp về {topic}"],
    "strategy.plans": ["Quy hoạch phát triển {topic} đến năm 2035", "Đề án nâng cao chất lượng {topic} giai đoạn 2026 - 2030",
                       "Kế hoạch phát triển ngành năm 2027", "Chiến lược {topic} đến năm 2040"],
    "strategy.investment": ["Danh mục dự án mời gọi đầu tư tại {place}", "Chính sách ưu đãi đối với nhà đầu tư trong {topic}",
                            "Cơ hội đầu tư: {object} tại {place}"],
    "strategy.land-planning": ["Công bố đồ án quy hoạch chi tiết khu dân cư {place}", "Kế hoạch sử dụng đất năm 2027", "Điều chỉnh quy hoạch phân khu tại {place}"],
    "strategy.resources": ["Danh mục mỏ cát được cấp phép khai thác tại {place}", "Kế hoạch khai thác khoáng sản năm 2027",
                           "Khu vực cấm khai thác nước dưới đất tại {place}"],
    "strategy.environment": ["Kết quả quan trắc môi trường không khí quý III tại {place}",
                             "Danh mục nguồn chất thải nguy hại trên địa bàn {territory}", "Khu vực ô nhiễm cần xử lý tại {place}"],
    "projects.procurement": ["Thông báo mời thầu gói thầu số {m}: {object} tại {place}", "Kết quả lựa chọn nhà thầu: {object} tại {place}",
                             "Dự án {object} tại {place}: quy mô, tổng mức đầu tư", "Kế hoạch lựa chọn nhà thầu mua sắm trang thiết bị năm 2026"],
    "science.topics": ["Đề tài: Giải pháp nâng cao {topic} tại {place}", "Nghiệm thu nhiệm vụ cấp tỉnh về {topic}", "Danh mục nhiệm vụ khoa học năm 2027"],
    "statistics": ["Báo cáo thống kê tháng {m} năm 2026", "Số liệu {topic} 9 tháng năm 2026", "Niên giám năm 2025", "Tình hình kinh tế - xã hội quý III năm 2026"],
    "strategy.work-programme": ["Chương trình công tác năm 2026 của {short}", "Nhiệm vụ trọng tâm quý IV năm 2026", "Kế hoạch công tác năm 2027 về {topic}"],
    "budget.disclosure": ["Công khai dự toán ngân sách năm 2026", "Công khai tình hình thực hiện dự toán quý III năm 2026",
                          "Công khai quyết toán ngân sách năm 2025", "Báo cáo tài chính năm 2025"],
}
QUESTIONS = ["Tôi muốn hỏi thủ tục xin phép {topic} gồm những giấy tờ gì?", "Gia đình tôi ở {place}, đã nộp hồ sơ từ ngày {doc_day} mà chưa có kết "
             "quả, xin hỏi lý do?",
             "Bao giờ {object} ở {place} được sửa chữa?", "Cho hỏi mức thu phí hiện nay là bao nhiêu, nộp ở đâu?"]
ANSWERS = ["Cảm ơn câu hỏi của ông (bà). {short} trả lời như sau: hồ sơ gồm đơn theo mẫu, bản sao giấy tờ liên quan; nộp tại bộ phận một cửa, thời "
           "hạn giải quyết {n} ngày làm việc.",
           "Việc ông (bà) hỏi thuộc thẩm quyền của UBND {place}; {short} đã chuyển câu hỏi và sẽ thông tin lại trước ngày {deadline}."]


def stamp_of(rng, entry, odd):
    """A share of entries has no date, or one that cannot be."""
    roll = rng.random()
    if roll < odd * 0.6:
        entry.stamp = "none"
    elif roll < odd:
        entry.stamp, entry.wrong = "wrong", rng.choice(WRONG)
    return entry


def moment_of(writer, least, most):
    moment = writer.moment - datetime.timedelta(days=writer.rng.randint(least, most))
    return (moment.replace(hour=writer.rng.randint(7, 16), minute=writer.rng.randint(0, 59)) if moment.date() < writer.moment.date() else moment - datetime.timedelta(hours=writer.rng.randint(1,
            6)))


def filled(text, values):
    text = text.format(**values)
    return text[0].upper() + text[1:]


def article(writer, title, least, most, odd=0.12):
    rng = writer.rng
    entry = Entry("article", title, moment=moment_of(writer, least, most))
    near = entry.moment.date()
    entry.lead = (writer.sentences(["{short} vừa có thông tin về {topic} tại {place}.", "{act} nhằm tìm giải pháp cho {topic}, nhất là ở {place}.",
                                    "Đến nay {n} {object} đã hoàn thành, số còn lại dự kiến xong trước {deadline}."], 1, near)[0])
    entry.lead = entry.lead[0].upper() + entry.lead[1:]
    entry.blocks = writer.article(near, rng.randint(2, 4))
    if rng.random() < 0.4:
        entry.blocks.insert(2, ("img", f"anh-{rng.randint(1, 9)}.jpg", "Quang cảnh buổi làm việc"))
    entry.author = rng.choice([names.person(rng), "BBT", "Thu Trà", "Q.K"])
    entry.source = rng.choice(SOURCES).format(territory=writer.unit.territory, short=writer.unit.short)
    if rng.random() < 0.25:
        entry.comments = ([(names.person(rng), entry.moment + datetime.timedelta(days=n + 1, hours=2), rng.choice(["Bài viết rất bổ ích.",
                "Mong cơ quan sớm triển khai ở xã tôi.", "Cảm ơn thông tin."])) for n in range(rng.randint(1, 3))])
    return stamp_of(rng, entry, odd)


def news(writer, count, decoys=3):
    out = []
    for n in range(count):
        out.append(article(writer, writer.title(decoy=n < decoys), 0 if n == 0 else 1, 3 if n < 2 else 120))
    return unique(out)


def unique(entries):
    """No two entries of one title."""
    seen = {}
    for entry in entries:
        seen.setdefault(slug(entry.title), entry)
    return sorted(seen.values(), key=lambda e: e.moment, reverse=True)


def articles(writer, item, count):
    out = [article(writer, filled(writer.rng.choice(TITLES[item]), writer.slots()), 2, 200) for _ in range(count)]
    for entry in out:
        if item == "directives.feedback-handling":
            entry.blocks = ([("p", "Nội dung kiến nghị: " + filled(writer.rng.choice(QUESTIONS), writer.slots())), ("p", "Trả lời: " + filled(writer.rng.choice(ANSWERS),
                    writer.slots()))])
        if item in ("projects.procurement", "science.topics"):
            entry.blocks.insert(1, project_table(writer, item))
        if item in ("budget.disclosure", "statistics", "strategy.plans", "strategy.work-programme") and writer.rng.random() < 0.6:
            entry.files = [attached(writer, slug(entry.title)[:40], 0.1)]
    return unique(out)


def project_table(writer, item):
    values = writer.slots()
    if item == "science.topics":
        rows = ([["Mã số", f"ĐT-{values['number']:04d}"], ["Cấp quản lý", "Cấp tỉnh"], ["Đơn vị chủ trì", writer.field["units"][0]], ["Thời gian thực hiện",
                "01/2025 - 12/2026"]])
    else:
        rows = [["Tên dự án", filled("{object} tại {place}", values)], ["Mục tiêu", f"Phục vụ {values['topic']}"], ["Nguồn vốn",
                "Ngân sách địa phương"], ["Thời gian thực hiện", "2025 - 2027"],
                ["Thời điểm đóng thầu", f"09:00 {values['deadline']}"]]
    return ("table", ["Thông tin", "Nội dung"], rows)


def attached(writer, stem, broken):
    roll = writer.rng.random()
    if roll < broken:
        kind = writer.rng.choice(["html", "empty", "scan", "missing"])
        return File(f"{stem}.pdf", kind, "Tệp đính kèm")
    kind = writer.rng.choice(["pdf", "pdf", "docx", "doc", "xlsx"])
    return File(f"{stem}.{kind}", kind, f"{writer.unit.name}: nội dung của văn bản, {writer.rng.choice(writer.field['topics'])}.")


def questions(writer, count):
    out = []
    for _ in range(count):
        title = filled(writer.rng.choice(QUESTIONS), writer.slots())
        entry = Entry("question", title, moment=moment_of(writer, 3, 150), author=names.person(writer.rng))
        entry.blocks = [("p", filled(writer.rng.choice(ANSWERS), writer.slots()))]
        out.append(stamp_of(writer.rng, entry, 0.15))
    return unique(out)


def drafts(writer, count):
    out = []
    for _ in range(count):
        values = writer.slots()
        kind = writer.rng.choice(["Nghị định", "Thông tư", "Quyết định", "Nghị quyết"])
        entry = Entry("draft", f"Dự thảo {kind} quy định về {values['topic']}", moment=moment_of(writer, 3, 60))
        start, end = entry.moment.date(), entry.moment.date() + datetime.timedelta(days=45)
        entry.blocks = [("p", f"{writer.unit.short} đăng tải toàn văn dự thảo để lấy ý kiến rộng rãi. Ngày bắt đầu: {start:%d/%m/%Y}. Thời hạn góp "
                         f"ý: đến hết ngày {end:%d/%m/%Y}."),
                        ("p", f"Ý kiến xin gửi về {writer.unit.street}, thư điện tử {writer.unit.email}."), ("form", ["Họ tên", "Nội dung góp ý"])]
        entry.files = [attached(writer, slug(entry.title)[:40], 0.15)]
        out.append(stamp_of(writer.rng, entry, 0.15))
    return unique(out)


def schedule(writer):
    """This week's page; all its dates are dates of events."""
    monday = writer.moment.date() - datetime.timedelta(days=writer.moment.weekday())
    week = [monday + datetime.timedelta(days=n) for n in range(5)]
    rows = []
    for day in week:
        values = writer.slots(day)
        rows.append([f"{weekday(day)} ({day:%d/%m})", f"8h00: {values['act']} về {values['topic']}", f"14h00: {values['boss']} làm việc tại {writer.place()}"])
    head = (writer.rng.choice([f"Tuần {monday.isocalendar().week} (từ ngày {week[0]:%d/%m/%Y} đến ngày {week[-1]:%d/%m/%Y})",
                               f"Lịch tuần từ {week[0]:%d/%m} đến {week[-1]:%d/%m/%Y}"]))
    if writer.rng.random() < 0.3:
        return [("h", head), *[("p", f"{row[0]}: Sáng {row[1]}. Chiều {row[2]}.") for row in rows]]
    return [("h", head), ("table", ["Ngày", "Sáng", "Chiều"], rows)]
