// What one page says of procedures: descriptions of single ones, rows of lists, and what it lets people do online. Read while
// the page's tree is there; small enough to be kept for every page.
#pragma once

#include "service/level.hpp"
#include "service/vocabulary.hpp"
#include "site/page.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pa::service {

/// What people can do, or are told, on a page; bits of `Signs`.
enum class Sign : std::uint8_t {
    form,          ///< an electronic form to fill in, of the service
    file_input,    ///< a field for files
    size_limit,    ///< how large a file may be, in words
    login,         ///< a field for a password
    payment,       ///< payment online
    delivery,      ///< the result is handed over online or by post
    presence,      ///< the applicant has to be there, or a place has to be inspected
    look_up,       ///< the state of a file can be looked up
    guide,         ///< a guide to using the services
    rating,        ///< people can say how satisfied they are
    questions,     ///< frequent questions with answers
    field_help,    ///< fields explain themselves
    save_print,    ///< what was typed can be saved or printed
    handler,       ///< who handles a file, and when it was received, handled, given back
    identification,///< how people prove who they are
    signature,     ///< digital signature
};
constexpr std::size_t sign_count = 16;
using Signs = std::uint32_t;
constexpr Signs bit(Sign sign) { return 1U << static_cast<unsigned>(sign); }
/// "look-up": for rules and for other programs.
std::string_view name_of(Sign sign);
std::optional<Sign> sign_named(std::string_view name);

/// A paper form that a procedure names.
struct NamedForm {
    std::string name;          ///< at most 200 code points
    std::string url;           ///< as `site::page_address`; empty where nothing can be downloaded
    bool is_by_script = false; ///< only a script would lead there
};

/// Where a page says that a file can be sent in.
struct Filing {
    std::string label;
    std::string url;           ///< empty where only a script would lead there
};

/// What is said of one procedure, in a row of a list or on a page of its own.
struct Particulars {
    std::string code;
    std::string name;
    std::string field;
    std::string agency;
    std::string admin_level;
    std::string reason;        ///< why it is online in part only
    Declared declared = Declared::none;
    std::vector<Filing> filings;
};

/// A description of a procedure.
struct Sheet : Particulars {
    Parts parts{};
    std::vector<NamedForm> forms;
    bool no_forms = false;     ///< says that there are none
    bool no_fee = false;       ///< says that nothing is to be paid
    bool is_split = false;     ///< one of several on its page
};

/// A row of a list.
struct Row : Particulars {
    std::string url;           ///< of the page behind it
    bool code_is_picture = false;
};

/// Ways by which a list can be narrowed or is grouped, or columns that it has; bits of `PageFacts::shown_by`.
enum class By : std::uint8_t { field, admin_level, level, agency, subject, topic };
constexpr std::uint32_t bit(By by) { return 1U << static_cast<unsigned>(by); }

struct PageFacts final : site::NoteData {
    std::vector<Sheet> sheets;    ///< at most 200
    std::vector<Row> rows;        ///< at most 5,000
    Signs signs = 0;
    std::uint32_t shown_by = 0;
    std::uint32_t announced = 0;  ///< of how many procedures the page says that its list has
    std::uint32_t list_pages = 0; ///< of how many pages it says so
    bool is_about_lists = false;  ///< the title, first heading or address names a list of procedures or services
    bool has_list_frame = false;  ///< a table with the headings of such a list
    bool waits_for_script = false;///< a list's frame without rows, and words that it is loading
    std::vector<Filing> filings;  ///< outside of sheets and rows
};

/// Reads a page. Null where it says nothing of procedures.
std::shared_ptr<const PageFacts> read_facts(const site::PageView& view);

}  // namespace pa::service
