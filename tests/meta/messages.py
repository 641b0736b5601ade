#!/usr/bin/env python3
"""Every message of the sources is in the Vietnamese catalogue, translated, with the same places for values.
usage: messages.py <source folder>"""
import pathlib
import re
import subprocess
import sys


def entries(po):
    """msgid -> msgstr of a PO text without plurals."""
    out, key, parts = {}, None, {}
    for line in po.splitlines() + [""]:
        found = re.match(r'(msgid|msgstr)?\s*"(.*)"$', line)
        if found:
            if found.group(1):
                key = found.group(1)
                parts[key] = ""
            parts[key] += found.group(2)
        elif not line.startswith("#") and parts:
            out[parts.get("msgid", "")] = parts.get("msgstr", "")
            parts = {}
    out.pop("", None)
    return out


def places(text):
    numbered = re.findall(r"(?<!\{)\{(\d*)\}", text)
    if any(numbered) and not all(numbered):
        return None
    return sorted(int(n) if n else i for i, n in enumerate(numbered))


def main():
    root = pathlib.Path(sys.argv[1])
    sources = sorted(str(p.relative_to(root)) for p in [*root.glob("lib/**/*.[ch]pp"), *root.glob("cmd/**/*.[ch]pp")])
    pot = subprocess.run(["xgettext", "--language=C++", "--keyword=msg", "--from-code=UTF-8", "--no-location", "-o", "-", *sources],
                         cwd=root, capture_output=True, text=True, check=True).stdout
    wanted = entries(pot)
    have = entries((root / "cmd/po/vi.po").read_text())
    problems = [f"not in cmd/po/vi.po: {m}" for m in wanted if m not in have]
    problems += [f"no longer used: {m}" for m in have if m not in wanted]
    for message in wanted:
        text = have.get(message, "")
        if message in have and not text:
            problems.append(f"not translated: {message}")
        if text and (places(text) is None or places(text) != places(message)):
            problems.append(f"other places for values: {message} / {text}")
    if len(wanted) < 200:
        problems.append(f"only {len(wanted)} messages were found")
    print("\n".join(problems) or f"{len(wanted)} messages, all translated")
    return 1 if problems else 0


sys.exit(main())
