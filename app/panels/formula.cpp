// SPDX-License-Identifier: GPL-3.0-or-later
// The formula panel: the chapter's product with the present numbers in it.
#include "controls/formula_text.h"
#include "panels/panel_kind.h"
#include "render/fonts.h"
#include "render/language.h"
#include "workspace.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace deltascope {

namespace {

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto blend = [share](float left, float right) { return left + (right - left) * float(share); };
    return QColor::fromRgbF(
        blend(one.redF(), other.redF()), blend(one.greenF(), other.greenF()), blend(one.blueF(), other.blueF()));
}

class FormulaPanel : public QScrollArea {
    Q_DECLARE_TR_FUNCTIONS(FormulaPanel)
public:
    FormulaPanel(Workspace& workspace, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showFormula();
    FormulaColours colours() const;
    void select(int layer);

    Workspace& m_workspace;
    QLabel* m_formula;
    QString m_html;
};

FormulaPanel::FormulaPanel(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_formula(new QLabel(this))
{
    m_formula->setTextFormat(Qt::RichText);
    m_formula->setWordWrap(true);
    m_formula->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_formula->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_formula->setContentsMargins(10, 8, 10, 8);
    m_formula->setObjectName(QStringLiteral("formula"));
    setWidget(m_formula);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    connect(m_formula, &QLabel::linkHovered, this,
        [this](const QString& address) { m_workspace.setHoveredLayer(address.toInt()); });
    connect(m_formula, &QLabel::linkActivated, this, [this](const QString& address) { select(address.toInt()); });
    connect(&workspace, &Workspace::snapshotChanged, this, [this] { showFormula(); });
    connect(&workspace, &Workspace::viewChanged, this, [this] { showFormula(); });
}

void FormulaPanel::select(int layer)
{
    ViewState view = m_workspace.view();
    view.layer = view.layer == layer ? 0 : layer;
    m_workspace.setView(view);
}

FormulaColours FormulaPanel::colours() const
{
    const QPalette& now = palette();
    const QColor text = now.color(QPalette::WindowText), ground = now.color(QPalette::Window);
    return {text, mixed(text, ground, 0.35), mixed(ground, now.color(QPalette::Highlight), 0.3), text};
}

void FormulaPanel::showFormula()
{
    if (!isVisible())
        return;
    QFont font(figureFontFamily()); // has every sign of the formula
    font.setPointSizeF(this->font().pointSizeF() * 1.1);
    if (m_formula->font() != font)
        m_formula->setFont(font);
    const Snapshot& snapshot = m_workspace.snapshotFor(needs(Need::evaluation));
    const int selected = m_workspace.view().layer;
    const QString html = formulaHtml(snapshot, selected, colours());
    if (html == m_html)
        return;
    m_html = html;
    m_formula->setText(html);
    const QString name = tr("The gradient of layer 1 as a product");
    m_formula->setAccessibleName(name);
    m_formula->setAccessibleDescription(selectedTerm(snapshot, selected));
    m_formula->setToolTip(tr("Click a term to select its layer."));
}

void FormulaPanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::FontChange) {
        m_html.clear();
        if (widget())
            showFormula();
    }
}

void FormulaPanel::showEvent(QShowEvent* event)
{
    m_workspace.require(this, needs(Need::evaluation));
    showFormula();
    QScrollArea::showEvent(event);
}

void FormulaPanel::hideEvent(QHideEvent* event)
{
    m_workspace.setHoveredLayer(0);
    m_workspace.require(this, Needs{});
    QScrollArea::hideEvent(event);
}

} // namespace

namespace panels {

extern const PanelKind formula;
const PanelKind formula{
    .id = "formula",
    .name = translatable("core", "Formula"),
    .description = translatable("core",
        "The gradient of layer 1 written out: one term for each layer, with its present number. Click a term to select "
        "its layer; pointing at a term marks its layer in every figure."),
    .rank = 1,
    .area = Qt::RightDockWidgetArea,
    .create = [](Workspace& workspace, QWidget* parent) -> QWidget* { return new FormulaPanel(workspace, parent); },
};

} // namespace panels

} // namespace deltascope
