// Services for people: words, and a table for the terminal.
#pragma once

#include "report/format.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pa::report {

/// "level-3", "full" in the words of the law; empty for none.
std::string level_word(std::string_view level, Lang lang);
/// "here", "national" … as people say it.
std::string filing_word(std::string_view filing, Lang lang);

/// "3", or "2 – 4": what the evidence supports, in the reading in which the service is declared.
std::string observed_text(const audit::Service& service, Lang lang);

/// A table of the services, the worst first, with what is wrong below each; at most `most` of them, 0 for all.
std::string services_text(const audit::Audit& audit, const Options& options, std::size_t most);

}  // namespace pa::report
