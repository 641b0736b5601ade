"""The HTML report as its readers meet it: valid by the Nu checker, without a violation that axe-core knows, searched and filtered without a
network, readable without script, by keyboard, in print; and of bounded size, however large the portal."""
import html.parser
import json
import re
import shutil
import subprocess
import sys

import chromium
from big_audit import write_big_audit
from formats import SAMPLE, hostile
from support import EXAMPLE, ROOT, Cases, audit_folder, run, scratch

NPM = ROOT / "build/npm/node_modules"
AXE = NPM / "axe-core/axe.min.js"
VNU = NPM / "vnu-jar/build/dist/vnu.jar"
LIMIT = 1_000_000


def report(audit, out, *more):
    status, _, err = run("report", audit, "-f", "html", "-o", out, *more)
    assert status == 0, err
    return out


class Reader(html.parser.HTMLParser):
    """The ids, the links and the text of a page."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.words = [], [], []
        self.feed(path.read_text())

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs["href"]] if "href" in attrs else []

    def handle_data(self, data):
        self.words.append(data)


def valid(pages):
    done = subprocess.run(["java", "-jar", VNU, "--format", "json", *pages], capture_output=True, text=True)
    told = [f"{m['url'].rsplit('/', 1)[1]}:{m.get('lastLine')}: {m['message']}" for m in json.loads(done.stderr)["messages"]]
    assert not told, told[:5]


def links_lead_somewhere(folder):
    """Every link within the report has its target, in this file or in the one that it names; no id is there twice."""
    read = {path.name: Reader(path) for path in folder.glob("*.html")}
    for name, page in read.items():
        assert len(page.ids) == len(set(page.ids)), f"{name}: an id is there twice"
        for link in page.links:
            if not link.startswith("http"):
                file, _, fragment = link.partition("#")
                target = read.get(file or name)
                assert target is not None and (not fragment or fragment in target.ids), f"{name}: {link} leads nowhere"


def big(folder):
    """Nothing is lost and nothing is too large: each finding is in one file, each file is under the limit."""
    out = folder / "big"
    out.mkdir()
    audit = write_big_audit(folder / "big.json")
    report(audit, out / "report.html")
    sizes = {path.name: path.stat().st_size for path in out.iterdir()}
    assert len(sizes) > 3 and max(sizes.values()) < LIMIT, sizes
    ids = [i for path in out.iterdir() for i in Reader(path).ids if i.startswith("f-")]
    assert sorted(ids) == [f"f-{finding['id']}" for finding in json.loads(audit.read_text())["findings"]]
    numbers = sum(path.read_text().count('data-label="Issued">') for path in out.iterdir())
    assert numbers == 4000, numbers
    services = [code for path in sorted(out.iterdir()) for code in re.findall(r'<code class="soft">(1\.\d{6})</code>', path.read_text())]
    assert sorted(services) == [f"1.{i:06d}" for i in range(3000)], len(services)
    links_lead_somewhere(out)
    # Alone, as on standard output: one page, and what is not on it is told.
    status, page, _ = run("report", audit, "-f", "html")
    assert status == 0 and len(page.encode()) < LIMIT and "report-2" not in page
    assert re.search(r"\d+ more do not fit onto this page", page)


def hostile_size(folder):
    """A megabyte in every text: one page, under the limit."""
    truth = json.loads(SAMPLE.read_text())
    path = folder / "long.json"
    path.write_text(json.dumps(blown_up(truth)))
    out = report(path, folder / "long.html")
    assert out.stat().st_size < LIMIT, out.stat().st_size


def blown_up(value, key=""):
    if isinstance(value, dict):
        return {name: blown_up(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [blown_up(inner, key) for inner in value]
    kept = {"verdict", "schema_version", "state", "started", "number", "rules", "rule", "waiver", "id"}
    return value + "\"'<&" * 250_000 if isinstance(value, str) and key in ("why", "vi", "en", "excerpt", "url", "name", "label", "text") and key not in kept else value


def numbers_add_up(page, truth):
    """The points of the findings on the page are those of the score above them."""
    rows = re.findall(r'<details class="finding [^>]*>.*?<span class="num">([^<]*)</span></summary>', page.read_text(), re.S)
    low = high = possible = 0.0
    for row in rows:
        if row:
            ends, _, of = row.partition(" / ")
            first, _, last = ends.partition(" – ")
            low, high, possible = low + float(first), high + float(last or first), possible + float(of)
    points = truth["score"]["points"]
    assert (round(low, 2), round(high, 2), round(possible, 2)) == (points["low"], points["high"], points["possible"]), (low, high, possible)


def accessible(tab, page):
    for width, dark in ((1280, False), (1280, True), (360, False), (360, True)):
        tab.look(width=width, dark=dark)
        tab.open(page)
        tab.value("document.querySelectorAll('details').forEach(e => e.open = true)")
        tab.value(AXE.read_text() + ";0")
        found = tab.value("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 150)))")
        assert not found, f"{page.name}, {width} px, {'dark' if dark else 'light'}: {found}"
        wide = tab.value("document.documentElement.scrollWidth")
        assert wide <= width, f"{page.name} is {wide} px wide on {width}"


def alone(tab, page):
    """No request but for the page itself, nothing that the policy had to stop, no script of a stranger's."""
    tab.look()
    tab.open(page)
    tab.value("1")
    asked = {event["params"]["request"]["url"] for event in tab.events if event["method"] == "Network.requestWillBeSent"} - {page.resolve().as_uri()}
    assert not asked, asked
    told = [event["params"] for event in tab.events if event["method"] in ("Log.entryAdded", "Runtime.exceptionThrown", "Page.javascriptDialogOpening")]
    assert not told, told
    assert tab.value("document.querySelectorAll('script').length") == 1


