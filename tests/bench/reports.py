#!/usr/bin/env python3
"""How long and with how much memory every report format is written, of a large portal: 10,000 pages, 3,000 findings, 4,000 documents.
usage: PORTALAUDIT=build/release/bin/portalaudit tests/bench/reports.py
Fails when a format takes more than 2 s or 200 MB. The time is the best of three; reading audit.json is part of it."""
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from big_audit import write_big_audit
from support import PROGRAM, run, scratch

MOST_SECONDS, MOST_MB = 2.0, 200


def measured(words):
    """Seconds and peak memory in MB of one run."""
    begin = time.perf_counter()
    process = subprocess.Popen([PROGRAM, *map(str, words)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, words
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def main():
    failed = []
    with scratch() as folder:
        audit = write_big_audit(folder / "audit.json")
        names = [line.split()[0] for line in run("report", "--list")[1].splitlines()]
        print(f"audit.json: {audit.stat().st_size / 1e6:.1f} MB")
        for name in [*names, "all together"]:
            out = folder / name.replace(" ", "-")
            words = ["report", audit, "-o", out] + [word for one in (names if name == "all together" else [name]) for word in ("-f", one)]
            runs = [measured(words) for _ in range(3)]
            seconds, memory = min(run_[0] for run_ in runs), max(run_[1] for run_ in runs)
            size = sum(path.stat().st_size for path in ([out] if out.is_file() else out.iterdir())) / 1e6
            print(f"{name:14} {seconds:6.2f} s {memory:6.0f} MB   {size:6.2f} MB written")
            if name != "all together" and (seconds > MOST_SECONDS or memory > MOST_MB):
                failed.append(name)
    print("too much: " + ", ".join(failed) if failed else f"every format under {MOST_SECONDS:g} s and {MOST_MB} MB")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
