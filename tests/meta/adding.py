#!/usr/bin/env python3
"""Adding a rule needs no C++, and adding a kind of check is one file: shown with a pack and a kind that are not there.
usage: adding.py ROOT PORTALAUDIT"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]

PACK = """
[pack]
id = "local.library"
version = "1.0.0"
title = { vi = "Thư viện điện tử", en = "Electronic library" }
instrument = { number = "1/2026/QĐ", issued = 2026-01-05, in_force = { from = 2026-02-01 } }

[[group]]
id = "library"
title = { vi = "Thư viện", en = "Library" }

[[rule]]
id = "library"
title = { vi = "Thư viện điện tử", en = "Electronic library" }
why = { vi = "Cổng phải có thư viện điện tử.", en = "The portal has to have an electronic library." }
remedy = { vi = "Tạo mục “Thư viện điện tử” trên menu.", en = "Make a section \\"Thư viện điện tử\\" in the menu." }
article = "2"
source = "seen"
applies_to = ["provincial-department"]
form = "online"
severity = "minor"
points = 1
group = "library"
kind = "information-item"
labels = ["Thư viện điện tử"]

[[rule.example]]
expect = "passed"
html = '''<!doctype html><meta charset="utf-8"><title>Sở</title><nav><a href="/thu-vien">Thư viện điện tử</a></nav><main><p>Tin trong ngày.</p></main>'''
[[rule.example.page]]
path = "/thu-vien"
html = '''<!doctype html><meta charset="utf-8"><title>Thư viện</title><main><h1>Thư viện điện tử</h1><p>Thư viện có bốn trăm đầu sách về quy hoạch, nhà ở và hạ tầng kỹ thuật, mở cửa cho mọi người trong giờ hành chính.</p></main>'''

[[rule.example]]
expect = "failed"
html = '''<!doctype html><meta charset="utf-8"><title>Sở</title><nav><a href="/tin">Tin tức</a></nav><main><p>Tin trong ngày.</p></main>'''
[[rule.example.page]]
path = "/tin"
html = '''<!doctype html><meta charset="utf-8"><title>Tin tức</title><main><p>Tin trong tháng.</p></main>'''
"""


def adds_a_rule(folder):
    """A pack of its own, beside no other file, is linted, and its examples come out as they say; a wrong example is told."""
    rules = folder / "rules"
    rules.mkdir()
    (rules / "library.toml").write_text(PACK)
    for command in ("lint", "test"):
        done = subprocess.run([PROGRAM, "rules", command, "--rules", rules], capture_output=True, text=True)
        if done.returncode != 0:
            return [f"rules {command} of a new pack: status {done.returncode}\n{done.stdout}{done.stderr}"]
    (rules / "library.toml").write_text(PACK.replace('expect = "failed"', 'expect = "passed"'))
    done = subprocess.run([PROGRAM, "rules", "test", "--rules", rules], capture_output=True, text=True)
    return [] if done.returncode != 0 else ["rules test of a wrong example does not fail"]


def registered(folder):
    """What CMake's registry makes of the kinds in `folder`, without building anything."""
    project = folder / "project"
    (project / "lib/check").mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "lib/check/kinds", project / "lib/check/kinds", dirs_exist_ok=True)
    function = re.search(r"^function\(pa_registry\b.*?^endfunction\(\)$", (ROOT / "CMakeLists.txt").read_text(), re.M | re.S).group(0)
    (project / "CMakeLists.txt").write_text("cmake_minimum_required(VERSION 3.25)\nproject(adding NONE)\nadd_subdirectory(lib)\n")
    (project / "lib/CMakeLists.txt").write_text(f"{function}\npa_registry(check/kinds KIND)\n")
    build = folder / "build"
    done = subprocess.run(["cmake", "-S", project, "-B", build], capture_output=True, text=True)
    if done.returncode != 0:
        return None, done.stderr
    listed = next(build.rglob("kinds.inc"))
    return set(re.findall(r"KIND\((\w+)\)", listed.read_text())), ""


def adds_a_kind(folder):
    """A new file in check/kinds is in the registry at the next configuration; nothing else changes."""
    before, error = registered(folder)
    files = {path.stem for path in (ROOT / "lib/check/kinds").glob("*.cpp")}
    if before != files:
        return [f"the registry is not the files of check/kinds: {sorted((before or set()) ^ files)} {error}"]
    (folder / "project/lib/check/kinds/library_shelf.cpp").write_text("// library-shelf: nothing yet\n")
    after, error = registered(folder)
    return [] if after == files | {"library_shelf"} else [f"a new kind is not registered: {error}"]


def main():
    problems = []
    for check in (adds_a_rule, adds_a_kind):
        with tempfile.TemporaryDirectory() as folder:
            problems += check(pathlib.Path(folder))
    print("\n".join(problems) or "a rule needs no C++, a kind is one file")
    return 1 if problems else 0


sys.exit(main())
