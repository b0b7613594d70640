// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a .safetensors file holds: arrays within them, or one sentence.
#include "imported/safetensors.h"

#include "sentence.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto file = imported::readSafetensors(bytes);
    if (!file) {
        requireSentence(file.error());
        return 0;
    }
    for (std::size_t i = 0; i < (*file)->arrays.size(); ++i) {
        const imported::NamedArray& array = (*file)->arrays[i];
        if (array.type == imported::NumberType::other)
            continue;
        require(array.count() * imported::bytesOf(array.type) <= size);
        require((*file)->numbers(i)->size() == array.count());
    }
    return 0;
}
