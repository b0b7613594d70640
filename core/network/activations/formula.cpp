// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed: an expression in z, tanh(z) where nothing is. core/maths.md 4.21.
#include "formula/formula.h"

#include "base/message.h"
#include "model/scenario.h"
#include "network/activations/activation.h"

namespace deltascope::activations {

namespace {

struct Typed : Setting {
    formula::Formula f;
};

const formula::Formula& typed(const Setting& setting)
{
    return static_cast<const Typed&>(setting).f;
}

/// The functions of whatever was typed.
void fill(Activation& made, const Setting& set)
{
    using numerics::Scaled;
    made.value = {[](const Setting& f, double z) { return typed(f).value(z); }, set};
    made.derivative = {[](const Setting& f, double z) { return typed(f).derivative(z); }, set};
    made.evaluate = {[](const Setting& f, const double* z, double* values, double* derivatives, std::size_t count) {
                         typed(f).evaluate(z, values, derivatives, count);
                     },
        set};
    made.scaledValue = {[](const Setting& f, Scaled z) { return typed(f).scaledValue(z); }, set};
    made.scaledDerivative = {[](const Setting& f, Scaled z) { return typed(f).scaledDerivative(z); }, set};
    made.minus = {[](const Setting& f, Scaled z, double y) { return typed(f).minus(z, y); }, set};
    made.minusLimit = {[](const Setting& f, Scaled z) { return typed(f).minusLimit(z); }, set};
    made.tailExponent = {[](const Setting& f, Scaled z) { return typed(f).tailExponent(z); }, set};
    made.second = {[](const Setting& f, double z) { return typed(f).second(z); }, set};
}

Chosen of(const model::Scenario& scenario);

} // namespace

extern const Activation formula;
const Activation formula{
    .id = "formula",
    .name = translatable("core", "Formula"),
    .formula = "tanh(z)",
    .description = translatable("core",
        "An expression in z that you type, as z*tanh(log(1+exp(z))): its slope is found by differentiating it, in "
        "the tails too, where doubles end."),
    .rank = 17,
    .value = [](double z) { return formula::Formula().value(z); },
    .derivative = [](double z) { return formula::Formula().derivative(z); },
    .evaluate = [](const double* z, double* values, double* derivatives,
                    std::size_t count) { formula::Formula().evaluate(z, values, derivatives, count); },
    .scaledValue = [](numerics::Scaled z) { return formula::Formula().scaledValue(z); },
    .scaledDerivative = [](numerics::Scaled z) { return formula::Formula().scaledDerivative(z); },
    .minus = [](numerics::Scaled z, double y) { return formula::Formula().minus(z, y); },
    .minusLimit = [](numerics::Scaled z) { return formula::Formula().minusLimit(z); },
    .tailExponent = [](numerics::Scaled z) { return formula::Formula().tailExponent(z); },
    .second = [](double z) { return formula::Formula().second(z); },
    .lower = -1,
    .upper = 1,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .of = of,
    .parameter = "formula",
};

namespace {

Chosen of(const model::Scenario& scenario)
{
    const auto set = std::make_shared<Typed>();
    set->f = scenario.formula;
    set->text = scenario.formula.text();
    auto made = std::make_shared<Activation>(formula);
    fill(*made, *set);
    const formula::Facts& facts = set->f.facts();
    made->setting = set;
    made->formula = set->text.c_str();
    made->lower = facts.lower;
    made->upper = facts.upper;
    made->maxDerivative = facts.maxDerivative;
    made->maxDerivativeAt = facts.maxDerivativeAt;
    made->monotone = facts.monotone;
    made->kinks = facts.kinks;
    return Chosen(std::shared_ptr<const Activation>(std::move(made)));
}

} // namespace

} // namespace deltascope::activations
