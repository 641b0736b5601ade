// Filling HTML templates. Everything that is put in is escaped; nothing that a page wrote reaches a report as markup.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace pa::report {

/// Values for the places of a template, and lists of further parts.
class Part {
public:
    void set(const std::string& name, std::string_view value);  ///< control characters and broken UTF-8 go
    void markup(const std::string& name, std::string_view value) { texts_[name] = value; }  ///< as it is, for `{{{name}}}`
    void flag(const std::string& name, bool value) { flags_[name] = value; }
    Part& add(const std::string& list) { return lists_[list].emplace_back(); }
    /// An empty text adds nothing; else a part with only that, at `text`.
    void add_text(const std::string& list, std::string_view value);

    const std::map<std::string, std::string>& texts() const { return texts_; }
    const std::map<std::string, bool>& flags() const { return flags_; }
    const std::map<std::string, std::deque<Part>>& lists() const { return lists_; }

private:
    std::map<std::string, std::string> texts_;
    std::map<std::string, bool> flags_;
    std::map<std::string, std::deque<Part>> lists_;
};

/// A file of lib/report/templates as it is. The name is one of ours.
std::string_view template_text(std::string_view name);

/// The template of that name, filled. `{{{name}}}` puts a text in as markup; only what came from here may go there.
std::string filled(std::string_view name, const Part& part);

}  // namespace pa::report
