#!/usr/bin/env python3
"""Holds rules/coverage.csv against the requirement catalogue, row by row, and against the rules. Prints the figures.
usage: coverage.py ROOT PORTALAUDIT"""
import collections
import csv
import pathlib
import re
import subprocess
import sys

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
CATALOGUE = ROOT.parent / "shared" / "law.md"
OUTCOMES = {"automatic", "attested", "left-out"}


def catalogue_rows():
    """The ids of the tables of sections 2 to 10, in their order."""
    rows, section = [], 0
    for line in CATALOGUE.read_text().splitlines():
        if heading := re.match(r"#+ (\d+)", line):
            section = int(heading.group(1))
        cell = re.match(r"\|\s*([A-Z]+\d*-[^\s|]+)\s*\|", line)
        if cell and 2 <= section <= 10:
            rows.append(cell.group(1))
    return rows


def main():
    problems = []
    with open(ROOT / "rules/coverage.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    listed = subprocess.run([PROGRAM, "rules", "list", "--rules", ROOT / "rules"], capture_output=True, text=True, check=True).stdout
    rules = {line.split()[0] for line in listed.splitlines()}
    named = set()
    for number, row in enumerate(rows, 2):
        where = f"coverage.csv:{number}: {row['row']}"
        ids = row["rules"].split()
        named.update(ids)
        problems += [f"{where}: no such outcome: {row['outcome']}"] * (row["outcome"] not in OUTCOMES)
        problems += [f"{where}: no such rule: {rule}" for rule in ids if rule not in rules]
        problems += [f"{where}: needs a rule"] * (row["outcome"] != "left-out" and not ids)
        problems += [f"{where}: needs a reason"] * (row["outcome"] == "left-out" and not row["reason"].strip())
    twice = [row for row, count in collections.Counter(row["row"] for row in rows).items() if count > 1]
    problems += [f"coverage.csv: {row} is there twice" for row in twice]
    problems += [f"coverage.csv: no row for the rule {rule}" for rule in sorted(rules - named)]
    if CATALOGUE.exists():
        wanted = catalogue_rows()
        problems += [f"coverage.csv: {row} of the catalogue is missing" for row in wanted if row not in {r["row"] for r in rows}]
        problems += [f"coverage.csv: {row['row']} is not in the catalogue" for row in rows if row["row"] not in wanted]
    else:
        print(f"{CATALOGUE} is not there; rows are not held against it")
    print("\n".join(problems))
    counts = collections.Counter(row["outcome"] for row in rows)
    print(f"{len(rows)} rows: {counts['automatic']} automatic, {counts['attested']} attested, {counts['left-out']} left out")
    return 1 if problems else 0


sys.exit(main())
