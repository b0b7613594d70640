// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/export_dialog.h"

#include "figures/build_figure.h"
#include "files/export_job.h"
#include "text/language.h"
#include "window/controls/number_edit.h"
#include "window/views/figure_choice.h"
#include "window/widgets/appearance.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>

namespace deltascope::dialogs {

namespace {

struct Page {
    const char* name; // translatable
    double width, height, fontPoints;
};
constexpr Page kPages[] = {
    {QT_TRANSLATE_NOOP("deltascope::dialogs::ExportDialog", "One column, 84 × 60 mm"), 84, 60, 8},
    {QT_TRANSLATE_NOOP("deltascope::dialogs::ExportDialog", "Two columns, 174 × 100 mm"), 174, 100, 8},
    {QT_TRANSLATE_NOOP("deltascope::dialogs::ExportDialog", "Slide, 254 × 143 mm"), 254, 143, 18},
    {QT_TRANSLATE_NOOP("deltascope::dialogs::ExportDialog", "Another size"), 160, 90, 8},
};
constexpr int kCustom = static_cast<int>(std::size(kPages)) - 1;

QString lastFolder;

} // namespace

ExportDialog::ExportDialog(workspace::Workspace& workspace, Visible visible, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_visible(std::move(visible))
    , m_form(new QFormLayout(this))
    , m_figure(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_page(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_width(new controls::NumberEdit(this))
    , m_height(new controls::NumberEdit(this))
    , m_dpi(new controls::NumberEdit(this))
    , m_font(new controls::NumberEdit(this))
    , m_title(new QCheckBox(this))
    , m_problem(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_export(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    build();
    retranslate();
    usePage(1);
    m_page->setCurrentIndex(1);
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(QStringLiteral("light")))); // whatever the window wears
    connect(m_page, &QComboBox::activated, this, &ExportDialog::usePage);
    follow(m_width, &ExportDialog::m_widthValue, true);
    follow(m_height, &ExportDialog::m_heightValue, true);
    follow(m_dpi, &ExportDialog::m_dpiValue, false);
    follow(m_font, &ExportDialog::m_fontValue, false);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showState);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::ask);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &ExportDialog::showState);
    showState();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    for (QWidget* field :
        std::initializer_list<QWidget*>{m_figure, m_format, m_page, m_width, m_height, m_dpi, m_font, m_theme, m_title})
        addRow(field);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_form->addRow(m_problem);
    m_form->addRow(m_progress);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_export);
    buttons->addWidget(m_close);
    m_form->addRow(buttons);
    m_export->setDefault(true);
    m_close->setAutoDefault(false);
    m_title->setChecked(true);
}

void ExportDialog::addRow(QWidget* field)
{
    auto* label = new QLabel(this);
    label->setBuddy(field);
    m_labels.push_back(label);
    m_form->addRow(label, field);
}

void ExportDialog::follow(controls::NumberEdit* field, double ExportDialog::*value, bool ofPage)
{
    const auto put = [this, value, ofPage](double next) { // checkOptions says what is allowed
        this->*value = next;
        if (ofPage)
            m_page->setCurrentIndex(kCustom);
        showValues();
        showState();
    };
    connect(field, &controls::NumberEdit::entered, this, put);
    connect(
        field, &controls::NumberEdit::stepped, this, [this, value, put](double steps) { put(this->*value + steps); });
}

void ExportDialog::showValues()
{
    m_width->showValue(m_widthValue);
    m_height->showValue(m_heightValue);
    m_dpi->showValue(m_dpiValue);
    m_font->showValue(m_fontValue);
}

void ExportDialog::offer(const figures::FigureKind* kind)
{
    fillLists();
    int index = 0;
    for (int i = 0; kind && i < m_figure->count(); ++i)
        if (m_figure->itemData(i).toString() == QLatin1String(kind->id.data(), static_cast<qsizetype>(kind->id.size())))
            index = i;
    m_figure->setCurrentIndex(index);
    show();
    raise();
    activateWindow();
}

exports::ExportOptions ExportDialog::options() const
{
    exports::ExportOptions options;
    options.millimetres = {m_widthValue, m_heightValue};
    options.dpi = m_dpiValue;
    options.fontPoints = m_fontValue;
    options.title = m_title->isChecked();
    options.theme = render::theme(m_theme->currentData().toString());
    return options;
}

std::vector<const figures::FigureKind*> ExportDialog::chosen() const
{
    const std::string id = m_figure->currentData().toString().toStdString();
    for (const figures::FigureKind* kind : figures::figuresRegistry())
        if (kind->id == id)
            return {kind};
    return m_visible();
}

QString ExportDialog::suggestedName() const
{
    const auto figures = chosen();
    const QString name = figures.size() == 1 && !m_figure->currentData().toString().isEmpty()
        ? m_figure->currentData().toString()
        : QStringLiteral("deltascope");
    return name + QLatin1Char('.') + m_format->currentData().toString();
}

/// Why one of the chosen figures is not the present scenario's.
std::optional<Error> ExportDialog::refusal() const
{
    for (const figures::FigureKind* kind : chosen())
        if (std::optional<Error> error = m_workspace.refusal(kind->needs()))
            return error;
    return std::nullopt;
}

