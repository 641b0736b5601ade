// suspension-notice: are planned stops of the portal announced in time, with the end of the stop?
#include "check/content.hpp"
#include "check/kind.hpp"
#include "check/of_item.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/mention.hpp"
#include "time/working_days.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr std::size_t most_text = 6000;  // bytes of a notice that are read

class SuspensionNotice final : public Check {
public:
    explicit SuspensionNotice(const rule::Rule& rule, text::Pattern title) : title_(std::move(title)), ahead_(rule.integer("working_days_ahead", 1)) {}

    // A note on pages whose title or heading announces a stop.
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        // Behind the last hyphen or stroke of a title stands the portal's name, which is no word about a stop.
        const std::string& title = view.page.title;
        const std::string plain = text::nfc(view.page.heading.empty() ? title.substr(0, std::min(title.rfind(" - "), title.rfind(" | "))) : view.page.heading);
        if (title_.is_in(plain)) {
            return site::Note{0, 1, text::shortened(plain, most_detail / 2)};
        }
        return std::nullopt;
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("pages whose title or heading is like {}, published {} working days before the stop at least", title_.source(), ahead_));
        std::size_t known = 0;
        std::size_t right = 0;
        for (const PageNote& note : notes) {
            const std::optional<Message> fault = fault_of(context, note.page);
            if (!fault) {
                add_proof(out, {msg("announces a stop, but not with both days"), context.site().url_of(note.page), note.detail});
                continue;
            }
            ++known;
            right += fault->empty() ? 1U : 0U;
            add_proof(out, {fault->empty() ? msg("announced in time") : *fault, context.site().url_of(note.page), note.detail});
        }
        if (known == 0) {
            out.verdict = Verdict::cannot_tell;
            out.why = notes.empty() ? msg("no stop is announced; whether there was one, the evidence does not show") : msg("the notices do not show both when they were published and when the stop begins");
            return out;
        }
        conclude_share(right, known, out);
        out.why = msg("{} of {} notices come {} working days ahead and name the end of the stop", right, known, ahead_);
        return out;
    }

private:
    // Nothing where the days are not known; an empty message where all is right.
    std::optional<Message> fault_of(const Context& context, site::PageId id) const
    {
        const site::Publication& published = context.site().pages[id].published;
        const std::string text = text::nfc(own_text(context, id)).substr(0, most_text);
        const std::vector<time::Found> dates = time::find_dates(text);
        // The stop begins on the first day that is not before the notice and is not the stamp of its publication, which stands before.
        const auto begin = std::find_if(dates.begin(), dates.end(), [&](const time::Found& found) { return found.day > published.day; });
        if (published.confidence < site::Confidence::medium || begin == dates.end()) {
            return std::nullopt;
        }
        const auto days = time::working_days_between(published.day, begin->day);
        if (!days) {
            return std::nullopt;
        }
        if (*days < ahead_) {
            return msg("published {}, the stop begins {}: {} working days", time::to_string(published.day), time::to_string(begin->day), *days);
        }
        static const auto end = text::Pattern::compile("(đến|tới) (hết )?([0-9]{1,2}\\s?(giờ|h|:)|ngày|[0-9]{1,2}/)|dự kiến (hoàn thành|kết thúc|khôi phục)|(khôi phục|hoạt động|phục vụ)( bình thường)?( trở)? (lại|từ|vào)|trở lại");
        return end->is_in(text) ? Message() : msg("does not say when the portal comes back");
    }

    text::Pattern title_;
    std::int64_t ahead_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto title = text::Pattern::compile(
        rule.text("notice", "(tạm (ngừng|dừng)|gián đoạn|ngừng|bảo trì|nâng cấp).{0,40}(cổng (thông tin|dịch vụ)|trang thông tin|hệ thống (thông tin|phần mềm|mạng|giải quyết|một cửa)|dịch vụ công|website)|"
                              "(cổng (thông tin|dịch vụ)|trang thông tin|dịch vụ công|website).{0,40}(tạm (ngừng|dừng)|gián đoạn|bảo trì)"));
    if (!title) {
        return tl::unexpected(param_error(rule, "notice", title.error().message));
    }
    return std::make_unique<SuspensionNotice>(rule, std::move(*title));
}

}  // namespace

namespace registry {

Kind suspension_notice()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"suspension-notice",
                 {{"working_days_ahead", ParamType::integer, false, "how many working days before the stop it has to be announced; 1 by default"},
                  {"notice", ParamType::pattern, false, "a pattern (RE2) of titles that announce a stop; words for stops and upkeep of portals by default"}}};
    kind.summary = "whether planned stops are announced in time, with their end";
    kind.document = "Looks at pages whose title or heading announces a stop or upkeep of the portal: the working days from their publication to the first later day that the text names, and whether they say when the portal comes back. Partly with the share of "
                    "notices that are right. Cannot tell where there is no notice, since the evidence does not show whether there was a stop, or where none shows both days.";
    kind.example = "kind = \"suspension-notice\"\nworking_days_ahead = 7\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
