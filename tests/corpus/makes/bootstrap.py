"""ASP.NET MVC with Bootstrap: navbar with dropdowns, cards and badges, days as the server's culture writes them ("24/11/2026 8:15:00 SA"),
documents as list-group, then tabs with a grid of row and col for labels and values and the day of posting above, questions as an accordion."""
from model import escaped as e
from model import slug, weekday

LIST = {"number", "type", "abstract"}
DETAIL = {"number", "type", "authority", "issued", "effective", "abstract"}
PAGED = 5
INLINE = {"question"}
POSTED_DOCUMENTS = True


def address(site, section, entry=None, number=1):
    place = site.sections.index(section) + 1
    if entry:
        return f"/{'VanBan' if entry.kind == 'document' else 'TinTuc'}/ChiTiet/{place * 100 + entry.number}/{slug(entry.title, most=60)}.html"
    if section.kind in ("list", "documents", "questions", "drafts"):
        return f"/DanhMuc/{place}/{slug(section.label)}.html" if number == 1 else f"/DanhMuc/{place}/Trang/{number}/{slug(section.label)}.html"
    return f"/BaiViet/{place}/{slug(section.label)}.html"


def file_address(site, section, file):
    return f"/Uploads/2026/{site.sections.index(section) + 1}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = "Trang chủ" if page.kind == "home" else (page.entry or page.section).title
    return f"""<!DOCTYPE html>
<html lang="vi">
<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <title>{e(title)} - {e(site.unit.short)}</title>
    <link rel="stylesheet" href="/css/site.css?v=AKvNjO3dCPPS0eSU1Ez8T2wI280i08yGycV9ndytL-c" />
</head>
<body>
    <div class="bg-light small"><div class="container d-flex"><span><i class="bi bi-calendar3"></i> {weekday(site.moment)}, {site.moment:%d/%m/%Y}</span>
        <form class="d-flex ms-auto" action="/TimKiem"><input class="form-control" name="tuKhoa" /><button class="btn">Tìm</button></form></div></div>
    <header class="container py-3 d-flex"><a href="/"><img src="/images/logo.png" height="80" alt="{e(site.unit.name)}" /></a>
        <div class="ms-3"><div class="text-danger">CỔNG THÔNG TIN ĐIỆN TỬ</div><div class="h4 text-uppercase fw-bold">{e(site.unit.name)}</div></div></header>
    <nav class="navbar navbar-expand-lg navbar-dark bg-danger sticky-top"><div class="container"><button class="navbar-toggler" type="button"
        data-bs-toggle="collapse" data-bs-target="#navMain" aria-label="Mở menu"><span class="navbar-toggler-icon"></span></button>
        <div class="collapse navbar-collapse" id="navMain"><div class="navbar-nav">{menu(site)}</div></div></div></nav>
    <div class="container my-3">{crumbs(site, page)}
        <div class="row"><main role="main" class="col-lg-9">{body}</main><div class="col-lg-3">{side(site)}</div></div></div>
    <footer class="bg-dark text-white-50 py-4"><div class="container">{footer(site)}</div></footer>
    <script src="/lib/bootstrap/dist/js/bootstrap.bundle.min.js"></script>
</body>
</html>"""


def menu(site):
    out = ['<a class="nav-item nav-link" href="/"><i class="bi bi-house-fill"></i></a>']
    for n, group in enumerate(site.groups):
        inner = [f'<a class="dropdown-item fw-bold" href="{group.section.address}">{e(group.section.label)}</a>'] if group.section else []
        inner += [f'<a class="dropdown-item" href="{s.address}">{e(s.label)}</a>' for s in group.sections]
        out.append(f'<div class="nav-item dropdown"><a class="nav-link dropdown-toggle" href="#" id="dd{n}" role="button" data-bs-toggle="dropdown" '
                   f'aria-expanded="false">{e(group.label)}</a>\n<div class="dropdown-menu" aria-labelledby="dd{n}">{"".join(inner)}</div></div>')
    return "\n".join(out + [f'<a class="nav-item nav-link" href="{s.address}">{e(s.label)}</a>' for s in site.of("menu") if not s.group])


