// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes an .npz file holds: arrays of as many numbers as they say, whole ones too, or one sentence.
#include "imported/npz.h"

#include "sentence.h"

#include <algorithm>

namespace {

using namespace deltascope;

/// The first two entries are the start of all.
void requireFirstEntries(const imported::NpzFile& file, std::size_t place, imported::WholeType type)
{
    const imported::NamedArray& array = file.arrays[place];
    const Result<std::string> all = file.firstEntries(place, array.count()), first = file.firstEntries(place, 2);
    require(static_cast<bool>(all) == static_cast<bool>(first));
    if (!all)
        return requireSentence(all.error());
    const std::size_t entries = array.shape.empty() ? 1 : array.shape.front();
    require(all->size() == array.count() * type.bytes && all->starts_with(*first));
    require(entries == 0 || first->size() == all->size() / entries * std::min<std::size_t>(entries, 2));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto file = imported::readNpz({reinterpret_cast<const char*>(data), size});
    if (!file) {
        requireSentence(file.error());
        return 0;
    }
    for (std::size_t i = 0; i < (*file)->arrays.size(); ++i) {
        const imported::NamedArray& array = (*file)->arrays[i];
        if (array.count() > 1'000'000)
            continue;
        if (const std::optional<imported::WholeType> type = imported::wholeType(array))
            requireFirstEntries(**file, i, *type);
        if (array.type == imported::NumberType::other)
            continue;
        const Result<std::vector<double>> numbers = (*file)->numbers(i);
        if (numbers)
            require(numbers->size() == array.count());
        else
            requireSentence(numbers.error());
    }
    return 0;
}
