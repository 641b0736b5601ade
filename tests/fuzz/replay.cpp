// Runs a target over files: `replay FILE...`. For compilers without libFuzzer, and for ctest.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (!entry.is_regular_file()) {
                continue;
            }
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), {});
            const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
            // Every prefix of a small file is an input too: broken off at any place.
            const std::size_t step = bytes.size() < 2000 ? 1 : bytes.size();
            for (std::size_t size = 0; size <= bytes.size(); size += step) {
                LLVMFuzzerTestOneInput(data, size);
            }
            ++files;
        }
    }
    std::printf("%d files\n", files);
    return files == 0 ? 1 : 0;
}
