// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/side_by_side.h"

#include "base/registry.h"
#include "window/views/figure_view.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>

#include <algorithm>

namespace deltascope::views {

namespace {

constexpr int kLeastRow = 12; // lines of text that a figure keeps; more figures than fit are scrolled to

} // namespace

SideBySide::SideBySide(
    workspace::Workspace& present, const model::Document& other, const QString& name, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_present(present)
    , m_other(std::make_unique<workspace::Workspace>())
    , m_otherName(name)
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
    , m_presentTitle(new QLabel(this))
    , m_otherTitle(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("side_by_side"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3, 3, 3, 3);
    column->setSpacing(3);
    auto* titles = new QHBoxLayout;
    for (QLabel* title : {m_presentTitle, m_otherTitle}) {
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        title->setTextFormat(Qt::PlainText);
        title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        titles->addWidget(title, 1);
    }
    column->addLayout(titles);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_content);
    column->addWidget(area, 1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(3);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_other->setPreferences(present.preferences());
    m_other->setDataFolder(present.dataFolder());
    model::Document shown = other;
    shown.preferences.reset(); // those of the window
    m_other->show(shown);
    follow();
    showFigures();
    retranslate();
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QWidget::close);
    const QSize room = screen() ? screen()->availableSize() : QSize(1200, 800);
    resize(QSize(1300, 900).boundedTo(room * 0.94));
}

SideBySide::~SideBySide()
{
    delete m_content; // all figures, before the workspace that they show
}

/// What is asked of the present scenario and how it is looked at is asked of the other, too.
void SideBySide::follow()
{
    using workspace::Workspace;
    connect(
        &m_present, &Workspace::preferencesChanged, this, [this] { m_other->setPreferences(m_present.preferences()); });
    connect(&m_present, &Workspace::viewChanged, this, &SideBySide::showFigures);
    connect(&m_present, &Workspace::questionChanged, this,
        [this] { m_other->selectLayer(std::min(m_present.question().layer, m_other->scenario().depth)); });
    connect(&m_present, &Workspace::hoveredLayerChanged, m_other.get(), &Workspace::setHoveredLayer);
    connect(&m_present.training(), &workspace::TrainingControl::progressed, this, [this] {
        if (const std::int64_t step = m_present.training().step(); step != m_other->training().step())
            m_other->training().runTo(step);
    });
}

void SideBySide::showFigures()
{
    model::ViewState view = m_present.view();
    view.walk = {};
    m_other->setView(view);
    std::vector<const figures::FigureKind*> kinds;
    for (const std::string& id : view.figures)
        if (const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id))
            kinds.push_back(kind);
    while (m_pairs.size() > kinds.size()) {
        m_pairs.back().present->deleteLater();
        m_pairs.back().other->deleteLater();
        m_pairs.pop_back();
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < m_pairs.size()) {
            m_pairs[i].present->setKind(*kinds[i]);
            m_pairs[i].other->setKind(*kinds[i]);
            continue;
        }
        const Pair pair{
            new FigureView(m_present, *kinds[i], m_content), new FigureView(*m_other, *kinds[i], m_content)};
        m_pairs.push_back(pair);
        pair.present->alignWith(*pair.other);
        pair.other->alignWith(*pair.present);
        for (FigureView* each : {pair.present, pair.other}) {
            each->setBeside();
            each->setMinimumHeight(kLeastRow * fontMetrics().lineSpacing());
        }
        m_grid->addWidget(pair.present, row, 0);
        m_grid->addWidget(pair.other, row, 1);
        pair.present->show();
        pair.other->show();
    }
}

void SideBySide::refreshNow()
{
    for (int pass = 0; pass < 3; ++pass) // the axes of one follow those of the other
        for (const Pair& pair : m_pairs) {
            pair.present->refreshNow();
            pair.other->refreshNow();
        }
}

void SideBySide::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SideBySide::retranslate()
{
    m_presentTitle->setText(tr("Present scenario"));
    m_otherTitle->setText(m_otherName);
    setWindowTitle(tr("Present scenario beside %1 – Deltascope").arg(m_otherName));
}

} // namespace deltascope::views

#include "moc_side_by_side.cpp"
