// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/table_sheet.h"

#include "data/dataset_kind.h"
#include "data/table_file.h"
#include "data/table_setting.h"
#include "files/settings.h"
#include "parameters/sizes_from_data.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/dialogs/table_cells.h"
#include "window/widgets/choice_box.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

namespace deltascope::dialogs {

namespace {

constexpr int kProposedShare = 5; // a fifth of the rows is held out
constexpr int kMostColumnWidth = 220, kMostMeasured = 100; // pixels; columns that are as wide as what is in them

const data::DatasetKind& tableKind()
{
    const auto kinds = data::datasetsRegistry();
    return **std::ranges::find_if(kinds, [](const data::DatasetKind* kind) { return kind->usesTable; });
}

QString idText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What the cells depend on: not on what they mean.
bool sameForm(const model::TableSetting& left, const model::TableSetting& right)
{
    return left.separator == right.separator && left.decimalMark == right.decimalMark && left.header == right.header;
}

} // namespace

TableSheet::TableSheet(workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_file(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_view(new QTableView(this))
    , m_model(new TableCells(this))
    , m_columns(new QListWidget(this))
    , m_target(new widgets::ChoiceBox(this))
    , m_heldOut(new QSpinBox(this))
    , m_other(new QPushButton(this))
    , m_asFound(new QPushButton(this))
    , m_use(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    build();
    retranslate();
    connect(m_other, &QPushButton::clicked, this, &TableSheet::askForFile);
    connect(m_use, &QPushButton::clicked, this, &TableSheet::takeOver);
    connect(m_cancel, &QPushButton::clicked, this, &TableSheet::reject);
    connect(m_asFound, &QPushButton::clicked, this, [this] {
        m_setting = {};
        m_heldOutSaid = -1;
        showSetting();
        read();
    });
    connect(m_columns, &QListWidget::itemChanged, this, &TableSheet::toggleColumn);
    connect(m_heldOut, &QSpinBox::valueChanged, this, [this](int count) { m_heldOutSaid = count; });
    connect(m_target, &QComboBox::activated, this, [this] {
        const int column = m_target->currentData().toInt();
        m_setting.target = column < 0 ? std::string() : columnKey(column);
        if (m_setting.leaveOut && column >= 0)
            std::erase_if(*m_setting.leaveOut, [&](const std::string& name) { return name == m_setting.target; });
        read();
    });
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        connect(m_choices[i], &QComboBox::activated, this, [this, i] {
            m_setting.*data::tableChoices()[i].member = m_choices[i]->currentData().toString().toStdString();
            read();
        });
}

void TableSheet::build()
{
    for (QLabel* label : {m_file, m_sentence}) {
        label->setTextFormat(Qt::PlainText); // a file may have any name, and hold any words
        label->setWordWrap(true);
    }
    m_sentence->setObjectName(QStringLiteral("table_sentence"));
    m_sentence->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_view->setModel(m_model);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->horizontalHeader()->setMaximumSectionSize(kMostColumnWidth);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 6);
    m_view->horizontalHeader()->setMinimumHeight(2 * fontMetrics().lineSpacing() + 8);
    m_columns->setUniformItemSizes(true);
    auto* fields = new QHBoxLayout;
    auto* left = new QFormLayout;
    auto* right = new QFormLayout;
    addRow(left, m_target);
    addRow(right, m_heldOut);
    const std::size_t count = data::tableChoices().size();
    for (std::size_t i = 0; i < count; ++i) {
        m_choices.push_back(new widgets::ChoiceBox(this));
        m_choices.back()->setSizeAdjustPolicy(QComboBox::AdjustToContents); // what was found is told in them
        addRow(2 * i < count ? left : right, m_choices.back());
    }
    auto* columns = new QVBoxLayout;
    auto* columnsLabel = new QLabel(this);
    columnsLabel->setBuddy(m_columns);
    m_labels.push_back(columnsLabel);
    columns->addWidget(columnsLabel);
    columns->addWidget(m_columns, 1);
    fields->addLayout(left, 4);
    fields->addLayout(right, 3);
    fields->addLayout(columns, 2);
    auto* top = new QHBoxLayout;
    top->addWidget(m_file, 1);
    top->addWidget(m_other);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_asFound);
    buttons->addStretch(1);
    buttons->addWidget(m_use);
    buttons->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addLayout(fields);
    layout->addWidget(m_sentence);
    layout->addLayout(buttons);
    m_use->setDefault(true);
    for (QPushButton* button : {m_other, m_asFound, m_cancel})
        button->setAutoDefault(false);
    resize(860, 620);
}

void TableSheet::addRow(QFormLayout* form, QWidget* field)
{
    auto* label = new QLabel(this);
    label->setBuddy(field);
    m_labels.push_back(label);
    form->addRow(label, field);
}

void TableSheet::offer(const QString& path)
{
    m_belongsToChoice = false;
    if (path.isEmpty())
        askForFile();
    else
        open(path);
}

void TableSheet::offerForChoice()
{
    const QString path = QString::fromStdString(m_workspace.dataFolder().path);
    const bool known = QFileInfo(path).isFile();
    offer(known ? path : QString());
    m_belongsToChoice = true;
}

void TableSheet::askForFile()
{
    const QString name = QStringLiteral("table_file");
    if (auto* asking = parentWidget()->findChild<QFileDialog*>(name)) {
        asking->raise();
        return;
    }
    const QString now = QString::fromStdString(m_workspace.dataFolder().path);
    auto* dialog = new QFileDialog(parentWidget(), tr("Choose a table"), QFileInfo(now).absolutePath(),
        tr("Tables (*.csv *.tsv *.tab *.data *.dat *.txt *.gz);;All files (*)"));
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TableSheet::open);
    dialog->open();
}

