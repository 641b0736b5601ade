#!/usr/bin/env python3
"""Generates the corpus of services, audits every portal, and prints how right the audits are. The program is named by the environment variable
PORTALAUDIT. Without the real texts (../shared/data/vn/procedures) it says so and ends with status 77."""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import build
import halves
import model

SITE = "https://soxaydung.minhgiang.gov.vn"


def folded(name):
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def audited(make, number, records, where):
    root = where / f"{make}-{number}"
    truth = build.write(make, number, model.portal(make, number, records), root)
    done = subprocess.run([os.environ["PORTALAUDIT"], "audit", root / "site", "--as", SITE + "/", "--dated", "2026-11-23", "--profile", "vn-2011", "--unit-type", "provincial-department",
                           "--threads", "1", "-o", root / "out"], capture_output=True, text=True, timeout=300, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        raise SystemExit(f"{make}-{number}: status {done.returncode}: {done.stderr}")
    return truth, json.loads((root / "out/audit.json").read_text())["services"]


class Score:
    def __init__(self):
        self.shown = collections.Counter()  # right, found, planned
        self.states = [0, 0]
        self.levels = [0, 0]
        self.names = [0, 0]
        self.extra = 0
        self.mistakes = []

    def add(self, site, truth, seen):
        by_page = {page.removeprefix(SITE): service for service in seen for page in service["pages"][:1]}
        used = set()
        for planned in truth:
            service = by_page.get(planned["page"])
            used.add(id(service))
            self.names[1] += 1
            exact = service is not None and service["code"] == planned["code"] and folded(service["name"]) == folded(planned["name"])
            self.names[0] += exact
            if not exact:
                self.mistakes.append(f'{site}{planned["page"]}: name: {service and (service["code"], service["name"])}, not {planned["code"], planned["name"]}')
            for part, state in planned["parts"].items():
                said = service["parts"][part] if service else "missing"
                self.states[0] += said == state
                self.states[1] += 1
                self.shown["right"] += said == state == "shown"
                self.shown["found"] += said == "shown"
                self.shown["planned"] += state == "shown"
                if said != state:
                    self.mistakes.append(f'{site}{planned["page"]}: {part}: {said}, not {state}')
            self.level(site, planned, service)
        self.extra += sum(id(service) not in used for service in seen)

    def level(self, site, planned, service):
        names = ("information", "partial", "full")
        level = tuple(f"level-{n}" for n in planned["level"])
        extent = tuple(names[n] for n in planned["extent"])
        said = service and tuple(tuple(service["observed"][reading][end] for end in ("low", "high")) for reading in ("level", "extent"))
        self.levels[0] += said == (level, extent)
        self.levels[1] += 1
        if said != (level, extent):
            self.mistakes.append(f'{site}{planned["page"]}: level: {said}, not {level, extent}; filing {service and service["filing"]}, signs {service and service["signs"]}')

    def figures(self):
        precision = self.shown["right"] / max(1, self.shown["found"])
        recall = self.shown["right"] / max(1, self.shown["planned"])
        return {"parts_precision": precision, "parts_recall": recall, "parts_f1": 2 * precision * recall / max(1e-9, precision + recall), "states_accuracy": self.states[0] / max(1, self.states[1]),
                "level_accuracy": self.levels[0] / max(1, self.levels[1]), "code_and_name": self.names[0] / max(1, self.names[1]), "services": self.names[1], "extra": self.extra}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=[*halves.HALVES, "both"], default="both")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list up to N mistakes, of the development half alone")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--keep", metavar="FOLDER", help="keep portals and audits here")
    options = parser.parse_args()
    records = model.texts()
    if len(records) < 20:
        print(f"{model.TEXTS} is not there; the corpus of services is made from its texts")
        return 77
    out = {}
    with tempfile.TemporaryDirectory(prefix="portalaudit-") as scratch:
        where = pathlib.Path(options.keep or scratch)
        for half, makes in halves.HALVES.items():
            if options.half not in (half, "both"):
                continue
            score = Score()
            plans = [(make, number) for make in makes for number in range(1, halves.PORTALS + 1)]
            with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
                for (make, number), (truth, seen) in zip(plans, pool.map(lambda plan: audited(*plan, records, where), plans)):
                    score.add(f"{make}-{number}", truth, seen)
            out[half] = score.figures()
            if not options.json:
                print(half, " ".join(f"{name}={value:.4f}" if isinstance(value, float) else f"{name}={value}" for name, value in out[half].items()))
            if half == "dev":
                for mistake in score.mistakes[:options.worst]:
                    print("  ", mistake)
    if options.json:
        print(json.dumps(out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
