// The yardstick for the cost of a page: gumbo alone parses every HTML file of a folder once, on one core.
// Prints pages, bytes, and seconds of user time, without the time of reading the files.
#include <gumbo.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/resource.h>

namespace {

double user_seconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: bench_gumbo_only <folder>\n", stderr);
        return 3;
    }
    double seconds = 0;
    std::size_t pages = 0;
    std::size_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[1])) {
        if (!entry.is_regular_file() || entry.path().extension() != ".html") {
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const double begun = user_seconds();
        GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
        gumbo_destroy_output(&kGumboDefaultOptions, output);
        seconds += user_seconds() - begun;
        bytes += text.size();
        ++pages;
    }
    std::printf("%zu %zu %.3f\n", pages, bytes, seconds);
    return 0;
}