def crumbs(site, page):
    if page.kind == "home":
        return ""
    inner = "".join(f'<li class="breadcrumb-item"><a href="{url or "#"}">{e(label)}</a></li>' for label, url in site.crumbs(page.section, page.entry))
    here = "" if page.entry else f'<li class="breadcrumb-item active" aria-current="page">{e(page.section.label)}</li>'
    return f'<nav aria-label="breadcrumb"><ol class="breadcrumb bg-light p-2">{inner}{here}</ol></nav>'


def server_day(moment):
    return f"{moment:%d/%m/%Y} {(moment.hour - 1) % 12 + 1}:{moment:%M:%S} {'SA' if moment.hour < 12 else 'CH'}"


def clock(entry, before=""):
    if entry.kind == "english" or entry.stamp == "none":
        return ""
    return f'<small class="text-muted"><i class="bi bi-clock"></i> {before}{entry.wrong if entry.stamp == "wrong" else server_day(entry.moment)}</small>'


def card(entry):
    when = clock(entry) if entry.day else ""
    return ('<div class="card mb-3 border-0 border-bottom rounded-0"><div class="row g-0"><div class="col-4 col-md-3">'
            f'<img src="/Uploads/thumbs/{entry.number}.jpg" class="img-fluid" alt="" /></div><div class="col-8 col-md-9"><div class="card-body py-0">'
            f'<h5 class="card-title"><a class="text-dark" href="{entry.address}">{e(entry.title)}</a></h5>{when}<p class="card-text">{e(entry.lead)}</p></div>'
            '</div></div></div>\n')


def home(site, page):
    news = site.news(7)
    if not news:
        return f'<div class="jumbotron"><p class="lead">{e(site.unit.name)} kính chào.</p></div>'
    cells = "".join(f'<div class="col-md-4"><div class="card h-100"><div class="card-body"><a href="{n.address}">{e(n.title)}</a></div></div>'
                    '</div>' for n in news[4:])
    return f'<h4 class="border-start border-4 border-danger ps-2">Tin nổi bật</h4>{"".join(map(card, news[:4]))}<div class="row g-2">{cells}</div>'


def section_page(site, page):
    section = page.section
    head = f'<h4 class="border-bottom border-danger pb-2 text-danger text-uppercase">{e(section.title)}</h4>\n'
    if section.kind == "sitemap" and section.state == "present":
        return head + '<div class="row">' + "".join(f'<div class="col-md-6"><a class="d-block py-1" href="{s.address}">{e(s.label)}</a>'
                                                    '</div>' for s in site.sections if s.has_page) + "</div>"
    if section.state == "shell":
        return head + f'<div class="text-center p-5"><div class="spinner-border text-danger" role="status"></div><div>{e(section.blocks[0][1])}</div></div>'
    if section.state in ("no-entries", "updating"):
        return f'{head}<div class="alert alert-{"warning" if section.state == "updating" else "info"}" role="alert">{e(section.blocks[0][1])}</div>'
    if section.kind == "documents" and page.entries:
        return head + papers(page) + pager(page)
    if section.kind == "questions":
        return head + blocks(section.blocks) + f'<div class="accordion" id="faq">{"".join(question(q) for q in page.entries)}</div>{pager(page)}'
    return f'{head}<div class="page-body">{blocks(section.blocks)}</div>{"".join(map(card, page.entries))}{pager(page)}'


def papers(page):
    out = "".join(f'<div class="list-group-item"><div class="d-flex justify-content-between"><a class="fw-bold" href="{d.address}">{e(d.fields["number"])}</a>'
                  f'<span class="badge bg-primary">{e(d.fields["type"])}</span></div><p class="mb-0">{e(d.fields["abstract"])}</p>'
                  '</div>\n' for d in page.entries)
    return ('<form class="row g-2 mb-3"><div class="col-md-6"><input class="form-control" name="TuKhoa" placeholder="Số hiệu hoặc trích yếu" /></div>'
            '<div class="col-md-4"><select class="form-select" name="Nam"><option>Năm ban hành</option><option>2026</option><option>2025</option></select>'
            f'</div><div class="col-md-2"><button class="btn btn-danger">Lọc</button></div></form><div class="list-group">{out}</div>')


