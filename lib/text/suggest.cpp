#include "text/suggest.hpp"

#include <algorithm>
#include <vector>

namespace pa::text {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit)
{
    const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > limit) {
        return limit + 1;
    }
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> previous(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        previous[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({previous[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > limit) {
            return limit + 1;
        }
        std::swap(before, previous);
        std::swap(previous, row);
    }
    return std::min(previous[b.size()], limit + 1);
}

std::string nearest(std::string_view unknown, std::span<const std::string> known)
{
    const std::size_t limit = std::max<std::size_t>(1, unknown.size() / 3);
    std::size_t best = limit + 1;
    std::string name;
    for (const std::string& candidate : known) {
        const std::size_t distance = edit_distance(unknown, candidate, limit);
        if (distance < best) {
            best = distance;
            name = candidate;
        }
    }
    return name;
}

}  // namespace pa::text
