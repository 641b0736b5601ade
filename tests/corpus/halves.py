"""Which makes may be looked at while tuning, and which may not. Stated here alone."""
DEVELOPMENT = ["nukeviet", "nextjs", "wordpress", "dotnetnuke", "table2005", "laravel", "liferay", "imagemenu"]
HELD_OUT = ["sharepoint", "joomla", "drupal", "webforms", "vnpt", "nuxt", "iframes", "toggles"]
HALVES = {"dev": DEVELOPMENT, "held-out": HELD_OUT}

# The types of unit of a make's sites; makes take turns.
LEVELS = [("ministry", "province", "provincial-department"), ("province", "district", "provincial-department"), ("central-department",
        "provincial-department", "district"),
          ("ministry", "provincial-department", "district"), ("province", "provincial-department", "commune"), ("ministry", "province", "central-department")]


def plans():
    """(make, number, type of unit, index) of every site; the index counts the units of a type, so no two are one."""
    out, counts = [], {}
    ordered = [make for pair in zip(DEVELOPMENT, HELD_OUT) for make in pair]
    for place, make in enumerate(ordered):
        for number, level in enumerate(LEVELS[(place // 2) % len(LEVELS)], 1):
            counts[level] = counts.get(level, -1) + 1
            out.append((make, number, level, counts[level]))
    return out


def half_of(make):
    return "dev" if make in DEVELOPMENT else "held-out"
