// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/python_text.h"

#include "base/registry.h"
#include "documents/parameter_json.h"
#include "network/losses/loss.h"
#include "network/operation.h"
#include "reading/json.h"
#include "reports/network_format.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <span>
#include <string_view>

namespace deltascope::reports {

namespace {

using operations::Operation;

/// Names that NumPy and PyTorch have alike; erf is none of NumPy's.
constexpr std::string_view kSharedNames[] = {"amax", "arctan", "exp", "log", "logaddexp", "pi", "tanh", "where"};

bool isNative(const Operation& kind)
{
    return kind.parameters != Operation::Parameters::none || kind.activates;
}

bool uses(std::string_view text, std::string_view name)
{
    const auto isLetter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || (!isLetter(text[at - 1]) && text[at - 1] != '.'))
            && (end == text.size() || !isLetter(text[end])))
            return true;
    }
    return false;
}

std::string replaced(std::string text, const std::string& word, const std::string& by)
{
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size()))
        text.replace(at, word.size(), by);
    return text;
}

/// {KEY} of a parameter becomes its value.
std::string withValues(std::string_view expression, const model::Scenario& scenario)
{
    std::string text(expression);
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{')) {
        const std::size_t close = text.find('}', open);
        const auto* row = parameters::findScenarioParameter(text.substr(open + 1, close - open - 1));
        text.replace(
            open, close - open + 1, row ? documents::typedText(parameters::valueOf(scenario, *row)) : std::string());
    }
    return text;
}

std::string indented(std::string_view lines, const std::string& by)
{
    std::string text;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        text += by + std::string(line) + "\n";
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    }
    return text;
}

class PythonWriter {
public:
    PythonWriter(const NetworkExport& made, PythonLibrary library, std::string numbers, bool notebook)
        : m_made(made)
        , m_network(*made.network)
        , m_loss(*findKind(losses::lossesRegistry(), made.scenario.loss))
        , m_torch(library == PythonLibrary::pytorch)
        , m_numbers(std::move(numbers))
        , m_notebook(notebook)
    {
    }

    std::vector<std::string> pieces() const
    {
        std::vector<std::string> pieces{functions(), forward()};
        if (!m_torch)
            pieces.push_back(backward());
        pieces.push_back(printing());
        std::string all;
        for (const std::string& piece : pieces)
            all += piece;
        pieces.insert(pieces.begin(), beginning(all));
        return pieces;
    }

private:
    std::string beginning(const std::string& code) const
    {
        const std::string library = m_torch ? "torch" : "numpy";
        std::string names;
        for (const std::string_view name : kSharedNames)
            if (uses(code, name))
                names += (names.empty() ? "" : ", ") + std::string(name);
        std::string text = "import numpy as np\n";
        if (m_torch)
            text += "import torch\n";
        if (uses(code, "erf"))
            text += m_torch ? "from torch import erf\n" : "from math import erf as erf_of\n";
        if (!names.empty())
            text += "from " + library + " import " + names + "\n";
        if (!m_notebook)
            text += "from pathlib import Path\n";
        const std::string path = m_notebook ? reading::jsonString(m_numbers)
                                            : "Path(__file__).with_name(" + reading::jsonString(m_numbers) + ")";
        text += "\nstored = np.load(" + path + ")  # w and b of every layer, and the examples\n";
        text += "L = " + std::to_string(m_network.depth()) + "\n";
        const std::string open = m_torch ? "torch.tensor(" : "", close = m_torch ? ")" : "",
                          learnt = m_torch ? ", requires_grad=True)" : "";
        text += "w = {l: " + open + "stored[f\"W{l}\"]" + learnt + " for l in range(1, L + 1)}\n";
        text += "b = {l: " + open + "stored[f\"b{l}\"][:, None]" + learnt + " for l in range(1, L + 1)}\n";
        text += "inputs, y = " + open + "stored[\"inputs\"].T" + close + ", " + open + "stored[\"targets\"].T" + close
            + "  # one column an example\n";
        text += "n = inputs.shape[1]\n";
        if (uses(code, "erf") && !m_torch)
            text += "erf = np.vectorize(erf_of, otypes=[float])\n";
        return text;
    }

