#!/usr/bin/env python3
"""Generates the corpus, audits every site, and prints how right the audits are.
The program is named by the environment variable PORTALAUDIT."""
import argparse
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import build
import halves
import report
import scoring


def parsed(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=[*halves.HALVES, "both"], default="both")
    parser.add_argument("--only", metavar="MAKE", action="append", help="this make alone (may be given several times)")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list up to N mistakes of each measure, of the development half")
    parser.add_argument("--measure", choices=["items", "emptiness", "dates", "documents", "files"], help="with --worst: mistakes of this measure alone")
    parser.add_argument("--held-out", action="store_true", help="with --worst: list mistakes of the held-out half too")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--keep", metavar="FOLDER", help="keep sites, truths and audits here")
    parser.add_argument("--generate", action="store_true", help="with --keep: only write sites and truths")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args(arguments)


def chosen(options):
    wanted = [row for row in halves.plans() if options.half in ("both", halves.half_of(row[0])) and (not options.only or row[0] in options.only)]
    if not wanted:
        sys.exit("no such make; there are " + ", ".join(halves.DEVELOPMENT + halves.HELD_OUT))
    return wanted


def written(plan, where):
    """Builds one site into `where`; gives its truth."""
    pages, truth = build.build(*plan)
    root = where / truth["site"] / "site"
    shutil.rmtree(root, ignore_errors=True)
    for path, body in pages.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    (where / truth["site"] / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))
    return truth


def program(*arguments):
    """Runs the tool; while it is being built anew, waits for it."""
    for waited in range(60):
        try:
            return subprocess.run([os.environ["PORTALAUDIT"], *map(str, arguments)], capture_output=True, text=True, timeout=300,
                                  env={**os.environ, "LC_ALL": "C.UTF-8"})
        except OSError as error:
            if waited == 59:
                raise SystemExit(f"{os.environ['PORTALAUDIT']} cannot be run: {error}")
            time.sleep(5)


def audited(truth, where):
    """What the tool says of one site: audit, and the pages' rows or None when it cannot tell them."""
    folder = where / truth["site"]
    done = program("audit", folder / "site", "--as", truth["as"], "--dated", truth["dated"], "--profile", "vn-2011", "--unit-type", truth["unit_type"],
                   "--unit-name", truth["unit_name"], "--threads", 1, "-o", folder / "out")
    if done.returncode != 0:
        raise RuntimeError(f'{truth["site"]}: status {done.returncode}: {done.stderr}')
    audit = json.loads((folder / "out/audit.json").read_text())
    listed = program("pages", folder / "out/portal.wacz", "-f", "json")
    rows = json.loads(listed.stdout) if listed.returncode == 0 else None
    return audit, rows


def scored(truth, audit, rows):
    """All figures of one site; None for what the tool does not say yet."""
    tallies, empty, mistakes, unreported = scoring.items(truth, audit["items"])
    out = {"site": truth["site"], "make": truth["make"], "items": tallies, "emptiness": empty, "unreported": unreported, "dates": None, "fields": None,
           "files": None,
           "pages": len(truth["pages"]), "fetched": audit["crawl"]["pages"]}
    if rows is not None:
        out["dates"], found = scoring.dates(truth, rows)
        mistakes += found
    if audit.get("documents") is not None:
        out["fields"], out["files"], found = scoring.documents(truth, audit["documents"], {item["id"] for item in audit["items"]})
        mistakes += found
    out["mistakes"] = mistakes
    return out


def main(arguments=None):
    options = parsed(arguments)
    plans = chosen(options)
    with tempfile.TemporaryDirectory(prefix="portalaudit-corpus-") as name:
        where = pathlib.Path(options.keep or name)
        where.mkdir(parents=True, exist_ok=True)
        truths = [written(plan, where) for plan in plans]
        if options.generate:
            report.counts(truths)
            return 0
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            results = list(pool.map(lambda truth: scored(truth, *audited(truth, where)), truths))
    figures = report.figures(results)
    if options.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        report.counts(truths)
        report.tables(figures)
        report.worst(results, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
