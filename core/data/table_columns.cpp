// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <unordered_set>

namespace deltascope::data {

namespace {

/// Lower case, of ASCII and of Latin letters with accents, without blanks, bars, points and quotes.
std::string plainName(std::string_view name)
{
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        char c = name[i];
        if (c == ' ' || c == '_' || c == '-' || c == '.' || c == '\'')
            continue;
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        plain += c;
        if (c == '\xC3' && i + 1 < name.size()) { // U+00C0 … U+00DE are the capitals of U+00E0 … U+00FE
            const auto next = static_cast<unsigned char>(name[++i]);
            plain += static_cast<char>(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next);
        }
    }
    return plain;
}

constexpr std::size_t kMostColumnValues = 101;

struct Truth {
    std::string_view yes, no;
};
constexpr Truth kTruths[] = {{"true", "false"}, {"yes", "no"}, {"t", "f"}, {"y", "n"}, {"sim", "não"}, {"sim", "nao"},
    {"s", "n"}, {"verdadeiro", "falso"}, {"wahr", "falsch"}, {"ja", "nein"}, {"vrai", "faux"}, {"oui", "non"},
    {"sí", "no"}, {"si", "no"}, {"present", "absent"}, {"positive", "negative"}, {"pos", "neg"}};

} // namespace

ColumnSummary summaryOf(const reading::CsvTable& table, int column, std::size_t most)
{
    ColumnSummary summary;
    std::map<double, int> counts;
    for (int row = 0; row < table.rows(); ++row) {
        if (!table.isNumber(row, column)) {
            if (table.isMissing(row, column)) {
                ++summary.missing;
            } else if (summary.words++ == 0) {
                summary.firstWord = row;
            }
            continue;
        }
        const double value = table.number(row, column);
        ++summary.numbers;
        summary.whole = summary.whole && value == std::floor(value);
        if (counts.size() <= most)
            summary.mostOften = std::max(summary.mostOften, ++counts[value]);
    }
    for (const auto& [value, count] : counts)
        summary.values.push_back(value);
    return summary;
}

std::optional<int> findColumn(const reading::CsvTable& table, std::string_view name)
{
    for (std::size_t i = 0; i < table.names.size(); ++i)
        if (table.names[i] == name)
            return static_cast<int>(i);
    const std::string plain = plainName(name);
    for (std::size_t i = 0; i < table.names.size() && !plain.empty(); ++i)
        if (plainName(table.names[i]) == plain)
            return static_cast<int>(i);
    int number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec != std::errc() || read.ptr != name.data() + name.size() || number < 1 || number > table.columns())
        return std::nullopt;
    return number - 1;
}

std::vector<int> columnsNamed(const reading::CsvTable& table, std::string_view name)
{
    std::vector<int> columns;
    for (std::size_t i = 0; i < table.names.size(); ++i)
        if (table.names[i] == name)
            columns.push_back(static_cast<int>(i));
    return columns;
}

int targetRank(std::string_view name)
{
    static constexpr std::array<std::string_view, 49> kNames{"survived", "target", "targets", "label", "labels",
        "class", "classes", "classlabel", "targetclass", "species", "diagnosis", "diagnose", "outcome", "klasse",
        "klassen", "zielwert", "ziel", "zielgrösse", "classe", "clase", "especie", "espécie", "espèce", "alvo",
        "rótulo", "rotulo", "etiqueta", "étiquette", "objetivo", "cible", "etichetta", "categoria", "category",
        "kategorie", "catégorie", "digit", "desfecho", "diagnóstico", "diagnostico", "resposta", "response", "medv",
        "groundtruth", "labelid", "classid", "churn", "survival", "vote", "choice"};
    const std::string plain = plainName(name);
    if (plain == "y")
        return 1;
    const auto found = std::ranges::find(kNames, plain);
    return found == kNames.end() ? 0 : 2 + static_cast<int>(kNames.end() - found);
}

