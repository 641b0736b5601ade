// All mistakes of something a person wrote, told in one run.
#pragma once

#include "base/result.hpp"

#include <vector>

namespace pa {

/// Collects errors and warnings while a reader goes on. Reading has failed when there is an error.
class Diagnostics {
public:
    void error(Error error) { errors_.push_back(std::move(error)); }
    void warning(Error warning) { warnings_.push_back(std::move(warning)); }
    bool failed() const { return !errors_.empty(); }
    const std::vector<Error>& errors() const { return errors_; }
    const std::vector<Error>& warnings() const { return warnings_; }

private:
    std::vector<Error> errors_;
    std::vector<Error> warnings_;
};

}  // namespace pa
