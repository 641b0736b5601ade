"""The labelled corpus (tests/corpus): the scoring is right, the corpus agrees with itself, the halves share no template, the corpus is the same in every run,
and the figures of both halves stay above the floors of floors.toml. Mistakes are printed for the development half alone."""
import re
import unittest

from support import *

CORPUS = ROOT / "tests" / "corpus"
sys.path.insert(0, str(CORPUS))

import build
import halves
import test_corpus
import test_scoring

FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text())


def passed(module):
    """Runs a module's unit tests; gives their number."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    with open(os.devnull, "w") as nowhere:
        result = unittest.TextTestRunner(stream=nowhere).run(suite)
    assert result.wasSuccessful(), [text for _, text in result.failures + result.errors]
    return result.testsRun


def scoring_is_right():
    assert passed(test_scoring) >= 19


def corpus_agrees_with_itself():
    assert passed(test_corpus) >= 8


def halves_are_apart():
    assert not set(halves.DEVELOPMENT) & set(halves.HELD_OUT)
    assert min(len(halves.DEVELOPMENT), len(halves.HELD_OUT)) >= 7
    named = {path.stem for path in (CORPUS / "makes").glob("*.py")} - {"__init__"}
    assert named == set(halves.DEVELOPMENT) | set(halves.HELD_OUT), named
    for path in (CORPUS / "makes").glob("*.py"):
        assert not re.search(r"^(from|import) makes", path.read_text(), re.M), f"{path.name} uses another make"


def same_every_time():
    for plan in (halves.plans()[0], halves.plans()[-1]):
        assert build.build(*plan) == build.build(*plan), plan


def value_of(figures, measure, share):
    """The value of, say, "items" and "f1"; None where the tool does not say it yet."""
    found = figures[measure]
    found = found.get("all", found) if found else None
    return found[share] if found else None


def holds(cases, figures):
    for half, measures in FLOORS.items():
        for measure, shares in measures.items():
            for share, floor in shares.items():
                value = value_of(figures[half], measure, share)
                if value is None:
                    print(f"skipped {half}: {measure}: the program does not say it")
                    continue

                def above(value=value, floor=floor):
                    assert value >= floor, f"{value:.4f} is below the floor of {floor}"

                cases.case(f"{half}: {measure} {share} {value:.3f} >= {floor}", above)


def main():
    cases = Cases()
    cases.case("the scoring is right", scoring_is_right)
    cases.case("the corpus agrees with itself", corpus_agrees_with_itself)
    cases.case("the halves share no template", halves_are_apart)
    cases.case("the corpus is the same every time", same_every_time)
    done = subprocess.run([sys.executable, "-B", CORPUS / "runner.py", "--json"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    holds(cases, figures)
    cases.end(8)


main()