    /// f and f′ of every activation that there is.
    std::string functions() const
    {
        std::string text;
        std::set<std::string_view> done;
        for (int layer = 1; layer <= m_network.depth(); ++layer) {
            const activations::Activation& f = m_network.activation(layer);
            if (!done.insert(f.id).second)
                continue;
            const std::string id(f.id);
            text += std::string(text.empty() ? "" : "\n\n") + "def f_" + id + "(z):\n    return "
                + withValues(f.python, m_made.scenario) + "\n";
            if (!m_torch)
                text += "\n\ndef slope_" + id + "(z):\n" + (uses(f.pythonSlope, "f") ? "    f = f_" + id + "(z)\n" : "")
                    + "    return " + withValues(f.pythonSlope, m_made.scenario) + "\n";
        }
        return text;
    }

    /// What holds of these layers alone.
    static std::string condition(const std::vector<int>& layers)
    {
        if (layers.size() == 1)
            return "l == " + std::to_string(layers.front());
        if (layers.back() - layers.front() + 1 == static_cast<int>(layers.size()))
            return std::to_string(layers.front()) + " <= l <= " + std::to_string(layers.back());
        std::string text;
        for (const int layer : layers)
            text += (text.empty() ? "l in {" : ", ") + std::to_string(layer);
        return text + "}";
    }

    /// What stands in the layers, alike ones once: one body, or one under each condition.
    template <class Body>
    std::string byLayer(const std::string& indent, const Body& body) const
    {
        std::vector<std::pair<std::string, std::vector<int>>> bodies;
        for (int layer = 1; layer <= m_network.depth(); ++layer) {
            std::string own = body(layer);
            const auto known = std::ranges::find(bodies, own, &std::pair<std::string, std::vector<int>>::first);
            if (known == bodies.end())
                bodies.push_back({std::move(own), {layer}});
            else
                known->second.push_back(layer);
        }
        if (bodies.size() == 1)
            return indented(bodies.front().first, indent);
        std::string text;
        for (const auto& [lines, layers] : bodies)
            text += indent + (text.empty() ? "if " : "elif ") + condition(layers) + ":\n"
                + indented(lines, indent + "    ");
        return text;
    }

    std::string keptName(int layer, std::size_t i) const
    {
        return m_network.plan(layer).operations[i].kind->pythonBack.find("kept") == std::string_view::npos
            ? std::string()
            : "kept" + std::to_string(i);
    }

    std::string statement(std::string_view code, int layer, std::size_t i) const
    {
        const network::LayerOperation& each = m_network.plan(layer).operations[i];
        return replaced(
            replaced(std::string(code), "{scale}", reading::jsonNumber(each.scale)), "kept", keptName(layer, i));
    }

    std::string forwardBody(int layer) const
    {
        const network::LayerPlan& plan = m_network.plan(layer);
        std::string text, kept;
        for (std::size_t i = 0; i < plan.operations.size(); ++i) {
            const Operation& kind = *plan.operations[i].kind;
            if (kind.parameters == Operation::Parameters::weights)
                text += m_torch ? "x = w[l] @ x\n" : "taken = x\nx = w[l] @ x\n";
            else if (kind.parameters == Operation::Parameters::biases)
                text += "x = x + b[l]\n";
            else if (kind.activates)
                text += "z = x\nx = f_" + std::string(plan.activation->id) + "(z)\n";
            else
                text += statement(kind.python, layer, i) + "\n";
            if (!keptName(layer, i).empty())
                kept += ", " + keptName(layer, i);
        }
        if (!m_torch)
            text += "kept[l] = taken, z" + kept + "\n";
        return text;
    }

    std::string forward() const
    {
        std::string text = "def forward(a):\n    \"\"\"z and a of the last layer";
        text += m_torch ? ".\"\"\"\n" : "; of every layer what the way back needs.\"\"\"\n    kept = {}\n";
        text += "    for l in range(1, L + 1):\n        x = a\n";
        text += byLayer("        ", [&](int layer) { return forwardBody(layer); });
        text += "        a = x\n";
        return text + (m_torch ? "    return z, a\n" : "    return z, a, kept\n");
    }