/// The setting of the scenario is that of its own file; another file is looked at anew.
void TableSheet::open(const QString& path)
{
    const model::Scenario& scenario = m_workspace.scenario();
    const bool known = scenario.data == tableKind().id && path.toStdString() == m_workspace.dataFolder().path;
    m_path = path;
    m_setting = known ? scenario.table : model::TableSetting();
    m_heldOutSaid = known && scenario.inputs > 1 ? scenario.holdout : -1;
    m_shown = {};
    m_file->setText(path);
    take({});
    showSetting();
    read();
    show();
    raise();
    activateWindow();
    m_use->setFocus();
}

void TableSheet::read()
{
    struct Work {
        std::string path;
        model::TableSetting setting;
        Outcome outcome;
    };
    const auto work = std::make_shared<Work>();
    work->path = m_path.toStdString();
    work->setting = m_setting;
    const bool sameCells = m_shown.cells && m_readWith && sameForm(m_setting, *m_readWith);
    if (sameCells)
        work->outcome.cells = m_shown.cells;
    m_thread.stop(); // the newest wish wins
    ++m_reads;
    m_thread.post(
        [work](const std::stop_token& stop) {
            Outcome& outcome = work->outcome;
            if (!outcome.cells) {
                Result<std::string> path = data::tableIn({work->path});
                Result<reading::CsvTable> cells =
                    path ? data::readCells(*path, work->setting, stop) : Result<reading::CsvTable>(path.error());
                if (!cells) {
                    outcome.sentence = cells.error().what;
                    return;
                }
                if (stop.stop_requested())
                    return;
                outcome.cells = std::make_shared<const reading::CsvTable>(*std::move(cells));
            }
            Result<data::TableReading> reading = data::readTable(*outcome.cells, work->setting, stop);
            if (stop.stop_requested())
                return;
            outcome.sentence = reading ? data::understood(work->path, *outcome.cells, *reading)
                                       : Message{"%1", {reading.error().what}};
            if (reading)
                outcome.reading = *std::move(reading);
        },
        [this, work] {
            if (--m_reads > 0) // a newer one is on its way
                return;
            m_readWith = work->setting;
            take(work->outcome);
        });
}

