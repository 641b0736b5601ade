"""Portlets with a definition list; the list in a table under headings of fields."""
from html import escape as e
from itertools import groupby

from build import LABELS, filing, forms, told


def page(title, body):
    return f"""<!DOCTYPE html><html class="ltr" lang="vi-VN"><head><meta charset="utf-8"><title>{e(title)} - Cổng thông tin</title></head><body><div id="wrapper"><header id="banner" role="banner"><a href="/">Sở Xây dựng</a></header>
<div id="navigation" role="navigation"><ul><li><a href="/dich-vu-cong/">Thủ tục hành chính</a></li><li><a href="/tin.html">Tin tức</a></li></ul></div><section id="content"><div class="portlet-boundary"><div class="portlet-body">{body}</div></div></section><footer id="footer" role="contentinfo">2026</footer></div></body></html>"""


def title(procedure):
    return procedure.name


def listing(rows):
    out = "<h1>Danh mục thủ tục hành chính</h1><table><thead><tr><th>Mã số</th><th>Tên TTHC</th><th>Cấp thực hiện</th><th>Mức độ cung cấp</th></tr></thead><tbody>"
    for field, group in groupby(sorted(rows, key=lambda p: p.field), key=lambda p: p.field):
        out += f'<tr><td colspan="4">Lĩnh vực: {e(field)}</td></tr>'
        out += "".join(f'<tr><td>{p.code}</td><td><a href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a></td><td>{p.admin_level}</td><td>{p.declared}</td></tr>' for p in group)
    return out + "</tbody></table>"


def detail(p):
    out = f"<h2 class='header-title'>{e(p.name)}</h2><dl class='tthc'><dt>Mã thủ tục hành chính</dt><dd>{p.code}</dd><dt>Lĩnh vực</dt><dd>{e(p.field)}</dd>"
    if p.declared:
        out += f"<dt>Mức độ cung cấp trực tuyến</dt><dd>{p.declared}</dd>"
    for part, label in LABELS.items():
        if part == "forms" and p.forms:
            out += f"<dt>{label}</dt><dd><ul>{forms(p)}</ul></dd>"
        elif part in p.lines:
            out += f"<dt>{label}</dt><dd>" + "".join(f"<p>{e(line)}</p>" for line in p.lines[part]) + "</dd>"
    return out + "</dl>" + "".join(f"<div>{line}</div>" for line in told(p)) + f"<div>{filing(p)}</div>"
