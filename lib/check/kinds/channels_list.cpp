// channels-list: does a page list the channels by which the agency supplies information?
#include "check/kind.hpp"
#include "check/named_patterns.hpp"

#include "text/fold.hpp"

namespace pa::check {

namespace {

constexpr std::size_t most_list_bytes = 4096;  // behind the heading

class ChannelsList final : public Check {
public:
    ChannelsList(const rule::Rule& rule, text::Pattern heading, std::vector<NamedPattern> channels)
        : heading_(std::move(heading)), channels_(std::move(channels)), least_(static_cast<std::size_t>(rule.integer("least", 2)))
    {
    }

    const text::Pattern* needs() const override { return &heading_; }

    // A note with the channels that are named behind a text that announces the list.
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        const std::string& text = view.text();
        const std::string_view heading = heading_.find(text);
        const auto begin = static_cast<std::size_t>(heading.data() - text.data()) + heading.size();
        const std::string_view list = std::string_view(text).substr(begin, most_list_bytes);
        const std::uint32_t found = found_in(list, channels_, false);
        return found == 0 ? std::nullopt : std::optional(site::Note{0, found, text::shortened(text::collapsed(std::string(heading) + std::string(list)), most_detail / 2)});
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("a text like {} with {} of {} channels behind it", heading_.source(), least_, channels_.size()));
        judge_best(notes, channels_, least_, nullptr, context, out);
        return out;
    }

private:
    text::Pattern heading_;
    std::vector<NamedPattern> channels_;
    std::size_t least_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto channels = named_patterns(rule, "channels");
    auto heading = text::Pattern::compile(rule.text("heading", "(danh sách|danh mục|các) kênh (cung cấp )?thông tin|kênh cung cấp thông tin"));
    if (!channels || !heading) {
        return tl::unexpected(!channels ? channels.error() : param_error(rule, "heading", heading.error().message));
    }
    const std::int64_t least = rule.integer("least", 2);
    if (least < 1 || static_cast<std::size_t>(least) > channels->size()) {
        return tl::unexpected(param_error(rule, "least", msg("must be between 1 and the number of channels")));
    }
    return std::make_unique<ChannelsList>(rule, std::move(*heading), std::move(*channels));
}

}  // namespace

namespace registry {

Kind channels_list()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"channels-list",
                 {{"channels", ParamType::strings, true, "patterns (RE2) of the channels' names; the first alternative names the channel"},
                  {"heading", ParamType::pattern, false, "a pattern (RE2) of the text that announces the list; \"kênh cung cấp thông tin\" and the like by default"},
                  {"least", ParamType::integer, false, "how many channels the list has to name; 2 by default"}}};
    kind.summary = "whether a page lists the channels by which the agency supplies information";
    kind.document = "Looks on every page for a text that announces such a list and for the channels' names behind it, and judges the page that names most. Partly with the share where there are fewer than asked. "
                    "Cannot tell where there are too few and the portal was not seen whole. Links to social networks in the frame of a page are no list.";
    kind.example = "kind = \"channels-list\"\nchannels = [\"mạng xã hội|facebook|zalo\", \"tổng đài|đường dây nóng\", \"ứng dụng\"]\nleast = 2\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
