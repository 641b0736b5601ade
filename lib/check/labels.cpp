#include "check/labels.hpp"

#include "text/fold.hpp"
#include "text/suggest.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr std::size_t long_label = 12;

std::size_t count_words(std::string_view folded)
{
    return folded.empty() ? 0 : static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

std::string without_d_stroke(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "đ") == 0 || text.compare(i, 2, "Đ") == 0) {
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

// Where the name of the agency or its territory begins: "của Sở …", "do UBND tỉnh … ban hành", "tại …". Two words at least stand before it.
std::size_t core_of(std::string_view folded)
{
    static constexpr std::string_view names[] = {" của sở ", " của bộ ", " của ubnd ", " của ủy ban ", " của cục ", " của chi cục ", " của ban ", " của xã ", " của phường ", " của huyện ", " của tỉnh ",
                                                 " thuộc sở ", " thuộc bộ ", " thuộc ubnd ", " thuộc ủy ban ", " thuộc cục ", " thuộc huyện ", " thuộc xã ", " thuộc tỉnh ",
                                                 " do sở ", " do bộ ", " do ubnd ", " do ủy ban ", " do cục ", " do huyện ", " do xã ", " do tỉnh ",
                                                 " sở ", " ubnd ", " ủy ban nhân dân ", " tổng cục ", " chi cục ", " cục ", " tại ", " trên địa bàn "};
    std::size_t best = std::string_view::npos;
    for (const std::string_view name : names) {
        best = std::min(best, folded.find(name));
    }
    return best == std::string_view::npos || count_words(folded.substr(0, best)) < 2 ? 0 : best;
}

// The place of `part` in `whole` on word boundaries; both are folded, words parted by single blanks.
std::size_t find_words(std::string_view whole, std::string_view part)
{
    for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
        const bool begins = at == 0 || whole[at - 1] == ' ';
        const std::size_t end = at + part.size();
        if (begins && (end == whole.size() || whole[end] == ' ')) {
            return at;
        }
    }
    return std::string_view::npos;
}

// A label with a few words around it: the more of the text it is, the better, best at the text's beginning.
int score_inside(std::string_view label, std::size_t label_words, std::string_view text, std::size_t text_words)
{
    const std::size_t at = find_words(text, label);
    if (at == std::string_view::npos || label_words * 2 < text_words || (label_words == 1 && text_words > 1 && at != 0)) {
        return 0;
    }
    const int part = static_cast<int>(20 * label_words / text_words);
    return 65 + part + (at == 0 ? 5 : 0);
}

}  // namespace

std::string path_words(std::string_view path)
{
    std::vector<std::string> words = text::slug_words(path);
    constexpr std::string_view endings[] = {"html", "htm", "aspx", "asp", "php", "jsp", "index", "default"};
    while (!words.empty() && std::find(std::begin(endings), std::end(endings), words.back()) != std::end(endings)) {
        words.pop_back();
    }
    return joined(words);
}

FoldedText FoldedText::of(std::string_view text)
{
    FoldedText out;
    out.folded = text::folded(text);
    out.unaccented = text::unaccented(text);
    out.words = count_words(out.folded);
    out.core = core_of(out.folded);
    return out;
}

std::vector<Labels::Label> Labels::prepared(const std::vector<std::string>& texts)
{
    std::vector<Label> out;
    for (const std::string& text : texts) {
        out.push_back({text, FoldedText::of(text), joined(text::slug_words(text)), joined(text::slug_words(without_d_stroke(text::nfc(text))))});
    }
    return out;
}

Labels::Labels(const std::vector<std::string>& labels, const std::vector<std::string>& not_labels)
    : texts_(labels), labels_(prepared(labels)), not_labels_(prepared(not_labels))
{
}