std::unique_ptr<files::ExportJob> ExportDialog::runTo(const QString& path)
{
    const exports::ExportFormat* format = exports::exportFormat(path);
    if (!format)
        format = exports::exportFormat(suggestedName());
    const bool all = m_figure->currentData().toString().isEmpty();
    const QFileInfo info(path);
    std::vector<files::ExportTask> tasks; // figures of this moment, whatever the sliders do while they are written
    for (const figures::FigureKind* kind : chosen()) {
        const QString id = QString::fromStdString(std::string(kind->id));
        const QString target = all ? info.path() + QLatin1Char('/') + info.completeBaseName() + QLatin1Char('-') + id
                + QLatin1Char('.') + format->suffix()
                                   : path;
        tasks.push_back({{figures::buildFigure(*kind, m_workspace.snapshotFor(kind->needs()), m_workspace.question(),
                             m_workspace.view())},
            target});
    }
    return std::make_unique<files::ExportJob>(std::move(tasks), *format, m_workspace.document(), options(), m_thread);
}

void ExportDialog::beginWritingTo(const QString& path)
{
    if (const std::optional<Error> error = refusal()) { // since the file was asked for
        m_workspace.report(*error);
        return;
    }
    m_job = runTo(path);
    m_progress->setRange(0, m_job->total() > 1 ? m_job->total() : 0); // of one nobody knows how far it is
    connect(m_job.get(), &files::ExportJob::progressed, this, [this] { m_progress->setValue(m_job->done()); });
    connect(m_job.get(), &files::ExportJob::failed, this, [this](const Error& error) { m_workspace.report(error); });
    connect(m_job.get(), &files::ExportJob::ended, this, &ExportDialog::endJob);
    m_progress->setValue(0);
    m_job->start();
    showState();
}

void ExportDialog::endJob()
{
    const QStringList paths = m_job->paths();
    m_job.release()->deleteLater(); // it is what calls
    showState();
    if (!paths.isEmpty())
        emit written(paths);
}

bool ExportDialog::writing() const
{
    return m_job != nullptr;
}

void ExportDialog::reject()
{
    if (m_job)
        m_job->cancel();
    else
        QDialog::reject();
}

void ExportDialog::ask()
{
    const QString folder = lastFolder.isEmpty() ? QString() : lastFolder + QLatin1Char('/');
    auto* dialog = new QFileDialog(this, tr("Export"), folder + suggestedName());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(m_format->currentData().toString());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        lastFolder = QFileInfo(path).absolutePath();
        beginWritingTo(path);
    });
    dialog->open();
}

void ExportDialog::usePage(int index)
{
    const Page& page = kPages[std::clamp(index, 0, kCustom)];
    if (index != kCustom) {
        m_widthValue = page.width;
        m_heightValue = page.height;
        m_fontValue = page.fontPoints;
    }
    showValues();
    showState();
}

void ExportDialog::showState()
{
    const std::optional<Error> problem = exports::checkOptions(options());
    bool waiting = false;
    for (const figures::FigureKind* kind : chosen())
        waiting = waiting || m_workspace.computing(kind->needs());
    const std::optional<Error>& failure = m_workspace.snapshot().failure;
    waiting = waiting || failure;
    m_problem->setText(problem ? text::toText(problem->what)
            : failure          ? text::toText(failure->what)
            : waiting          ? tr("Waiting for a result that is being computed.")
                               : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_export->setEnabled(!problem && !waiting && !m_job);
    m_progress->setVisible(m_job != nullptr);
    m_close->setText(m_job ? tr("Cancel") : tr("Close"));
}

void ExportDialog::fillLists()
{
    const auto refill = [](QComboBox* list, const auto& fill) {
        const QVariant kept = list->currentData();
        const int row = list->currentIndex();
        const QSignalBlocker blocker(list);
        list->clear();
        fill();
        const int same = kept.isValid() ? list->findData(kept) : row;
        list->setCurrentIndex(std::max(0, same));
    };
    refill(m_figure, [this] {
        m_figure->addItem(tr("All visible figures"), QString());
        for (const figures::FigureKind* kind : views::figuresInOrder())
            m_figure->addItem(text::toText(kind->name), QString::fromStdString(std::string(kind->id)));
    });
    refill(m_format, [this] {
        for (const exports::ExportFormat* format : exports::exportFormats())
            m_format->addItem(text::toText(format->name), format->suffix());
    });
    refill(m_page, [this] {
        for (const Page& page : kPages)
            m_page->addItem(tr(page.name));
    });
    refill(m_theme, [this] {
        for (const QString& id : render::themeIds())
            m_theme->addItem(widgets::themeName(id), id);
    });
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export figures"));
    fillLists();
    const QString labels[] = {tr("&Figure"), tr("F&ormat"), tr("&Size"), tr("&Width, mm"), tr("&Height, mm"),
        tr("&Resolution, dpi (PNG)"), tr("&Type size, pt"), tr("&Colours"), QString()};
    for (std::size_t row = 0; row < m_labels.size(); ++row)
        m_labels[row]->setText(labels[row]);
    m_title->setText(tr("With its t&itle"));
    m_export->setText(tr("&Export…"));
    m_progress->setAccessibleName(tr("Figures written"));
    showState();
    m_export->setToolTip(tr("Each file holds the whole document: opening it brings back this state"));
}

void ExportDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace deltascope::dialogs

#include "moc_export_dialog.cpp"
