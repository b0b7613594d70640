// SPDX-License-Identifier: GPL-3.0-or-later
// The formula panel: the chapter's product with the present numbers in it.
#include "render/fonts.h"
#include "text/language.h"
#include "window/panels/panel_area.h"
#include "window/panels/panel_kind.h"
#include "window/widgets/formula_text.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextOption>
#include <QUrl>

namespace deltascope::panels {

namespace {

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto blend = [share](float left, float right) { return left + (right - left) * float(share); };
    return QColor::fromRgbF(
        blend(one.redF(), other.redF()), blend(one.greenF(), other.greenF()), blend(one.blueF(), other.blueF()));
}

class FormulaPanel : public PanelArea {
    Q_DECLARE_TR_FUNCTIONS(FormulaPanel)
public:
    FormulaPanel(workspace::Workspace& workspace, QWidget* parent);

protected:
    void showState() override;
    void retranslate() override;
    void hideEvent(QHideEvent* event) override;

private:
    widgets::FormulaColours colours() const;
    void select(int layer);

    QTextBrowser* m_formula; // lays out once where a label does it several times: a drag stays fluid
    QString m_html;
};

FormulaPanel::FormulaPanel(workspace::Workspace& workspace, QWidget* parent)
    : PanelArea(workspace, parent)
    , m_formula(new QTextBrowser)
{
    m_formula->setOpenLinks(false);
    m_formula->setUndoRedoEnabled(false);
    m_formula->setWordWrapMode(QTextOption::WordWrap); // a number is never broken
    m_formula->setFrameShape(QFrame::NoFrame);
    m_formula->viewport()->setAutoFillBackground(false);
    m_formula->document()->setDocumentMargin(10);
    m_formula->setObjectName(QStringLiteral("formula"));
    setContent(m_formula);
    connect(m_formula, &QTextBrowser::highlighted, this,
        [this](const QUrl& address) { this->workspace().setHoveredLayer(address.toString().toInt()); });
    connect(m_formula, &QTextBrowser::anchorClicked, this,
        [this](const QUrl& address) { select(address.toString().toInt()); });
}

void FormulaPanel::select(int layer)
{
    workspace().selectLayer(workspace().question().layer == layer ? 0 : layer);
}

widgets::FormulaColours FormulaPanel::colours() const
{
    const QPalette& now = palette();
    const QColor text = now.color(QPalette::WindowText), ground = now.color(QPalette::Window);
    return {text, mixed(text, ground, 0.35), mixed(ground, now.color(QPalette::Highlight), 0.3), text};
}

void FormulaPanel::showState()
{
    QFont font(render::figureFontFamily()); // has every sign of the formula
    font.setPointSizeF(this->font().pointSizeF() * 1.1);
    if (m_formula->font() != font)
        m_formula->setFont(font);
    const results::Snapshot& snapshot = workspace().snapshotFor(results::needs<evaluation::Evaluation>());
    const workspace::ShownState standing = workspace().shownState(results::needs<evaluation::Evaluation>());
    const int selected = workspace().question().layer;
    const QString why = standing.grey ? text::toText(standing.why) : QString();
    const QString html = standing.grey
        ? QStringLiteral("<p style=\"color:%1\">%2</p>").arg(colours().subdued.name(), why.toHtmlEscaped())
        : widgets::formulaHtml(snapshot, selected, colours());
    if (html == m_html)
        return;
    m_html = html;
    const int scrolled = m_formula->verticalScrollBar()->value();
    m_formula->setHtml(html);
    m_formula->verticalScrollBar()->setValue(scrolled);
    m_formula->setAccessibleDescription(standing.grey ? why : widgets::selectedTerm(snapshot, selected));
}

void FormulaPanel::retranslate()
{
    m_formula->setAccessibleName(tr("The gradient of layer 1 as a product"));
    m_formula->setToolTip(tr("Click a term to select its layer."));
}

void FormulaPanel::hideEvent(QHideEvent* event)
{
    workspace().setHoveredLayer(0);
    PanelArea::hideEvent(event);
}

} // namespace

extern const PanelKind formula;
const PanelKind formula{
    .id = "formula",
    .name = translatable("core", "Formula"),
    .description = translatable("core",
        "The gradient of layer 1 written out: one term for each layer, with its present number. Click a term to select "
        "its layer; pointing at a term marks its layer in every figure."),
    .rank = 1,
    .area = Qt::RightDockWidgetArea,
    .create = [](workspace::Workspace& workspace, QWidget* parent) -> QWidget* {
        return new FormulaPanel(workspace, parent);
    },
};

} // namespace deltascope::panels
