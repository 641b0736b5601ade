#!/usr/bin/env python3
"""Every command and option is in its man page and the other way round; the pages are valid mdoc.
usage: man_pages.py <source folder> <program>"""
import pathlib
import re
import subprocess
import sys


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}).stdout


def options(text):
    return set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", text))


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    problems = []
    commands = re.findall(r"^  ([a-z]+) {2,}", output(program, "--help").split("Subcommands:")[1], re.M)
    if len(commands) < 5:
        problems.append(f"only these commands: {commands}")
    overview = (root / "man/portalaudit.1").read_text()
    for command in commands:
        page = root / f"man/portalaudit-{command}.1"
        if not page.exists():
            problems.append(f"man/portalaudit-{command}.1 is missing")
            continue
        if command not in overview:
            problems.append(f"portalaudit.1 does not name {command}")
        text = page.read_text()
        usage = output(program, command, "--help")
        if "Subcommands:" in usage:
            for inner in re.findall(r"^  ([a-z]+) {2,}", usage.split("Subcommands:")[1], re.M):
                usage += output(program, command, inner, "--help")
        named = {"--" + n.replace("\\-", "-") for n in re.findall(r"Fl \\?-([a-z][a-z\\-]+)", text)}
        real = options(usage) - {"--help"}
        problems += [f"{page.name}: {name} is not described" for name in sorted(real - named)]
        problems += [f"{page.name}: {name} is no option" for name in sorted(named - real - {"--help"})]
    for page in sorted((root / "man").glob("*.[157]")):
        done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(page)], capture_output=True, text=True)
        lines = [line for line in done.stdout.splitlines() if "operating system" not in line and "referenced manual not found" not in line]
        problems += [line.replace(str(root) + "/", "") for line in lines]
    print("\n".join(problems) or f"{len(commands)} commands: as described")
    return 1 if problems else 0


sys.exit(main())
