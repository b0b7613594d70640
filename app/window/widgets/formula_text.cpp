// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/formula_text.h"

#include "figures/parts/figure_sentences.h"
#include "network/activations/activation.h"
#include "network/structure.h"
#include "text/language.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace deltascope::widgets {

namespace {

constexpr int kMostWritten = 7; // terms; more are left out in the middle

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString shown(const Argument& argument)
{
    return text::toText(Message{"%1", {argument}});
}

QString shown(numerics::Scaled value)
{
    return shown(diagnosis::number(value));
}

QString slope(const results::Snapshot& snapshot, int layer)
{
    return text(diagnosis::symbolOf(snapshot.scenario, layer)) + QStringLiteral("′\u2060(")
        + text(diagnosis::indexed("z", layer)) + QStringLiteral(")");
}

/// σ′(z₁), w₂σ′(z₂), (w₂σ′(z₂) + α): what layer `layer` puts into the product.
QString term(const results::Snapshot& snapshot, int layer)
{
    if (layer == 1)
        return slope(snapshot, 1);
    if (network::mixesIn(snapshot.scenario, layer))
        return text("∂" + diagnosis::indexed("a", layer) + "/∂" + diagnosis::indexed("a", layer - 1));
    const QString product = text(diagnosis::indexed("w", layer)) + slope(snapshot, layer);
    return network::identityOf(snapshot.scenario, layer) == 0 ? product : QStringLiteral("(%1 + α)").arg(product);
}

numerics::Scaled termValue(const evaluation::Evaluation& evaluation, int layer)
{
    const evaluation::LayerEvaluation& values = evaluation.layer(layer);
    return layer == 1 ? values.slope : values.factor;
}

/// A negative number in a product stands in brackets.
QString bracketed(const QString& number)
{
    return number.startsWith(QChar(0x2212)) ? QStringLiteral("(%1)").arg(number) : number;
}

/// "100 × 0.25 = 25", and for the first layer, whose weight is not in the product, "0.25".
QString expanded(const results::Snapshot& snapshot, int layer)
{
    const evaluation::LayerEvaluation& values = snapshot.get<evaluation::Evaluation>()->layer(layer);
    const QString derivative = shown(values.slope);
    if (layer == 1)
        return derivative;
    const double identity = network::identityOf(snapshot.scenario, layer);
    if (!values.paths.empty()) {
        QStringList terms;
        for (const numerics::Scaled& path : values.paths)
            terms.push_back(bracketed(shown(path)));
        if (identity != 0)
            terms.push_back(bracketed(shown(diagnosis::number(identity))));
        return QStringLiteral("%1 =\u00a0%2").arg(terms.join(QStringLiteral(" +\u00a0")), shown(values.factor));
    }
    const QString added =
        identity == 0 ? QString() : QStringLiteral(" +\u00a0") + bracketed(shown(diagnosis::number(identity)));
    return QStringLiteral("%1 ×\u00a0%2%3 =\u00a0%4")
        .arg(bracketed(shown(diagnosis::number(values.weight))), bracketed(derivative), added, shown(values.factor));
}

/// The rich text under construction.
class Sheet {
public:
    Sheet(const results::Snapshot& snapshot, int selected, const FormulaColours& colours)
        : m_snapshot(snapshot)
        , m_selected(selected)
        , m_colours(colours)
    {
    }

    QString chain();
    QString wide();
    QString chainStrip() const;
    QString wideStrip() const;

private:
    const evaluation::Evaluation& evaluation() const { return *m_snapshot.get<evaluation::Evaluation>(); }
    int depth() const { return evaluation().depth(); }
    QString link(int layer, const QString& inside) const;
    QString matrixTerm(int layer) const;
    QString product(const QString& left, const QStringList& factors) const;
    void row(int layer, const QString& left, const QString& right);
    numerics::Scaled between(int after, int before) const; ///< what is left out
    void elidedRow(int after, int before);
    void wideRow(int layer);
    QString table() const;
    QString whose() const;
    QString whoseWords() const;

