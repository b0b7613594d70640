// SPDX-License-Identifier: GPL-3.0-or-later
// Every type of parameters: what it writes it reads, as JSON and as typed; of another sort it is refused.
#include "model/map.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <set>
#include <typeindex>

namespace deltascope::parameters {
namespace types_test {

constexpr Limits kLimits{.minimum = 0, .maximum = 10};

ParameterValue someValue(const ParameterType& type)
{
    const std::string_view text = type.example.empty() ? "3" : type.example;
    const Result<ParameterValue> typed = typedValue(type, text, kLimits);
    EXPECT_TRUE(typed) << type.name << ": " << plainText(typed.error().what);
    const Result<ParameterValue> value = type.accepted(*typed, kLimits);
    EXPECT_TRUE(value) << type.name << ": " << plainText(value.error().what);
    EXPECT_TRUE(value->type() == *type.type) << type.name;
    return *value;
}

TEST(ParameterTypes, EachIsOfATypeOfItsOwn)
{
    std::set<std::type_index> known;
    for (const ParameterType* type : typesRegistry()) {
        EXPECT_TRUE(known.insert(*type->type).second) << type->name;
        EXPECT_FALSE(type->name.empty());
        EXPECT_EQ(&typeOf(*type->type), type);
    }
}

TEST(ParameterTypes, WhatIsWrittenReadsBack)
{
    for (const ParameterType* type : typesRegistry()) {
        const ParameterValue value = someValue(*type);
        const std::string json = type->json(value);
        const Result<reading::JsonValue> parsed = reading::parseJson(json);
        ASSERT_TRUE(parsed) << json;
        reading::ListReader reader(json);
        const Result<ParameterValue> again = type->accepted(type->read(*parsed, reader), kLimits);
        ASSERT_TRUE(again && !reader.error) << json;
        EXPECT_TRUE(*again == value) << json;
        const std::string text = type->text != nullptr ? type->text(value) : json;
        const Result<ParameterValue> typed = typedValue(*type, text, kLimits);
        ASSERT_TRUE(typed) << text;
        EXPECT_TRUE(*type->accepted(*typed, kLimits) == value) << text;
    }
}

TEST(ParameterTypes, NeedsAreSaidWhereTheSortIsWrong)
{
    for (const ParameterType* type : typesRegistry()) {
        if (*type->type == typeid(std::optional<model::Map>))
            continue; // there may be none
        const std::string json = "[true]";
        reading::ListReader reader(json);
        const Result<ParameterValue> refusedByType =
            type->accepted(type->read(*reading::parseJson("null"), reader), kLimits);
        ASSERT_FALSE(refusedByType) << type->name;
        EXPECT_TRUE(plainText(refusedByType.error().what).ends_with(".")) << type->name;
        const bool takesLists = type->accepted(type->read(*reading::parseJson("[]"), reader), kLimits).operator bool();
        EXPECT_FALSE(reader.error) << type->name;
        type->read(*reading::parseJson(json), reader);
        EXPECT_EQ(reader.error.has_value(), takesLists) << type->name; // no list has a truth value among its entries
    }
}

TEST(ParameterTypes, TheRowOfATypeIsBehindTheOneItNames)
{
    for (const ParameterType* type : typesRegistry()) {
        ASSERT_EQ(type->row == nullptr, type->after.empty()) << type->name;
        if (type->row == nullptr)
            continue;
        const Parameter<model::Scenario>* row = findScenarioParameter(type->row().key);
        ASSERT_NE(row, nullptr) << type->row().key << " stands behind no row: " << type->after;
        EXPECT_LT(findScenarioParameter(type->after), row);
        EXPECT_EQ(&typeOf(*row), type);
        const Result<model::Scenario> other = withValue({}, *row, someValue(*type));
        ASSERT_TRUE(other) << plainText(other.error().what);
        EXPECT_TRUE(changedBetween(model::Scenario(), *other).intersects(row->invalidates)) << row->key;
    }
}

} // namespace types_test
} // namespace deltascope::parameters
