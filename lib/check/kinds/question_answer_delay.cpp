// question-answer-delay: how many working days do people wait for an answer?
#include "check/content.hpp"
#include "check/kind.hpp"
#include "check/labelled.hpp"
#include "check/of_item.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/mention.hpp"
#include "time/working_days.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr std::size_t most_pages = 60;  // opened for one rule
constexpr std::size_t reach = 24;       // bytes before a day in which its label ends

struct Exchange {
    std::string page;
    time::Day asked;
    time::Day answered;
};

class QuestionAnswerDelay final : public Check {
public:
    QuestionAnswerDelay(const rule::Rule& rule, Field asked, Field answered)
        : item_(rule.text("item")), within_(rule.integer("within_working_days", 0)), asked_(before_day(asked)),
          answered_(before_day(answered))
    {
        fields_.push_back(std::move(asked));
        fields_.push_back(std::move(answered));
    }

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("pages of the item {} with a day under “{}” and one under “{}”", item_, fields_[0].name, fields_[1].name));
        const Item* item = present_item(context, item_, Verdict::not_applicable, out);
        if (item == nullptr) {
            return out;
        }
        std::size_t known = 0;
        std::size_t in_time = 0;
        for (const site::PageId page : pages_of(context, *item, most_pages)) {
            for (const Exchange& exchange : exchanges_on(context, page)) {
                const auto days = time::working_days_between(exchange.asked, exchange.answered);
                if (!days) {
                    continue;
                }
                ++known;
                if (*days <= within_) {
                    ++in_time;
                } else {
                    add_proof(out, {msg("asked {}, answered {}: {} working days", time::to_string(exchange.asked), time::to_string(exchange.answered), *days), exchange.page, ""});
                }
            }
        }
        if (known == 0) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("no entry shows both when it was asked and when it was answered");
            add_proof(out, proof_of(*item, msg("without both days")));
            return out;
        }
        conclude_share(in_time, known, out);
        out.why = msg("{} of {} questions were answered within {} working days", in_time, known, within_);
        return out;
    }

private:
    static std::optional<text::Pattern> before_day(const Field& field)
    {
        std::string words;
        for (const std::string& synonym : field.synonyms) {
            words += (words.empty() ? "" : "|") + synonym;
        }
        auto pattern = text::Pattern::compile("(" + words + ")[^0-9\\n]{0,12}$");
        return pattern ? std::optional(std::move(*pattern)) : std::nullopt;
    }

    std::optional<time::Day> day_under(const std::vector<LabelledValue>& values, const Field& field) const
    {
        for (const LabelledValue& value : values) {
            const auto dates = field.is_named(value.label) ? time::find_dates(text::nfc(value.value)) : std::vector<time::Found>();
            // A day further on is one that the answer speaks of.
            if (!dates.empty() && dates.front().begin <= reach) {
                return dates.front().day;
            }
        }
        return std::nullopt;
    }

    // "Ngày hỏi: 02/11/2026" … "Trả lời (ngày 10/11/2026): …" in running text: each question with the answer before the next one.
    void exchanges_in(const std::string& text, const std::string& url, const Context& context, std::vector<Exchange>& out) const
    {
        std::optional<time::Day> asked;
        for (const time::Found& found : time::find_dates(text)) {
            const std::size_t begin = found.begin > 2 * reach ? found.begin - 2 * reach : 0;
            const std::string before = text::nfc(text.substr(begin, found.begin - begin));  // repaired where a letter was cut
            if (asked_ && asked_->is_in(before)) {
                asked = found.day;
            } else if (asked && answered_ && answered_->is_in(before)) {
                if (*asked <= found.day && found.day <= context.day()) {
                    out.push_back({url, *asked, found.day});
                }
                asked.reset();
            }
        }
    }

    // Record by record; where there are none with both, as the text has them.
    std::vector<Exchange> exchanges_on(const Context& context, site::PageId page) const
    {
        std::vector<Exchange> out;
        const auto open = context.open(page);
        if (!open) {
            return out;
        }
        const auto take = [&](const std::vector<LabelledValue>& values) {
            const auto asked = day_under(values, fields_[0]);
            const auto answered = day_under(values, fields_[1]);
            if (asked && answered && *asked <= *answered && *answered <= context.day()) {
                out.push_back({context.site().url_of(page), *asked, *answered});
            }
        };
        const LabelledPage labelled = labelled_page(open->document, fields_);
        for (const Record& record : labelled.records) {
            take(record.values);
        }
        if (out.empty()) {
            exchanges_in(text::nfc(own_text(context, page)), context.site().url_of(page), context, out);
        }
        return out;
    }

    std::string item_;
    std::int64_t within_;
    std::vector<Field> fields_;  // asked, answered
    std::optional<text::Pattern> asked_;     // the label at the end of what stands before a day
    std::optional<text::Pattern> answered_;
};

Result<Field> field_under(const rule::Rule& rule, const char* param, std::string by_default)
{
    Field field = field_of(rule.text(param, std::move(by_default)));
    if (field.synonyms.empty()) {
        return tl::unexpected(param_error(rule, param, msg("must name at least one label")));
    }
    return field;
}

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto asked = field_under(rule, "asked", "Ngày hỏi | Ngày gửi | Ngày gửi câu hỏi | Ngày đặt câu hỏi | Ngày tiếp nhận | Ngày nhận | Thời gian gửi | Thời gian hỏi | Gửi ngày | Hỏi ngày");
    auto answered = field_under(rule, "answered", "Ngày trả lời | Thời gian trả lời | Trả lời ngày | Ngày phản hồi | Ngày đáp | Trả lời");
    if (!asked || !answered) {
        return tl::unexpected(asked ? answered.error() : asked.error());
    }
    if (rule.integer("within_working_days", 0) < 1) {
        return tl::unexpected(param_error(rule, "within_working_days", msg("must be 1 or more")));
    }
    return std::make_unique<QuestionAnswerDelay>(rule, std::move(*asked), std::move(*answered));
}

}  // namespace

namespace registry {

Kind question_answer_delay()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"question-answer-delay",
                 {{"within_working_days", ParamType::integer, true, "how many working days an answer may take"},
                  {"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"asked", ParamType::string, false, "labels of the day of the question, with \" | \" between"},
                  {"answered", ParamType::string, false, "labels of the day of the answer, with \" | \" between"}}};
    kind.summary = "whether questions are answered within working days";
    kind.document = "Reads the days under labels such as \"Ngày gửi\" and \"Ngày trả lời\" on the item's page and its entries, up to 60, record by record, else in running text, and counts the working days between them by the calendar of public "
                    "holidays (2011 to 2027). Partly with the share in time. Not applicable where the portal does not have the item. Cannot tell where no entry shows both days. A question without an answer does not count, since it may have been answered otherwise.";
    kind.example = "kind = \"question-answer-delay\"\nitem = \"qa\"\nwithin_working_days = 15\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
