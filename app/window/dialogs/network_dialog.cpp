// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/network_dialog.h"

#include "documents/with_network.h"
#include "parameters/parameters.h"
#include "text/language.h"
#include "window/widgets/choice_box.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::dialogs {

namespace {

QLabel* plainLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // a file may have any name
    label->setWordWrap(true);
    return label;
}

const parameters::Parameter<model::Scenario>& activationRow(bool output)
{
    return *parameters::findScenarioParameter(output ? "output_activation" : "activation");
}

/// Data that any sizes will do with.
model::Scenario withRandomInputs(model::Scenario scenario)
{
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    return scenario;
}

} // namespace

NetworkDialog::NetworkDialog(
    workspace::Workspace& workspace, std::shared_ptr<const imported::ImportedNetwork> network, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_network(std::move(network))
    , m_heading(plainLabel(this))
    , m_hiddenLabel(plainLabel(this))
    , m_outputLabel(plainLabel(this))
    , m_said(plainLabel(this))
    , m_problem(plainLabel(this))
    , m_arrays(new QTreeWidget(this))
    , m_hidden(new widgets::ChoiceBox(this))
    , m_output(new widgets::ChoiceBox(this))
    , m_open(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_heading);
    m_arrays->setColumnCount(3);
    m_arrays->setRootIsDecorated(false);
    m_arrays->setUniformRowHeights(true);
    m_arrays->setTextElideMode(Qt::ElideMiddle);
    column->addWidget(m_arrays, 1);
    auto* form = new QFormLayout;
    form->addRow(m_hiddenLabel, m_hidden);
    form->addRow(m_outputLabel, m_output);
    m_hiddenLabel->setBuddy(m_hidden);
    m_outputLabel->setBuddy(m_output);
    for (QLabel* label : {m_hiddenLabel, m_outputLabel})
        label->setWordWrap(false);
    column->addLayout(form);
    column->addWidget(m_said);
    column->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_open);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);
    m_open->setDefault(true);
    connect(m_open, &QPushButton::clicked, this, &NetworkDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &NetworkDialog::reject);
    fillActivations();
    retranslate();
    connect(m_hidden, &QComboBox::currentIndexChanged, this, &NetworkDialog::showState);
    connect(m_output, &QComboBox::currentIndexChanged, this, &NetworkDialog::showState);
    connect(&workspace, &workspace::Workspace::scenarioChanged, this, &NetworkDialog::showState);
    const int em = fontMetrics().height();
    resize(QSize(44 * em, 30 * em).boundedTo(screen()->availableSize() * 9 / 10));
}

/// Those that the file says; else the present one, and numbers as they are, which most saved networks give.
void NetworkDialog::fillActivations()
{
    const Result<model::Scenario> guessed = documents::withNetwork(m_workspace.scenario(), *m_network);
    for (const bool output : {false, true}) {
        widgets::ChoiceBox* box = output ? m_output : m_hidden;
        const parameters::Parameter<model::Scenario>& row = activationRow(output);
        for (const parameters::Choice& choice : row.choices())
            box->addItem(QString(), QString::fromUtf8(choice.id.data(), static_cast<qsizetype>(choice.id.size())));
        const model::Scenario& from = guessed ? *guessed : m_workspace.scenario();
        std::string id = *parameters::valueOf(from, row).as<std::string>();
        if (output && !documents::says(*m_network, "output_activation"))
            id = "identity";
        box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(id))));
    }
}