def question(entry):
    when = f" - {entry.moment:%d/%m/%Y}" if entry.day else ""
    return ('<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" type="button" data-bs-toggle="collapse" '
            f'data-bs-target="#q{entry.number}">{e(entry.title)}</button></h2><div id="q{entry.number}" class="accordion-collapse collapse" '
            f'data-bs-parent="#faq"><div class="accordion-body"><p class="small text-muted">Người hỏi: {e(entry.author)}{when}</p>{blocks(entry.blocks)}</div>'
            '</div></div>\n')


def pager(page):
    inner = "".join(f'<li class="page-item{" active" if n == page.number else ""}"><a class="page-link" href="{a}">{n}</a>'
                    '</li>' for n, a in enumerate(page.addresses, 1))
    return f'<nav class="mt-3"><ul class="pagination justify-content-end">{inner}</ul></nav>' if page.count > 1 else ""


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return document(entry)
    near = [n for n in page.section.entries if n is not entry and n.kind != "english"][:5]
    listed = "".join(f'<a class="list-group-item list-group-item-action" href="{n.address}">{e(n.title)}'
                     f'{f" <small>({n.moment:%d/%m/%Y})</small>" if n.day else ""}</a>' for n in near)
    said = "".join(f'<div class="d-flex mb-2"><i class="bi bi-person-circle me-2"></i><div><strong>{e(who)}</strong> <small class="text-muted">{server_day(at)}'
                   f'</small><div>{e(text)}</div></div></div>'
                   for who, at, text in entry.comments)
    return (f'<h3 class="fw-bold">{e(entry.title)}</h3>\n<div class="d-flex justify-content-between mb-2">{clock(entry)}'
            f'<span class="badge bg-secondary">{e(page.section.label)}</span></div><p class="fw-bold">{e(entry.lead)}</p>'
            f'<div class="article-body">{blocks(entry.blocks)}</div><p class="text-end fst-italic">{e(entry.author)}</p>{attached(entry.files)}'
            + (f'<div class="card my-3"><div class="card-header">Bình luận</div><div class="card-body">{said}</div></div>' if said else "")
            + (f'<h5 class="mt-4">Tin liên quan</h5><div class="list-group list-group-flush">{listed}</div>' if listed else ""))


def attached(files):
    inner = "".join(f'<li class="list-group-item d-flex justify-content-between"><span><i class="bi bi-file-earmark-text"></i> {e(f.name)}</span>'
                    f'<a class="btn btn-sm btn-outline-danger" href="{f.address}"><i class="bi bi-download"></i> Tải về</a></li>' for f in files)
    return f'<ul class="list-group my-3">{inner}</ul>' if files else ""


