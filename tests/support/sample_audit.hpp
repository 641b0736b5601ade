// The small rich audit that every format is shown with: each verdict, an act that excuses, items and documents of each state.
#pragma once

#include "audit/audit.hpp"

namespace pa::sample {

inline audit::Finding finding(const char* id, const char* rule, const char* verdict, const char* severity, audit::Points points)
{
    audit::Finding out;
    out.id = id;
    out.rule = rule;
    out.instrument = "43/2011/NĐ-CP";
    out.article = "10(1)";
    out.source = "text";
    out.in_force_from = "2011-10-01";
    out.group = "content";
    out.kind = "section";
    out.form = "online";
    out.verdict = verdict;
    out.severity = severity;
    out.share = out.verdict == "passed" ? 1 : 0;
    out.points = points;
    out.asked = {"Cổng phải có mục này.", "The portal has this section."};
    out.remedy = {"Lập mục này.", "Make this section."};
    return out;
}

inline std::vector<audit::Finding> findings()
{
    std::vector<audit::Finding> out = {
        finding("00000000000000a1", "vn.nd43-2011/intro.duties", "passed", "minor", {5, 5, 5}),
        finding("00000000000000a2", "vn.nd43-2011/strategy.plans", "failed", "critical", {0, 0, 10}),
        finding("00000000000000a3", "vn.nd43-2011/legal.documents", "partly", "major", {2.5, 2.5, 5}),
        finding("00000000000000a4", "vn.tt32-2017/https.services", "cannot-tell", "major", {0, 5, 5}),
        finding("00000000000000a5", "vn.tt32-2017/staff.editors", "needs-human", "minor", {0, 2, 2}),
        finding("00000000000000a6", "vn.nd43-2011/foreign.language", "not-applicable", "advisory", {0, 0, 0}),
        finding("00000000000000a7", "vn.tt32-2017/mobile.width", "failed", "minor", {0, 0, 2}),
    };
    out[0].title = {"Chức năng, nhiệm vụ", "Functions and duties"};
    out[0].why = {"có ở “Giới thiệu”", "it is under “Giới thiệu”"};
    out[0].proof = {{{"mục", "section"}, "https://soxd.example.gov.vn/gioi-thieu", "Chức năng, nhiệm vụ"}};
    out[1].title = {"Chiến lược, quy hoạch, kế hoạch", "Strategies, orientations and plans"};
    out[1].why = {"không có mục nào như vậy; “Quy hoạch | Kế hoạch” trả lời 404", "there is no such section; “Quy hoạch | Kế hoạch” answers 404"};
    out[1].searched = {{"nhãn “Chiến lược”", "the label “Chiến lược”"}};
    out[1].proof = {{{"trả lời 404", "answers 404"}, "https://soxd.example.gov.vn/quy-hoach?a=1&b=(2)", "Quy hoạch | Kế hoạch"},
                    {{"trang chủ", "home page"}, "https://soxd.example.gov.vn/", ""}};
    out[1].proof_left_out = 3;
    out[2].title = {"Văn bản quy phạm pháp luật", "Legal documents"};
    out[2].why = {"2 trong 4 văn bản thiếu ngày ban hành", "2 of 4 documents lack the day of issue"};
    out[2].share = 0.5;
    out[2].item = "legal.documents";
    out[2].proof = {{{"văn bản", "document"}, "https://soxd.example.gov.vn/van-ban/12", "=SUM(1) và \"trích yếu\""}};
    out[3].title = {"Kết nối mã hoá", "Encrypted connection"};
    out[3].why = {"đánh giá một thư mục, không có máy chủ", "a folder was audited, without a server"};
    out[3].group = out[4].group = out[6].group = "technology";
    out[4].title = {"Ban biên tập", "Board of editors"};
    out[4].why = {"chỉ kiểm tra được tại chỗ", "it can be judged on site only"};
    out[4].form = "onsite";
    out[5].title = {"Thông tin tiếng nước ngoài", "Information in a foreign language"};
    out[5].why = {"không áp dụng cho cấp xã", "not asked of communes"};
    out[6].title = {"Truy cập bằng thiết bị di động", "Access with mobile devices"};
    out[6].why = {"trang rộng hơn màn hình", "pages are wider than the screen"};
    out[6].waiver = "12/QĐ-UBND";
    return out;
}

inline std::vector<audit::Item> items()
{
    audit::Item there;
    there.id = "legal.documents";
    there.state = "present";
    there.rule = "vn.nd43-2011/legal.documents";
    there.title = {"Văn bản quy phạm pháp luật", "Legal documents"};
    there.label = "Văn bản";
    there.pages = {"https://soxd.example.gov.vn/van-ban", "https://soxd.example.gov.vn/van-ban/12"};
    there.page_count = 5;
    there.clicks = 1;
    there.newest = "2026-10-30";
    there.oldest = "2024-01-02";
    there.dated = 4;
    there.entries_per_month = 0.25;
    there.longest_gap = 300;
    there.suspicions = {{"hai văn bản giống nhau", "two documents are the same"}};
    there.why = {"có danh sách", "there is a list"};
    audit::Item gone;
    gone.id = "strategy.plans";
    gone.state = "absent";
    gone.rule = "vn.nd43-2011/strategy.plans";
    gone.title = {"Chiến lược, quy hoạch, kế hoạch", "Strategies, orientations and plans"};
    gone.why = {"không tìm thấy", "not found"};
    return {there, gone};
}

inline std::vector<audit::Service> services()
{
    audit::Service bad;
    bad.code = "1.009972";
    bad.name = "Cấp giấy phép xây dựng";
    bad.field = "Xây dựng";
    bad.agency = "Sở Xây dựng";
    bad.admin_level = "Cấp tỉnh";
    bad.declared = "level-4";
    bad.level = {"level-1", "level-1"};
    bad.extent = {"information", "information"};
    for (const char* part : {"steps", "means", "dossier", "copies", "time-limit", "subjects", "agency", "result", "fees", "forms", "conditions", "legal-basis", "decision", "intake"}) {
        bad.parts[part] = "shown";
    }
    bad.parts["time-limit"] = "empty";
    bad.parts["result"] = "missing";
    bad.parts_shown = 12;
    bad.parts_asked = 14;
    bad.forms = {{"Mẫu số 01: Đơn đề nghị", "", "broken", {"không có tệp", "is not offered"}}};
    bad.filing = "nowhere";
    bad.signs = {"guide"};
    bad.clicks = 4;
    bad.pages = {"https://soxd.example.gov.vn/dvc/1"};
    bad.issues = {{"declared-above-observed", {"công bố mức độ 4, nhưng bằng chứng cho thấy mức độ 1", "declared at level 4, but the evidence supports level 1"}},
                  {"form-missing", {"có tên mẫu nhưng không có tệp: Mẫu số 01", "the form is named, but no file of it is offered: Mẫu số 01"}}};
    audit::Service good;
    good.code = "1.009978";
    good.name = "=Cấp chứng chỉ";  // what a spreadsheet would take for a formula
    good.declared = "full";
    good.level = {"level-3", "level-4"};
    good.extent = {"partial", "full"};
    good.parts = bad.parts;
    good.parts["time-limit"] = "shown";
    good.parts["result"] = "shown";
    good.parts_shown = 14;
    good.parts_asked = 14;
    good.filing = "national";
    good.filing_url = "https://dichvucong.gov.vn/p/2";
    return {bad, good};
}

inline std::vector<audit::Document> documents()
{
    audit::Document whole;
    whole.page = "https://soxd.example.gov.vn/van-ban/12";
    whole.item = "legal.documents";
    whole.type = "Quyết định";
    whole.authority = "Sở Xây dựng";
    whole.number = "12/QĐ-SXD";
    whole.issued = "2026-10-30";
    whole.effective = "2026-11-15";
    whole.abstract = "Về việc ban hành quy chế, \"sửa đổi\"";
    whole.files = {{"https://soxd.example.gov.vn/f/12.pdf", "sound", {}}, {"https://soxd.example.gov.vn/f/12.doc", "broken", {"trống", "it is empty"}}};
    audit::Document bare;
    bare.page = "https://soxd.example.gov.vn/van-ban/13";
    bare.item = "legal.documents";
    bare.number = "-13/QĐ-SXD";  // a spreadsheet would reckon with it
    bare.files = {{"https://soxd.example.gov.vn/f/13.pdf", "unknown", {"chưa tải", "not fetched"}}};
    return {whole, bare};
}

inline audit::Audit audit_of_all()
{
    audit::Audit out;
    out.tool_name = "portalaudit";
    out.tool_version = "1.2.3";
    out.start = out.home = "https://soxd.example.gov.vn/";
    out.scope = "host:soxd.example.gov.vn";
    out.source = "folder";
    out.evidence_sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    out.evidence_begun = "2026-11-23T08:00:00+07:00";
    out.evidence_ended = "2026-11-23T08:10:00+07:00";
    out.complete = true;
    out.unit_name = "Sở Xây dựng tỉnh Minh Giang";
    out.unit_type = "provincial-department";
    out.profile = "vn-2011";
    out.profile_title = {"Cổng theo Nghị định 43/2011/NĐ-CP", "Portals under Decree 43/2011/NĐ-CP"};
    out.as_of = "2026-11-23";
    out.packs = {{"vn.nd43-2011", "1.0.0", {"Nghị định", "Decree"}, "43/2011/NĐ-CP", "2011-06-13", "2011-10-01", "2022-08-15"}};
    out.notes = {{"nghị định đã hết hiệu lực", "the decree is no longer in force"}};
    out.findings = findings();
    out.score.percent = {25.86, 50, 75.86};
    out.score.points = {7.5, 14.5, 29};
    out.score.grade_low = "E";
    out.score.grade_high = "D";
    out.score.grades = {{"A", 90}, {"B", 75}, {"C", 60}, {"D", 45}, {"E", 0}};
    out.score.groups = {{"content", {"Nội dung", "Content"}, {37.5, 37.5, 100}, {7.5, 7.5, 20}}, {"technology", {"Kỹ thuật", "Technology"}, {0, 77.77, 22.22}, {0, 7, 9}}};
    out.score.verdicts = {{"passed", 1}, {"failed", 2}, {"partly", 1}, {"cannot-tell", 1}, {"needs-human", 1}, {"not-applicable", 1}};
    out.with_waivers = {{27.77, 53.7, 74.07}, {7.5, 14.5, 27}, "E", "D"};
    out.waivers = {{"UBND tỉnh Minh Giang", "12/QĐ-UBND", "2026-01-05", "2026-01-10", "2027-01-01", {"đang nâng cấp", "being rebuilt"}, {"vn.tt32-2017/mobile.width"}, {"soxd.example.gov.vn"}, "used"}};
    out.items = items();
    out.services = services();
    out.service_facts.lists = {"https://soxd.example.gov.vn/dvc"};
    out.service_facts.unseen = {{"trang 2 trả lời 404", "page 2 answers 404"}};
    out.documents = documents();
    out.pages = 77;
    out.addresses = 80;
    out.failed = 1;
    out.robots = "allowed";
    out.failed_examples = {"404 https://soxd.example.gov.vn/quy-hoach"};
    return out;
}

}  // namespace pa::sample
