// The words of administrative procedures: the parts that the law has shown of each, the labels under which portals show
// them, and what counts as no value.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pa::service {

/// What has to be shown of a procedure: Circular 32/2017/TT-BTTTT, Art. 5(1); Decree 63/2010/NĐ-CP, Art. 8(2).
enum class Part : std::uint8_t { steps, means, dossier, copies, time_limit, subjects, agency, result, fees, forms, conditions, legal_basis, decision, intake };
constexpr std::size_t part_count = 14;

/// "time-limit": for other programs and for rules.
std::string_view name_of(Part part);
std::optional<Part> part_named(std::string_view name);
/// As the law calls it: "thời hạn giải quyết".
std::string_view vietnamese(Part part);
/// Asked of every procedure; the others (fees, forms, conditions) only of those that have them.
constexpr bool is_always_asked(Part part) { return part != Part::fees && part != Part::forms && part != Part::conditions; }

/// What a page says of a part.
enum class Shown : std::uint8_t { missing, empty, shown };
std::string_view name_of(Shown shown);

using Parts = std::array<Shown, part_count>;

/// Further particulars, behind the parts in a `Mask`.
enum class Fact : std::uint8_t { code = part_count, name, field, admin_level, level, reason, topic };

/// The meanings of a label: bit `1 << Part` or `1 << Fact`.
using Mask = std::uint32_t;
constexpr Mask bit(Part part) { return 1U << static_cast<unsigned>(part); }
constexpr Mask bit(Fact fact) { return 1U << static_cast<unsigned>(fact); }
constexpr Mask all_parts = (1U << part_count) - 1;

struct Label {
    Mask means = 0;        ///< 0: no label
    bool is_weak = false;  ///< a common word, which counts only where the page's structure makes it a label
};

/// What a text labels, numbering ("1.", "a)"), "(nếu có)" and "thủ tục hành chính" behind it aside. Texts longer than 90
/// code points label nothing.
Label label_of(std::string_view text);

/// Whether a value says that there is none yet: blank, dashes, "đang cập nhật", "không có thông tin", "theo mục …". "Không" and
/// "Không quy định" are values.
bool is_placeholder(std::string_view value);

/// Whether a value says that there is nothing of it: "Không", "Không có", "Không quy định", "Miễn phí".
bool says_none(std::string_view value);

}  // namespace pa::service
