// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about the learning speeds of layers: learning_speed, speed_ratio, ladder, and what layer panels
// say.
#include "core/sentences/statement.h"

#include "results/ladder.h"
#include "results/speed_ratios.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

Average averageOf(const Statement& say)
{
    if (say.place.figure != "learning_speed" && say.place.figure != "speed_ratio")
        return Average::normOfMean;
    return say.in.view().average == "mean_of_norms" ? Average::meanOfNorms
        : say.in.view().average == "rms"            ? Average::rms
                                                    : Average::normOfMean;
}

std::string symbolOfSpeed(const Statement& say, int layer)
{
    const std::string delta = subscripted("δ", layer);
    if (say.truth().examples() == 1)
        return "‖" + delta + "‖";
    switch (averageOf(say)) {
    case Average::meanOfNorms:
        return "⟨‖" + delta + "‖⟩";
    case Average::rms:
        return "√⟨‖" + delta + "‖²⟩";
    default:
        return "‖⟨" + delta + "⟩‖";
    }
}

void onlyLayer(Statement& say, int n)
{
    say.holds(say.depth() == 1, "it is not the only layer");
    say.number(n, say.truth().speed(1, averageOf(say)), "the speed");
}

/// What of a panel over layers is exactly 0; −1 of what this test does not know.
bool isZeroThere(Statement& say, const std::string& quantity, int layer, bool& known)
{
    const Oracle& truth = say.truth();
    known = quantity.find(": ") == std::string::npos; // else of other seeds or a pin
    if (!known)
        return true;
    if (quantity == "|w|")
        return layer <= say.depth() && say.in.snapshot.network->weights(layer)(0, 0) == 0;
    if (quantity.ends_with("′(z)"))
        return truth.exact().layer(layer).slope.at(0, 0).isZero();
    if (quantity.starts_with("|w") || quantity.starts_with("|∂"))
        return truth.exact().factor(layer).isZero();
    if (quantity.starts_with("weight"))
        return truth.weightsLearnNothing(layer);
    if (quantity.starts_with("bias ‖") || quantity == "‖δˡ‖")
        return truth.biasLearnsNothing(layer);
    if (quantity.starts_with("bias ") || quantity == "δˡ" || quantity.starts_with("‖δˡ‖/"))
        return truth.isDead(layer);
    if (quantity.starts_with("back"))
        return truth.product(layer + 1, say.depth()).isZero();
    if (quantity.starts_with("forward"))
        return truth.product(1, layer).isZero();
    known = false;
    return true;
}

void exactZeros(Statement& say)
{
    const std::string quantity = plainText(say.nested(1));
    std::string wrong;
    for (const int layer : layersIn(say.nested(2))) {
        bool known = false;
        if (!isZeroThere(say, quantity, layer, known) && known)
            wrong += " " + std::to_string(layer);
    }
    say.holds(wrong.empty(), quantity + " is not 0 in layer" + wrong);
}

void beyond(Statement& say, bool large)
{
    const std::string quantity = plainText(say.nested(1));
    for (const int layer : layersIn(say.nested(2))) {
        Value truth;
        if (quantity.starts_with("bias") || quantity == "‖δˡ‖")
            truth = say.truth().speed(layer, averageOf(say));
        else if (quantity.starts_with("weight"))
            truth = say.truth().weightSpeed(layer);
        else if (quantity.ends_with("′(z)"))
            truth = say.truth().of([layer](const OwnPasses& passes) { return passes.layer(layer).slope.at(0, 0); });
        else
            continue;
        say.holds(large ? truth.log10() > 1e18L : truth.log10() < -1e18L,
            quantity + " of layer " + std::to_string(layer) + " is 10^" + std::to_string(truth.log10()));
    }
}

const results::SpeedRatio& deepest(const Statement& say)
{
    return say.in.snapshot.get<results::SpeedRatios>()->depths.back();
}

void ratioAtDepth(Statement& say)
{
    say.isWhole(1, deepest(say).depth, "the depth");
    if (deepest(say).depth == say.depth())
        say.pace(2, say.truth().ratio(1, say.depth(), averageOf(say)), say.depth(), "the ratio");
}

