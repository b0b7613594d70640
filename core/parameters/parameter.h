// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "model/dependency.h"
#include "parameters/parameter_value.h"

#include <optional>
#include <string_view>
#include <typeinfo>
#include <vector>

namespace deltascope::model {
struct Scenario;
}
namespace deltascope::data {
struct Dataset;
}

namespace deltascope::parameters {

/// How a slider moves over its range.
enum class SliderScale { linear, logarithmic, signedLogarithmic };

/// What of a network and its data a change of the parameter may touch.
enum class Touches { everything, biases, data };

/// One of the values that a parameter with a fixed choice may have.
struct Choice {
    std::string_view id;
    const char* name; ///< translatable
};

/// What a parameter is called.
struct ParameterName {
    const char* label; ///< translatable
    const char* symbol;
    const char* shortLabel = ""; ///< translatable
};

/// A place among the values of a record that theory names: beside the row a button leads there, in one step.
template <class Record>
struct FoundPlace {
    const char* name; ///< translatable: what the button does, and the name of the undo step
    const char* help; ///< translatable: one sentence on what is special there
    const char* icon; ///< the name of its file
    /// The record there; nothing where there is no such place.
    std::optional<Record> (*find)(const Record& record, const data::Dataset& data);
    Message (*whyNone)(const Record& record); ///< one sentence, where there is none
};

/// Which member of a record a row is of, whatever the member's type.
template <class Record>
class Member {
public:
    template <class Type>
    Member(Type Record::*member)
        : m_place(reinterpret_cast<Place>(member)) // and back, of the same type alone
        , m_access(&kAccess<Type>)
    {
    }

    const std::type_info& type() const { return *m_access->type; }
    /// nullptr where the member is of another type.
    template <class Type>
    Type Record::*as() const
    {
        return type() == typeid(Type) ? reinterpret_cast<Type Record::*>(m_place) : nullptr;
    }
    ParameterValue of(const Record& record) const { return m_access->get(record, m_place); }
    /// A value of the member's type.
    void put(Record& record, const ParameterValue& value) const { m_access->put(record, m_place, value); }
    bool differs(const Record& one, const Record& other) const { return m_access->differs(one, other, m_place); }

private:
    using Place = char Record::*;
    struct Access {
        const std::type_info* type;
        ParameterValue (*get)(const Record& record, Place place);
        void (*put)(Record& record, Place place, const ParameterValue& value);
        bool (*differs)(const Record& one, const Record& other, Place place);
    };
    template <class Type>
    static Type Record::*back(Place place)
    {
        return reinterpret_cast<Type Record::*>(place);
    }
    template <class Type>
    static constexpr Access kAccess{
        .type = &typeid(Type),
        .get = [](const Record& record, Place place) { return ParameterValue(record.*back<Type>(place)); },
        .put = [](Record& record, Place place,
                   const ParameterValue& value) { record.*back<Type>(place) = *value.template as<Type>(); },
        .differs = [](const Record& one, const Record& other,
                       Place place) { return one.*back<Type>(place) != other.*back<Type>(place); },
    };

    Place m_place;
    const Access* m_access;
};

/// One row of a table of parameters. Everything that the program knows of a parameter comes from its row: slider,
/// number field, JSON key, `--set`, limits, undo text, tooltip and help; and from the type of its member
/// (parameter_type.h).
template <class Record>
struct Parameter {
    std::string_view key; ///< in files and on the command line
    const char* label; ///< translatable
    const char* symbol; ///< the field's symbol, not translated: "w", "a₀"; "" for none
    const char* unit; ///< "" for a pure number
    const char* help; ///< translatable: one sentence on what it does
    Member<Record> member;
    double minimum = 0, maximum = 0; ///< the engine's limits; numbers only
    double sliderMinimum = 0, sliderMaximum = 0; ///< where the slider starts out; a typed number may widen it
    double step = 1;
    SliderScale scale = SliderScale::linear;
    std::vector<Choice> (*choices)() = nullptr; ///< ids of a registry, for text parameters
    model::Dependencies invalidates = model::Dependency::network; ///< a change makes stale what depends on one of these
    const char* group = ""; ///< translatable: the heading that panels put it under; "" for none
    Message (*idle)(const Record&) = nullptr; ///< why it means nothing at present; an empty message where it does
    const char* shortLabel = ""; ///< translatable: its label under the heading; "": the same
    bool keepsPlace = false; ///< idle, panels grey it and do not hide it: a slider may make it so in mid-drag
    bool randomizable = false; ///< a number that chance may choose: panels offer to draw another
    Touches touches = Touches::everything; ///< so that cells of a map may share the rest
    ParameterName (*nameIn)(const Record&) = nullptr; ///< where its name depends on other values
    const FoundPlace<Record>* place = nullptr; ///< one that theory names
};

} // namespace deltascope::parameters