void TableSheet::take(const Outcome& outcome)
{
    m_shown = outcome;
    m_model->show(outcome.cells, outcome.reading);
    for (int column = 0; column < std::min(m_model->columnCount(), kMostMeasured); ++column)
        m_view->resizeColumnToContents(column);
    m_sentence->setText(sentence());
    m_sentence->setAccessibleName(sentence());
    m_use->setEnabled(outcome.reading.has_value());
    const QSignalBlocker quiet(m_heldOut);
    const int rows = outcome.reading ? static_cast<int>(outcome.reading->rows.size()) : 1;
    m_heldOut->setRange(0, std::max(0, rows - 1));
    m_heldOut->setValue(m_heldOutSaid >= 0 ? m_heldOutSaid : rows / kProposedShare);
    m_heldOut->setSuffix(tr(" of %1").arg(rows));
    showColumns();
    showFound();
}

/// What was found, beside the word that leaves it to be found.
void TableSheet::showFound()
{
    if (!m_shown.cells)
        return;
    const reading::CsvTable& cells = *m_shown.cells;
    const auto found = [&](std::string_view key) -> std::string_view {
        if (key == "separator") {
            constexpr std::string_view kCharacters = ",;\t| ";
            constexpr std::string_view kIds[] = {"comma", "semicolon", "tab", "bar", "blank"};
            return kIds[kCharacters.find(cells.separator)];
        }
        if (key == "decimal")
            return cells.decimalComma ? "comma" : "point";
        if (key == "header")
            return cells.names.empty() ? "no" : "yes";
        return m_shown.reading && m_shown.reading->classes.names.empty() ? "number" : "classes";
    };
    const std::span<const data::TableChoice> choices = data::tableChoices();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const std::vector<data::TableOption>& options = choices[i].options;
        const auto option = std::ranges::find(options, found(choices[i].key), &data::TableOption::id);
        if (options.front().id == "found" && option != options.end())
            m_choices[i]->setItemText(0,
                m_setting.*choices[i].member == "found" ? tr("found: %1").arg(text::toText(Message{option->name, {}}))
                                                        : tr("found"));
        m_choices[i]->setMinimumWidth(
            m_choices[i]->sizeHint().width() + 6); // Qt's minimum stays that of its first texts
    }
}

QString TableSheet::sentence() const
{
    return m_shown.sentence.empty() ? tr("Being read …") : text::toText(m_shown.sentence);
}

void TableSheet::showSetting()
{
    const std::span<const data::TableChoice> choices = data::tableChoices();
    for (std::size_t i = 0; i < choices.size(); ++i)
        m_choices[i]->setCurrentIndex(m_choices[i]->findData(QString::fromStdString(m_setting.*choices[i].member)));
}

/// A name where it is only one column's, else the number.
std::string TableSheet::columnKey(int column) const
{
    const std::vector<std::string>& names = m_shown.cells->names;
    const auto place = static_cast<std::size_t>(column);
    if (place < names.size() && !names[place].empty() && std::ranges::count(names, names[place]) == 1)
        return names[place];
    return std::to_string(column + 1);
}

