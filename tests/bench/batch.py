#!/usr/bin/env python3
"""A batch of 300 small portals on loopback, ten of them bad: throughput against what the pace allows, memory, and whether a
batch that is killed gives the same summary. And how long a list of 20,000 lines takes to read, check and shard.
usage: PORTALAUDIT=build/bench/bin/portalaudit tests/bench/batch.py [--portals 300] [--parallel 100] [--interval 1000] [--kills 10] [--seed 1]"""
import argparse
import pathlib
import random
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from fleet import *

FILES = ["summary.json", "summary.csv", "summary.xlsx", "summary.html"]


def watched(command):
    """Seconds, peak resident memory in MB, and status."""
    begun = time.monotonic()
    process = subprocess.Popen(["/usr/bin/env", *map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 2), f"status {code}: {command}"
    return time.monotonic() - begun, usage.ru_maxrss / 1024, code


def list_of(lines, path):
    with path.open("w") as file:
        print("id,name,type,parent,url,profile,notes", file=file)
        print("root,Cả nước,,,,,", file=file)
        for i in range(lines - 1):
            print(f'u{i},"Ủy ban nhân dân xã số {i}, huyện",commune,{"root" if i < 63 else f"u{i % 63}"},https://xa{i}.tinh{i % 63}.gov.vn/,,ghi chú {i}', file=file)
    return path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--portals", type=int, default=300)
    parser.add_argument("--parallel", type=int, default=100)
    parser.add_argument("--interval", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with scratch() as folder:
        big = list_of(20_000, folder / "big.csv")
        times = [watched([PROGRAM, "batch", big, "--check-list", "--shard", "3/7"])[0] for _ in range(7)]
        print(f"20,000 lines read, checked and sharded: median {statistics.median(times):.2f} s ({min(times):.2f} to {max(times):.2f}, 7 runs)", flush=True)
        fleet = Fleet(folder / "fleet", options.portals, BAD)
        units = fleet.write_list(folder / "units.csv")
        common = ["--allow-private", "--max-depth", "1", "--as-of", "2026-11-23", "--profile", "vn-2011", "--max-seconds", "120", "--parallel", options.parallel]
        with fleet.served():
            seconds, memory, status = watched([PROGRAM, "batch", units, "-o", folder / "whole", *common, "--interval", options.interval])
            requests = len(fleet.log.read_text().splitlines())
            bound = requests * options.interval / 1000 / options.parallel
            result = json.loads((folder / "whole" / "summary.json").read_text())
            places = [(place["rank"], place["unit"]) for ranking in result["rankings"] for place in ranking["places"]]
            good = [place for place in places if int(place[1][1:]) < fleet.good]
            print(f"{options.portals} portals, {options.parallel} at a time, interval {options.interval} ms: {seconds:.1f} s, {requests} requests to the sound ones, status {status}")
            print(f"the pace allows {requests} requests in {bound:.1f} s: {100 * bound / seconds:.0f} % of it were reached; peak memory {memory:.0f} MB")
            print(f"ranking as planned: {good == fleet.planned()}; judged {result['all']['judged']}, could not be judged {result['all']['could_not_judge']}", flush=True)
            fast = [*common, "--interval", "50"]
            seconds, memory, _ = watched([PROGRAM, "batch", units, "-o", folder / "fast", *fast])
            print(f"the same at an interval of 50 ms, where the processor is the limit: {seconds:.1f} s, peak memory {memory:.0f} MB", flush=True)
            dice = random.Random(options.seed)
            for number in range(options.kills):
                process = subprocess.Popen([PROGRAM, "batch", units, "-o", folder / "killed", *map(str, fast)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(dice.uniform(0.2, seconds / options.kills))
                process.kill()
                process.wait()
                done = len(list((folder / "killed").glob("*/audit.json")))
                print(f"  killed for the {number + 1}. time, {done} audits are there", flush=True)
            watched([PROGRAM, "batch", units, "-o", folder / "killed", *fast])
            for name in FILES:
                print(f"{name} of the killed batch is that of the whole one: {(folder / 'killed' / name).read_bytes() == (folder / 'fast' / name).read_bytes()}")


main()
