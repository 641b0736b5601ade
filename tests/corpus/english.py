"""The foreign pages of a portal."""
from model import Entry, plain


def pages(writer):
    unit = plain(writer.unit.short.replace("Đ", "D").replace("đ", "d"))
    front = [("p", f"This section introduces {unit}, its duties and its divisions to foreign readers, investors and visitors."),
             ("p", "The agency drafts policies, inspects their implementation, answers petitions and publishes statistics of its sector every month.")]
    texts = {
        "Functions and duties": ["The agency assists the government in the management of its sector, drafts regulations and supervises the units below it.",
                                 "It receives proposals of organisations and citizens, answers them in writing and keeps a register of all cases."],
        "Organisation": ["The agency consists of an office, an inspectorate, three divisions and three public service units.",
                         "Each division is headed by a chief, who reports to the director."],
        "Contact point": [f"Telephone: {writer.unit.phone}. E-mail: {writer.unit.email}.", "Visitors are received from Monday to Friday during office hours."],
    }
    return front, [Entry("english", title, blocks=[("p", line) for line in lines], stamp="none") for title, lines in texts.items()]
