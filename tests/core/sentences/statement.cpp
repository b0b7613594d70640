// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences/statement.h"

#include "data/dataset_kind.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/losses/loss.h"
#include "parameters/parameters.h"
#include "training/optimizer.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace deltascope::sentences {
namespace {

struct Shown {
    int sign = 0;
    long double log10 = 0;
    int digits = 4;
};

constexpr int kDigitsOfSizes = 4; // one more than is written

Shown shownOf(const Argument& argument)
{
    if (const auto* whole = std::get_if<std::int64_t>(&argument.value)) {
        const Number number = static_cast<long double>(*whole);
        return {number.sign(), number.log10(), 18};
    }
    if (const auto* real = std::get_if<Real>(&argument.value)) {
        const Number number = static_cast<long double>(real->value);
        return {number.sign(), number.log10(), real->digits};
    }
    if (const auto* size = std::get_if<Magnitude>(&argument.value))
        return {size->sign, size->log10, kDigitsOfSizes};
    return {};
}

std::string written(long double log10, int sign)
{
    if (sign == 0)
        return "0";
    return std::string(sign < 0 ? "-" : "")
        + (std::abs(log10) < 5 ? std::to_string(std::pow(10.0L, log10)) : "10^" + std::to_string(log10));
}

constexpr long double kBeyond = 1.38e18L; // decades: the end of 64-bit exponents

std::string placeholder(int n)
{
    return "%" + std::to_string(n);
}

} // namespace

int Statement::whole(int n) const
{
    const auto* found = n <= static_cast<int>(message.arguments.size())
        ? std::get_if<std::int64_t>(&message.arguments[static_cast<std::size_t>(n - 1)].value)
        : nullptr;
    return found ? static_cast<int>(*found) : -1;
}

std::string Statement::text(int n) const
{
    const auto* found = n <= static_cast<int>(message.arguments.size())
        ? std::get_if<std::string>(&message.arguments[static_cast<std::size_t>(n - 1)].value)
        : nullptr;
    return found ? *found : "";
}

const Message& Statement::nested(int n) const
{
    static const Message none;
    const auto* found = n <= static_cast<int>(message.arguments.size())
        ? std::get_if<Argument::Nested>(&message.arguments[static_cast<std::size_t>(n - 1)].value)
        : nullptr;
    return found ? found->front() : none;
}

double Statement::shown(int n) const
{
    const Shown found = shownOf(message.arguments.at(static_cast<std::size_t>(n - 1)));
    return found.sign == 0 ? 0 : static_cast<double>(found.sign * std::pow(10.0L, found.log10));
}

void Statement::holds(bool claim, const std::string& otherwise)
{
    if (!claim)
        m_faults.push_back(otherwise);
}

void Statement::number(int n, const Value& truth, const std::string& what)
{
    if (n > static_cast<int>(message.arguments.size()))
        return holds(false, placeholder(n) + " is missing");
    const Shown found = shownOf(message.arguments[static_cast<std::size_t>(n - 1)]);
    if (!truth.sure()) // a number that nobody can know: 0 is what it is but for rounding
        return holds(found.sign == 0 || saysNoise(),
            what + " is told as " + written(found.log10, found.sign) + ", but is lost in rounding (about "
                + written(truth.log10(), truth.exact.sign()) + ")");
    if (std::abs(truth.log10()) > kBeyond && !truth.isZero() && found.sign == truth.exact.sign()
        && std::abs(found.log10) > kBeyond && (found.log10 < 0) == (truth.log10() < 0))
        return holds(saysBeyond(), what + " is beyond what is held, and nothing says so");
    const std::string instead =
        what + " is " + written(truth.log10(), truth.exact.sign()) + ", not " + written(found.log10, found.sign);
    if (found.sign == 0 || truth.isZero() || found.sign != truth.exact.sign())
        return holds(found.sign == truth.exact.sign(), instead);
    const long double room = 0.05L * std::pow(10.0L, 1 - std::min(found.digits, 12)) / 2.3L + truth.decades + 1e-10L
        + 4e-15L * std::abs(truth.log10());
    holds(std::abs(found.log10 - truth.log10()) <= room, instead);
}

void Statement::isWhole(int n, std::int64_t truth, const std::string& what)
{
    holds(whole(n) == truth, what + " is " + std::to_string(truth) + ", not " + std::to_string(whole(n)));
}

void Statement::isText(int n, const std::string& truth, const std::string& what)
{
    holds(text(n) == truth, what + " is " + truth + ", not " + text(n));
}

