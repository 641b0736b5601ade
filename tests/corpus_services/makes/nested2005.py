"""Tables in tables, font elements, capitals, line breaks for everything."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><TITLE>{e(title)}</TITLE></HEAD><BODY><TABLE WIDTH="100%"><TR><TD COLSPAN="2"><FONT SIZE="5"><B>SỞ XÂY DỰNG</B></FONT></TD></TR>
<TR><TD WIDTH="180" VALIGN="top"><A HREF="/">Trang chủ</A><BR><A HREF="/dich-vu-cong/">Thủ tục hành chính</A><BR><A HREF="/tin.html">Tin tức</A></TD><TD VALIGN="top">{body}</TD></TR><TR><TD COLSPAN="2">Bản quyền Sở Xây dựng</TD></TR></TABLE></BODY></HTML>"""


def title(procedure):
    return "Thủ tục hành chính"


def listing(rows):
    out = "<FONT COLOR='red'><B>DANH MỤC THỦ TỤC HÀNH CHÍNH</B></FONT><TABLE BORDER='1'><TR><TD><B>Số TT</B></TD><TD><B>Mã thủ tục</B></TD><TD><B>Tên thủ tục</B></TD><TD><B>Mức độ</B></TD></TR>"
    for i, p in enumerate(rows, 1):
        out += f"<TR><TD>{i}<TD>{p.code}<TD><A HREF='/dich-vu-cong/{p.slug}.html'><FONT COLOR='blue'>{e(p.name)}</FONT></A><TD>{p.declared}</TR>"
    return out + "</TABLE>"


def detail(p):
    out = f"<CENTER><FONT SIZE='4'><B>{e(p.name)}</B></FONT></CENTER><BR><TABLE WIDTH='100%'><TR><TD><B>Mã thủ tục:</B></TD><TD>{p.code}</TD></TR><TR><TD><B>Tên thủ tục:</B></TD><TD>{e(p.name)}</TD></TR>" + (f"<TR><TD><B>Mức độ:</B></TD><TD>{p.declared}</TD></TR>" if p.declared else "")
    for part, label in LABELS.items():
        if part == "forms" and p.forms:
            value = "<BR>".join("+ " + link(form) for form in p.forms)
        elif part in p.lines:
            value = "<BR>".join(e(line) for line in p.lines[part])
        else:
            continue
        out += f"<TR><TD VALIGN='top' WIDTH='150'><FONT FACE='Arial'><B>{label}</B></FONT></TD><TD><TABLE><TR><TD><FONT FACE='Arial'>{value}</FONT></TD></TR></TABLE></TD></TR>"
    return out + "</TABLE>" + "<BR>".join(told(p)) + "<BR>" + filing(p)
