"""Progress of a fetch: lines for programs, a line on a terminal, silence in a pipe; and the scorecard on terminals of several widths."""
import json
import re
import shutil
import subprocess
import sys

from support import AS, DATED, EXAMPLE, PROGRAM, ROOT, Cases, free_port, run, scratch

SAMPLE = ROOT / "tests/report/golden/audit.json"
FETCH = ["fetch", EXAMPLE, "--as", AS, "--dated", DATED]


def for_programs(folder):
    status, out, err = run(*FETCH, "-o", folder / "a.wacz", "--progress", "json")
    assert status == 0 and out == "", err
    lines = [json.loads(line) for line in err.splitlines() if line.startswith("{")]
    assert [line["event"] for line in lines][::max(1, len(lines) - 1)] == ["begin", "end"], err
    assert lines[0]["address"] == AS and lines[-1]["how"] == "complete"
    assert lines[-1]["fetched"] >= 77 and lines[-1]["waiting"] == 0, lines[-1]
    for line in lines[1:]:
        assert set(line) >= {"seconds", "fetched", "failed", "waiting", "bytes", "rate", "seconds_left", "slow", "current"}
    assert [line for line in err.splitlines() if not line.startswith("{")][0].startswith("portalaudit: ")


def failed(folder):
    status, _, err = run("fetch", f"http://127.0.0.1:{free_port()}/", "--allow-private", "-o", folder / "b.wacz", "--progress", "json")
    assert status == 2, err
    assert [json.loads(line)["how"] for line in err.splitlines() if '"end"' in line] == ["failed"], err


def in_a_pipe(folder):
    status, _, err = run(*FETCH, "-o", folder / "c.wacz")
    assert status == 0 and len(err.splitlines()) == 1 and "\x1b" not in err, err


def on_a_terminal(words, folder, columns=80, **variables):
    """script(1) gives the program a terminal; gives what it printed."""
    command = f"stty cols {columns} rows 50; {PROGRAM} " + " ".join(f"'{word}'" for word in words)
    done = subprocess.run(["script", "-qec", command, folder / "typescript"], capture_output=True,
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm", **variables})
    return done.stdout.decode().replace("\r\n", "\n")


def line_on_a_terminal(folder):
    told = on_a_terminal([*map(str, FETCH), "-o", str(folder / "d.wacz"), "--lang", "en"], folder)
    assert "\r\x1b[K" in told and re.search(r"\d+ fetched, (\d+ failed, )?\d+ waiting", told), told
    quiet = on_a_terminal([*map(str, FETCH), "-o", str(folder / "e.wacz"), "--progress", "none"], folder)
    assert "\x1b" not in quiet, quiet


def scorecard(folder):
    """It fits a screen, keeps to the terminal's width, and its colours are only decoration."""
    for columns in (50, 80, 120):
        coloured = on_a_terminal(["report", str(SAMPLE), "--lang", "vi"], folder, columns)
        plain = on_a_terminal(["report", str(SAMPLE), "--lang", "vi"], folder, columns, NO_COLOR="1")
        assert "\x1b[" in coloured and "\x1b" not in plain
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain, "colour carries more than words do"
        lines = plain.splitlines()
        assert max(map(len, lines)) <= columns, max(lines, key=len)
        assert len(lines) <= 50, len(lines)


def main():
    cases = Cases()
    with scratch() as folder:
        cases.case("lines for programs", lambda: for_programs(folder))
        cases.case("a fetch that fails", lambda: failed(folder))
        cases.case("silence in a pipe", lambda: in_a_pipe(folder))
        if shutil.which("script"):
            cases.case("a line on a terminal", lambda: line_on_a_terminal(folder))
            cases.case("the scorecard", lambda: scorecard(folder))
        else:
            print("skipped: there is no script(1), so nobody has a terminal")
    cases.end(3)


if __name__ == "__main__":
    sys.exit(main())