    std::string backwardBody(int layer) const
    {
        const network::LayerPlan& plan = m_network.plan(layer);
        std::string behind, before, kept;
        for (std::size_t i = 0; i < plan.operations.size(); ++i)
            if (!keptName(layer, i).empty())
                kept += ", " + keptName(layer, i);
        bool reached = false;
        for (std::size_t i = plan.operations.size(); i-- > 0;) {
            const Operation& kind = *plan.operations[i].kind;
            std::string& text = reached ? before : behind;
            if (kind.activates) {
                behind += "g = g * slope_" + std::string(plan.activation->id) + "(z)\n";
                reached = true;
            } else if (kind.parameters == Operation::Parameters::weights) {
                text += "dw[l] = g @ taken.T / n\ng = w[l].T @ g\n";
            } else if (kind.parameters == Operation::Parameters::none) {
                text += statement(kind.pythonBack, layer, i) + "\n";
            }
        }
        return "taken, z" + kept + " = kept[l]\nif l < L:\n" + indented(behind, "    ")
            + "db[l] = g.sum(1) / n  # g is δ here\n" + before;
    }

    std::string backward() const
    {
        std::string text =
            "def backward(delta, kept):\n    \"\"\"∂C/∂b and ∂C/∂w of every layer, from δ of the last one.\"\"\"\n"
            "    db, dw, g = {}, {}, delta\n    for l in range(L, 0, -1):\n        past = 0\n";
        text += byLayer("        ", [&](int layer) { return backwardBody(layer); });
        return text + "        g = g + past\n    return db, dw\n";
    }

    std::string printing() const
    {
        const std::string slope = "slope = slope_" + std::string(m_network.activation(m_network.depth()).id) + "(z)\n";
        std::string text = m_torch ? "z, a = forward(inputs)\n" : "z, a, kept = forward(inputs)\n";
        text += "cost = " + std::string(m_loss.python) + "\n";
        if (m_torch)
            text += "cost = cost / n\ncost.backward()\n";
        else
            text += (uses(m_loss.pythonDelta, "slope") ? slope : std::string())
                + "delta = " + std::string(m_loss.pythonDelta) + "\ndb, dw = backward(delta, kept)\n";
        text += std::string("print(\"cost\", repr(float(cost") + (m_torch ? "" : " / n") + ")))\n";
        text += "print(\"layer bias_speed weight_speed\")  # ‖∂C/∂b‖ and ‖∂C/∂w‖\nfor l in range(1, L + 1):\n";
        text += m_torch ? "    print(l, repr(float(b[l].grad.norm())), repr(float(w[l].grad.norm())))\n"
                        : "    print(l, repr(float(np.linalg.norm(db[l]))), repr(float(np.linalg.norm(dw[l]))))\n";
        return text;
    }

    const NetworkExport& m_made;
    const network::Network& m_network;
    const losses::Loss& m_loss;
    bool m_torch;
    std::string m_numbers;
    bool m_notebook;
};

/// What stands behind the activation of the last layer is not undone: δ begins at z.
bool endsWithActivation(const network::LayerPlan& plan)
{
    return plan.activate + 1 == plan.operations.size();
}

} // namespace

Message whyNoPython(const model::Scenario& scenario)
{
    if (Message why = weightsAreNotAll(scenario); !why.empty())
        return why;
    const network::NetworkStructure structure = network::structureOf(scenario);
    for (const network::LayerPlan& plan : structure.plans) {
        if (plan.activation->python.empty())
            return {translatable(
                        "core", "Scripts do not have the activation “%1”: only files of numbers hold this network."),
                {Message{plan.activation->name, {}}}};
        for (const network::LayerOperation& each : plan.operations)
            if (!isNative(*each.kind) && (each.kind->python.empty() || each.kind->pythonBack.empty()))
                return {translatable("core",
                            "Scripts have dense layers, residual connections and normalizations, and not what else is "
                            "in these layers (%1): only files of numbers hold this network."),
                    {std::string(each.kind->id)}};
    }
    if (!endsWithActivation(structure.plan(structure.depth())) || !network::tiedLayers(scenario).empty()
        || structure.feeds())
        return {translatable("core",
                    "Scripts have no layers that share their weights: only files of numbers hold this network."),
            {}};
    return {};
}

std::vector<std::string> pythonPieces(
    const NetworkExport& network, PythonLibrary library, const std::string& numbers, bool notebook)
{
    return PythonWriter(network, library, numbers, notebook).pieces();
}

std::string pythonScript(const NetworkExport& network, PythonLibrary library, const std::string& numbers)
{
    std::string text =
        "#!/usr/bin/env python3\n# Written by Deltascope: the cost and the learning speeds of a network.\n";
    bool first = true;
    for (const std::string& piece : pythonPieces(network, library, numbers)) {
        text += (first ? "" : "\n\n") + piece;
        first = false;
    }
    return text;
}

} // namespace deltascope::reports
