// Filling the HTML template. Everything that is put in is escaped; nothing that a page wrote reaches the
// report as markup.
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
    void flag(const std::string& name, bool value) { flags_[name] = value; }
    Part& add(const std::string& list) { return lists_[list].emplace_back(); }

    const std::map<std::string, std::string>& texts() const { return texts_; }
    const std::map<std::string, bool>& flags() const { return flags_; }
    const std::map<std::string, std::deque<Part>>& lists() const { return lists_; }

private:
    std::map<std::string, std::string> texts_;
    std::map<std::string, bool> flags_;
    std::map<std::string, std::deque<Part>> lists_;
};

/// The report template of the program (lib/report/templates/report.html), filled.
std::string rendered(const Part& part);

/// `url` if it is http or https, else "#": a report must not carry javascript: or data: links.
std::string safe_link(const std::string& url);

}  // namespace pa::report
