// Whether a text on a page is the name of a section: label matching that suits Vietnamese.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pa::check {

/// A text made ready for comparing; made once for each text of a site.
struct FoldedText {
    std::string folded;      ///< text::folded
    std::string unaccented;  ///< text::unaccented
    std::size_t words = 0;
    std::size_t core = 0;    ///< bytes of `folded` before an agency's name: "tổ chức" of "tổ chức của sở xây dựng"; 0 when it names none

    static FoldedText of(std::string_view text);
};

/// The words of an address's path with blanks between, without those that every page's may end with.
std::string path_words(std::string_view path);

/// How well a text fits, 0 to 100, and which label it was.
struct LabelMatch {
    int score = 0;
    std::string label;
    bool is_whole = true;     ///< not only the words before an agency's name
    std::string rejected_by;  ///< the label that it must not be and fits at least as well; the score is 0 then
};

/// The labels and anti-labels of a rule. In falling order of score: the same text (100); the same without
/// diacritics, where the page writes none (95); one or two letters off, for labels of 12 letters or more
/// (85); the label with few words around it, so that the label is at least half of the words (70 to 90). An agency's name
/// behind it takes off a few points. An anti-label inside a label's own words does not reject them.
class Labels {
public:
    Labels(const std::vector<std::string>& labels, const std::vector<std::string>& not_labels);

    LabelMatch match(const FoldedText& text) const;

    /// For proofs, of a text that does not match: the label that shares the most words with it, two at least, and how many of a
    /// hundred words of the longer one these are.
    LabelMatch nearest(const FoldedText& text) const;

    /// Whether the last of an address's `path_words` are those of a label, also with `đ` left out as some
    /// systems do ("lanh-ao-so").
    bool matches_path(std::string_view words) const;

    /// Whether the last part of a path is a label and nothing else: "/tin-tuc.html".
    bool names_path(std::string_view path) const;

    const std::vector<std::string>& texts() const { return texts_; }

private:
    struct Label {
        std::string text;
        FoldedText folded;
        std::string slug;          ///< words with blanks between, no diacritics
        std::string slug_without;  ///< the same, `đ` dropped
    };
    static int score(const Label& label, const FoldedText& text);
    static std::vector<Label> prepared(const std::vector<std::string>& texts);

    std::vector<std::string> texts_;
    std::vector<Label> labels_;
    std::vector<Label> not_labels_;
};

}  // namespace pa::check
