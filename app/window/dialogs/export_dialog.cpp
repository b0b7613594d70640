// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/export_dialog.h"

#include "figures/build_figure.h"
#include "files/export_job.h"
#include "render/export/page_sizes.h"
#include "render/fonts.h"
#include "text/language.h"
#include "window/controls/number_edit.h"
#include "window/dialogs/export_preview.h"
#include "window/views/figure_choice.h"
#include "window/widgets/appearance.h"
#include "window/widgets/choice_box.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>

namespace deltascope::dialogs {

namespace {

const QString kOnePage = QStringLiteral("*page"); // in the list of figures: no figure is called so

int customPage()
{
    return static_cast<int>(exports::pageSizes().size()); // behind those that have a name
}

QString lastFolder;

} // namespace

ExportDialog::ExportDialog(workspace::Workspace& workspace, Visible visible, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_visible(std::move(visible))
    , m_form(new QFormLayout)
    , m_figure(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_page(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_fontFamily(new widgets::ChoiceBox(this))
    , m_letters(new QComboBox(this))
    , m_width(new controls::NumberEdit(this))
    , m_height(new controls::NumberEdit(this))
    , m_dpi(new controls::NumberEdit(this))
    , m_font(new controls::NumberEdit(this))
    , m_columns(new QSpinBox(this))
    , m_title(new QCheckBox(this))
    , m_notes(new QCheckBox(this))
    , m_transparent(new QCheckBox(this))
    , m_preview(new ExportPreview(this))
    , m_refresh(new QTimer(this))
    , m_problem(new QLabel(this))
    , m_remark(new QLabel(this))
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
    for (QComboBox* list : {m_figure, m_format, m_theme, m_fontFamily, m_letters})
        connect(list, &QComboBox::currentIndexChanged, this, &ExportDialog::showState);
    for (QCheckBox* box : {m_title, m_notes, m_transparent})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::showState);
    connect(m_columns, &QSpinBox::valueChanged, this, &ExportDialog::showState);
    connect(m_refresh, &QTimer::timeout, this, &ExportDialog::refreshPreview);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::ask);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &ExportDialog::showState);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, &ExportDialog::showState);
    showState();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    constexpr int kSoon = 120; // ms: a slider that is dragged does not wait for the page
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(kSoon);
    m_columns->setRange(0, 6);
    for (QWidget* field : std::initializer_list<QWidget*>{m_figure, m_columns, m_letters, m_format, m_page, m_width,
             m_height, m_dpi, m_fontFamily, m_font, m_theme, m_title, m_notes, m_transparent})
        addRow(field);
    for (QLabel* label : {m_problem, m_remark}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_form->addRow(label);
    }
    m_form->addRow(m_progress);
    auto* columns = new QHBoxLayout(this);
    columns->addLayout(m_form);
    columns->addWidget(m_preview, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_export);
    buttons->addWidget(m_close);
    m_form->addRow(buttons);
    m_export->setDefault(true);
    m_close->setAutoDefault(false);
    m_title->setChecked(true);
    m_notes->setChecked(true);
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
            m_page->setCurrentIndex(customPage());
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
    if (m_fontFamily->currentText() != render::figureFontFamily())
        options.fontFamily = m_fontFamily->currentText();
    options.title = m_title->isChecked();
    options.notes = m_notes->isChecked();
    options.transparent = m_transparent->isChecked();
    options.letters = static_cast<exports::Letters>(m_letters->currentData().toInt());
    if (const int columns = m_columns->value(); onePage() && columns > 0)
        options.layout = {columns, std::max(1, (static_cast<int>(m_visible().size()) + columns - 1) / columns)};
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

bool ExportDialog::onePage() const
{
    return m_figure->currentData().toString() == kOnePage;
}

std::vector<figures::Figure> ExportDialog::drawn(const std::vector<const figures::FigureKind*>& kinds) const
{
    std::vector<figures::Figure> figures;
    for (const figures::FigureKind* kind : kinds)
        figures.push_back(figures::buildFigure(
            *kind, m_workspace.snapshotFor(kind->needs()), m_workspace.question(), m_workspace.view()));
    return figures;
}

QString ExportDialog::suggestedName() const
{
    const QString id = m_figure->currentData().toString();
    const QString name = id.isEmpty() || onePage() ? QStringLiteral("deltascope") : id;
    return name + QLatin1Char('.') + m_format->currentData().toString();
}

/// Why one of the chosen figures is not the present scenario's.
std::optional<Error> ExportDialog::refusal() const
{
    if (std::optional<Error> error = cover())
        return error;
    for (const figures::FigureKind* kind : chosen())
        if (std::optional<Error> error = m_workspace.refusal(kind->needs()))
            return error;
    return std::nullopt;
}

