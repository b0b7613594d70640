// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/result_kind.h"

#include <memory>
#include <utility>
#include <vector>

namespace deltascope::results {

/// What was found of a scenario: one slot for each kind of result. Derived, never saved. What has not been computed is
/// null. A result in it is always right for this scenario and question: `take` is how others come in.
class Results {
public:
    Results();

    model::Scenario scenario;
    model::Question question;

    /// The result of this type, or nullptr.
    template <class Type>
    const Type* get() const
    {
        return static_cast<const Type*>(get(slotOf<Type>()).get());
    }
    template <class Type>
    std::shared_ptr<const Type> shared() const
    {
        return std::static_pointer_cast<const Type>(get(slotOf<Type>()));
    }
    template <class Type>
    void put(std::shared_ptr<const Type> value)
    {
        m_slots[slotOf<Type>()] = std::move(value);
    }
    const AnyResult& get(const ResultKind& kind) const { return get(slotOf(kind.value.type)); }
    /// Unless more is there of it already.
    void putFiner(const ResultKind& kind, AnyResult value);
    /// How much of it is there, 0 … 1.
    double share(const ResultKind& kind) const;

    Asked asked() const { return {scenario, question}; }

    /// From other results whatever is right here too and not there yet, or not as finely. `ofPins`: what is drawn of
    /// pins only.
    void take(const Results& other, bool ofPins = false);

private:
    const AnyResult& get(std::size_t slot) const { return m_slots[slot]; }

    std::vector<AnyResult> m_slots; // in the order of the registry
};

} // namespace deltascope::results