def document(entry):
    f = entry.fields
    force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else ""
    pairs = [("Số hiệu", f["number"]), ("Loại văn bản", f["type"]), ("Ngày ban hành", f"{f['issued']:%d/%m/%Y}"), ("Ngày có hiệu lực", force), ('Cơ quan ban '
                'hành', f["authority"]), ("Lĩnh vực", "Tổng hợp")]
    cells = "".join(f'<div class="col-md-3 col-6 py-2 bg-light fw-bold">{k}</div><div class="col-md-3 col-6 py-2">{e(v)}</div>\n' for k, v in pairs)
    return (f'<h4 class="text-danger">Chi tiết văn bản</h4>{clock(entry, "Đăng lúc: ")}\n<ul class="nav nav-tabs mt-2" role="tablist"><li class="nav-item">'
            '<button class="nav-link active" data-bs-toggle="tab" data-bs-target="#thuoc-tinh">Thuộc tính</button></li><li class="nav-item">'
            '<button class="nav-link" data-bs-toggle="tab" data-bs-target="#noi-dung">Nội dung</button></li></ul>'
            f'<div class="tab-content border border-top-0 p-3"><div class="tab-pane fade show active" id="thuoc-tinh"><div class="row border-bottom">{cells}'
            f'</div><div class="row"><div class="col-md-3 py-2 bg-light fw-bold">Trích yếu</div><div class="col-md-9 py-2">{e(f["abstract"])}</div></div></div>'
            f'<div class="tab-pane fade" id="noi-dung">{blocks(entry.blocks)}</div></div>{attached(entry.files)}')


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f'<p class="text-justify">{e(value)}</p>'
    if kind == "h":
        return f'<h5 class="mt-3">{e(value)}</h5>'
    if kind == "ul":
        return "<ul>" + "".join(f"<li>{e(line)}</li>" for line in value) + "</ul>"
    if kind == "img":
        return f'<div class="text-center my-2"><img class="img-fluid rounded" src="/Uploads/images/{value}" alt="{e(part[2])}" /></div>'
    if kind == "table":
        head = "".join(f"<th>{e(c)}</th>" for c in value)
        return (f'<div class="table-responsive"><table class="table table-sm table-bordered"><thead class="table-light"><tr>{head}</tr></thead>'
                '<tbody>' + "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line)
                + "</tr>" for line in part[2]) + "</tbody></table></div>")
    if kind == "file":
        return attached([value])
    if kind == "links":
        return '<div class="row row-cols-2 g-3">' + "".join(f'<div class="col"><div class="card card-body"><a class="stretched-link" href="{s.address}">'
                                                            f'{e(s.label)}</a></div></div>' for s in value) + "</div>"
    return ('<form method="post"><input name="__RequestVerificationToken" type="hidden" value="CfDJ8Kx0" />' + "".join('<div class="mb-3">'
            f'<label class="form-label" for="F{n}">{e(c)}</label><textarea class="form-control" id="F{n}" name="F{n}"></textarea>'
            '</div>' for n, c in enumerate(value)) + '<button class="btn btn-danger">Gửi ý kiến</button></form>')


def side(site):
    out = ""
    if site.of("side"):
        out += ('<div class="card mb-3"><div class="card-header bg-danger text-white">Chuyên trang</div><div class="list-group '
                'list-group-flush">' + "".join(f'<a class="list-group-item list-group-item-action" href="{s.address}">{e(s.label)}'
                '</a>' for s in site.of("side")) + "</div></div>")
    out += "".join(f'<a class="d-block mb-2" href="{s.address}"><img class="img-fluid" src="/Uploads/banners/{n}.jpg" alt="{e(s.label)}" />'
                   '</a>' for n, s in enumerate(site.of("banner")))
    if site.recent():
        out += '<div class="card mb-3"><div class="card-header bg-danger text-white">Đọc nhiều</div><ul class="list-unstyled p-2">' + "".join(
            f'<li class="mb-2"><a href="{n.address}">{e(n.title)}</a> <small class="text-muted">{n.moment:%d/%m/%Y}</small>'
            '</li>' for n in site.recent(6)[2:]) + "</ul></div>"
    return out + '<div class="list-group">' + "".join(f'<a class="list-group-item" href="{url}" target="_blank">{e(label)}'
                                                      '</a>' for label, url in site.links) + "</div>"


def footer(site):
    unit = site.unit
    more = ("" if site.bare_footer else f'<p><i class="bi bi-geo-alt"></i> {unit.street}</p><p><i class="bi bi-telephone"></i> {unit.phone} '
                                        f'<i class="bi bi-envelope ms-2"></i> {unit.email}</p>')
    links = "".join(f'<a class="text-white-50 me-3" href="{s.address}">{e(s.label)}</a>' for s in site.of("footer"))
    return (f'<h6 class="text-white text-uppercase">{e(unit.name)}</h6>{more}<div>{links}</div><hr /><p class="small mb-0">&copy; 2021 - {site.moment.year}. '
            'Giấy phép số 52/GP-TTĐT do cơ quan quản lý cấp ngày 04/6/2021. Lượt truy cập: 1.284.406</p>')
