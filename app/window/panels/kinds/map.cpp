// SPDX-License-Identifier: GPL-3.0-or-later
// The map panel: what is measured, over what, with how many seeds, read as a sentence; how far it is. Its choices are
// the registry of measures and the table of parameters.
#include "base/registry.h"
#include "maps/checked_map.h"
#include "maps/natural_map.h"
#include "maps/statistic.h"
#include "measures/measure.h"
#include "text/language.h"
#include "window/controls/number_edit.h"
#include "window/panels/map_axis_rows.h"
#include "window/panels/panel_area.h"
#include "window/panels/panel_kind.h"
#include "window/widgets/choice_box.h"
#include "window/widgets/layer_box.h"
#include "workspace/map_requests.h"
#include "workspace/maps/map_control.h"
#include "workspace/maps/shows_map.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace deltascope::panels {

namespace {

constexpr int kProgressParts = 1000;
constexpr int kOfPlane = 65, kOfCurve = 201; // values of an axis, where nobody has said how many

QString idText(std::string_view id)
{
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

bool takes(const measures::MeasureKind* kind, std::string_view argument)
{
    return kind && std::string_view(kind->arguments).find(argument) != std::string_view::npos;
}

/// A row of the form: words, and what they are of.
struct Field {
    QLabel* label;
    QWidget* input;

    void setVisible(bool visible) const
    {
        label->setVisible(visible);
        input->setVisible(visible);
    }
};

class MapPanel : public PanelArea {
    Q_DECLARE_TR_FUNCTIONS(MapPanel)
public:
    MapPanel(workspace::Workspace& workspace, QWidget* parent);

protected:
    void showState() override;
    void retranslate() override;

private:
    Field addField(QGridLayout& grid, QWidget* input, const char* name);
    void buildMeasure(QVBoxLayout& column);
    void buildSeeds(QVBoxLayout& column);
    void buildProgress(QVBoxLayout& column);
    void connectAll();
    void fillLists();
    void load(const model::Map& map);
    void edit();
    void chooseMeasure();
    void chooseParameter(MapAxisRows* rows, const QString& key);
    void showProgress();

    std::optional<model::Map> m_shown; // of the question, as it was last loaded
    model::Map m_draft; // what stands in the fields
    int m_depth = 0;
    QLabel *m_show, *m_problem, *m_left;
    QComboBox *m_measure, *m_key, *m_statistic;
    QSpinBox *m_layer, *m_against, *m_seeds;
    controls::NumberEdit *m_reach, *m_atLeast, *m_atMost;
    MapAxisRows *m_x, *m_y;
    Field m_layerField, m_againstField, m_keyField, m_reachField, m_seedsField, m_statisticField, m_atLeastField,
        m_atMostField;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QString m_draftProblem; // of what no document may have
};

MapPanel::MapPanel(workspace::Workspace& workspace, QWidget* parent)
    : PanelArea(workspace, parent)
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(6);
    buildMeasure(*column);
    m_x = new MapAxisRows(false, content);
    m_y = new MapAxisRows(true, content);
    m_x->setObjectName(QStringLiteral("map_x"));
    m_y->setObjectName(QStringLiteral("map_y"));
    column->addWidget(m_x);
    column->addWidget(m_y);
    buildSeeds(*column);
    m_problem = new QLabel(content);
    m_problem->setObjectName(QStringLiteral("map_problem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    column->addWidget(m_problem);
    buildProgress(*column);
    column->addStretch(1);
    connectAll();
    setContent(content);
}

Field MapPanel::addField(QGridLayout& grid, QWidget* input, const char* name)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(input);
    input->setObjectName(QLatin1String(name));
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(input, row, 1);
    return {label, input};
}

void MapPanel::buildMeasure(QVBoxLayout& column)
{
    m_show = new QLabel;
    m_measure = new widgets::ChoiceBox;
    m_measure->setObjectName(QStringLiteral("map_measure"));
    m_measure->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_measure->setMinimumContentsLength(6);
    m_show->setBuddy(m_measure);
    column.addWidget(m_show);
    column.addWidget(m_measure);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    m_layer = new widgets::LayerBox;
    m_against = new widgets::LayerBox;
    m_key = new widgets::ChoiceBox;
    m_reach = new controls::NumberEdit;
    m_layerField = addField(*grid, m_layer, "map_layer");
    m_againstField = addField(*grid, m_against, "map_against");
    m_keyField = addField(*grid, m_key, "map_key");
    m_reachField = addField(*grid, m_reach, "map_reach");
    column.addLayout(grid);
}

void MapPanel::buildSeeds(QVBoxLayout& column)
{
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    m_seeds = new widgets::LayerBox;
    m_seeds->setRange(1, maps::kMostSeeds);
    m_statistic = new widgets::ChoiceBox;
    for (QComboBox* list : {m_key, m_statistic}) {
        list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        list->setMinimumContentsLength(6);
    }
    m_atLeast = new controls::NumberEdit;
    m_atMost = new controls::NumberEdit;
    m_seedsField = addField(*grid, m_seeds, "map_seeds");
    m_statisticField = addField(*grid, m_statistic, "map_statistic");
    m_atLeastField = addField(*grid, m_atLeast, "map_at_least");
    m_atMostField = addField(*grid, m_atMost, "map_at_most");
    column.addLayout(grid);
}

void MapPanel::buildProgress(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("map_progress"));
    m_progress->setRange(0, kProgressParts);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(12);
    m_stop = new QPushButton;
    m_stop->setObjectName(QStringLiteral("map_stop"));
    m_left = new QLabel;
    m_left->setTextFormat(Qt::PlainText);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    column.addLayout(row);
    column.addWidget(m_left);
}

void MapPanel::connectAll()
{
    connect(m_measure, &QComboBox::activated, this, &MapPanel::chooseMeasure);
    for (QComboBox* list : {m_key, m_statistic})
        connect(list, &QComboBox::activated, this, &MapPanel::edit);
    for (QSpinBox* box : {m_layer, m_against, m_seeds})
        connect(box, &QSpinBox::valueChanged, this, &MapPanel::edit);
    const auto connectNumber = [this](controls::NumberEdit* field, auto put) {
        connect(field, &controls::NumberEdit::entered, this, [this, put](double value) {
            put(m_draft, value);
            edit();
        });
    };
    connectNumber(m_reach, [](model::Map& map, double value) { map.arguments.cost = value; });
    connectNumber(m_atLeast, [](model::Map& map, double value) { map.atLeast = value; });
    connectNumber(m_atMost, [](model::Map& map, double value) { map.atMost = value; });
    for (MapAxisRows* axis : {m_x, m_y}) {
        connect(axis, &MapAxisRows::edited, this, &MapPanel::edit);
        connect(axis, &MapAxisRows::parameterChosen, this,
            [this, axis](const QString& key) { chooseParameter(axis, key); });
    }
    connect(m_stop, &QPushButton::clicked, this, [this] {
        workspace::MapControl& map = workspace().map();
        map.isStopped() ? map.goOn() : map.stop();
    });
}

/// What stands in the fields becomes the map that is asked for, if a document may have it.
void MapPanel::edit()
{
    m_draft.arguments.layer = m_layer->value();
    m_draft.arguments.against = m_against->value();
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), m_draft.measure);
    m_draft.arguments.key = takes(kind, "key") ? m_key->currentData().toString().toStdString() : std::string();
    m_draft.seeds = m_seeds->value();
    m_draft.statistic = m_statistic->currentData().toString().toStdString();
    const bool share = m_draft.statistic == "share";
    if (!share)
        m_draft.atLeast = m_draft.atMost = std::nullopt;
    else if (!m_draft.atLeast && !m_draft.atMost)
        m_draft.atLeast = 1; // balanced or more
    m_draft.x = m_x->axis().value_or(m_draft.x);
    m_draft.y = m_y->axis();
    const std::optional<Error> problem = maps::problemOf(m_draft);
    m_draftProblem = problem ? text::toText(problem->what) : QString();
    if (!problem)
        workspace().setMap(m_draft, tr("Change the map"));
    load(model::Map(m_draft));
    m_shown = workspace().question().map;
    showProgress();
}

