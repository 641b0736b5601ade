"""Which makes may be looked at while tuning, and which may not. Stated here alone."""
DEVELOPMENT = ["nukeviet", "sharepoint", "nextjs", "joomla", "wordpress", "drupal", "dotnetnuke", "webforms", "table2005", "vnpt", "laravel", "nuxt",
               "liferay", "iframes", "imagemenu", "toggles"]
HELD_OUT = ["antd", "handphp", "umbraco", "bootstrap", "vuetify", "typo3", "oracle", "blogger"]
HALVES = {"dev": DEVELOPMENT, "held-out": HELD_OUT}

# The types of unit of a make's sites; makes take turns.
LEVELS = [("ministry", "province", "provincial-department"), ("province", "district", "provincial-department"), ("central-department",
        "provincial-department", "district"),
          ("ministry", "provincial-department", "district"), ("province", "provincial-department", "commune"), ("ministry", "province", "central-department")]
OWN_LEVELS = {"blogger": ("commune", "district", "district")}  # makes that only small units use


def plans():
    """(make, number, type of unit, index) of every site; the index counts the units of a type, so no two are one."""
    out, counts = [], {}
    for place, make in enumerate(DEVELOPMENT + HELD_OUT):
        for number, level in enumerate(OWN_LEVELS.get(make, LEVELS[(place // 2) % len(LEVELS)]), 1):
            counts[level] = counts.get(level, -1) + 1
            out.append((make, number, level, counts[level]))
    return out


def half_of(make):
    return "dev" if make in DEVELOPMENT else "held-out"