void NetworkDialog::fillArrays()
{
    m_arrays->clear();
    m_arrays->setHeaderLabels({tr("Array"), tr("Shape"), tr("Becomes")});
    for (const imported::ArrayUse& array : m_network->arrays) {
        const QString became = text::toText(array.became);
        auto* item =
            new QTreeWidgetItem({QString::fromStdString(array.name), QString::fromStdString(array.shape), became});
        item->setToolTip(0, QString::fromStdString(array.name).toHtmlEscaped());
        item->setToolTip(2, became.toHtmlEscaped());
        if (!array.used) {
            QFont slanted = font();
            slanted.setItalic(true);
            for (int i = 0; i < 3; ++i)
                item->setFont(i, slanted);
        }
        m_arrays->addTopLevelItem(item);
    }
    m_arrays->header()->setStretchLastSection(true);
    m_arrays->resizeColumnToContents(0);
    m_arrays->resizeColumnToContents(1);
    const int em = fontMetrics().height();
    m_arrays->setColumnWidth(0, std::min(m_arrays->columnWidth(0), 16 * em) + em);
    m_arrays->setColumnWidth(1, m_arrays->columnWidth(1) + em);
}

void NetworkDialog::retranslate()
{
    setWindowTitle(tr("Open a network"));
    const QString sizes = [this] {
        QStringList all;
        for (const int size : m_network->sizes())
            all << QString::number(size);
        return all.size() > 24 ? all.mid(0, 24).join(u':') + QStringLiteral(" …") : all.join(u':');
    }();
    m_heading->setText(tr("%1: %n layer(s), %2. Its weights and biases become the initial ones.", "",
        static_cast<int>(m_network->layers.size()))
                           .arg(QString::fromStdString(m_network->name), sizes));
    m_arrays->setAccessibleName(tr("What the arrays of the file became"));
    m_hiddenLabel->setText(tr("Activation of the hidden layers:"));
    m_outputLabel->setText(tr("Activation of the last layer:"));
    m_hidden->setAccessibleName(m_hiddenLabel->text());
    m_output->setAccessibleName(m_outputLabel->text());
    for (const bool output : {false, true}) {
        widgets::ChoiceBox* box = output ? m_output : m_hidden;
        const std::vector<parameters::Choice> choices = activationRow(output).choices();
        for (int i = 0; i < box->count(); ++i)
            box->setItemText(i, text::toText({choices[static_cast<std::size_t>(i)].name, {}}));
    }
    m_open->setText(tr("Open"));
    m_cancel->setText(tr("Cancel"));
    fillArrays();
    showState();
}

/// The present scenario with the network, as chosen here; with random inputs where the present data have other sizes.
Result<model::Scenario> NetworkDialog::chosen() const
{
    Result<model::Scenario> made = documents::withNetwork(m_workspace.scenario(), *m_network);
    if (!made)
        return made;
    model::Scenario scenario = *std::move(made);
    scenario.activation = m_hidden->currentData().toString().toStdString();
    scenario.outputActivation = m_output->currentData().toString().toStdString();
    const std::optional<Error> error = parameters::validate(scenario);
    if (!error)
        return scenario;
    scenario = withRandomInputs(std::move(scenario));
    if (const std::optional<Error> still = parameters::validate(scenario))
        return *still;
    return scenario;
}

void NetworkDialog::showState()
{
    const bool hidden = m_network->layers.size() > 1;
    m_hidden->setEnabled(hidden);
    m_hiddenLabel->setEnabled(hidden);
    const bool said = documents::says(*m_network, "activation");
    m_said->setText(said ? tr("The file names its activations.")
                         : tr("The file does not name its activations: choose those that it was trained with."));
    const Result<model::Scenario> scenario = chosen();
    m_open->setEnabled(static_cast<bool>(scenario));
    m_problem->setVisible(!scenario || scenario->data != m_workspace.scenario().data);
    if (!scenario)
        m_problem->setText(text::toText(scenario.error().what));
    else
        m_problem->setText(tr("The present inputs have different sizes, so it gets random ones (Gaussian)."));
}

void NetworkDialog::accept()
{
    const Result<model::Scenario> scenario = chosen();
    if (!scenario)
        return;
    m_workspace.addNetwork(m_network);
    m_workspace.store().edit(tr("Open the network %1").arg(QString::fromStdString(m_network->name)), *scenario);
    QDialog::accept();
}

void NetworkDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace deltascope::dialogs

#include "moc_network_dialog.cpp"