void MapPanel::chooseMeasure()
{
    m_draft.measure = m_measure->currentData().toString().toStdString();
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), m_draft.measure);
    if (!takes(kind, "layer"))
        m_layer->setValue(1);
    edit();
}

void MapPanel::chooseParameter(MapAxisRows* rows, const QString& key)
{
    const auto* row = parameters::findScenarioParameter(key.toStdString());
    const bool first = rows == m_x;
    if (!row) {
        m_y->showAxis(std::nullopt);
        if (std::optional<model::MapAxis> x = m_x->axis(); x && x->choices.empty() && x->count == kOfPlane) {
            x->count = kOfCurve;
            m_x->showAxis(x);
        }
        edit();
        return;
    }
    const bool plane = !first || m_y->axis();
    if (std::optional<model::MapAxis> x = m_x->axis(); !first && x && x->choices.empty() && x->count == kOfCurve) {
        x->count = kOfPlane;
        m_x->showAxis(x);
    }
    const std::optional<model::MapAxis> before = rows->axis();
    rows->showAxis(maps::naturalAxis(workspace().scenario(), *row, plane ? kOfPlane : kOfCurve));
    MapAxisRows* other = first ? m_y : m_x;
    if (rows->axis() && other->axis() && rows->axis()->parameter == other->axis()->parameter && before)
        other->showAxis(before); // they change places
    edit();
}

