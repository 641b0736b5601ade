// A page's elements by name and the texts that are read of them, found once for all rules that look at the page.
#pragma once

#include "html/document.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pa::html {

/// For one thread; the document must outlive it.
class Contents {
public:
    explicit Contents(const Document& document);

    const Document& document() const { return document_; }
    /// The elements of a name, in document order.
    std::span<const Node> named(std::string_view name) const;
    /// `visible_text` with alt texts, composed (NFC), at most 16 KiB. Valid until the next call.
    const std::string& text_of(Node node) const;

private:
    const Document& document_;
    std::unordered_map<std::string_view, std::vector<Node>> by_name_;
    mutable std::unordered_map<std::size_t, std::string> texts_;  // by the node's hash, which is its address
    mutable std::size_t kept_ = 0;                                // bytes of `texts_`
    mutable std::string last_;                                    // a text that there was no room for
};

}  // namespace pa::html