bool isIndexName(std::string_view name)
{
    static constexpr std::string_view kNames[] = {"", "id", "idx", "index", "row", "rows", "rownames", "rowid",
        "rowname", "unnamed:0", "no", "nr", "#", "obs", "identifier", "rownumber", "serialnumber", "serialno",
        "recordid", "studentnumber", "matrícula", "matricula", "nºdematrícula", "númerodematrícula",
        "numerodematricula", "registro", "linha", "índice", "indice", "identificador", "inscrição", "inscricao",
        "prontuário", "prontuario", "cpf", "nº", "n°", "zeile", "zeilennummer", "kennung", "matrikelnummer", "matrikel",
        "lfdnr", "fila", "legajo", "identificación", "ligne", "identifiant", "matricule", "riga", "matricola"};
    const std::string plain = plainName(name);
    const bool named = plain.size() > 2 && plain.ends_with("id") // PassengerId, customer_id, no grid and no acid
        && (name.ends_with("Id") || name.ends_with("ID") || name.ends_with("_id") || name.ends_with(" id"));
    const bool begins = name.starts_with("id_") || name.starts_with("ID_") || name.starts_with("Id_")
        || name.starts_with("id ") || name.starts_with("ID "); // id_aluno
    return named || begins || std::ranges::find(kNames, plain) != std::end(kNames);
}

bool countsRows(const reading::CsvTable& table, int column)
{
    const double first = table.number(0, column);
    for (int row = 0; row < table.rows(); ++row)
        if (table.number(row, column) != first + row) // false for what is no number
            return false;
    return first == 0 || first == 1;
}

bool tellsRowsApart(const reading::CsvTable& table, int column)
{
    std::unordered_set<double> numbers;
    std::unordered_set<int> words;
    for (int row = 0; row < table.rows(); ++row) {
        const double value = table.number(row, column);
        if (table.isNumber(row, column) ? value != std::floor(value) : table.isMissing(row, column))
            return false;
        if (table.isNumber(row, column))
            numbers.insert(value);
        else
            words.insert(table.word(row, column));
    }
    return table.rows() > 1 && 10 * (numbers.size() + words.size()) >= 9 * static_cast<std::size_t>(table.rows());
}

bool isTruth(const reading::CsvTable& table, int column)
{
    const std::vector<std::string>& words = table.words(column);
    if (words.size() != 2)
        return false;
    const std::string first = plainName(words[0]), second = plainName(words[1]);
    return std::ranges::any_of(kTruths, [&](const Truth& pair) {
        return (first == pair.yes && second == pair.no) || (first == pair.no && second == pair.yes);
    });
}

double inputValue(const reading::CsvTable& table, int row, int column)
{
    const int word = table.word(row, column);
    if (word < 0)
        return table.number(row, column);
    const std::string plain = plainName(table.words(column)[static_cast<std::size_t>(word)]);
    for (const Truth& pair : kTruths)
        if (plain == pair.yes || plain == pair.no)
            return plain == pair.yes ? 1 : 0;
    return std::numeric_limits<double>::quiet_NaN();
}

bool isPictures(const reading::CsvTable& table, int label)
{
    const int side = static_cast<int>(std::lround(std::sqrt(table.columns() - 1)));
    if (side < 4 || side * side != table.columns() - 1)
        return false;
    for (int row = 0; row < table.rows(); ++row)
        for (int column = 0; column < table.columns(); ++column) {
            const double value = table.number(row, column);
            if (column != label && !(value >= 0 && value <= 255 && value == std::floor(value)))
                return false;
        }
    return true;
}

bool looksLikeLabels(const reading::CsvTable& table, int column)
{
    const ColumnSummary summary = summaryOf(table, column, kMostColumnValues);
    const std::size_t count = summary.values.size();
    if (summary.numbers != table.rows() || !summary.whole || count < 2 || count >= kMostColumnValues)
        return false;
    const double first = summary.values.front(), last = summary.values.back();
    return (first == 0 || first == 1) && last - first + 1 == static_cast<double>(count)
        && 2 * summary.mostOften < table.rows();
}

bool sayTheSame(const reading::CsvTable& table, int left, int right)
{
    using Key = std::pair<int, double>; // the word, or −1 and the number
    const auto key = [&](int row, int column) {
        const int word = table.word(row, column);
        return Key{word, table.isNumber(row, column) ? table.number(row, column) : 0};
    };
    std::map<Key, Key> there, back;
    for (int row = 0; row < table.rows(); ++row) {
        const Key a = key(row, left), b = key(row, right);
        if (there.emplace(a, b).first->second != b || back.emplace(b, a).first->second != a
            || there.size() > kMostColumnValues)
            return false;
    }
    return true;
}

} // namespace deltascope::data