/// Shows a map in the fields, and changes nothing.
void MapPanel::load(const model::Map& map)
{
    m_draft = map;
    const QSignalBlocker measure(m_measure), layer(m_layer), against(m_against), key(m_key), seeds(m_seeds),
        statistic(m_statistic);
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), map.measure);
    m_depth = workspace().scenario().depth;
    m_measure->setCurrentIndex(m_measure->findData(QString::fromStdString(map.measure)));
    m_layer->setRange(1, std::max(m_depth, map.arguments.layer));
    m_layer->setValue(map.arguments.layer);
    m_against->setRange(0, std::max(m_depth, map.arguments.against));
    m_against->setValue(map.arguments.against);
    m_key->setCurrentIndex(m_key->findData(QString::fromStdString(map.arguments.key)));
    m_reach->showValue(map.arguments.cost);
    m_layerField.setVisible(takes(kind, "layer"));
    m_againstField.setVisible(takes(kind, "against"));
    m_keyField.setVisible(takes(kind, "key"));
    m_reachField.setVisible(takes(kind, "reach"));
    m_x->showAxis(map.x);
    m_y->showAxis(map.y);
    m_seeds->setValue(map.seeds);
    m_statistic->setCurrentIndex(m_statistic->findData(QString::fromStdString(map.statistic)));
    m_statisticField.setVisible(map.seeds > 1 || map.statistic != "median");
    const bool share = map.statistic == "share";
    m_atLeastField.setVisible(share);
    m_atMostField.setVisible(share);
    if (map.atLeast)
        m_atLeast->showValue(*map.atLeast);
    if (map.atMost)
        m_atMost->showValue(*map.atMost);
    else
        m_atMost->clear();
    if (!map.atLeast)
        m_atLeast->clear();
}

void MapPanel::showState()
{
    const std::optional<model::Map>& map = workspace().question().map;
    if (map && (map != m_shown || workspace().scenario().depth != m_depth)) {
        if (map != m_shown)
            m_draftProblem.clear();
        load(m_draftProblem.isEmpty() ? *map : model::Map(m_draft));
        m_shown = map;
    }
    showProgress();
}

void MapPanel::showProgress()
{
    const workspace::MapControl& map = workspace().map();
    const QString problem = !m_draftProblem.isEmpty() ? m_draftProblem
        : map.problem()                               ? text::toText(map.problem()->what)
                                                      : QString();
    if (problem != m_problem->text())
        m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const bool runs = map.isRunning(), stopped = map.isStopped();
    m_progress->setVisible(runs || stopped);
    m_stop->setVisible(runs || stopped);
    m_left->setVisible(runs || stopped);
    if (!runs && !stopped)
        return;
    m_progress->setValue(static_cast<int>(kProgressParts * map.share()));
    const QString action = stopped ? tr("Continue") : tr("Stop");
    if (m_stop->text() != action)
        m_stop->setText(action);
    const double seconds = map.secondsLeft();
    const QString share = QLocale().toString(std::floor(100 * map.share()), 'f', 0);
    m_left->setText(seconds < 0
            ? tr("%1 % of the cells").arg(share)
            : tr("%1 % of the cells, %2 s left").arg(share, QLocale().toString(std::ceil(seconds), 'f', 0)));
    m_progress->setAccessibleDescription(m_left->text());
}