    const results::Snapshot& m_snapshot;
    int m_selected;
    const FormulaColours& m_colours;
    QString m_rows;
};

QString Sheet::link(int layer, const QString& inside) const
{
    const bool selected = layer == m_selected;
    const QString style = selected ? QStringLiteral("background-color:%1;color:%2;")
                                         .arg(m_colours.highlight.name(), m_colours.highlightedText.name())
                                   : QStringLiteral("color:%1;").arg(m_colours.text.name());
    return QStringLiteral("<a href=\"%1\" style=\"text-decoration:none;%2\">%3</a>")
        .arg(QString::number(layer), style, inside);
}

QString Sheet::product(const QString& left, const QStringList& factors) const
{
    return QStringLiteral("<p style=\"margin:0 0 6px 0\">%1&nbsp;=&nbsp;%2</p>")
        .arg(left, factors.join(QStringLiteral("&nbsp;· ")));
}

void Sheet::row(int layer, const QString& left, const QString& right)
{
    const bool selected = layer != 0 && layer == m_selected;
    const QString cell = selected ? QStringLiteral(" bgcolor=\"%1\"").arg(m_colours.highlight.name()) : QString();
    const auto linked = [&](const QString& inside) { return layer == 0 ? inside : link(layer, inside); };
    m_rows += QStringLiteral("<tr><td%1>%2</td><td%1>%3</td></tr>")
                  .arg(cell, linked(left), linked(QStringLiteral("=&nbsp;") + right));
}

numerics::Scaled Sheet::between(int after, int before) const
{
    numerics::Scaled rest = numerics::Scaled::from(1);
    for (int layer = after + 1; layer < before; ++layer)
        rest = rest * termValue(evaluation(), layer);
    return rest;
}

void Sheet::elidedRow(int after, int before)
{
    const numerics::Scaled rest = between(after, before);
    QString words = QCoreApplication::translate("formula", "⋮ %1 more").arg(before - after - 1);
    words.replace(QLatin1Char(' '), QChar::Nbsp);
    m_rows += QStringLiteral("<tr><td><span style=\"color:%1\">%2</span></td>"
                             "<td><span style=\"color:%1\">=&nbsp;%3</span></td></tr>")
                  .arg(m_colours.subdued.name(), words, shown(rest));
}

QString Sheet::table() const
{
    return QStringLiteral("<table style=\"margin-top:10px\" cellspacing=\"0\" cellpadding=\"2\">%1</table>")
        .arg(m_rows);
}

QString Sheet::chain()
{
    const std::vector<int> layers = writtenLayers(depth(), m_selected);
    QStringList factors;
    for (const int layer : layers)
        factors += layer == 0 ? QStringLiteral("…") : link(layer, term(m_snapshot, layer));
    const QString last = QStringLiteral("∂C/∂%1").arg(text(diagnosis::indexed("a", depth())));
    const QString first = QStringLiteral("∂C/∂b₁");
    factors += last;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const int layer = layers[i];
        if (layer == 0)
            elidedRow(layers[i - 1], layers[i + 1]);
        else
            row(layer, term(m_snapshot, layer),
                layer == m_selected ? expanded(m_snapshot, layer) : shown(termValue(evaluation(), layer)));
    }
    row(0, last, shown(evaluation().firstOutputGradient));
    row(0, QStringLiteral("<b>%1</b>").arg(first), QStringLiteral("<b>%1</b>").arg(shown(evaluation().layer(1).delta)));
    return product(first, factors) + table() + whose();
}

QString Sheet::whoseWords() const
{
    const QString words = QCoreApplication::translate("formula", "For the first of %1 examples.");
    return QStringLiteral("<span style=\"color:%1\">%2</span>")
        .arg(m_colours.subdued.name(), words.arg(evaluation().examples));
}

/// Of a batch the product holds for each example on its own.
QString Sheet::whose() const
{
    if (evaluation().examples == 1)
        return {};
    return QStringLiteral("<p style=\"margin:6px 0 0 0\">%1</p>").arg(whoseWords());
}

/// Σ′(z¹)(w²)ᵀ: what layer `layer` puts before the error of the next.
QString Sheet::matrixTerm(int layer) const
{
    QString inside = QStringLiteral("Σ′\u2060(z<sup>%1</sup>)").arg(layer);
    if (layer < depth())
        inside += QStringLiteral("\u2060(w<sup>%1</sup>)ᵀ").arg(layer + 1);
    return link(layer, inside);
}

void Sheet::wideRow(int layer)
{
    const evaluation::LayerEvaluation& values = evaluation().layer(layer);
    QString right = shown(values.speed.normOfMean);
    if (layer == m_selected) {
        const QString slopes = text(diagnosis::symbolOf(m_snapshot.scenario, layer))
            + QStringLiteral("′\u2060(z<sup>%1</sup>)").arg(layer);
        const QString least = shown(values.derivative.minimum), most = shown(values.derivative.maximum);
        right += QStringLiteral("<br>")
            + (least == most ? QStringLiteral("%1 = %2").arg(slopes, least)
                             : QCoreApplication::translate("formula", "%1 from %2 to %3").arg(slopes, least, most));
    }
    row(layer, QStringLiteral("‖δ<sup>%1</sup>‖").arg(layer), right);
}