int Labels::score(const Label& label, const FoldedText& text)
{
    if (text.folded.empty()) {
        return 0;
    }
    if (text.folded == label.folded.folded) {
        return 100;
    }
    // A page that writes no diacritics is compared without them; one that does means what it writes.
    const bool plain = text.folded == text.unaccented;
    if (plain && text.unaccented == label.folded.unaccented) {
        return 95;
    }
    const std::string& mine = plain ? label.folded.unaccented : label.folded.folded;
    if (text::length(mine) >= long_label) {
        const std::size_t limit = text::length(mine) >= 2 * long_label ? 2 : 1;
        // Distances are in bytes; a changed Vietnamese letter is up to three of them.
        if (text::edit_distance(label.folded.unaccented, text.unaccented, limit) <= limit &&
            text::edit_distance(mine, text.folded, limit * 3) <= limit * 3) {
            return 85;
        }
    }
    return score_inside(mine, label.folded.words, text.folded, text.words);
}

LabelMatch Labels::match(const FoldedText& text) const
{
    constexpr int for_agency = 8;  // points
    LabelMatch best;
    const Label* chosen = nullptr;
    const auto try_all = [&](const FoldedText& tried, int less) {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            // Labels stand in a rule from the most to the least telling.
            const int points = score(labels_[i], tried) - less - std::min(static_cast<int>(i / 4), 3);
            if (points > best.score) {
                best.score = points;
                chosen = &labels_[i];
            }
        }
    };
    try_all(text, 0);
    if (chosen == nullptr && text.core > 0) {
        try_all(FoldedText::of(std::string_view(text.folded).substr(0, text.core)), for_agency);
        best.is_whole = false;
    }
    if (chosen == nullptr) {
        return best;
    }
    best.label = chosen->text;
    for (const Label& label : not_labels_) {
        // "Vụ Khoa học" is no part of "Nhiệm vụ khoa học".
        const bool is_inside_label = find_words(text.folded, chosen->folded.folded) != std::string::npos && chosen->folded.folded.find(label.folded.folded) != std::string::npos;
        if (!is_inside_label && (score(label, text) >= best.score || find_words(text.folded, label.folded.folded) != std::string::npos)) {
            best.rejected_by = label.text;
            best.score = 0;
        }
    }
    return best;
}

LabelMatch Labels::nearest(const FoldedText& text) const
{
    constexpr std::size_t least_shared = 2;
    LabelMatch best;
    for (const Label& label : labels_) {
        std::size_t shared = 0;
        for (std::size_t begin = 0; begin < label.folded.folded.size();) {
            const std::size_t end = std::min(label.folded.folded.find(' ', begin), label.folded.folded.size());
            shared += find_words(text.folded, std::string_view(label.folded.folded).substr(begin, end - begin)) != std::string::npos ? 1U : 0U;
            begin = end + 1;
        }
        const int part = shared < least_shared ? 0 : static_cast<int>(100 * shared / std::max(label.folded.words, text.words));
        if (part > best.score) {
            best.score = part;
            best.label = label.text;
        }
    }
    return best;
}

bool Labels::names_path(std::string_view path) const
{
    const std::string text = path_words(path.substr(path.find_last_of('/', path.size() - (path.ends_with('/') ? 2 : 0)) + 1));
    return !text.empty() && std::any_of(labels_.begin(), labels_.end(), [&](const Label& label) { return text == label.slug || text == label.slug_without; });
}

bool Labels::matches_path(std::string_view words) const
{
    const auto ends_with = [&](const std::string& slug) {
        return words.ends_with(slug) && (words.size() == slug.size() || words[words.size() - slug.size() - 1] == ' ');
    };
    const auto fits = [&](const Label& label) {
        return label.slug.find(' ') != std::string::npos && (ends_with(label.slug) || ends_with(label.slug_without));
    };
    // "/lich-lam-viec-cua-lanh-dao" ends like the leaders and is their schedule.
    const auto names_other = [&](const Label& label) { return fits(label) || (label.slug.find(' ') != std::string::npos && find_words(words, label.slug) != std::string_view::npos); };
    return std::any_of(labels_.begin(), labels_.end(), fits) && std::none_of(not_labels_.begin(), not_labels_.end(), names_other);
}

}  // namespace pa::check
