"""Prints what the runner found."""
import collections

import halves
from scoring import FIELDS, Tally


def counts(truths):
    states = collections.Counter(row["state"] for t in truths for row in t["items"].values() if not row["skip"])
    pages = [day for t in truths for day in t["pages"].values()]
    documents = [d for t in truths for d in t["documents"]]
    files = [f for d in documents for f in d["files"]]
    print(f'{len({t["make"] for t in truths})} makes, {len(truths)} sites, {len(pages)} pages ({sum(map(bool, pages))} with a day of publication), items: '
          + ", ".join(f"{states[s]} {s}" for s in ("present", "empty", "absent")) +
          f', {len(documents)} documents with {len(files)} files ({sum(not f["sound"] for f in files)} broken)')


def figures(results):
    """By half: tallies of every measure, as plain data."""
    out = {}
    for half in halves.HALVES:
        mine = [r for r in results if halves.half_of(r["make"]) == half]
        if mine:
            out[half] = {"items": by_key(r["items"] for r in mine), "emptiness": row(total(r["emptiness"] for r in mine)), "dates": row(total(r["dates"]
                    for r in mine)),
                         "fields": by_key(r["fields"] for r in mine), "files": row(total(r["files"] for r in mine)),
                         "unreported": sorted({item for r in mine for item in r["unreported"]}), "makes": by_make(mine)}
    return out


def by_make(results):
    """Items and emptiness of each make: which template the tool is weak on."""
    out = {}
    for make in sorted({r["make"] for r in results}):
        mine = [r for r in results if r["make"] == make]
        out[make] = {"items": row(total(t for r in mine for t in r["items"].values())), "emptiness": row(total(r["emptiness"] for r in mine)), "dates": row(total(r["dates"]
                for r in mine)),
                     "fields": row(total(t for r in mine for t in r["fields"].values()) if mine[0]["fields"] is not None else None),
                     "unreached": sum(max(0, r["pages"] - r["fetched"]) for r in mine)}
    return out


def total(tallies):
    """The sum, or None if one is missing."""
    out = Tally()
    for tally in tallies:
        if tally is None:
            return None
        out += tally
    return out


def by_key(dictionaries):
    dictionaries = list(dictionaries)
    if any(d is None for d in dictionaries):
        return None
    sums = collections.defaultdict(Tally)
    for d in dictionaries:
        for key, tally in d.items():
            sums[key] += tally
    out = {key: row(sums[key]) for key in sorted(sums)}
    out["all"] = row(total(sums.values()))
    return out


def row(tally):
    if tally is None:
        return None
    return ({"right": tally.right, "wrong": tally.wrong, "missed": tally.missed, "precision": round(tally.precision, 4), "recall": round(tally.recall,
            4), "f1": round(tally.f1, 4)})


def line(name, value):
    if value is None:
        print(f"  {name:<36} not available")
    else:
        print(f'  {name:<36} {value["precision"]:9.3f} {value["recall"]:9.3f} {value["f1"]:9.3f} {value["right"]:7} {value["wrong"]:7} {value["missed"]:7}')


def tables(figures):
    for half, values in figures.items():
        print(f'\n{half} half{"":<27} {"precision":>9} {"recall":>9} {"F1":>9} {"right":>7} {"wrong":>7} {"missed":>7}')
        if half == "dev":
            for item, value in values["items"].items():
                line(item if item != "all" else "all items", value)
        else:
            line("all items", values["items"]["all"])
        line("emptiness", values["emptiness"])
        line("dates", values["dates"])
        if values["fields"] and half == "dev":
            for name in FIELDS:
                line(f"documents: {name}", values["fields"][name])
        line("documents: all fields", values["fields"] and values["fields"]["all"])
        line("files", values["files"])
        if half == "dev":
            for make, value in values["makes"].items():
                line(f"{make}: items", value["items"])
                line(f"{make}: emptiness", value["emptiness"])
                if value["dates"]:
                    line(f"{make}: dates", value["dates"])
                if value["fields"]:
                    line(f"{make}: fields", value["fields"])
                if value["unreached"]:
                    print(f'  {make}: {value["unreached"]} pages of the plan were not reached')
        if values["unreported"]:
            print("  not reported by the tool: " + ", ".join(values["unreported"]))


def worst(results, options):
    if not options.worst:
        return
    shown = collections.Counter()
    for result in results:
        if halves.half_of(result["make"]) != "dev" and not options.held_out:
            continue
        for mistake in result["mistakes"]:
            if options.measure not in (None, mistake.measure):
                continue
            shown[mistake.measure] += 1
            if shown[mistake.measure] <= options.worst:
                print(f"\n{mistake.measure}: {mistake.site}, {mistake.what}\n  page      {mistake.page}\n  expected  {mistake.expected}\n  got       {mistake.got}")
    print("\nmistakes: " + ", ".join(f"{n} {name}" for name, n in shown.items()))
