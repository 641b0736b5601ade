"""batch: a province of portals at once, with bad ones among them; killed and gone on with; in shards; politely."""
import importlib.util
import random

from fleet import *

COUNT = 28
HERE = [kind for kind in BAD if kind != "dripping"]  # which only takes time
ARGS = ["--allow-private", "--max-depth", "1", "--as-of", "2026-11-23", "--profile", "vn-2011", "--max-seconds", "60"]
FAST = ["--interval", "50"]
FILES = ["summary.json", "summary.csv", "summary.xlsx", "summary.html"]


def batch(list_, out, *more, status=2, pace=FAST, **how):
    got, told, err = run("batch", list_, "-o", out, *ARGS, *pace, *more, timeout=300, **how)
    assert got == status, f"status {got}: {err}"
    return told, err


def files(folder):
    return {name: (folder / name).read_bytes() for name in FILES}


def summary(folder):
    return json.loads((folder / "summary.json").read_text())


class Test:
    def __init__(self, folder):
        self.folder = folder
        self.fleet = Fleet(folder / "fleet", COUNT, HERE)
        self.list = self.fleet.write_list(folder / "units.csv")
        self.whole = folder / "whole"

    def ranking_is_the_planned_one(self):
        told, _ = batch(self.list, self.whole)
        result = summary(self.whole)
        assert len(result["rankings"]) == 1, "one profile and one type"
        got = [(place["rank"], place["unit"]) for place in result["rankings"][0]["places"]]
        good = [place for place in got if int(place[1][1:]) < self.fleet.good]
        assert good == self.fleet.planned(), f"{good}\n{self.fleet.planned()}"
        assert got[:len(good)] == good, "a bad portal is ranked before a good one"
        for number, behaviour in zip(itertools.count(self.fleet.good), HERE):
            unit = next(unit for unit in result["units"] if unit["id"] == self.fleet.id(number))
            expected = {"ranked", "under-floor"} if behaviour in JUDGED_ANYHOW else {"could-not-judge"}
            assert unit["state"] in expected, f"{behaviour}: {unit['state']}"
            assert behaviour in JUDGED_ANYHOW or (unit["attempts"] == 2 and unit["why"]["vi"]), behaviour
        assert "Could not be judged" in told and "Đơn vị số 0" in told
        assert result["all"]["portals"] == COUNT and result["all"]["waiting"] == 0

    def summary_keeps_to_its_schema(self):
        if importlib.util.find_spec("jsonschema") is None:
            return print("skipped: there is no python3-jsonschema")
        import jsonschema
        schema = json.loads((ROOT / "lib/campaign/summary.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(summary(self.whole))

    def tree_adds_up(self):
        result = summary(self.whole)
        tree = {node["unit"]: node for node in result["tree"]}
        assert set(tree) == {"tinh", "so", "xa"}
        for branch in ("so", "xa"):
            scores = [unit["score"]["low"] for unit in result["units"] if unit["parent"] == branch and unit["state"] == "ranked"]
            assert abs(tree[branch]["mean"]["low"] - sum(scores) / len(scores)) < 0.006, branch
        assert tree["tinh"]["portals"] == tree["so"]["portals"] + tree["xa"]["portals"] == COUNT

    def each_unit_is_an_audit(self):
        unit = self.whole / self.fleet.id(0)
        assert {path.name for path in unit.iterdir()} == {"portal.wacz", "audit.json", "report.html", "outcome.json"}
        status, _, err = run("verify", unit / "portal.wacz", unit / "audit.json")
        assert status == 0, err
        bad = self.whole / self.fleet.id(self.fleet.good + HERE.index("unavailable"))
        assert (bad / "attempt-1-portal.wacz").exists() and (bad / "portal.wacz").exists(), "both attempts are kept"

    def killed_and_gone_on_with(self):
        """At random moments of the work, by a signal that lets it finish and by one that does not."""
        out = self.folder / "killed"
        dice = random.Random(20261128)
        for time_of in range(4):
            process = subprocess.Popen([PROGRAM, "batch", self.list, "-o", out, *ARGS, *FAST], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(dice.uniform(0.1, 2))
            process.send_signal(signal.SIGKILL if time_of % 2 == 0 else signal.SIGTERM)
            assert process.wait(60) in (-signal.SIGKILL, 4, 2)
        batch(self.list, out)
        assert files(out) == files(self.whole), "another summary"
        told = batch(self.list, out)[1]
        assert f"{COUNT} of {COUNT} portals are done already" in told, told
        assert files(out) == files(self.whole)

    def other_options_are_refused(self):
        status, _, err = run("batch", self.list, "-o", self.whole, *ARGS, *FAST, "--max-pages", "7")
        assert status == 3 and "value of --max-pages" in err and "--restart" in err, err
        fewer = self.folder / "fewer.csv"
        fewer.write_text("\n".join(self.list.read_text(encoding="utf-8-sig").splitlines()[:-1]), encoding="utf-8")
        status, _, err = run("batch", fewer, "-o", self.whole, *ARGS, *FAST)
        assert status == 3 and "number of units" in err, err
        moved = self.folder / "moved"
        shutil.copytree(self.whole, moved)
        one = self.folder / "one.txt"
        one.write_text(f"http://{self.fleet.address(0)}:{self.fleet.port}/\n")
        _, err = batch(one, moved, "--restart", status=0)
        assert "moved.1" in err, err
        assert files(self.folder / "moved.1") == files(self.whole), "the earlier batch is not what it was"
        assert summary(moved)["all"]["portals"] == 1

    def broken_list_begins_nothing(self):
        broken = self.folder / "broken.csv"
        address = f"http://{self.fleet.address(1)}:{self.fleet.port}/"
        broken.write_text(f"mã;tên;địa chỉ\na;A;{address}\na;B;http://b.example/\nc;C;gopher://c\n")
        out = self.folder / "broken"
        status, told, err = run("batch", broken, "-o", out, *ARGS)
        assert status == 3 and not told and not out.exists(), err
        assert "broken.csv:3:" in err and "broken.csv:4:" in err and "--keep-going" in err, err
        status, _, err = run("batch", broken, "-o", out, *ARGS, "--keep-going", "--lang", "vi")
        assert status == 0 and summary(out)["all"]["judged"] == 1, err

    def damaged_results_are_made_again(self):
        """Of the evidence that is there; what is of another unit is told."""
        out = self.folder / "damaged"
        shutil.copytree(self.whole, out)
        first, second, third = (out / self.fleet.id(number) for number in (0, 1, 2))
        (first / "outcome.json").write_text('{"state"')
        (second / "audit.json").unlink()
        for path in third.iterdir():
            path.unlink()
        (third / "portal.wacz.part").touch()
        batch(self.list, out)
        assert files(out) == files(self.whole)
        shutil.copy(second / "audit.json", first / "audit.json")
        status, _, err = run("batch", self.list, "-o", out, *ARGS, *FAST)
        assert status == 2 and f"{first / 'audit.json'} is the audit of" in err, err
        (first / "audit.json").write_text("{")
        status, _, err = run("batch", self.list, "-o", out, *ARGS, *FAST)
        assert status == 2 and f"remove {first / 'audit.json'}" in err, err
        # Without the plan nobody knows by what options the results were made.
        (out / "batch.json").unlink()
        status, _, err = run("batch", self.list, "-o", out, *ARGS, *FAST)
        assert status == 3 and "no batch.json" in err, err

    def imports_wait_for_each_other(self):
        store = self.folder / "many.db"
        begun = [subprocess.Popen([PROGRAM, "campaign", "import", self.whole, "--store", store, "--round", f"round-{i}"], stderr=subprocess.PIPE) for i in range(6)]
        for process in begun:
            assert process.wait(120) == 0, process.stderr.read().decode()
        status, out, _ = run("campaign", "list", "--store", store)
        assert status == 0 and out.count("round-") == 6, out

    def shards_are_the_whole(self):
        out = self.folder / "shards"
        for number in (1, 2, 3):
            env = {"JOB_COMPLETION_INDEX": str(number - 1)}
            status, _, err = run("batch", self.list, "-o", out, *ARGS, *FAST, "--shard", "3", env=env, timeout=300)
            assert status in (0, 2), err
        store, exported = self.folder / "campaign.db", self.folder / "exported"
        status, _, err = run("campaign", "import", *sorted(out.iterdir()), "--store", store, "--round", "2026")
        assert status == 0, err
        status, _, err = run("campaign", "export", "--store", store, "-o", exported, "--reports", ".")
        assert status == 0, err
        assert files(exported) == files(self.whole), "shards give another summary"

    def rounds_are_compared(self):
        store = self.folder / "campaign.db"
        status, _, err = run("campaign", "import", self.whole, "--store", store, "--round", "again", "--rejudge", "--profile", "vn-2022", "--as-of", "2026-11-25")
        assert status == 0, err
        status, out, err = run("campaign", "trend", self.fleet.id(0), "--store", store)
        assert status == 0 and out.count("at the time") == 2 and "again, by later rules" in out and "vn-2022" in out, out + err
        status, out, err = run("campaign", "rank", "--store", store, "--round", "2026")
        assert status == 0 and "1. " in out, err
        status, _, err = run("campaign", "rank", "--store", store, "--round", "2027")
        assert status == 3 and "2026" in err, err
        status, _, err = run("campaign", "list", "--store", self.folder / "none.db")
        assert status == 3 and not (self.folder / "none.db").exists(), err

    def one_address_one_pace(self):
        """Two names and two ways into one of them, at one address: together no faster than one host."""
        lines = self.folder / "names.txt"
        port, address = self.fleet.port, self.fleet.address(2)
        lines.write_text(f"http://xa1.example:{port}/\nhttp://xa2.example:{port}/\nhttp://xa2.example:{port}/lien-he.html\n")
        before = len(self.fleet.starts(address))
        batch(lines, self.folder / "names", "--connections", "1", "--resolve", f"xa1.example:{port}:{address}", "--resolve", f"xa2.example:{port}:{address}", "--max-pages", "25", status=0, pace=["--interval", "100"])
        starts = self.fleet.starts(address)[before:]
        assert len(starts) > 60, len(starts)
        for at, start in enumerate(starts[:-10]):
            length = starts[at + 10] - start
            assert length > 0.95, f"eleven requests in {length:.2f} s, at an interval of 0.1 s"

    def progress_is_json(self):
        one = self.folder / "two.txt"
        one.write_text(f"http://{self.fleet.address(3)}:{self.fleet.port}/\nhttp://{self.fleet.address(self.fleet.good)}:{self.fleet.port}/\n")
        _, err = batch("-", self.folder / "progress", "--progress", "json", stdin=one.read_text())
        events = [json.loads(line) for line in err.splitlines() if line.startswith("{")]
        kinds = [event["event"] for event in events]
        assert kinds[0] == "begin" and events[0]["total"] == 2 and kinds.count("unit-begin") == 3 and kinds.count("unit-end") == 3, kinds
        last = events[-1]
        assert (last["event"], last["how"], last["done"], last["not_judged"]) == ("end", "complete", 2, 1), last


def main():
    if not shutil.which("nginx"):
        skip("there is no nginx")
    cases = Cases()
    with scratch() as folder:
        test = Test(folder)
        with test.fleet.served():
            cases.case("the ranking is the planned one, and bad portals spoil nothing", test.ranking_is_the_planned_one)
            cases.case("the summary keeps to its schema", test.summary_keeps_to_its_schema)
            cases.case("the tree adds up", test.tree_adds_up)
            cases.case("each unit has its evidence, audit and report", test.each_unit_is_an_audit)
            cases.case("killed and gone on with, the summary is the same", test.killed_and_gone_on_with)
            cases.case("other options and lists are refused, --restart keeps what was", test.other_options_are_refused)
            cases.case("a broken list begins nothing", test.broken_list_begins_nothing)
            cases.case("damaged results are made again", test.damaged_results_are_made_again)
            cases.case("imports wait for each other", test.imports_wait_for_each_other)
            cases.case("shards give the same summary", test.shards_are_the_whole)
            cases.case("rounds are compared", test.rounds_are_compared)
            cases.case("one address, one pace", test.one_address_one_pace)
            cases.case("progress as JSON, a list from standard input", test.progress_is_json)
    cases.end(13)


main()
