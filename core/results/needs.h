// SPDX-License-Identifier: GPL-3.0-or-later
// Which results somebody asks for: of the scenario, and of the pinned ones beside it.
#pragma once

#include "results/result_kind.h"

#include <compare>
#include <cstddef>
#include <cstdint>

namespace deltascope::results {

class Needs {
public:
    Needs() = default;

    /// Of the scenario; where `pinsToo` and results of this kind are drawn of pins, of these too.
    static Needs of(const ResultKind& kind, bool pinsToo);

    bool wants(const ResultKind& kind) const { return has(m_own, kind); }
    bool wantsOfPins(const ResultKind& kind) const { return has(m_ofPins, kind); }
    bool empty() const { return m_own == 0 && m_ofPins == 0; }
    Needs own() const { return {m_own, 0}; } ///< without those of the pins
    Needs ofPins() const { return {0, m_ofPins}; }

    /// Those of them whose kind is such.
    template <class Condition>
    Needs where(const Condition& condition) const
    {
        Needs some;
        for (const ResultKind* kind : resultsInOrder())
            if (condition(*kind))
                some = some | (*this & of(*kind, true));
        return some;
    }

    friend Needs operator|(Needs one, Needs other) { return {one.m_own | other.m_own, one.m_ofPins | other.m_ofPins}; }
    friend Needs operator&(Needs one, Needs other) { return {one.m_own & other.m_own, one.m_ofPins & other.m_ofPins}; }
    friend Needs operator-(Needs one, Needs other)
    {
        return {one.m_own & ~other.m_own, one.m_ofPins & ~other.m_ofPins};
    }
    Needs& operator|=(Needs other) { return *this = *this | other; }
    auto operator<=>(const Needs&) const = default;

private:
    using Bits = std::uint64_t; // by slot

    Needs(Bits own, Bits ofPins)
        : m_own(own)
        , m_ofPins(ofPins)
    {
    }
    static Bits bitOf(const ResultKind& kind) { return Bits{1} << slotOf(kind.value.type); }
    static bool has(Bits bits, const ResultKind& kind) { return (bits & bitOf(kind)) != 0; }

    Bits m_own = 0, m_ofPins = 0;
};

/// Results of these types. Records of figures and measures hold the function itself, needs<Evaluation, Ladder>: it is
/// a constant, and the registry is asked when it is called.
template <class... Types>
Needs needs()
{
    return (Needs() | ... | Needs::of(kindOf<Types>(), true));
}

/// The same of the scenario only, whatever is pinned.
template <class... Types>
Needs ownNeeds()
{
    return (Needs() | ... | Needs::of(kindOf<Types>(), false));
}

/// True where one of these results depends on one of them.
bool dependsOn(Needs needs, model::Dependencies any);

} // namespace deltascope::results
