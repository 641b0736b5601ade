// The bytes of a container that belong to no part: ZIP's headers, directory and end record (APPNOTE.TXT 4.3). They are held
// against each other and against what the writer sets, so that no bit of the file can change unseen.
#pragma once

#include "evidence/container.hpp"

#include <string>
#include <vector>

namespace pa::evidence {

/// Where a part's bytes stand in the file.
struct PartPlace {
    std::string name;
    Position begin = 0;
    std::uint64_t size = 0;
};

struct ZipLayout {
    std::vector<PartPlace> parts;  ///< in the order of the file
    Message fault;                 ///< what is wrong first; empty when every byte is accounted for
    Position fault_at = 0;
};

/// Reads the layout of a ZIP file; `io` when it cannot be read. Takes stored parts alone, and ZIP64 where sizes need it.
Result<ZipLayout> read_layout(const std::filesystem::path& path);

}  // namespace pa::evidence
