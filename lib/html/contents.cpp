#include "html/contents.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"

namespace pa::html {

namespace {

constexpr std::size_t most_text = 16384;     // bytes
constexpr std::size_t most_kept = 1U << 20U;  // bytes; cells in cells in cells hold the same text many times

}  // namespace

Contents::Contents(const Document& document) : document_(document)
{
    walk(
        document.root(),
        [this](Node node) {
            if (node.type() == pugi::node_element) {
                by_name_[node.name()].push_back(node);
            }
            return true;
        },
        [](Node) {});
}

std::span<const Node> Contents::named(std::string_view name) const
{
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? std::span<const Node>() : std::span<const Node>(found->second);
}

const std::string& Contents::text_of(Node node) const
{
    const std::size_t key = node.hash_value();
    if (const auto found = texts_.find(key); found != texts_.end()) {
        return found->second;
    }
    std::string text = text::nfc(visible_text(node, most_text, true));
    if (kept_ >= most_kept) {
        last_ = std::move(text);
        return last_;
    }
    kept_ += text.size();
    return texts_.emplace(key, std::move(text)).first->second;
}

}  // namespace pa::html
