"""What is right for a site, from its plan alone."""
import urllib.parse

# The plan's states as the tool names them, and what else a fair reader may call them.
STATES = ({"present": ("present", []), "broken": ("absent", ["empty"]), "external": ("absent", []), "absent": ("absent", []), "soft404": ("empty", ["absent"]),
           "shell": ("empty", ["cannot-tell"])})


def full(site, address):
    return urllib.parse.urljoin(site.address, address)


def of(site, make, pages):
    return {
        "site": site.name, "make": site.make, "as": site.address, "dated": site.moment.isoformat(), "unit_type": site.unit.level, "unit_name": site.unit.name,
        "items": items(site), "pages": {full(site, page.address): day_of(page, make) for page in pages}, "documents": documents(site, make),
        "lists": sorted(full(site, s.address) for s in site.sections if s.kind == "documents" and s.has_page and make.DETAIL is not None),
    }


def items(site):
    import words
    out = {}
    for item, (whom, _, _) in words.ITEMS.items():
        if site.unit.level in whom:
            out[item] = item_truth(site, item)
    return out


def item_truth(site, item):
    own = next((s for s in site.sections if s.item == item), None) or next((s for s in site.sections if item in s.also), None)
    state, others = STATES.get(own.state if own else "absent", ("empty", []))
    accepted = [s.address for s in site.sections if (s.item == item or item in s.also) and s.has_page and s.state == state]
    feedback = next((s for s in site.sections if s.item == "consultation.regulation-feedback"), None)
    skip = ""
    if state == "present" and (item == "intro.contact" or item == "news" and site.news()):
        accepted.append("/")  # the footer names address, telephone and e-mail too; the home page has the newest articles
    if item == "qa" and feedback and feedback.state == "present":
        accepted.append(feedback.address)  # Decree 43/2011, Article 15(2): questions and opinions are sent in one place
        skip = "" if state == "present" else "the form for opinions may pass for it"
    if item == "news" and state != "present" and any(s.group == "news" and s.kind == "list" and s.entries for s in site.sections):
        skip = "a category beside it has articles"
    if item == "services.list" and state != "present":
        skip = "the national portal of services is linked"
    return {"state": state, "or": others, "section": [full(site, address) for address in accepted], "why": own.why if own else "not planned", "skip": skip}


def day_of(page, make):
    """The day of publication that the page tells, as text, or None."""
    if hasattr(make, "published"):
        day = make.published(page)
    else:
        day = usual_day(page, make)
    return day.isoformat() if day else None


def usual_day(page, make):
    if page.kind == "entry":
        if page.entry.kind == "english" or page.entry.kind == "document" and not make.POSTED_DOCUMENTS:
            return None
        return page.entry.day
    static = page.kind == "section" and page.section.kind in ("static", "contact", "form", "services") and page.section.state in ("present", "updating")
    return page.section.moment.date() if static and make.STAMPED_STATICS else None


def documents(site, make):
    out = []
    for section in site.sections:
        if section.kind != "documents" or section.state != "present":
            continue
        for place, entry in enumerate(section.entries):
            shown = make.shown(entry) if hasattr(make, "shown") else make.DETAIL if entry.address else make.LIST
            page = entry.address or page_of_row(site, make, section, place)
            fields = {name: text_of(value) if name in shown else None for name, value in entry.fields.items()}
            hidden = {name: text_of(value) for name, value in entry.fields.items() if name not in shown and value}
            out.append({"page": full(site, page), "item": section.item, "fields": fields, "hidden": hidden,
                        "files": [{"url": full(site, f.address), "sound": f.sound, "why": f.WHY.get(f.kind, "")} for f in entry.files]})
    return out


def page_of_row(site, make, section, place):
    number = place // make.PAGED + 1 if make.PAGED else 1
    return section.address if number == 1 else make.address(site, section, number=number)


def text_of(value):
    return value if value is None or isinstance(value, str) else value.isoformat()
