"""Which makes may be looked at while tuning, and which may not. Stated here alone."""
DEVELOPMENT = ["national", "cards", "columns", "bold", "terms", "tabs", "leaflet", "server", "annex"]
HELD_OUT = ["details", "nested2005", "numbered", "fields", "spans", "widget"]
HALVES = {"dev": DEVELOPMENT, "held-out": HELD_OUT}
PORTALS = 2  # of each make
