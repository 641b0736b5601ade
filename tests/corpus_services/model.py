"""Plans of portals with procedures, drawn from a seed, over the real texts of ../shared/data/vn/procedures; and what is true of each.
Truth comes from the plan and the law's text alone, never from a run of the tool."""
import dataclasses
import json
import pathlib
import random
import re

TEXTS = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data" / "vn" / "procedures"
PARTS = ["steps", "means", "dossier", "copies", "time-limit", "subjects", "agency", "result", "fees", "forms", "conditions", "legal-basis", "decision", "intake"]
ALWAYS = [part for part in PARTS if part not in ("fees", "forms", "conditions")]
# What portals write where there is nothing yet.
NOTHING = ["", "Đang cập nhật", "--", "Không có thông tin", "Đang cập nhật…", "Chưa có thông tin"]
# Sentences of real texts that would say something about filing, payment or delivery, which the plan says itself.
OWN_MATTER = re.compile(r"thanh toán|kết quả|kiểm tra|khảo sát|có mặt|dung lượng|\bMB\b|ký số|chữ ký|đăng nhập|định danh|VNeID|xác thực|một phần|toàn trình|mức độ|bưu chính công ích", re.I)
FORM_WORDS = re.compile(r"mẫu|tờ khai|đơn|phiếu|bản khai|giấy đề nghị|\.docx?|\.pdf", re.I)
FILINGS = ["none", "none", "form", "login", "national", "national", "outside", "script", "broken"]
FORMS = ["sound", "sound", "sound", "broken", "named", "none-said", "missing"]


@dataclasses.dataclass
class Form:
    name: str
    href: str | None      # None: only its name stands there
    is_sound: bool


@dataclasses.dataclass
class Procedure:
    code: str
    name: str
    field: str
    admin_level: str
    declared: str          # as the page shows it; "" for nothing
    lines: dict            # part -> lines below its label; [] for a label with nothing; absent: no label
    parts: dict            # truth
    forms: list
    filing: str
    has_payment: bool
    has_delivery: bool
    no_fee: bool
    level: tuple = (0, 0)
    extent: tuple = (0, 0)

    @property
    def slug(self):
        return self.code.replace(".", "-")


def texts():
    """The real procedures, in the order of their codes."""
    return [json.loads(path.read_text()) for path in sorted(TEXTS.glob("*.json"))]


def sentences(text, most=6, without=None):
    """Lines of a text, long ones cut at their sentences, none that speaks of what the plan says itself."""
    out = []
    for line in re.split(r"[\n\r]+|(?<=[.;]) (?=[A-ZĐ])", text):
        line = re.sub(r"\s+", " ", line).strip(" -+•*")
        if len(line) > 12 and ":" not in line[:60] and not OWN_MATTER.search(line) and not (without and without.search(line)):
            out.append(line[:300])
    return out[:most]


def dossier_of(text):
    text = re.sub(r"^.*?Tên giấy tờMẫu đơn, tờ khaiSố lượng", "", text, flags=re.S)
    papers = re.split(r"\d+ bản (?:chính|sao)[,;\s]*", text)
    return [line for paper in papers for line in sentences(paper, 1, FORM_WORDS)][:5] or ["Bản sao quyết định thành lập"]


def laws_of(text):
    names = re.findall(r"\d+/\d{4}/[A-ZĐ]{2,5}(?:-[A-ZĐ]{2,6}\d*)?", text)
    return [f"Văn bản số {name}" for name in dict.fromkeys(names)][:5] or ["Luật Tổ chức chính quyền địa phương"]


def value(record, part, rng):
    """Lines of a part that is shown."""
    if part == "steps":
        return sentences(record["trinh_tu_thuc_hien"]) or ["Tổ chức, cá nhân chuẩn bị và gửi hồ sơ."]
    if part == "means":
        return rng.choice([["Trực tiếp", "Dịch vụ bưu chính", "Trực tuyến"], ["Trực tiếp tại bộ phận tiếp nhận, qua dịch vụ bưu chính hoặc trực tuyến"]])
    if part == "dossier":
        return dossier_of(record["thanh_phan_ho_so"])
    if part == "copies":
        return [rng.choice(["01 bộ", "02 bộ", "01 (một) bộ", "03 bộ"])]
    if part == "time-limit":
        return [rng.choice(["05 ngày làm việc", "15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ", "Ngay trong ngày", "Không quy định"])]
    if part == "subjects":
        return [record["doi_tuong_thuc_hien"] or "Tổ chức, cá nhân"]
    if part == "agency":
        named = record["co_quan_thuc_hien"]
        return ["Ủy ban nhân dân cấp tỉnh" if not named or "Không có" in named else re.sub(r"\s+", " ", named)[:200]]
    if part == "result":
        return sentences(re.sub(r"Mã: KQ.*", "", record["ket_qua_xu_ly"], flags=re.S), 2) or ["Giấy phép"]
    if part == "fees":
        return [rng.choice(["150.000 đồng/giấy phép", "Theo Thông tư số 38/2022/TT-BTC: 300.000 đồng", "Không", "Miễn phí"])]
    if part == "conditions":
        given = [line for line in sentences(record["yeu_cau_dieu_kien"], 3) if not line.startswith("Không có thông tin")]
        return given or [rng.choice(["Không", "Không có", "Không quy định"])]
    if part == "legal-basis":
        return laws_of(record["can_cu_phap_ly"])
    if part == "decision":
        return [record["so_quyet_dinh"] or "647/QĐ-BXD"]
    return [rng.choice(["Trực tiếp tại bộ phận một cửa", "Trực tiếp, trực tuyến"])]