void steps(Statement& say)
{
    const auto step = [](const OwnPasses& passes, int l) {
        const Number divisor = passes.speed(l + 1, Average::rms);
        return divisor.isZero() ? Number{} : passes.speed(l, Average::rms) / divisor;
    };
    const auto extreme = [&](bool largest) {
        return say.truth().of([=](const OwnPasses& passes) {
            Number found;
            bool any = false;
            for (int l = 1; l < passes.depth(); ++l) {
                if (passes.speed(l + 1, Average::rms).isZero())
                    continue; // no step
                const Number each = step(passes, l);
                if (!any || (largest ? found < each : each < found))
                    found = each;
                any = true;
            }
            return found;
        });
    };
    const Value whole = say.truth().ratio(1, say.depth(), Average::rms);
    const long double mean = whole.log10() / (say.depth() - 1);
    say.number(1,
        Value{Number(std::pow(10.0L, mean - std::floor(mean))) * exp(Number(std::floor(mean) * 2.302585092994045684L)),
            whole.decades / (say.depth() - 1) + 1e-12L},
        "the mean step");
    say.number(2, extreme(false), "the smallest step");
    say.number(3, extreme(true), "the largest step");
}

/// The oracle's passes on a rung's own scenario.
const Oracle& truthOfRung(const model::Scenario& scenario)
{
    struct Kept {
        model::Scenario scenario;
        data::Dataset data;
        network::Network network;
        Oracle truth;
        explicit Kept(const model::Scenario& of)
            : scenario(of)
            , data(*data::makeDataset(of))
            , network(of, data)
            , truth(scenario, network, data)
        {
        }
    };
    static std::unique_ptr<Kept> last;
    if (!last || last->scenario != scenario)
        last = std::make_unique<Kept>(scenario);
    return last->truth;
}

void rung(Statement& say, int n)
{
    const std::string name = plainText(say.nested(1));
    for (const results::LadderRung& each : say.in.snapshot.get<results::Ladder>()->rungs)
        if (name == each.name) {
            const Oracle& truth = truthOfRung(each.scenario);
            if (n > 0)
                say.number(n, truth.ratio(1, truth.depth(), Average::normOfMean), "the ratio of " + name);
            else
                say.holds(truth.learnsNothing(truth.depth()), "the last layer learns");
        }
}

/// "%1: %2" and "%1, %2" put sentences together; of the ladder they hold a number.
void joined(Statement& say)
{
    if (say.place.figure == "ladder" && say.message.arguments.size() == 2 && !say.nested(1).empty()
        && say.nested(2).empty())
        rung(say, 2);
}

