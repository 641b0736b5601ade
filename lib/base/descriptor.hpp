// A file descriptor of the system, closed when it is no longer needed.
#pragma once

#include <string_view>

namespace pa {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    /// Below 0 where the call that was to give it failed.
    int number() const { return number_; }

    /// Closes now; the system may report a late write error here.
    bool close();

private:
    int number_;
};

/// Writes all of `bytes` from where the file stands; false, and `errno`, where the system does not take them.
bool write_all(const Descriptor& file, std::string_view bytes);

}  // namespace pa
