"""The scoring itself, on invented outputs."""
import unittest

import scoring


def truth(**more):
    base = {"site": "x-1", "items": {}, "pages": {}, "documents": [], "lists": []}
    return {**base, **more}


def right(state, *section, others=(), skip=""):
    return {"state": state, "or": list(others), "section": list(section), "why": "planned", "skip": skip}


def said(item, state, *pages):
    return {"id": item, "state": state, "pages": list(pages), "label": "Tin"}


def counts(tally):
    return tally.right, tally.wrong, tally.missed


class Figures(unittest.TestCase):
    def test_ratios(self):
        tally = scoring.Tally(8, 2, 4)
        self.assertAlmostEqual(tally.precision, 0.8)
        self.assertAlmostEqual(tally.recall, 8 / 12)
        self.assertAlmostEqual(tally.f1, 2 * 0.8 * (8 / 12) / (0.8 + 8 / 12))

    def test_nothing_asked_and_nothing_said(self):
        self.assertEqual(scoring.Tally().f1, 1.0)

    def test_nothing_right(self):
        self.assertEqual(scoring.Tally(0, 0, 3).f1, 0.0)


class Items(unittest.TestCase):
    def one(self, planned, got):
        tallies, empty, mistakes, unreported = scoring.items(truth(items={"news": planned}), [got] if got else [])
        return counts(tallies["news"]) if tallies else None, counts(empty), [m.measure for m in mistakes], unreported

    def test_first_page_decides(self):
        planned = right("present", "https://a.vn/tin/")
        self.assertEqual(self.one(planned, said("news", "present", "https://a.vn/tin/index.html")), ((1, 0, 0), (0, 0, 0), [], []))
        self.assertEqual(self.one(planned, said("news", "present", "https://a.vn/khac/", "https://a.vn/tin/")), ((0, 1, 1), (0, 0, 0), ["items"], []))

    def test_missed_and_invented(self):
        self.assertEqual(self.one(right("present", "https://a.vn/tin/"), said("news", "absent"))[0], (0, 0, 1))
        self.assertEqual(self.one(right("absent"), said("news", "present", "https://a.vn/tin/"))[0], (0, 1, 0))
        self.assertEqual(self.one(right("absent"), said("news", "absent")), ((0, 0, 0), (0, 0, 0), [], []))

    def test_cannot_tell_is_not_present(self):
        self.assertEqual(self.one(right("present", "https://a.vn/tin/"), said("news", "cannot-tell"))[0], (0, 0, 1))

    def test_emptiness(self):
        self.assertEqual(self.one(right("empty", "https://a.vn/tin/"), said("news", "empty"))[1:3], ((1, 0, 0), []))
        self.assertEqual(self.one(right("empty", "https://a.vn/tin/"), said("news", "absent"))[1:3], ((0, 0, 1), ["emptiness"]))
        self.assertEqual(self.one(right("empty", "https://a.vn/tin/"), said("news", "present", "https://a.vn/tin/")), ((0, 1, 0), (0, 0, 1), ["items"], []))
        self.assertEqual(self.one(right("present", "https://a.vn/tin/"), said("news", "empty"))[:2], ((0, 0, 1), (0, 1, 0)))

    def test_either_of_two_states(self):
        self.assertEqual(self.one(right("absent", others=["empty"]), said("news", "empty"))[1:3], ((0, 0, 0), []))
        self.assertEqual(self.one(right("empty", others=["absent"]), said("news", "absent"))[1:3], ((0, 0, 0), []))

    def test_skipped_and_unreported(self):
        self.assertEqual(self.one(right("absent", skip="either"), said("news", "present", "https://a.vn/"))[0], None)
        self.assertEqual(self.one(right("present", "https://a.vn/tin/"), None)[3], ["news"])


class Dates(unittest.TestCase):
    pages = {"https://a.vn/1.html": "2026-11-03", "https://a.vn/2.html": None, "https://a.vn/3.html": "2026-11-05"}

    def test_exact_day(self):
        rows = [{"address": "https://a.vn/1.html", "published": "2026-11-03T08:00:00+07:00"}, {"address": "https://a.vn/2.html", "published": ""},
                {"address": "https://a.vn/3.html", "published": "2026-11-06"}]
        tally, mistakes = scoring.dates(truth(pages=self.pages), rows)
        self.assertEqual((counts(tally), len(mistakes)), ((1, 1, 1), 1))

    def test_a_guess_costs_precision(self):
        tally, _ = scoring.dates(truth(pages=self.pages), [{"address": "https://a.vn/2.html", "published": "2026-11-24"}])
        self.assertEqual(counts(tally), (0, 1, 2))

    def test_null(self):
        tally, _ = scoring.dates(truth(pages=self.pages), [{"address": "https://a.vn/1.html", "published": None}])
        self.assertEqual(counts(tally), (0, 0, 2))