void MapPanel::fillLists()
{
    const QSignalBlocker measure(m_measure), key(m_key), statistic(m_statistic);
    m_measure->clear();
    for (const measures::MeasureKind* kind : measures::measuresRegistry())
        if (!takes(kind, "pin")) // the cells of a map have none
            m_measure->addItem(text::toText(kind->name), idText(kind->id));
    m_key->clear();
    for (const auto& row : parameters::scenarioParameters())
        if (parameters::typeOf(row).number)
            m_key->addItem(text::toText(row.label), idText(row.key));
    m_statistic->clear();
    for (const maps::Statistic& each : maps::statistics())
        m_statistic->addItem(text::toText(each.name), idText(each.id));
}

void MapPanel::retranslate()
{
    fillLists();
    m_show->setText(tr("Show the"));
    m_measure->setAccessibleName(tr("Measure of the map"));
    m_measure->setToolTip(tr("What each cell of the map is: one number of its network"));
    m_layerField.label->setText(tr("of layer"));
    m_layer->setAccessibleName(tr("Layer to measure"));
    m_layer->setToolTip(tr("The layer to measure; the first is 1"));
    m_againstField.label->setText(tr("over layer"));
    m_against->setAccessibleName(tr("Layer to compare with"));
    m_against->setToolTip(tr("The layer whose value is 1"));
    m_against->setSpecialValueText(tr("the last"));
    m_keyField.label->setText(tr("of"));
    m_key->setAccessibleName(tr("Parameter to measure"));
    m_key->setToolTip(m_key->accessibleName());
    m_reachField.label->setText(tr("of"));
    m_reach->setAccessibleName(tr("Cost to be reached"));
    m_reach->setHelp(m_reach->accessibleName());
    m_x->setWords(tr("against"), tr("First axis"));
    m_y->setWords(tr("and"), tr("Second axis"));
    m_seedsField.label->setText(tr("seeds"));
    m_seeds->setAccessibleName(tr("Seeds of each cell"));
    m_seeds->setToolTip(tr("Each cell is computed with this many seeds: the scenario’s own and those after it"));
    m_statisticField.label->setText(tr("of them the"));
    m_statistic->setAccessibleName(tr("Statistic over the seeds"));
    m_statistic->setToolTip(tr("What a cell shows of its seeds"));
    m_atLeastField.label->setText(tr("at least"));
    m_atLeast->setAccessibleName(tr("Counted from"));
    m_atLeast->setHelp(tr("Seeds with this value or a larger one are counted"));
    m_atMostField.label->setText(tr("at most"));
    m_atMost->setAccessibleName(tr("Counted up to"));
    m_atMost->setHelp(tr("Seeds with this value or a smaller one are counted"));
    m_progress->setAccessibleName(tr("Progress of the map"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stops computing, or continues; what has been computed of the map stays"));
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_measure, m_layer, m_against, m_key, m_reach, m_seeds, m_statistic, m_atLeast, m_atMost, m_stop})
        part->setWhatsThis(part->toolTip());
    m_shown.reset();
    m_depth = 0;
}

} // namespace

extern const PanelKind map;
const PanelKind map{
    .id = "map",
    .name = translatable("core", "Map"),
    .description = translatable("core",
        "What the map shows: a measure, against one or two parameters, with a number of seeds in each cell. Drag in "
        "the map to move the parameters, turn the wheel for another range; “Map this” in the menu of a parameter or of "
        "a figure starts from it."),
    .rank = 6,
    .area = Qt::LeftDockWidgetArea,
    .create = [](workspace::Workspace& workspace, QWidget* parent) -> QWidget* {
        return new MapPanel(workspace, parent);
    },
    .wanted = [](const workspace::Workspace& workspace) { return workspace::showsMap(workspace.view()); },
    .forAudience = false,
};

} // namespace deltascope::panels
