"""Documents: numbers as the law writes them, dates, abstracts, attached files."""
import datetime

from lists import attached, moment_of, stamp_of
from model import Entry, slug

TYPES = {"Quyết định": "QĐ", "Công văn": "", "Kế hoạch": "KH", "Thông báo": "TB", "Chỉ thị": "CT", "Báo cáo": "BC", "Tờ trình": "TTr", "Hướng dẫn": "HD"}
LEGAL = {"Quyết định": "QĐ", "Thông tư": "TT", "Nghị quyết": "NQ"}
ABSTRACTS = ["Về việc tăng cường {topic} trên địa bàn {territory}", "Ban hành quy định về {topic}", "V/v báo cáo kết quả {topic} 9 tháng năm 2026",
             "Phê duyệt kế hoạch thực hiện {topic} năm 2026",
             "Kiện toàn Ban Chỉ đạo {topic}", "Triển khai thực hiện kết luận tại {act} ngày {doc_day}",
             "Sửa đổi, bổ sung một số điều của quy định về {topic}", "Phân công nhiệm vụ theo dõi {object} tại {place}"]
DIRECTIVES = ["Chấn chỉnh {topic} tại {place}", "Kết luận tại {act} về {topic}", "Về việc khắc phục tồn tại trong {topic}", "Đôn đốc tiến độ {object}"]


def document(writer, directive):
    rng, unit = writer.rng, writer.unit
    legal = not directive and rng.random() < 0.3
    kind = rng.choice(list(LEGAL)) if legal else rng.choice(["Công văn", "Thông báo", "Chỉ thị"] if directive else list(TYPES))
    if kind == "Thông tư" and unit.level != "ministry":
        kind = "Quyết định"
    if kind == "Nghị quyết" and unit.level in ("ministry", "central-department"):
        kind = "Quyết định"
    issued = writer.day(6, 300)
    authority, letters = issuer(unit, kind, legal)
    digits = rng.randint(1, 99) if legal else rng.randint(3, 3900)
    stem = f"{digits:02d}/{issued.year}" if legal else f"{digits:02d}"
    short = TYPES.get(kind, LEGAL.get(kind, ""))
    number = f"{stem}/{short}-{letters}" if short else f"{stem}/{letters}-{rng.choice(['VP', 'TH', 'KHTC', 'NV'])}"
    abstract = rng.choice(DIRECTIVES if directive else ABSTRACTS).format(**writer.slots(issued))
    abstract = abstract[0].upper() + abstract[1:]
    effective = issued + datetime.timedelta(days=rng.choice([0, 0, 10, 15, 45])) if legal or rng.random() < 0.5 else None
    entry = Entry("document", f"{kind} số {number} {abstract[0].lower()}{abstract[1:]}" if rng.random() < 0.5 else abstract)
    entry.fields = {"type": kind, "authority": authority, "number": number, "issued": issued, "effective": effective, "abstract": abstract}
    entry.files = [attached(writer, f"{slug(number)}", 0.16) for _ in range(rng.choice([1, 1, 1, 2]))]
    if len(entry.files) == 2:
        entry.files[1].name = "phu-luc-" + entry.files[1].name
    entry.blocks = writer.article(issued, 1)[1:]
    # when the document was put on the portal; few templates show it
    posted = moment_of(writer, 0, 4)
    entry.moment = posted.replace(year=issued.year, month=issued.month, day=issued.day) + datetime.timedelta(days=rng.randint(0, 5))
    return stamp_of(rng, entry, 0.05)


def issuer(unit, kind, legal):
    above = unit.parent if unit.level in ("provincial-department", "central-department") and legal else unit.name
    if kind == "Nghị quyết":
        place = unit.parent.removeprefix("Ủy ban nhân dân ") if unit.level == "provincial-department" else unit.territory
        return f"Hội đồng nhân dân {place}", "HĐND"
    if above.startswith("Ủy ban nhân dân"):
        return above, "UBND"
    if above != unit.name:
        return above, "".join(word[0] for word in above.split() if word[0].isupper())
    return unit.short, unit.initials


def documents(writer, count, directive=False):
    found = {}
    for _ in range(count):
        entry = document(writer, directive)
        found.setdefault(entry.fields["number"], entry)
    return sorted(found.values(), key=lambda e: e.fields["issued"], reverse=True)
