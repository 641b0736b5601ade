"""The summary page of a round as its readers meet it: valid, accessible, alone, sorted and searched, of bounded size."""
import json
import shutil
import sys

import chromium
from html_report import AXE, LIMIT, VNU, accessible, alone, links_lead_somewhere, valid
from support import AS, EXAMPLE, Cases, audit_folder, run, scratch

HOSTILE = "<b onclick=alert(1)>\"Xã\" & 'phường' \u202e</script>" + "dài " * 60


def unit(number, **more):
    return {"id": f"u{number:04}", "name": f"Xã số {number}", "type": "commune", "parent": f"h{number % 30}", "url": f"https://xa{number}.example.gov.vn/", "profile": "", "notes": "", "line": number, **more}


def write_batch(folder, audit, judged, failed, hostile=False):
    """The folder of a batch in which every judged unit has the same audit."""
    holders = [unit(0, id="tinh", name="Tỉnh Minh Giang", url="", parent="", type="")] + [unit(0, id=f"h{i}", name=HOSTILE if hostile else f"Huyện {i}", url="", parent="tinh", type="") for i in range(30)]
    units = [unit(number, **({"name": HOSTILE, "notes": HOSTILE} if hostile else {})) for number in range(judged + failed)]
    folder.mkdir()
    (folder / "batch.json").write_text(json.dumps({"version": "0", "options": [], "shard": {"index": 1, "count": 1}, "coverage_floor": 50, "units": holders + units}))
    for number, one in enumerate(units):
        into = folder / one["id"]
        into.mkdir()
        is_judged = number < judged
        (into / "outcome.json").write_text(json.dumps({"state": "judged" if is_judged else "could-not-judge", "attempts": 1, "why": {"vi": "", "en": ""} if is_judged else {"vi": HOSTILE, "en": HOSTILE}}))
        if is_judged:
            (into / "audit.json").write_text(audit.read_text().replace(f'"start": "{AS}"', f'"start": "{one["url"]}"'))
    return folder


def page_of(batch, out, *more):
    store = out.with_suffix(".db")
    status, _, err = run("campaign", "import", batch, "--store", store, "--round", "r", timeout=300)
    assert status == 0, err
    status, _, err = run("campaign", "export", "--store", store, "-o", out, *more, timeout=300)
    assert status == 0, err
    return out / "summary.html"


def bounded(folder):
    for path in folder.glob("*.html"):
        assert path.stat().st_size < LIMIT, f"{path.name}: {path.stat().st_size}"


def sorted_and_searched(tab, page):
    tab.look()
    tab.open(page)
    ranks = "[...document.querySelectorAll('#list-units tr')].map(r => r.cells[1].textContent)"
    heads = "document.querySelectorAll('.units thead button')"
    before = tab.value(ranks)
    assert before[0] == "1" and before[-1] == "–", before
    tab.value(f"{heads}[1].click()")
    tab.value(f"{heads}[1].click()")
    assert tab.value(ranks)[0] == "–" and tab.value("document.querySelector('.units thead th:nth-child(2)').getAttribute('aria-sort')") == "descending"
    tab.value(f"{heads}[0].click()")
    names = tab.value("[...document.querySelectorAll('#list-units tr')].map(r => r.cells[0].textContent)")
    numbers = [int(name.split("số ")[1].split("u0")[0]) for name in names]
    assert numbers == sorted(numbers), numbers  # 2 comes before 10
    # By keyboard, and read out.
    tab.value(f"{heads}[2].focus()")
    tab.key("Enter", text="\r")
    assert tab.value("document.querySelector('.units thead th:nth-child(3)').getAttribute('aria-sort')") == "ascending"
    tab.value("document.querySelector('form[data-list=list-units] input[type=search]').focus()")
    tab.call("Input.insertText", text="u0007 XA")
    shown = tab.value("[...document.querySelectorAll('#list-units tr')].filter(e => e.offsetParent).map(r => r.cells[0].textContent)")
    assert len(shown) == 1 and shown[0].startswith("Xã số 7"), shown


def main():
    cases = Cases()
    with scratch() as folder:
        audit_folder(EXAMPLE, folder / "example")
        audit = folder / "example" / "audit.json"
        small = page_of(write_batch(folder / "b1", audit, 18, 3), folder / "small", "--reports", "../b1")
        wide = page_of(write_batch(folder / "b2", audit, 40, 2, hostile=True), folder / "wide", "--lang", "vi")
        pages = [small, wide]
        large = page_of(write_batch(folder / "b3", audit, 1, 3000), folder / "large")
        cases.case("links lead somewhere", lambda: [links_lead_somewhere(page.parent) for page in (wide, large)])
        cases.case("a large round: parts, each under a megabyte", lambda: (bounded(large.parent), bounded(wide.parent)))
        if VNU.exists() and shutil.which("java"):
            # All pages are called the same.
            for page in pages:
                page.with_name("summary.html").rename(page.with_name(f"summary-of-{page.parent.name}.html"))
                shutil.copy(page.with_name(f"summary-of-{page.parent.name}.html"), page)
            cases.case("valid by the Nu checker", lambda: valid([page.with_name(f"summary-of-{page.parent.name}.html") for page in pages]))
        else:
            print("skipped: vnu-jar (tests/npm) or java is missing, so pages are not held to the HTML standard")
        if not chromium.available():
            print("skipped: there is no chromium, so nobody looks at the pages")
        else:
            with chromium.tab() as tab:
                for page in pages:
                    if AXE.exists():
                        cases.case(f"axe-core: {page.parent.name}", lambda: accessible(tab, page))
                    else:
                        print("skipped: axe-core (tests/npm) is missing")
                    cases.case(f"stands alone: {page.parent.name}", lambda: alone(tab, page))
                cases.case("sorted and searched", lambda: sorted_and_searched(tab, small))
    cases.end(2)


if __name__ == "__main__":
    sys.exit(main())
