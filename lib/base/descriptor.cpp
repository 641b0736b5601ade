#include "base/descriptor.hpp"

#include <cerrno>
#include <unistd.h>

namespace pa {

Descriptor::~Descriptor()
{
    if (number_ >= 0) {
        ::close(number_);
    }
}

bool Descriptor::close()
{
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0;
}

bool write_all(const Descriptor& file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = ::write(file.number(), bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace pa
