// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target without libFuzzer: NAME FILE… runs it on every file and on a fixed sequence of mutations of them, the
// same on every machine. Input that ends the program is left in NAME.last, in the working directory.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

namespace {

constexpr int kMutations = 2000;
constexpr std::size_t kLongest = 20'000;
using Random = std::mt19937_64;

std::string g_last; // path of the file that holds the input being tried

std::size_t below(Random& random, std::size_t bound)
{
    return static_cast<std::size_t>(random() % std::max<std::size_t>(bound, 1));
}

void tryOut(const std::string& input)
{
    std::ofstream(g_last, std::ios::binary) << input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(input.data()), input.size());
}

void mutate(std::string& input, const std::vector<std::string>& seeds, Random& random)
{
    using namespace std::string_view_literals;
    static constexpr std::string_view kTelling = "\0\xFF%\"',=&[]{}:-+.e0919\n\\"sv;
    const std::size_t place = below(random, input.size() + 1);
    const std::size_t length = below(random, 8) + 1;
    switch (below(random, 7)) {
    case 0: // one bit
        if (place < input.size())
            input[place] = static_cast<char>(input[place] ^ (1 << below(random, 8)));
        break;
    case 1: // any byte
        if (place < input.size())
            input[place] = static_cast<char>(random() & 0xFF);
        break;
    case 2: // a byte that means something
        input.insert(place, 1, kTelling[below(random, kTelling.size())]);
        break;
    case 3:
        input.erase(place, length);
        break;
    case 4:
        input.resize(place);
        break;
    case 5: // a piece of itself
        input.insert(place, input.substr(below(random, input.size() + 1), length * 4));
        break;
    default: // the rest of another
        const std::string& other = seeds[below(random, seeds.size())];
        input.resize(place);
        input += other.substr(below(random, other.size() + 1));
    }
    input.resize(std::min(input.size(), kLongest));
}

} // namespace

int main(int argc, char** argv)
{
    g_last = std::filesystem::path(argv[0]).filename().string() + ".last";
    std::vector<std::string> seeds;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        if (!file) {
            std::fprintf(stderr, "Cannot read %s.\n", argv[i]);
            return 1;
        }
        tryOut(text.str());
        seeds.push_back(text.str());
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "No files to begin with.\n");
        return 1;
    }
    tryOut({});
    Random random(20'260'101);
    for (int i = 0; i < kMutations; ++i) {
        std::string input = seeds[below(random, seeds.size())];
        for (std::size_t left = below(random, 4) + 1; left > 0; --left)
            mutate(input, seeds, random);
        tryOut(input);
    }
    std::filesystem::remove(g_last);
    return 0;
}
