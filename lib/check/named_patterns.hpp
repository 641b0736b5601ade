// What several kinds look for side by side in a page's text, such as the figures of a table or the channels of a list.
#pragma once

#include "check/context.hpp"
#include "check/finding.hpp"
#include "rule/rule.hpp"
#include "text/pattern.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pa::check {

/// A pattern of a rule; its first alternative names it in messages.
struct NamedPattern {
    std::string name;
    text::Pattern pattern;
};

/// The patterns of a parameter, at most 32 and at least one.
Result<std::vector<NamedPattern>> named_patterns(const rule::Rule& rule, const char* param);

/// Which of them are in `text` (in NFC), as bits; with `with_number` only where a digit stands in the 200 bytes behind it.
std::uint32_t found_in(std::string_view text, const std::vector<NamedPattern>& patterns, bool with_number);

/// The page whose note's `count`, read as bits, has most of `least` asked patterns: passed for all that are asked, partly with the
/// share, failed where no page has one. Where something is missing and the portal was not seen whole, or a link leads to an
/// address like `elsewhere` outside of it, cannot tell.
void judge_best(std::span<const PageNote> notes, const std::vector<NamedPattern>& patterns, std::size_t least, const text::Pattern* elsewhere, const Context& context, Judgement& out);

/// An address outside of the portal that a page links to and that is like `elsewhere`; empty when there is none.
std::string outside_like(const Context& context, const text::Pattern& elsewhere);

/// For a verdict that rests on something not being found: cannot tell where a link leads to an address like `elsewhere` (may be
/// null) outside of the portal, or the portal was not seen whole.
void hedge(const text::Pattern* elsewhere, const Context& context, Judgement& out);

}  // namespace pa::check