void TableSheet::showColumns()
{
    const QSignalBlocker quietList(m_columns), quietTarget(m_target);
    const int place = m_columns->currentRow();
    m_columns->clear();
    m_target->clear();
    if (!m_shown.cells)
        return;
    const reading::CsvTable& cells = *m_shown.cells;
    const int target = m_shown.reading ? m_shown.reading->target : -1;
    m_target->addItem(
        m_setting.target.empty() && target >= 0 ? tr("found: %1").arg(columnTitle(cells, target)) : tr("found"), -1);
    for (int column = 0; column < cells.columns(); ++column) {
        const QString title = columnTitle(cells, column);
        m_target->addItem(title, column);
        auto* item = new QListWidgetItem(title, m_columns);
        item->setData(Qt::UserRole, column);
        item->setFlags(column == target ? Qt::ItemIsSelectable
                                        : Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        const bool input =
            !m_shown.reading || std::ranges::find(m_shown.reading->inputs, column) != m_shown.reading->inputs.end();
        item->setCheckState(input ? Qt::Checked : Qt::Unchecked);
    }
    m_target->setCurrentIndex(m_setting.target.empty() ? 0 : target + 1);
    m_columns->setCurrentRow(place);
}

void TableSheet::toggleColumn(const QListWidgetItem* item)
{
    const int toggled = item->data(Qt::UserRole).toInt();
    m_setting.leaveOut.emplace();
    for (int row = 0; row < m_columns->count(); ++row) {
        const QListWidgetItem* each = m_columns->item(row);
        const int column = each->data(Qt::UserRole).toInt();
        if (each->checkState() == Qt::Unchecked && (!m_shown.reading || column != m_shown.reading->target))
            m_setting.leaveOut->push_back(columnKey(column));
    }
    m_columns->setCurrentRow(toggled);
    read();
}

bool TableSheet::takeOver()
{
    if (!m_shown.reading)
        return false;
    const data::TableReading& reading = *m_shown.reading;
    const int rows = static_cast<int>(reading.rows.size());
    model::Scenario next = m_workspace.scenario();
    next.data = tableKind().id;
    next.table = m_setting;
    next.holdout = std::min(m_heldOut->value(), rows - 1);
    next.examples = 1; // as many as there are
    const data::DataSizes sizes{static_cast<int>(reading.inputs.size()),
        std::max(1, static_cast<int>(reading.classes.names.size())), rows, reading.classes.names, m_shown.sentence};
    const Result<model::Scenario> fitted = parameters::withSizes(std::move(next), sizes);
    std::optional<Error> error = fitted ? parameters::validate(*fitted) : std::optional(fitted.error());
    if (error) {
        m_sentence->setText(text::toText(error->what));
        return false;
    }
    if (const auto settings = files::openSettings())
        settings->setValue(QStringLiteral("data"), m_path);
    m_workspace.setDataFolder({m_path.toStdString()});
    if (m_belongsToChoice)
        m_workspace.store().amend(tr("Data from a table"), *fitted);
    else
        m_workspace.store().edit(tr("Data from a table"), *fitted);
    accept();
    return true;
}

void TableSheet::retranslate()
{
    setWindowTitle(tr("Data from a table"));
    m_other->setText(tr("Another &file…"));
    m_asFound->setText(tr("&As found"));
    m_asFound->setToolTip(tr("Discard these settings and go by what is found in the file"));
    m_use->setText(tr("&Use the table"));
    m_cancel->setText(tr("Cancel"));
    m_view->setAccessibleName(tr("The first rows as they are understood"));
    m_heldOut->setToolTip(tr("Examples that are not learnt from: they show how the network handles new ones"));
    const std::span<const data::TableChoice> choices = data::tableChoices();
    std::vector<QString> labels{tr("Target column"), tr("Held out")};
    for (std::size_t i = 0; i < choices.size(); ++i) {
        labels.push_back(text::toText(Message{choices[i].label, {}}));
        const QSignalBlocker quiet(m_choices[i]);
        m_choices[i]->clear();
        for (const data::TableOption& option : choices[i].options)
            m_choices[i]->addItem(text::toText(Message{option.name, {}}), idText(option.id));
    }
    labels.push_back(tr("Inputs"));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        m_labels[i]->setText(labels[i]);
        m_labels[i]->buddy()->setAccessibleName(labels[i]);
    }
    showSetting();
    take(Outcome(m_shown));
}

void TableSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace deltascope::dialogs

#include "moc_table_sheet.cpp"