/// Why one of them is covered.
std::optional<Error> ExportDialog::cover() const
{
    for (const figures::FigureKind* kind : chosen())
        if (std::optional<Error> error = m_workspace.lesson().refusal(kind->id))
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
    if (onePage())
        tasks.push_back({drawn(chosen()), path});
    for (const figures::FigureKind* kind : onePage() ? std::vector<const figures::FigureKind*>() : chosen()) {
        const QString id = QString::fromStdString(std::string(kind->id));
        const QString target = all ? info.path() + QLatin1Char('/') + info.completeBaseName() + QLatin1Char('-') + id
                + QLatin1Char('.') + format->suffix()
                                   : path;
        tasks.push_back({drawn({kind}), target});
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
    if (index >= 0 && index < customPage()) {
        const exports::PageSize& page = exports::pageSizes()[static_cast<std::size_t>(index)];
        m_widthValue = page.millimetres.width();
        m_heightValue = page.millimetres.height();
        m_fontValue = page.fontPoints;
    }
    showValues();
    showState();
}

void ExportDialog::showState()
{
    const std::optional<Error> covered = cover(), wrong = covered ? covered : problem();
    bool waiting = false;
    for (const figures::FigureKind* kind : chosen())
        waiting = waiting || m_workspace.computing(kind->needs());
    const std::optional<Error>& failure = m_workspace.snapshot().failure;
    waiting = waiting || failure;
    m_problem->setText(wrong ? text::toText(wrong->what)
            : failure        ? text::toText(failure->what)
            : waiting        ? tr("Waiting for a result that is being computed.")
                             : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_export->setEnabled(!wrong && !waiting && !m_job);
    m_columns->setEnabled(onePage());
    m_remark->setVisible(!m_remark->text().isEmpty());
    m_refresh->start();
    m_progress->setVisible(m_job != nullptr);
    m_close->setText(m_job ? tr("Cancel") : tr("Close"));
}

std::optional<Error> ExportDialog::problem() const
{
    const exports::ExportFormat* format = exports::exportFormat(suggestedName());
    if (std::optional<Error> error = format && format->missing ? format->missing() : std::nullopt)
        return error;
    return exports::checkOptions(options(), onePage() ? std::max<std::size_t>(1, m_visible().size()) : 1);
}

void ExportDialog::refreshPreview()
{
    m_refresh->stop();
    if (const std::optional<Error> covered = cover()) {
        m_preview->showNothing(text::toText(covered->what));
        return;
    }
    if (!isVisible() || problem() || refusal())
        return; // the last page stays
    std::vector<const figures::FigureKind*> kinds = chosen();
    if (kinds.size() > 1 && !onePage())
        kinds.resize(1); // a page of its own each: the first
    const exports::ExportFormat* format = exports::exportFormat(suggestedName());
    if (kinds.empty() || !format || !format->drawn) {
        m_remark->clear();
        m_preview->showNothing(kinds.empty() ? tr("There is no figure.") : tr("A table of numbers, without a page."));
        return;
    }
    std::vector<figures::Figure> figures = drawn(kinds);
    const std::optional<Message> remark = exports::fontRemark(figures, m_workspace.document(), options());
    m_remark->setText(remark ? text::toText(*remark) : QString());
    m_remark->setVisible(remark.has_value());
    m_preview->showPage(std::move(figures), m_workspace.document(), options());
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
        m_figure->addItem(tr("All visible figures, a file each"), QString());
        m_figure->addItem(tr("All visible figures on one page"), kOnePage);
        for (const figures::FigureKind* kind : views::figuresInOrder())
            m_figure->addItem(text::toText(kind->name), QString::fromStdString(std::string(kind->id)));
    });
    refill(m_format, [this] {
        for (const exports::ExportFormat* format : exports::exportFormats())
            m_format->addItem(text::toText(format->name), format->suffix());
    });
    refill(m_page, [this] {
        for (const exports::PageSize& page : exports::pageSizes())
            m_page->addItem(text::toText(page.name));
        m_page->addItem(tr("Another size"));
    });
    refill(m_fontFamily, [this] {
        QStringList families = QFontDatabase::families();
        families.removeAll(QString());
        families.removeAll(render::figureFontFamily());
        for (const QString& family : QStringList{render::figureFontFamily()} + families)
            m_fontFamily->addItem(family, family);
    });
    refill(m_letters, [this] {
        using exports::Letters;
        const std::pair<QString, Letters> choices[] = {{tr("Where there are several figures"), Letters::automatic},
            {tr("None"), Letters::none}, {tr("Of figures"), Letters::figures}, {tr("Of panels"), Letters::panels}};
        for (const auto& [name, letters] : choices)
            m_letters->addItem(name, static_cast<int>(letters));
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
    const QString labels[] = {tr("&Figure"), tr("Col&umns"), tr("&Letters (a), (b) …"), tr("F&ormat"), tr("&Size"),
        tr("&Width, mm"), tr("&Height, mm"), tr("&Resolution, dpi (PNG)"), tr("Font fa&mily"), tr("&Type size, pt"),
        tr("&Colours"), QString(), QString(), QString()};
    for (std::size_t row = 0; row < m_labels.size(); ++row)
        m_labels[row]->setText(labels[row]);
    m_columns->setSpecialValueText(tr("automatic"));
    m_title->setText(tr("With its t&itle"));
    m_notes->setText(tr("With its &notes"));
    m_transparent->setText(tr("Trans&parent background"));
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
