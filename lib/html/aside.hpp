// Long stretches of plain text are set aside while gumbo builds the tree, and put back when the tree is copied: gumbo
// spends some 40 ns on every character, and where text goes in the tree depends on whether it begins with white space and
// not on what else it says.
//
// For gumbo each stretch is one character of the last private plane (U+100000 and up). A stretch begins and ends with no
// white space, and holds nothing that gumbo would change: no `&`, `<`, carriage return, control or rare character.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pa::html {

class Aside {
public:
    /// For this page, whose text must outlive the value. A page with such characters of its own keeps all its text.
    explicit Aside(std::string_view page);

    /// From now on, nothing is set aside: for framesets and templates, where single characters may be picked out of
    /// text, and for CDATA sections.
    void stop() { is_usable_ = false; }

    /// Appends text of the page, from between two tags or from inside a script or the like, to what gumbo will see.
    void put(std::string_view text, std::string& out);

    /// The text as it stood on the page. `room` is where it is put together when it has to be.
    const char* restored(const char* text, std::string& room) const;

private:
    bool is_usable_;
    std::vector<std::string_view> kept_;
};

}  // namespace pa::html
