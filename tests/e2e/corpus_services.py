"""The corpus of services (tests/corpus_services): the halves are apart, it is the same in every run, and the figures of both halves stay above their floors.
Skipped without the real texts that it is made from."""
import re

from support import *

CORPUS = ROOT / "tests" / "corpus_services"
sys.path.insert(0, str(CORPUS))

import build
import halves
import model

FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text())


def halves_are_apart():
    assert not set(halves.DEVELOPMENT) & set(halves.HELD_OUT)
    assert min(len(halves.DEVELOPMENT), len(halves.HELD_OUT)) >= 5
    named = {path.stem for path in (CORPUS / "makes").glob("*.py")} - {"__init__"}
    assert named == set(halves.DEVELOPMENT) | set(halves.HELD_OUT), named
    for path in (CORPUS / "makes").glob("*.py"):
        assert not re.search(r"^(from|import) makes", path.read_text(), re.M), f"{path.name} uses another make"


def same_every_time(records):
    for make in (halves.DEVELOPMENT[0], halves.HELD_OUT[-1]):
        first, again = (build.build(make, 1, model.portal(make, 1, records)) for _ in range(2))
        assert first == again, make


def readable(records):
    """What the truth calls shown can be read on the page, and what it calls missing has no label there."""
    for make in halves.DEVELOPMENT + halves.HELD_OUT:
        procedures = model.portal(make, 1, records)
        pages, _ = build.build(make, 1, procedures)
        for procedure in procedures:
            text = pages[f"dich-vu-cong/{procedure.slug}.html"].decode()
            assert build.html.escape(procedure.name) in text and procedure.code in text, (make, procedure.code)
            for part, lines in procedure.lines.items():
                for line in lines:
                    assert build.html.escape(line) in text, (make, procedure.code, part, line)
            for part, state in procedure.parts.items():
                assert (state == "missing") == (part not in procedure.lines and not (part == "forms" and procedure.forms)) or part == "intake", (make, procedure.code, part)


def main():
    records = model.texts()
    if len(records) < 20:
        print(f"skipped: {model.TEXTS} is not there")
        sys.exit(SKIPPED)
    cases = Cases()
    cases.case("the halves are apart", halves_are_apart)
    cases.case("the corpus is the same every time", lambda: same_every_time(records))
    cases.case("the corpus agrees with itself", lambda: readable(records))
    done = subprocess.run([sys.executable, "-B", CORPUS / "runner.py", "--json"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    for half, floors in FLOORS.items():
        for measure, floor in floors.items():
            value = figures[half][measure]

            def above(value=value, floor=floor):
                assert value >= floor, f"{value:.4f} is below the floor of {floor}"

            cases.case(f"{half}: {measure} {value:.3f} >= {floor}", above)
    cases.end(8)


main()