def forms_of(rng, code, kind):
    names = rng.sample(["Mẫu số 01: Đơn đề nghị cấp giấy phép", "Mẫu số 02: Tờ khai thông tin", "Mẫu số 03: Bản cam kết", "Phụ lục I: Danh sách trang thiết bị"], rng.randint(1, 3))
    ends = [rng.choice([".docx", ".pdf", ".doc", ".odt"]) for _ in names]
    out = [Form(name, f"/bieu-mau/{code}-{i}{end}", True) for i, (name, end) in enumerate(zip(names, ends))]
    if kind in ("broken", "named"):
        at = rng.randrange(len(out))
        out[at] = Form(out[at].name, f"/bieu-mau/khong-co-{code}.docx" if kind == "broken" else None, False)
    return out if kind in ("sound", "broken", "named") else []


def observed(procedure, forms_kind):
    """The level and the extent that a reader of the law would find: Circular 32/2017, Art. 5; Decree 42/2022, Art. 11."""
    shown = sum(procedure.parts[part] == "shown" for part in ALWAYS)
    filing = {"form": "yes", "login": "yes", "national": "yes", "outside": "maybe", "script": "maybe", "none": "no", "broken": "no"}[procedure.filing]
    is_hidden = procedure.filing != "form"
    payment = "yes" if procedure.has_payment else "maybe" if is_hidden or procedure.no_fee else "no"
    level = (0, 0)
    if 2 * shown >= len(ALWAYS):
        forms_bad = forms_kind in ("broken", "named")
        level = (2, 2) if procedure.forms and not forms_bad else (1, 1)
        if not forms_bad and filing != "no":
            level = (3 if filing == "yes" else level[0], 3)
            if payment != "no":
                level = (level[0], 4)
                if filing == "yes" and payment == "yes" and (procedure.has_delivery or procedure.parts["intake"] == "shown"):
                    level = (4, 4)
    if filing != "yes":
        return level, ((0, 0) if filing == "no" else (0, 2))
    paid = "yes" if procedure.no_fee else payment
    delivered = "yes" if procedure.has_delivery else "maybe" if is_hidden else "no"
    if "no" in (paid, delivered):
        return level, (1, 1)
    return level, ((2, 2) if (paid, delivered) == ("yes", "yes") else (1, 2))


def plan(record, rng):
    gaps = rng.choice([0, 0, 1, 1, 2, 3, 10 if rng.random() < 0.3 else 2])
    states = {part: "shown" for part in PARTS}
    for part in rng.sample([p for p in PARTS if p != "forms"], gaps):
        states[part] = rng.choice(["missing", "missing", "empty"])
    if rng.random() < 0.6 and states["intake"] == "shown":
        states["intake"] = "missing"          # most pages have no label of its own; the means say it
    lines, parts = {}, {}
    for part in PARTS:
        if part == "forms":
            continue
        parts[part] = states[part]
        if states[part] == "shown":
            lines[part] = value(record, part, rng)
        elif states[part] == "empty":
            nothing = rng.choice(NOTHING)
            lines[part] = [nothing] if nothing else []
    if parts["means"] == "shown":
        parts["intake"] = "shown"
    forms_kind = rng.choice(FORMS)
    forms = forms_of(rng, record["ma_thu_tuc"].replace(".", "-"), forms_kind)
    parts["forms"] = "missing" if forms_kind == "missing" else "shown"
    if forms_kind == "none-said":
        lines["forms"] = [rng.choice(["Không", "Không có"])]
    declared = rng.choice(["Mức độ 1", "Mức độ 2", "Mức độ 3", "Mức độ 4", "Toàn trình", "Một phần", ""])
    filing = rng.choice(FILINGS)
    has_payment = filing in ("form", "login") and rng.random() < 0.5
    has_delivery = filing != "none" and rng.random() < 0.5
    no_fee = parts["fees"] == "shown" and lines["fees"][0] in ("Không", "Miễn phí")
    name = re.sub(r"\s+", " ", record["ten_thu_tuc"]).strip()
    out = Procedure(record["ma_thu_tuc"], name, record["linh_vuc"] or "Đường bộ", record["cap_thuc_hien"] or "Cấp tỉnh", declared, lines, parts, forms, filing, has_payment, has_delivery, no_fee)
    out.level, out.extent = observed(out, forms_kind)
    return out


def portal(make, number, records):
    """The procedures of one portal: fifteen of the real ones, planned anew."""
    rng = random.Random(f"{make} {number}")
    return [plan(record, rng) for record in rng.sample(records, min(15, len(records)))]