QString Sheet::wide()
{
    const std::vector<int> layers = writtenLayers(depth(), m_selected);
    QStringList factors;
    for (const int layer : layers) {
        factors += layer == 0 ? QStringLiteral("…") : matrixTerm(layer);
        if (layer != 0)
            wideRow(layer);
        else
            m_rows += QStringLiteral("<tr><td>⋮</td><td></td></tr>");
    }
    factors += QStringLiteral("∇<sub>a</sub>C");
    row(0, QStringLiteral("‖∇<sub>a</sub>C‖"), shown(numerics::abs(evaluation().outputGradient)));
    const QString legend = QCoreApplication::translate("formula", "Σ′(z) is the diagonal matrix of the slopes f′(z).");
    return product(QStringLiteral("∂C/∂b<sup>1</sup> = δ<sup>1</sup>"), factors) + table()
        + QStringLiteral("<p style=\"margin:6px 0 0 0;color:%1\">%2</p>").arg(m_colours.subdued.name(), legend);
}

QString unbroken(QString text)
{
    return text.replace(u' ', QStringLiteral("&nbsp;"));
}

QString Sheet::chainStrip() const
{
    const std::vector<int> layers = writtenLayers(depth(), m_selected);
    QStringList factors, numbers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const int layer = layers[i];
        factors += layer == 0 ? QStringLiteral("…") : link(layer, term(m_snapshot, layer));
        const QString number =
            shown(layer == 0 ? between(layers[i - 1], layers[i + 1]) : termValue(evaluation(), layer));
        numbers += layer == 0 ? bracketed(number) : link(layer, bracketed(number));
    }
    factors += QStringLiteral("∂C/∂%1").arg(text(diagnosis::indexed("a", depth())));
    numbers += bracketed(shown(evaluation().firstOutputGradient));
    const QString dot = QStringLiteral("&nbsp;· ");
    QString strip = QStringLiteral("∂C/∂b₁&nbsp;= %1 =&nbsp;%2 =&nbsp;<b>%3</b>")
                        .arg(factors.join(dot), numbers.join(dot), shown(evaluation().layer(1).delta));
    if (const QString own = selectedTerm(m_snapshot, m_selected); m_selected > 1 && !own.isEmpty())
        strip += QStringLiteral(" &nbsp; %1").arg(link(m_selected, unbroken(own)));
    return evaluation().examples == 1 ? strip : strip + QStringLiteral(" &nbsp; ") + whoseWords();
}

QString Sheet::wideStrip() const
{
    QStringList factors, speeds;
    for (const int layer : writtenLayers(depth(), m_selected)) {
        factors += layer == 0 ? QStringLiteral("…") : matrixTerm(layer);
        speeds += layer == 0 ? QStringLiteral("…")
                             : link(layer,
                                 QStringLiteral("‖δ<sup>%1</sup>‖&nbsp;=&nbsp;%2")
                                     .arg(QString::number(layer), shown(evaluation().layer(layer).speed.normOfMean)));
    }
    factors += QStringLiteral("∇<sub>a</sub>C");
    return QStringLiteral("∂C/∂b<sup>1</sup> = δ<sup>1</sup>&nbsp;= %1 &nbsp; %2")
        .arg(factors.join(QStringLiteral("&nbsp;· ")), speeds.join(QStringLiteral(" &nbsp;")));
}

} // namespace

std::vector<int> writtenLayers(int depth, int selected)
{
    std::vector<int> wanted;
    for (int layer = 1; layer <= depth; ++layer)
        if (depth <= kMostWritten || layer <= 3 || layer > depth - 2)
            wanted.push_back(layer);
        else
            layer = depth - 2; // the middle
    if (selected >= 1 && selected <= depth && !std::binary_search(wanted.begin(), wanted.end(), selected))
        wanted.insert(std::upper_bound(wanted.begin(), wanted.end(), selected), selected);
    std::vector<int> written;
    for (const int layer : wanted) {
        if (!written.empty() && layer > written.back() + 1)
            written.push_back(0);
        written.push_back(layer);
    }
    return written;
}

QString formulaHtml(const results::Snapshot& snapshot, int selected, const FormulaColours& colours)
{
    if (!snapshot.get<evaluation::Evaluation>() || snapshot.get<evaluation::Evaluation>()->depth() == 0)
        return {};
    Sheet sheet(snapshot, selected, colours);
    return snapshot.get<evaluation::Evaluation>()->chain ? sheet.chain() : sheet.wide();
}

QString formulaStrip(const results::Snapshot& snapshot, int selected, const FormulaColours& colours)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || evaluation->depth() == 0)
        return {};
    const Sheet sheet(snapshot, selected, colours);
    return evaluation->chain ? sheet.chainStrip() : sheet.wideStrip();
}

QString selectedTerm(const results::Snapshot& snapshot, int selected)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || selected < 1 || selected > evaluation->depth())
        return {};
    if (!evaluation->chain)
        return QStringLiteral("‖%1‖ = %2")
            .arg(text(diagnosis::indexed("δ", selected)), shown(evaluation->layer(selected).speed.normOfMean));
    return QStringLiteral("%1 = %2").arg(term(snapshot, selected), expanded(snapshot, selected));
}

} // namespace deltascope::widgets
