// SPDX-License-Identifier: GPL-3.0-or-later
// The formula panel: the chapter's product with the present numbers in it, a strip; term by term on demand.
#include "render/fonts.h"
#include "text/language.h"
#include "window/panels/panel_area.h"
#include "window/panels/panel_kind.h"
#include "window/widgets/formula_text.h"
#include "workspace/store/scenario_store.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextOption>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <cmath>

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
    void resizeEvent(QResizeEvent* event) override;

private:
    widgets::FormulaColours colours() const;
    void select(int layer);
    void fitHeight();

    QTextBrowser* m_formula; // lays out once where a label does it several times: a drag stays fluid
    QToolButton* m_rows; // each term with its number in a row of its own
    QString m_html;
    int m_fittedWidth = 0;
};

constexpr int kMostLines = 2; // of the strip
constexpr int kMostRows = 14; // of the terms

FormulaPanel::FormulaPanel(workspace::Workspace& workspace, QWidget* parent)
    : PanelArea(workspace, parent)
    , m_formula(new QTextBrowser)
    , m_rows(new QToolButton)
{
    m_formula->setOpenLinks(false);
    m_formula->setUndoRedoEnabled(false);
    m_formula->setWordWrapMode(QTextOption::WordWrap); // a number is never broken
    m_formula->setFrameShape(QFrame::NoFrame);
    m_formula->viewport()->setAutoFillBackground(false);
    m_formula->document()->setDocumentMargin(2);
    m_formula->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formula->setMinimumHeight(1); // it scrolls itself
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formula->setObjectName(QStringLiteral("formula"));
    m_rows->setObjectName(QStringLiteral("formula_rows"));
    m_rows->setCheckable(true);
    m_rows->setAutoRaise(true);
    m_rows->setFocusPolicy(Qt::StrongFocus);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(8, 0, 4, 0);
    row->setSpacing(2);
    row->addWidget(m_formula, 1);
    row->addWidget(m_rows, 0, Qt::AlignTop);
    setContent(content);
    connect(m_rows, &QToolButton::toggled, this, [this] {
        m_fittedWidth = 0;
        this->retranslate();
        refresh();
    });
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
        : m_rows->isChecked() ? widgets::formulaHtml(snapshot, selected, colours())
                              : widgets::formulaStrip(snapshot, selected, colours());
    if (html == m_html)
        return;
    m_html = html;
    const int scrolled = m_formula->verticalScrollBar()->value();
    m_formula->setHtml(html);
    m_formula->verticalScrollBar()->setValue(scrolled);
    fitHeight();
    m_formula->setAccessibleDescription(standing.grey ? why : widgets::selectedTerm(snapshot, selected));
}

/// As high as its lines. It does not shrink while they change, or the figures above it would jump about during a drag.
void FormulaPanel::fitHeight()
{
    const int line = m_formula->fontMetrics().lineSpacing(), button = fontMetrics().lineSpacing() + 4;
    m_rows->setFixedHeight(button);
    const int most = (m_rows->isChecked() ? kMostRows : kMostLines) * line + line / 2;
    const int wanted = std::max(button, static_cast<int>(std::ceil(m_formula->document()->size().height())));
    const int height = std::min(wanted, most);
    const bool kept = width() == m_fittedWidth && workspace().store().inGesture();
    if (const int next = kept ? std::max(height, this->height()) : height; next != this->height())
        setFixedHeight(next);
    m_fittedWidth = width();
}

void FormulaPanel::resizeEvent(QResizeEvent* event)
{
    PanelArea::resizeEvent(event);
    if (width() != m_fittedWidth)
        QMetaObject::invokeMethod(this, &FormulaPanel::fitHeight, Qt::QueuedConnection); // laid out by then
}

void FormulaPanel::retranslate()
{
    m_rows->setArrowType(m_rows->isChecked() ? Qt::DownArrow : Qt::UpArrow);
    m_rows->setToolTip(m_rows->isChecked() ? tr("The formula in one strip") : tr("Each term in a row of its own"));
    m_rows->setAccessibleName(m_rows->toolTip());
    m_rows->setWhatsThis(m_rows->toolTip());
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
    .area = Qt::BottomDockWidgetArea,
    .create = [](workspace::Workspace& workspace, QWidget* parent) -> QWidget* {
        return new FormulaPanel(workspace, parent);
    },
};

} // namespace deltascope::panels
