// SPDX-License-Identifier: GPL-3.0-or-later
// PGF for LaTeX: every sign has a way to be written, the syntax is the manual's, and LaTeX takes it where it is there.
#include "app/support/export_samples.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "render/export/export.h"
#include "render/export/export_page.h"
#include "render/export/recorded_page.h"
#include "render/export/tex_text.h"
#include "text/language.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace deltascope::render {
namespace export_tex_test {

exports::ExportOptions page(double width = 84, double height = 60)
{
    exports::ExportOptions options;
    options.millimetres = {width, height};
    options.theme = theme(QStringLiteral("light"));
    return options;
}

QString texOf(const std::vector<figures::Figure>& figures, const exports::ExportOptions& options = page())
{
    const Result<QByteArray> bytes = exports::exportFormat(QStringLiteral(".tex"))->write(figures, {}, options);
    EXPECT_TRUE(bool(bytes));
    return bytes ? QString::fromUtf8(*bytes) : QString();
}

TEST(ExportTex, SignsOfTheFieldAreMathematics)
{
    for (const auto& [text, tex] : {std::pair(u"10⁻⁶⁰²", "10$^{-602}$"), {u"‖δˡ‖", "$\\|\\delta ^{l}\\|$"},
             {u"δ₁", "$\\delta _{1}$"}, {u"σ′(z)", "$\\sigma '$(z)"}, {u"3·10⁻⁷", "3$\\cdot $10$^{-7}$"},
             {u"5–95 %", "5–95 \\%"}, {u"a_b & c#", "a\\_b \\& c\\#"}, {u"\\input{x}", "\\textbackslash{}input\\{x\\}"},
             {u"δ²₁", "$\\delta ^{2}_{1}$"}, {u"σ′²", "$\\sigma '^{2}$"}, {u"σ²′", "$\\sigma ^{2}{}'$"},
             {u"x²₁²", "x$^{2}_{1}{}^{2}$"}, {u"ção", "ção"}, {u"", ""}})
        EXPECT_EQ(exports::texText(QString::fromUtf16(text)).toStdString(), tex);
}

// What has no way to be written would end LaTeX, or be missing without a word.
TEST(ExportTex, EverySignOfEveryFigureCanBeWritten)
{
    model::Document wide;
    wide.scenario.width = 8;
    wide.scenario.depth = 12;
    wide.scenario.initializer = "scaled_normal";
    QSet<QString> lacking;
    for (const QString& language : text::availableLanguages()) {
        text::setLanguage(language);
        for (const model::Document& document : {model::Document{}, wide})
            for (const figures::FigureKind* kind : figures::figuresRegistry()) {
                const figures::Figure figure = figures::buildFigure(
                    *kind, results::computeSnapshot(document, kind->needs()), document.question, document.view);
                exports::RecordedPage recorded(exports::pageSize(page(174, 120)));
                exports::ExportPage(std::span(&figure, 1), document, page(174, 120)).draw(recorded, {1, 1}, true);
                for (const exports::RecordedItem& item : recorded.items())
                    if (const auto* drawn = std::get_if<exports::RecordedText>(&item))
                        for (const uint sign : drawn->text.toUcs4())
                            if (!exports::hasTex(sign))
                                lacking.insert(QString::fromUcs4(reinterpret_cast<const char32_t*>(&sign), 1));
            }
    }
    text::setLanguage(QStringLiteral("en"));
    EXPECT_TRUE(lacking.isEmpty()) << QStringList(lacking.begin(), lacking.end()).join(u' ').toStdString();
}

TEST(ExportTex, IsOnePictureOfItsSizeWithClosedGroups)
{
    text::setLanguage(QStringLiteral("en"));
    const QString tex = texOf({figureOfEverything()});
    EXPECT_TRUE(tex.contains(QStringLiteral("\\pgfpathrectangle{\\pgfpointorigin}{\\pgfqpoint{238.11bp}{170.079bp}}"
                                            "\\pgfusepath{use as bounding box,clip}")));
    int open = 0;
    for (qsizetype i = 0; i < tex.size(); ++i) {
        const bool escaped = i > 0 && tex[i - 1] == u'\\';
        open += tex[i] == u'{' && !escaped;
        open -= tex[i] == u'}' && !escaped;
        ASSERT_GE(open, 0) << i;
    }
    EXPECT_EQ(open, 0);
    EXPECT_EQ(tex.count(QStringLiteral("\\begin{pgfscope}")), tex.count(QStringLiteral("\\end{pgfscope}")));
    EXPECT_EQ(tex.count(u'$') % 2, 0);
    EXPECT_FALSE(tex.contains(QStringLiteral("nan")) || tex.contains(QStringLiteral("inf")));
    // commands of the basic layer, as the PGF manual writes them
    static const QRegularExpression command(QStringLiteral("\\\\(pgf[a-z]*)"));
    const QStringList known{QStringLiteral("pgfpathrectangle"), QStringLiteral("pgfpointorigin"),
        QStringLiteral("pgfqpoint"), QStringLiteral("pgfusepath"), QStringLiteral("pgfpathmoveto"),
        QStringLiteral("pgfpathlineto"), QStringLiteral("pgfpathcurveto"), QStringLiteral("pgfpathclose"),
        QStringLiteral("pgfsetfillcolor"), QStringLiteral("pgfsetstrokecolor"), QStringLiteral("pgfsetlinewidth"),
        QStringLiteral("pgfsetdash"), QStringLiteral("pgfsetbuttcap"), QStringLiteral("pgfsetrectcap"),
        QStringLiteral("pgfsetroundcap"), QStringLiteral("pgfsetmiterjoin"), QStringLiteral("pgfsetroundjoin"),
        QStringLiteral("pgfsetbeveljoin"), QStringLiteral("pgfseteorule"), QStringLiteral("pgftext"),
        QStringLiteral("pgfsetfillopacity"), QStringLiteral("pgfsetstrokeopacity")};
    const QString drawing = tex.mid(tex.indexOf(QStringLiteral("\\begingroup")));
    for (auto each = command.globalMatch(drawing); each.hasNext();)
        if (const QString name = each.next().captured(1); !known.contains(name))
            ADD_FAILURE() << name.toStdString();
}

TEST(ExportTex, TextsKeepTheEndThatTheyAreAlignedAt)
{
    text::setLanguage(QStringLiteral("en"));
    figures::Figure figure{.id = "x", .title = {"Title", {}}, .panels = {figures::Panel{}}};
    figures::Panel& panel = figure.panels[0];
    panel.x = {{"layer", {}}, "", figures::AxisScale::layers, 0.5, 3.5, 0};
    panel.y = {{"speed", {}}, "", figures::AxisScale::decades, -120, 0.5, 0};
    panel.elements = {
        figures::Line{.name = {"one", {}}, .role = figures::Role::primary, .x = {1, 2, 3}, .y = {-120, -60, 0}},
        figures::Line{.name = {"two", {}}, .role = figures::Role::secondary, .x = {1, 2, 3}, .y = {0, -60, -120}}};
    const QString tex = texOf({figure});
    const auto optionsOf = [&](const char* words) {
        const QString end = QLatin1String(words) + QLatin1String("}%");
        const qsizetype at = tex.indexOf(end);
        EXPECT_GE(at, 0) << words;
        const qsizetype start = tex.lastIndexOf(QStringLiteral("\\pgftext["), at);
        return tex.mid(start + 9, tex.indexOf(u']', start) - start - 9);
    };
    EXPECT_TRUE(optionsOf("Title").startsWith(QStringLiteral("base,left,")));
    EXPECT_TRUE(optionsOf("one").startsWith(QStringLiteral("base,left,"))) << "behind its sample";
    EXPECT_TRUE(optionsOf("10$^{-100}$").startsWith(QStringLiteral("base,right,"))) << "at the axis";
    EXPECT_TRUE(optionsOf("2").startsWith(QStringLiteral("base,x="))) << "under its tick";
    EXPECT_TRUE(optionsOf("speed").endsWith(QStringLiteral(",rotate=90")));
}

TEST(ExportTex, IsCompiledWhereLatexIsInstalled)
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdflatex")).isEmpty())
        GTEST_SKIP() << "pdflatex is not installed (texlive-latex-base and texlive-pictures)";
    const QTemporaryDir folder;
    model::Document wide;
    wide.scenario.width = 8;
    wide.scenario.depth = 12;
    wide.scenario.initializer = "scaled_normal";
    QByteArray paper =
        "\\documentclass{article}\n\\usepackage{pgf}\n\\pagestyle{empty}\n\\parindent0pt\n\\begin{document}\n";
    for (const QString& language : text::availableLanguages()) {
        text::setLanguage(language);
        for (const figures::FigureKind* kind : figures::figuresRegistry()) {
            const figures::Figure figure =
                figures::buildFigure(*kind, results::computeSnapshot(wide, kind->needs()), wide.question, wide.view);
            const QString name = language + u'-' + QString::fromUtf8(kind->id.data()) + QStringLiteral(".tex");
            QFile file(folder.filePath(name));
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(texOf({figure}, page(120, 80)).toUtf8());
            paper += "\\input{" + name.toUtf8() + "}\n\\newpage\n";
        }
    }
    text::setLanguage(QStringLiteral("en"));
    QFile file(folder.filePath(QStringLiteral("paper.tex")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(paper + "\\end{document}\n");
    file.close();
    QProcess latex;
    latex.setWorkingDirectory(folder.path());
    latex.start(QStringLiteral("pdflatex"),
        {QStringLiteral("-interaction=nonstopmode"), QStringLiteral("-halt-on-error"), QStringLiteral("paper.tex")});
    ASSERT_TRUE(latex.waitForFinished(300'000));
    const QByteArray said = latex.readAllStandardOutput();
    EXPECT_EQ(latex.exitCode(), 0) << said.right(2000).toStdString();
    EXPECT_FALSE(said.contains("Overfull")) << said.mid(said.indexOf("Overfull"), 300).toStdString();
    EXPECT_FALSE(said.contains("Missing character")) << said.mid(said.indexOf("Missing character"), 300).toStdString();
    EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("paper.pdf"))));
}

} // namespace export_tex_test
} // namespace deltascope::render
