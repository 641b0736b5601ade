"""An annex pasted from a word processor: the name centred in bold, nothing is a heading; articles as entries of the list."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{e(title)} | Trang thông tin điện tử Sở Xây dựng</title></head><body><div class="site-head"><a href="/">Trang chủ</a><a href="/dich-vu-cong/">Bộ thủ tục hành chính</a><a href="/tin.html">Tin tức</a></div><div class="post-body">{body}</div><div class="site-foot">Sở Xây dựng</div></body></html>"""


def title(procedure):
    return procedure.name


def listing(rows):
    return "<p class='t'><b>BỘ THỦ TỤC HÀNH CHÍNH</b></p>" + "".join(f'<div class="entry"><a class="entry-t" href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a><div class="entry-m"><span>Mã thủ tục: {p.code}</span>{" <span>" + p.declared + "</span>" if p.declared else ""}</div></div>' for p in rows)


def detail(p):
    out = f"<p style='text-align:center'><strong>{e(p.name)}</strong></p><p><span style='font-size:14pt'>Mã thủ tục: {p.code}</span></p>" + (f"<p><span>Mức độ: {p.declared}</span></p>" if p.declared else "")
    for number, (part, label) in enumerate(LABELS.items(), 1):
        if part == "forms" and p.forms:
            lines = [link(form) for form in p.forms]
        elif part in p.lines:
            lines = [e(line) for line in p.lines[part]]
        else:
            continue
        out += f"<p><b><span style='font-size:14pt'>{number}. {label}</span></b></p>" + "".join(f"<p><span style='font-size:14pt'>{line}</span></p>" for line in lines)
    return out + "<p>&nbsp;</p><p><b>Lưu ý</b></p>" + "".join(f"<p>{line}</p>" for line in told(p)) + f"<p>{filing(p)}</p>"