FIELDS = {"type": "Quyết định", "authority": "UBND tỉnh Hà Trạch", "number": "12/QĐ-UBND", "issued": "2026-05-03", "effective": None, "abstract": "Về việc tu bổ đê"}


class Documents(unittest.TestCase):
    def planned(self, *rows, lists=()):
        return truth(documents=[{"page": page, "item": "documents.list", "fields": fields, "files": files} for page, fields, files in rows], lists=list(lists))

    def test_values_are_read_kindly(self):
        got = ([{"page": "https://a.vn/vb/1", "fields": {"type": "QUYẾT ĐỊNH", "authority": "UBND tỉnh  Hà Trạch", "number": "12/QĐ-UBND", "issued": "ngày 3 tháng 5 năm 2026",
                                                         "abstract": "V/v tu bổ đê."}, "files": []}])
        fields, _, mistakes = scoring.documents(self.planned(("https://a.vn/vb/1", FIELDS, [])), got)
        self.assertEqual(sum((counts(t)[0] for t in fields.values())), 5)
        self.assertEqual(mistakes, [])

    def test_wrong_and_invented_values(self):
        got = [{"page": "https://a.vn/vb/1", "fields": {"number": "13/QĐ-UBND", "effective": "2026-06-01"}, "files": []}]
        fields, _, _ = scoring.documents(self.planned(("https://a.vn/vb/1", FIELDS, [])), got)
        self.assertEqual((counts(fields["number"]), counts(fields["effective"]), counts(fields["type"])), ((0, 1, 1), (0, 1, 0), (0, 0, 1)))

    def test_what_is_true_and_not_shown_is_neither(self):
        planned = self.planned(("https://a.vn/vb/1", {**FIELDS, "type": None}, []))
        planned["documents"][0]["hidden"] = {"type": "Quyết định"}
        for value, expected in (("Quyết định", (0, 0, 0)), ("Công văn", (0, 1, 0))):
            fields, _, _ = scoring.documents(planned, [{"page": "https://a.vn/vb/1", "fields": {"type": value}, "files": []}])
            self.assertEqual(counts(fields["type"]), expected)

    def test_rows_of_one_page(self):
        other = {**FIELDS, "number": "13/QĐ-UBND", "abstract": "Về việc khác"}
        got = [{"page": "https://a.vn/vb/", "fields": dict(other), "files": []}, {"page": "https://a.vn/vb/", "fields": dict(FIELDS), "files": []}]
        fields, _, mistakes = scoring.documents(self.planned(("https://a.vn/vb/", FIELDS, []), ("https://a.vn/vb/", other, [])), got)
        self.assertEqual((counts(fields["number"]), mistakes), ((2, 0, 0), []))

    def test_a_news_item_is_no_document(self):
        fields, _, mistakes = scoring.documents(self.planned(), [{"page": "https://a.vn/tin/1", "fields": {"number": "12/QĐ-UBND"}, "files": []}])
        self.assertEqual((counts(fields["number"]), len(mistakes)), ((0, 1, 0), 1))

    def test_rows_with_pages_of_their_own_may_be_told_twice(self):
        planned = self.planned(("https://a.vn/vb/1", FIELDS, []), lists=["https://a.vn/vb/"])
        got = [{"page": "https://a.vn/vb/1", "fields": dict(FIELDS), "files": []}, {"page": "https://a.vn/vb/", "fields": dict(FIELDS), "files": []}]
        fields, _, mistakes = scoring.documents(planned, got)
        self.assertEqual((counts(fields["number"]), mistakes), ((1, 0, 0), []))

    def test_files(self):
        files = ([{"url": "https://a.vn/1.pdf", "sound": True, "why": ""}, {"url": "https://a.vn/2.pdf", "sound": False, "why": "html"}, {"url": "https://a.vn/3.pdf",
                "sound": True, "why": ""}])
        got = ([{"page": "https://a.vn/vb/1", "fields": {}, "files": [{"url": "https://a.vn/1.pdf", "sound": True}, {"url": "https://a.vn/2.pdf",
                "sound": True}, {"url": "https://a.vn/4.pdf", "sound": True}]}])
        _, tally, _ = scoring.documents(self.planned(("https://a.vn/vb/1", FIELDS, files)), got)
        self.assertEqual(counts(tally), (1, 2, 2))
        got[0]["files"] = [{"url": "https://a.vn/1.pdf", "state": "unknown"}, {"url": "https://a.vn/2.pdf", "state": "broken"}]
        _, tally, _ = scoring.documents(self.planned(("https://a.vn/vb/1", FIELDS, files)), got)
        self.assertEqual(counts(tally), (1, 0, 2))
        got[0]["files"] = [{"url": "https://a.vn/1.pdf", "state": "no-text"}, {"url": "https://a.vn/2.pdf", "state": "no-text"}]
        _, tally, _ = scoring.documents(self.planned(("https://a.vn/vb/1", FIELDS, files)), got)
        self.assertEqual(counts(tally), (1, 1, 2))


if __name__ == "__main__":
    unittest.main()
