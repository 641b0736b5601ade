// service-signs: does the portal offer around its services what is asked: look-up, guide, size limit of files?
#include "check/kind.hpp"
#include "check/named_patterns.hpp"
#include "check/services.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pa::check {

namespace {

constexpr std::array<std::pair<service::Sign, const char*>, service::sign_count> names = {{
    {service::Sign::form, "biểu mẫu điện tử"},
    {service::Sign::file_input, "chỗ đính kèm tệp"},
    {service::Sign::size_limit, "dung lượng tệp tối đa"},
    {service::Sign::login, "đăng nhập"},
    {service::Sign::payment, "thanh toán trực tuyến"},
    {service::Sign::delivery, "trả kết quả trực tuyến hoặc qua bưu chính"},
    {service::Sign::presence, "yêu cầu có mặt"},
    {service::Sign::look_up, "tra cứu tình trạng hồ sơ"},
    {service::Sign::guide, "hướng dẫn sử dụng"},
    {service::Sign::rating, "đánh giá mức độ hài lòng"},
    {service::Sign::questions, "câu hỏi thường gặp"},
    {service::Sign::field_help, "hướng dẫn tại từng ô nhập"},
    {service::Sign::save_print, "lưu hoặc in thông tin đã nhập"},
    {service::Sign::handler, "cơ quan, người và thời điểm xử lý hồ sơ"},
    {service::Sign::identification, "định danh, xác thực điện tử"},
    {service::Sign::signature, "chữ ký số"},
}};

std::string vietnamese(service::Sign sign) { return names[static_cast<std::size_t>(sign)].second; }

class ServiceSigns final : public Check {
public:
    ServiceSigns(std::vector<service::Sign> asked, std::optional<service::Sign> given, std::optional<text::Pattern> elsewhere) : asked_(std::move(asked)), given_(given), elsewhere_(std::move(elsewhere)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        std::string all;
        for (const service::Sign sign : asked_) {
            all += (all.empty() ? "" : ", ") + vietnamese(sign);
        }
        out.searched.push_back(msg("fields and words on all pages that offer: {}", all));
        if (given_) {
            judge_services(context, out);
        } else {
            judge_portal(context, out);
        }
        return out;
    }

private:
    void judge_portal(const Context& context, Judgement& out) const
    {
        const service::Catalogue& catalogue = context.services();
        std::string missing;
        std::size_t there = 0;
        for (const service::Sign sign : asked_) {
            const auto page = catalogue.sign_pages.find(sign);
            if (page == catalogue.sign_pages.end()) {
                missing += (missing.empty() ? "" : ", ") + vietnamese(sign);
                continue;
            }
            ++there;
            add_proof(out, {msg("offers: {}", vietnamese(sign)), page->second, ""});
        }
        out.verdict = missing.empty() ? Verdict::passed : there == 0 ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(there) / static_cast<double>(asked_.size());
        out.why = missing.empty() ? msg("the portal offers all that is asked") : msg("no page offers: {}", missing);
        if (!missing.empty()) {
            hedge(elsewhere_ ? &*elsewhere_ : nullptr, context, out);
        }
    }

    void judge_services(const Context& context, Judgement& out) const
    {
        Judgement none;
        Tally tally;
        std::size_t hidden = 0;
        const std::vector<const service::Service*> services = services_to_judge(context, none);
        for (const service::Service* one : services) {
            if ((one->signs & bit(*given_)) == 0) {
                hidden += one->filing > service::FilingAt::nowhere ? 1U : 0U;
                continue;
            }
            std::string missing;
            for (const service::Sign sign : asked_) {
                missing += (one->signs & bit(sign)) != 0 ? "" : (missing.empty() ? "" : ", ") + vietnamese(sign);
            }
            tally.add(missing.empty());
            if (!missing.empty()) {
                add_proof(out, proof_of(*one, msg("has {}, but not: {}", vietnamese(*given_), missing)));
            }
        }
        if (tally.right + tally.wrong > 0) {
            return conclude(context, tally, out);
        }
        if (services.empty()) {
            out.verdict = none.verdict;
            out.why = none.why;
        } else if (hidden > 0) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("{} services take files where the evidence does not reach, behind a login or on another portal", hidden);
        } else {
            out.verdict = Verdict::not_applicable;
            out.why = msg("no service that was seen has: {}", vietnamese(*given_));
        }
    }

    std::vector<service::Sign> asked_;
    std::optional<service::Sign> given_;
    std::optional<text::Pattern> elsewhere_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    std::vector<service::Sign> asked;
    for (const std::string& name : rule.texts("signs")) {
        const auto sign = service::sign_named(name);
        if (!sign) {
            return tl::unexpected(param_error(rule, "signs", msg("\"{}\" is nothing that a portal offers around services", name)));
        }
        asked.push_back(*sign);
    }
    const std::string given = rule.text("given");
    const auto condition = service::sign_named(given);
    if (asked.empty() || (!given.empty() && !condition)) {
        return tl::unexpected(asked.empty() ? param_error(rule, "signs", msg("must name at least one part")) : param_error(rule, "given", msg("\"{}\" is nothing that a portal offers around services", given)));
    }
    std::optional<text::Pattern> elsewhere;
    if (rule.params.contains("elsewhere")) {
        auto pattern = text::Pattern::compile(rule.text("elsewhere"));
        if (!pattern) {
            return tl::unexpected(param_error(rule, "elsewhere", pattern.error().message));
        }
        elsewhere = std::move(*pattern);
    }
    return std::make_unique<ServiceSigns>(std::move(asked), condition, std::move(elsewhere));
}

}  // namespace

namespace registry {

Kind service_signs()
{
    using rule::ParamType;
    std::string all;
    for (std::size_t i = 0; i < service::sign_count; ++i) {
        all += (all.empty() ? "" : ", ") + std::string(name_of(static_cast<service::Sign>(i)));
    }
    Kind kind;
    kind.spec = {"service-signs",
                 {{"signs", ParamType::strings, true, "what is asked: " + all},
                  {"given", ParamType::string, false, "asked of each service that has this sign on its page or on the page where its files are sent in; without it, of the portal as a whole"},
                  {"elsewhere", ParamType::pattern, false, "a pattern (RE2) of addresses outside of the portal where it may be offered"}}};
    kind.summary = "whether the portal offers around its services what is asked, such as a look-up of files";
    kind.document = "Looks at fields and words of all pages. What is said not to be offered (\"chưa hỗ trợ thanh toán trực tuyến\") is no sign. Partly with the share of what is asked. Cannot tell where something is missing and the portal was not seen whole or links to a service portal where it may be, "
                    "and where services take files only behind a login. Nothing is sent, filled in or logged in to.";
    kind.example = "kind = \"service-signs\"\nsigns = [\"look-up\"]\nelsewhere = '//([a-z0-9-]+\\.)*dichvucong\\.'\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