VISIBLE = "[...document.querySelectorAll('#list-findings > *')].filter(e => e.offsetParent).length"


def search_and_filter(tab, page, truth):
    tab.look()
    tab.open(page)
    everything = len(truth["findings"])
    assert tab.value(VISIBLE) == everything
    assert tab.value("document.querySelectorAll('#list-findings > [open]').length") == 0, "findings are closed at first"
    # Without diacritics, and words in any order.
    tab.value("document.querySelector('form[data-list=list-findings] input[type=search]').focus()")
    tab.call("Input.insertText", text="ke hoach CHIEN LUOC")
    assert tab.value(VISIBLE) == 1
    assert tab.value("document.querySelector('form[data-list=list-findings] [role=status]').textContent") == f"1 / {everything}"
    tab.value("document.querySelector('form[data-list=list-findings] input[type=search]').select()")
    tab.call("Input.insertText", text=" ")
    tab.value("document.querySelector('input[name=v][value=failed]').click()")
    assert tab.value(VISIBLE) == everything - sum(f["verdict"] == "failed" for f in truth["findings"])


def by_keyboard(tab, page, truth):
    tab.look()
    tab.open(page)
    tab.key("Tab")
    assert tab.value("document.activeElement.className") == "skip"
    tab.key("Enter", text="\r")
    assert tab.value("document.activeElement.id") == "main"
    tab.value("document.querySelector('#list-findings summary').focus()")
    tab.key("Enter", text="\r")
    assert tab.value("document.querySelector('#list-findings details').open"), "Enter opens a finding"
    # Everything that can be operated can be reached, and shows that it is.
    seen = set()
    tab.value("document.activeElement.blur()")
    for _ in range(400):
        tab.key("Tab")
        at = tab.value("(() => { const e = document.activeElement; if (e === document.body) return ''; window.n = window.n || new Map(); if (!n.has(e)) n.set(e, n.size); return n.get(e) + ' ' + e.tagName + ' ' + getComputedStyle(e).outlineStyle })()")
        if not at or at in seen:
            break
        assert not at.endswith(" none"), f"no visible focus: {at}"
        seen.add(at)
    assert len(seen) > len(truth["findings"]), seen
    # A link to a finding opens it.
    tab.open(page)
    first = next(f["id"] for f in truth["findings"] if f["verdict"] == "failed")
    tab.value(f"location.hash = '#f-{first}'")
    tab.value("new Promise(done => setTimeout(done, 50))")
    assert tab.value(f"document.getElementById('f-{first}').open")