constexpr Row kRows[] = {
    {"%1: %2", joined},
    {"The only layer has bias speed ‖∂C/∂b₁‖ = %1.", [](Statement& say) { onlyLayer(say, 1); }},
    {"The only layer has bias speed %1 = %2.",
        [](Statement& say) {
            say.isText(1, symbolOfSpeed(say, 1), "the symbol");
            onlyLayer(say, 2);
        }},
    {"%1 = %2 and %3 = 0: the biases of the last layer do not learn.",
        [](Statement& say) {
            say.isText(1, symbolOfSpeed(say, 1), "the symbol");
            say.isText(3, symbolOfSpeed(say, say.depth()), "the symbol");
            if (say.truth().speed(1, averageOf(say)).sure())
                say.number(2, say.truth().speed(1, averageOf(say)), "the speed of layer 1");
            say.holds(say.truth().learnsNothing(say.depth()) || !say.truth().speed(say.depth(), averageOf(say)).sure(),
                "the last layer learns");
        }},
    {"%1 = 0 and %2 = %3: the biases of layer 1 do not learn.",
        [](Statement& say) {
            say.isText(1, symbolOfSpeed(say, 1), "the symbol");
            say.isText(2, symbolOfSpeed(say, say.depth()), "the symbol");
            say.number(3, say.truth().speed(say.depth(), averageOf(say)), "the speed of the last layer");
            say.holds(say.truth().biasLearnsNothing(1) || !say.truth().speed(1, averageOf(say)).sure(), "they learn");
        }},
    {"%1 = %2 and %3 = %4: layer 1 learns %5.",
        [](Statement& say) {
            say.isText(1, symbolOfSpeed(say, 1), "the symbol");
            say.isText(3, symbolOfSpeed(say, say.depth()), "the symbol");
            say.number(2, say.truth().speed(1, averageOf(say)), "the speed of layer 1");
            say.number(4, say.truth().speed(say.depth(), averageOf(say)), "the speed of the last layer");
            say.pace(5, say.truth().ratio(1, say.depth(), averageOf(say)), say.depth(), "the ratio");
        }},
    {"%1 is exactly 0 in %2: marked 0.", exactZeros},
    {"%1 is larger than any number that can be drawn in %2 (its exponent has 19 digits): marked ↑.",
        [](Statement& say) { beyond(say, true); }},
    {"%1 is smaller than any number that can be drawn in %2 (its exponent has 19 digits): marked ↓.",
        [](Statement& say) { beyond(say, false); }},
    {"At depth %1 the last layer does not learn: its speed is 0.",
        [](Statement& say) {
            if (deepest(say).depth == say.depth())
                say.holds(say.truth().learnsNothing(say.depth()), "it learns");
        }},
    {"At depth %1 layer 1 learns %2.", ratioAtDepth},
    {"At depth %1 layer 1 does not learn: its speed is 0.",
        [](Statement& say) {
            if (deepest(say).depth == say.depth())
                say.holds(
                    say.truth().biasLearnsNothing(1) || !say.truth().speed(1, averageOf(say)).sure(), "it learns");
        }},
    {"With many neurons a factor is a matrix; what is drawn is its effect on ‖δ‖ (rms): %1 per layer in the geometric "
     "mean, %2 at least and %3 at most.",
        steps},
    {"With many neurons a factor is a matrix; what is drawn is its effect on ‖δ‖. Nothing reaches layer 1.",
        [](Statement& say) { say.holds(say.truth().isDead(1), "something does"); }},
    {"With many neurons the product is one of matrices; what is drawn is its effect on ‖δ‖ (rms): that of layer 1 is "
     "%1 times that of layer %2.",
        [](Statement& say) {
            say.isWhole(2, say.depth(), "the last layer");
            say.number(1, say.truth().ratio(1, say.depth(), Average::rms), "the ratio");
            say.holds(!say.truth().isDead(say.depth()), "0 of 0 is no ratio");
        }},
    {"The last layer does not learn: there is nothing to compare layer 1 with.",
        [](Statement& say) { say.holds(say.truth().isDead(say.depth()), "it learns"); }},
    {"Speed of layer 1 relative to layer %1: %2.",
        [](Statement& say) { say.isWhole(1, say.depth(), "the last layer"); }},
    {"One layer has no way back on which a gradient could vanish: %1.",
        [](Statement& say) { say.holds(say.depth() == 1, "there are more"); }},
    {"One layer: there is no step from one to the next.",
        [](Statement& say) { say.holds(say.depth() == 1, "there are more"); }},
    {"A single layer has no other to be balanced with.",
        [](Statement& say) { say.holds(say.depth() == 1, "there are more"); }},
    {"Nothing here is random: the initial weights and the inputs are the same for every seed, so chance plays no part "
     "in the balance.",
        [](Statement& say) {
            const std::string &rule = say.scenario().initializer, &data = say.scenario().data;
            say.holds(rule == "constant" || rule == "balanced", "the initialization is");
            say.holds(data != "gaussian" && data != "uniform" && data != "circles" && data != "spirals"
                    && data != "gaussians",
                "the inputs are");
        }},
    {"Of %1 networks of depth %2, %3 % learn within a factor of 2 and %4 % within a factor of 10 in all layers.",
        [](Statement& say) {
            say.isWhole(1, say.in.question().seeds, "the number of seeds");
            say.isWhole(2, say.depth(), "the depth");
            say.holds(say.shown(3) <= say.shown(4), "more within 2 than within 10");
            if (say.place.outer && say.place.outer->arguments.size() == 2) {
                const auto* median = std::get_if<Real>(&say.place.outer->arguments[1].value);
                say.holds(!median || median->value <= 10 || say.shown(4) <= 50,
                    "more than half within 10 of a median beyond it");
                say.holds(!median || median->value >= 2 || say.shown(3) >= 50 - 100.0 / say.in.question().seeds,
                    "less than half within 2 of a median below it");
            }
        }},
    {"%1 In half of them the fastest layer learns at least %2 times as fast as the slowest.",
        [](Statement& say) { say.holds(say.shown(2) >= 1, "the fastest is slower"); }},
    {"No spectrum under batch normalization: there the examples depend on one another, and a layer has no Jacobian for "
     "a single example.",
        [](Statement& say) { say.holds(say.scenario().normalization == "batch", "there is none"); }},
    {"No spectrum under dropout: every example and every step has a network, and a Jacobian, of its own.",
        [](Statement& say) { say.holds(say.scenario().dropout > 0, "there is none"); }},
    {"%1: nothing learns", [](Statement& say) { rung(say, 0); }},
    {"%1: 5–95 % of %2 seeds", [](Statement& say) { say.isWhole(2, say.in.question().seeds, "the seeds"); }},
};

} // namespace

std::span<const Row> speedRows()
{
    return kRows;
}

} // namespace deltascope::sentences
