// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes an .npz file holds: arrays of as many numbers as they say, or one sentence.
#include "imported/npz.h"

#include "sentence.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const auto file = imported::readNpz({reinterpret_cast<const char*>(data), size});
    if (!file) {
        requireSentence(file.error());
        return 0;
    }
    for (std::size_t i = 0; i < (*file)->arrays.size(); ++i) {
        const imported::NamedArray& array = (*file)->arrays[i];
        if (array.type == imported::NumberType::other || array.count() > 1'000'000)
            continue;
        const Result<std::vector<double>> numbers = (*file)->numbers(i);
        if (numbers)
            require(numbers->size() == array.count());
        else
            requireSentence(numbers.error());
    }
    return 0;
}