def without_script(tab, page, truth):
    tab.look(script=False)
    tab.open(page)
    tree = tab.call("DOMSnapshot.captureSnapshot", computedStyles=["display"])
    shown = " ".join(tree["strings"][i] for i in tree["documents"][0]["layout"]["text"] if i >= 0)
    tab.look()
    for finding in truth["findings"]:
        assert finding["title"]["en"] in shown, finding["title"]
        if finding["verdict"] not in ("passed", "not-applicable"):
            assert finding["why"]["en"] in shown and finding["remedy"]["en"] in shown, finding["rule"]
    assert "Search" not in shown, "a form that does nothing is shown"


def printed(tab, page, folder, truth):
    tab.look()
    tab.open(page)
    tab.pdf(folder / "print.pdf")
    about = subprocess.run(["pdfinfo", folder / "print.pdf"], capture_output=True, text=True).stdout
    assert re.search(r"Page size:\s+59[45].* x 84[12]", about), about
    text = re.sub(r"\s+", " ", subprocess.run(["pdftotext", "-layout", folder / "print.pdf", "-"], capture_output=True, text=True).stdout)
    assert "Search" not in text
    for finding in truth["findings"]:
        if finding["verdict"] == "failed":
            assert finding["why"]["en"][:20] in text, finding["why"]


def main():
    cases = Cases()
    with scratch() as folder:
        out = folder / "pages"
        out.mkdir()
        truth = json.loads(SAMPLE.read_text())
        wicked = folder / "hostile.json"
        wicked.write_text(json.dumps(hostile(truth)))
        sample = report(SAMPLE, out / "sample.html")
        pages = [sample, report(SAMPLE, out / "sample-vi.html", "--lang", "vi"), report(wicked, out / "hostile.html")]
        audit_folder(EXAMPLE, folder / "example")
        pages.append(report(folder / "example/audit.json", out / "example.html", "--lang", "vi"))
        cases.case("a large portal: parts, each under a megabyte, nothing lost", lambda: big(folder))
        cases.case("texts of a megabyte: under a megabyte", lambda: hostile_size(folder))
        cases.case("links lead somewhere", lambda: links_lead_somewhere(out))
        cases.case("the points add up", lambda: numbers_add_up(sample, truth))
        if VNU.exists() and shutil.which("java"):
            cases.case("valid by the Nu checker", lambda: valid([*pages, *sorted((folder / "big").glob("report*.html"))[:3]]))
        else:
            print("skipped: vnu-jar (tests/npm) or java is missing, so pages are not held to the HTML standard")
        if not chromium.available():
            print("skipped: there is no chromium, so nobody looks at the pages")
        else:
            with chromium.tab() as tab:
                if AXE.exists():
                    for page in pages:
                        cases.case(f"axe-core: {page.name}", lambda: accessible(tab, page))
                else:
                    print("skipped: axe-core (tests/npm) is missing")
                for page in pages:
                    cases.case(f"stands alone: {page.name}", lambda: alone(tab, page))
                cases.case("search and filter", lambda: search_and_filter(tab, sample, truth))
                cases.case("by keyboard", lambda: by_keyboard(tab, sample, truth))
                cases.case("without script", lambda: without_script(tab, sample, truth))
                if shutil.which("pdftotext"):
                    cases.case("printed on A4", lambda: printed(tab, sample, folder, truth))
    cases.end(4)


if __name__ == "__main__":
    sys.exit(main())