void Statement::pace(int n, const Value& ratio, int layer, const std::string& what)
{
    const Message& told = nested(n);
    Statement inner(in, told, place, m_faults);
    if (layer > 0)
        inner.isWhole(static_cast<int>(told.arguments.size()), layer, "the layer behind it");
    const bool slower = told.english.starts_with("%1 times more slowly");
    if (ratio.isZero() || told.english == "not at all")
        return holds(ratio.isZero() == (told.english == "not at all") || !ratio.sure(),
            what + " is " + written(ratio.log10(), ratio.exact.sign()) + ", not “" + plainText(told) + "”");
    if (slower || told.english.starts_with("%1 times faster"))
        return inner.number(1, slower ? Value{Number(1) / ratio.exact, ratio.decades} : ratio, what);
    const long double room = told.english.starts_with("at practically the same speed") ? 0.0022L : 1e-6L;
    const long double off = ratio.sure() ? ratio.decades : 0;
    holds(told.english.starts_with("at ") && (!ratio.sure() || saysNoise() || std::abs(ratio.log10()) <= room + off),
        what + " is " + written(ratio.log10(), ratio.exact.sign()) + ", not “" + plainText(told) + "”");
}

bool Statement::saysNoise() const
{
    return std::ranges::any_of(
        in.diagnosis.details, [](const Message& each) { return each.english.find("noise") != std::string::npos; });
}

bool Statement::saysBeyond() const
{
    return std::ranges::any_of(in.diagnosis.details,
        [](const Message& each) { return each.english.find("64-bit exponent") != std::string::npos; });
}

bool Statement::saysWhose() const
{
    if (in.snapshot.data && in.snapshot.data->examples() == 1)
        return true;
    if (scenario().data == "constant")
        return true; // all alike
    const auto names = [](const Message& each) { return each.english.find("example") != std::string::npos; };
    return names(message)
        || (place.whole && (names(place.whole->caption) || std::ranges::any_of(place.whole->notes, names)));
}

namespace {

const std::map<std::string, Checker, std::less<>>& checkers()
{
    static const std::map<std::string, Checker, std::less<>> all = [] {
        std::map<std::string, Checker, std::less<>> rows;
        for (const Row& row : allRows())
            rows.emplace(row.english, row.check);
        return rows;
    }();
    return all;
}

/// Of a parameter or a kind: said, never claimed.
bool isName(const std::string& english)
{
    static const std::set<std::string, std::less<>> names = [] {
        std::set<std::string, std::less<>> all;
        for (const auto& row : parameters::scenarioParameters())
            all.emplace(row.label);
        const auto add = [&](auto registry) {
            for (const auto* kind : registry)
                all.emplace(kind->name);
        };
        add(activations::activationsRegistry());
        add(network::initializersRegistry());
        add(losses::lossesRegistry());
        add(data::datasetsRegistry());
        add(training::optimizersRegistry());
        return all;
    }();
    static const std::regex product("\\|?((s·)?w(σ|f)′( \\+ α)?|∂aˡ/∂aˡ⁻¹)( < 0| > 0|\\|)"); // "wσ′ + α < 0"
    return names.contains(english) || std::regex_match(english, product);
}

class Collector {
public:
    Collector(const Case& in, std::vector<Fault>& faults)
        : m_case(in)
        , m_faults(faults)
    {
    }

    void add(const Message& message, const Place& place)
    {
        if (message.english.empty())
            return;
        std::vector<std::string> found;
        static const std::set<std::string, std::less<>> plain(plainSentences().begin(), plainSentences().end());
        if (const auto row = checkers().find(message.english); row != checkers().end()) {
            Statement say(m_case, message, place, found);
            row->second(say);
        } else if (!plain.contains(message.english) && !isName(message.english)) {
            found.emplace_back("no checker for this sentence: give it a row in sentences/*_rows.cpp");
        }
        checkArguments(message, found);
        for (std::string& why : found)
            m_faults.push_back({message.english, plainText(message), std::move(why), place.figure});
        Place inner = place;
        inner.outer = &message;
        for (const Argument& argument : message.arguments)
            if (const auto* nested = std::get_if<Argument::Nested>(&argument.value))
                add(nested->front(), inner);
    }

    void add(const figures::Element& element, Place place)
    {
        place.element = &element;
        std::visit([&](const auto& each) { parts(each, place); }, element);
    }

private:
    /// Numbers that are none, and "1 layers".
    static void checkArguments(const Message& message, std::vector<std::string>& found)
    {
        for (std::size_t n = 0; n < message.arguments.size(); ++n) {
            const auto& value = message.arguments[n].value;
            const auto* real = std::get_if<Real>(&value);
            const auto* size = std::get_if<Magnitude>(&value);
            if ((real && !std::isfinite(real->value)) || (size && !std::isfinite(size->log10)))
                found.push_back(placeholder(static_cast<int>(n + 1)) + " is no finite number");
            const auto* whole = std::get_if<std::int64_t>(&value);
            const std::string mark = placeholder(static_cast<int>(n + 1)) + " ";
            const std::size_t at = message.english.find(mark);
            if (!whole || *whole != 1 || at == std::string::npos)
                continue;
            if (message.english.substr(0, at).ends_with("ayer ")) // "layer 1 learns": its number, no count
                continue;
            const std::size_t word = at + mark.size();
            const std::size_t end =
                std::min(message.english.find_first_not_of("abcdefghijklmnopqrstuvwxyz", word), message.english.size());
            const std::string next = message.english.substr(word, end - word);
            if (next.size() > 3 && next.ends_with("s") && next != "times" && next != "does")
                found.push_back("1 " + next);
        }
    }

