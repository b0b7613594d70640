// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/results.h"

namespace deltascope::results {

Results::Results()
    : m_slots(resultsRegistry().size())
{
}

double Results::share(const ResultKind& kind) const
{
    const AnyResult& value = get(kind);
    if (!value)
        return 0;
    return kind.value.share ? kind.value.share(value.get()) : 1;
}

void Results::putFiner(const ResultKind& kind, AnyResult value)
{
    AnyResult& present = m_slots[slotOf(kind.value.type)];
    if (!present || !kind.value.share || kind.value.share(value.get()) >= kind.value.share(present.get()))
        present = std::move(value);
}

void Results::take(const Results& other, bool ofPins)
{
    for (const ResultKind* kind : resultsRegistry()) {
        const AnyResult& theirs = other.get(*kind);
        if (theirs && (kind->ofPins || !ofPins) && other.share(*kind) > share(*kind)
            && holds(*kind, other.asked(), asked()))
            putFiner(*kind, theirs);
    }
}

} // namespace deltascope::results
