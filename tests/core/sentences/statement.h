// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence that the program says of one scenario, and what a checker asks of it.
#pragma once

#include "core/sentences/oracle.h"
#include "diagnosis/diagnosis.h"
#include "figures/figure.h"
#include "model/document.h"
#include "results/snapshot.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::sentences {

/// A scenario, what the program found of it, and what is true of it.
struct Case {
    model::Document document;
    results::Snapshot snapshot;
    diagnosis::Diagnosis diagnosis;
    const Oracle* truth = nullptr; ///< of the network that the snapshot shows
    const Oracle* end = nullptr; ///< of that at the end of a training, where one was made
    std::shared_ptr<const network::Network> beforeLast = {}; ///< before its last step

    const model::Scenario& scenario() const { return document.scenario; }
    const model::Question& question() const { return document.question; }
    const model::ViewState& view() const { return document.view; }
};

/// Where a sentence stands.
struct Place {
    std::string_view figure; ///< an id, or "verdict"
    const figures::Figure* whole = nullptr;
    const figures::Element* element = nullptr; ///< whose name or label it is
    const Message* outer = nullptr; ///< that it is an argument of
};

class Statement {
public:
    Statement(const Case& of, const Message& sentence, Place where, std::vector<std::string>& faults)
        : in(of)
        , message(sentence)
        , place(where)
        , m_faults(faults)
    {
    }

    const Case& in;
    const Message& message;
    const Place place;

    const model::Scenario& scenario() const { return in.scenario(); }
    const Oracle& truth() const { return *in.truth; }
    int depth() const { return scenario().depth; }

    int whole(int n) const; ///< argument %n, a whole number
    std::string text(int n) const; ///< verbatim text
    const Message& nested(int n) const;
    double shown(int n) const; ///< as a double; of a size its nearest

    void holds(bool claim, const std::string& otherwise);
    /// %n is this number to the digits that are shown.
    void number(int n, const Value& truth, const std::string& what);
    void number(int n, long double truth, const std::string& what) { number(n, Value{Number(truth), 1e-13L}, what); }
    void isWhole(int n, std::int64_t truth, const std::string& what);
    void isText(int n, const std::string& truth, const std::string& what);
    /// %n tells this ratio of speeds in words: "104 times more slowly than layer 4"; layer 0: with none behind it.
    void pace(int n, const Value& ratio, int layer, const std::string& what);

    /// The figure says in words that its numbers are of the first example or of the mean, or there is one only.
    bool saysWhose() const;
    /// The verdict says that digits are noise.
    bool saysNoise() const;
    /// The verdict says that sizes are beyond what exponents hold.
    bool saysBeyond() const;

private:
    std::vector<std::string>& m_faults;
};

using Checker = void (*)(Statement& say);

/// A sentence as its translation key, and what it claims.
struct Row {
    const char* english;
    Checker check;
};

std::span<const Row> verdictRows();
std::span<const Row> detailRows();
std::span<const Row> speedRows();
std::span<const Row> networkRows();
std::span<const Row> chainRows();
std::span<const Row> intervalRows();
std::span<const Row> spreadRows();
std::span<const Row> formatRows();
std::span<const Row> theoryRows();
std::span<const Row> trainingRows();
std::span<const Row> targetRows();
std::span<const Row> lawRows();
std::span<const Row> walkRows();
std::span<const Row> decisionRows();
/// All of them.
std::vector<Row> allRows();
/// Sentences that claim nothing that could be false of a scenario: titles, names, how to read a drawing.
std::span<const char* const> plainSentences();

/// Every fault of every sentence about this case: the verdict, and these figures.
struct Fault {
    std::string english, said, why;
    std::string_view figure;
};
/// `others`: what is said beside the figures.
std::vector<Fault> faultsOf(
    const Case& in, std::span<const figures::Figure> figures, std::span<const Message> others = {});

/// What contradicts between captions and verdict, and what the verdict leaves unsaid.
std::vector<Fault> contradictions(const Case& in, std::span<const figures::Figure> figures);

/// %n is the largest |f′|, which lies under 5 % of the maximum in every layer.
void saturatedEverywhere(Statement& say, int n);
/// The ratio that "104 times more slowly than layer 4" tells; nothing of other messages.
std::optional<Number> ratioOfPace(const Message& told);
/// "layers 1–3, 5" as numbers.
std::vector<int> layersIn(const Message& named);
std::string symbolOf(const model::Scenario& scenario, int layer); ///< σ or f
std::string sharedSymbol(const model::Scenario& scenario);
std::string subscripted(const std::string& symbol, int number);

} // namespace deltascope::sentences