    template <class Type>
    void parts(const Type& element, const Place& place)
    {
        if constexpr (requires { element.name; })
            add(element.name, place);
        if constexpr (requires { element.labels; })
            for (const Message& label : element.labels)
                add(label, place);
        if constexpr (requires { element.text; })
            add(element.text, place);
    }
    void parts(const figures::Graph& graph, const Place& place)
    {
        add(graph.sizeName, place);
        add(graph.colourName, place);
        for (const figures::Node& node : graph.nodes) {
            add(node.label, place);
            add(node.readout, place);
            add(node.slope, place);
        }
        for (const figures::Edge& edge : graph.edges)
            add(edge.label, place);
    }

    const Case& m_case;
    std::vector<Fault>& m_faults;
};

} // namespace

std::vector<Fault> faultsOf(const Case& in, std::span<const figures::Figure> figures, std::span<const Message> others)
{
    std::vector<Fault> faults;
    Collector collector(in, faults);
    collector.add(in.diagnosis.headline, {"verdict"});
    for (const Message& detail : in.diagnosis.details)
        collector.add(detail, {"verdict"});
    for (const Message& other : others)
        collector.add(other, {"verdict"});
    for (const figures::Figure& figure : figures) {
        const Place place{figure.id, &figure};
        collector.add(figure.title, place);
        collector.add(figure.caption, place);
        for (const Message& note : figure.notes)
            collector.add(note, place);
        for (const figures::Panel& panel : figure.panels) {
            for (const Message* each : {&panel.title, &panel.x.title, &panel.y.title})
                collector.add(*each, place);
            for (const figures::Element& element : panel.elements)
                collector.add(element, place);
        }
    }
    return faults;
}

std::vector<Row> allRows()
{
    std::vector<Row> all;
    for (const auto& table :
        {verdictRows(), detailRows(), speedRows(), networkRows(), chainRows(), intervalRows(), spreadRows(),
            formatRows(), theoryRows(), trainingRows(), targetRows(), lawRows(), walkRows(), decisionRows()})
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

std::optional<Number> ratioOfPace(const Message& told)
{
    if (told.english.starts_with("at ") && told.english.find("the same speed") != std::string::npos)
        return Number(1);
    const bool slower = told.english.starts_with("%1 times more slowly");
    if (!slower && !told.english.starts_with("%1 times faster"))
        return std::nullopt;
    const Shown found = shownOf(told.arguments.at(0));
    const long double decades = slower ? -found.log10 : found.log10, whole = std::floor(decades);
    return Number(std::pow(10.0L, decades - whole)) * exp(Number(whole * 2.302585092994045684L));
}

std::vector<int> layersIn(const Message& named)
{
    std::vector<int> layers;
    if (named.english == "layer %1") {
        layers.push_back(static_cast<int>(std::get<std::int64_t>(named.arguments[0].value)));
    } else if (named.english == "layers %1") {
        const std::string& text = std::get<std::string>(named.arguments[0].value);
        for (std::size_t at = 0; at < text.size();) {
            std::size_t used = 0;
            int first = std::stoi(text.substr(at), &used);
            at += used;
            int last = first;
            if (text.compare(at, 3, "–") == 0) {
                last = std::stoi(text.substr(at + 3), &used);
                at += 3 + used;
            }
            for (; first <= last; ++first)
                layers.push_back(first);
            at += at < text.size() ? 2 : 0; // ", "
        }
    }
    return layers;
}

std::string symbolOf(const model::Scenario& scenario, int layer)
{
    return activationOf(scenario, layer) == "sigmoid" ? "σ" : "f";
}

std::string sharedSymbol(const model::Scenario& scenario)
{
    bool shared = true;
    for (int layer = 1; layer < scenario.depth; ++layer)
        shared = shared && activationOf(scenario, layer) == activationOf(scenario, scenario.depth);
    return shared ? symbolOf(scenario, scenario.depth) : "f";
}

std::string subscripted(const std::string& symbol, int number)
{
    static constexpr const char* kDigits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    std::string text = symbol;
    for (const char digit : std::to_string(number))
        text += kDigits[digit - '0'];
    return text;
}

} // namespace deltascope::sentences
