// A description of a procedure while it is read: lines come in under labels, and are weighed when all is in.
#pragma once

#include "service/facts.hpp"

#include <string>
#include <string_view>

namespace pa::service {

class Draft {
public:
    /// A label was met, so what it means is there at least as a name.
    void name(Mask means);
    /// Whether a label was met before.
    bool has(Mask means) const { return (named_ & means) != 0; }
    /// How many parts labels or columns have named.
    std::size_t parts_named() const;
    /// Steps, means, dossier or legal basis: what tells a description from a row of a list.
    bool is_description() const;

    /// A line below labels.
    void add(Mask means, std::string_view line, bool has_form_link);
    /// A link below labels of forms or of the dossier.
    void add_form(NamedForm form, bool is_dossier);
    /// A cell of a column with these meanings.
    void add_cell(Mask means, std::string_view text);
    void add_filing(Filing filing);

    /// Everything weighed; `Particulars` as far as labels named them.
    Sheet finish() &&;

private:
    void add_fact(Mask means, std::string_view line);
    void put(std::size_t part, Shown shown);
    void add_lines_as_forms();

    Sheet sheet_;
    Mask named_ = 0;
    Parts said_{};     // under labels
    Parts columns_{};  // in columns, or in passing
    std::vector<std::string> form_lines_;     // below the label of forms, without a link
    std::vector<std::string> dossier_lines_;  // that speak of a form
    bool has_form_links_ = false;
    bool open_form_ = false;  // the last form has no file yet
};

}  // namespace pa::service
