#!/usr/bin/env python3
"""Holds every #include of lib/ and cmd/ against the layers that lib/CMakeLists.txt states, and every
third-party header against the module that may use it. Also counts lines of sources.
usage: layers.py <source folder>"""
import pathlib
import re
import sys

# Which module may include which third-party headers; everything else is the standard library or POSIX.
THIRD_PARTY = {
    "fmt/": {"*"},
    "tl/expected.hpp": {"base"},
    "libintl.h": {"base"},
    "re2/": {"text"},
    "utf8proc.h": {"text"},
    "uchardet/": {"text"},
    "iconv.h": {"text"},
    "date/": {"time"},
    "psl": {"url"},
    "libpsl.h": {"url"},
    "idn2.h": {"url"},
    "toml++/": {"conf"},
    "brotli/": {"http"},
    "zstd.h": {"http"},
    "zlib.h": {"http", "evidence", "usage"},
    "gumbo.h": {"html"},
    "pugixml.hpp": {"html", "web", "report"},
    "curl/": {"net"},
    "openssl/": {"evidence", "net"},
    "nlohmann/": {"audit", "author", "campaign", "evidence", "service", "web", "report", "site"},
    "kainjow/": {"report"},
    "CLI/": {"cmd"},
    "soci/": {"campaign"},
    "libpq-fe.h": {"campaign"},
    "zip.h": {"evidence", "report"},
    "xlsxwriter.h": {"report"},
}
LIMIT_SOURCE = 400
LIMIT_HEADER = 200
# Over the limit, with the reason. Empty is the aim.
TOO_LONG = {}


def stated_layers(root):
    text = (root / "lib/CMakeLists.txt").read_text()
    direct = {}
    for name, rest in re.findall(r"pa_module\((\w+)([^)]*)\)", text):
        depends = re.search(r"DEPENDS((?:\s+\w+)*?)(?:\s+LIBS|\s*$)", rest)
        direct[name] = depends.group(1).split() if depends else []
    closed = {}
    for name in direct:
        seen, todo = set(), [name]
        while todo:
            module = todo.pop()
            if module not in seen:
                seen.add(module)
                todo += direct.get(module, [])
        closed[name] = seen
    closed["cmd"] = set(direct) | {"cmd"}
    return closed


def check_include(problems, where, module, header, quoted, layers):
    first = header.split("/")[0]
    if quoted and first in layers and first not in layers[module]:
        problems.append(f"{where}: {module} may not include {header}")
    if not quoted:
        for prefix, allowed in THIRD_PARTY.items():
            if header.startswith(prefix) and "*" not in allowed and module not in allowed:
                problems.append(f"{where}: {header} may only be included in {', '.join(sorted(allowed))}")


def main():
    root = pathlib.Path(sys.argv[1])
    layers = stated_layers(root)
    problems = []
    files = sorted([*root.glob("lib/**/*.[ch]pp"), *root.glob("cmd/**/*.[ch]pp")])
    for path in files:
        relative = path.relative_to(root)
        module = "cmd" if relative.parts[0] == "cmd" else relative.parts[1]
        text = path.read_text()
        for number, line in enumerate(text.splitlines(), 1):
            found = re.match(r'\s*#\s*include\s+([<"])([^>"]+)', line)
            if found:
                check_include(problems, f"{relative}:{number}", module, found.group(2), found.group(1) == '"', layers)
            if re.search(r"\bthrow\b(?!\w)", line.split("//")[0]) and '"' not in line:
                problems.append(f"{relative}:{number}: throws")
        limit = LIMIT_HEADER if path.suffix == ".hpp" else LIMIT_SOURCE
        if text.count("\n") > limit and str(relative) not in TOO_LONG:
            problems.append(f"{relative}: {text.count(chr(10))} lines, more than {limit}")
    for name in TOO_LONG:
        if not (root / name).exists() or (root / name).read_text().count("\n") <= LIMIT_SOURCE:
            problems.append(f"{name}: named as too long, but is not")
    if len(files) < 50:
        problems.append(f"only {len(files)} files were looked at")
    print("\n".join(problems) or f"{len(files)} files, {len(layers)} modules: as stated")
    return 1 if problems else 0


sys.exit(main())
