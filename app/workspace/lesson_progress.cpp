// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/lesson_progress.h"

#include "files/settings.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace deltascope::workspace {

namespace {

/// Names of the user's own files may hold what a settings key cannot.
QString settingsKey(const lessons::Lesson& lesson)
{
    const QByteArray id = QByteArray::fromStdString(lesson.id);
    return QStringLiteral("lessons/")
        + QString::fromLatin1(QCryptographicHash::hash(id, QCryptographicHash::Sha1).toHex());
}

QJsonObject toJson(const StepRecord& record)
{
    QJsonObject json;
    if (const auto& answer = record.answer) {
        json[QStringLiteral("choice")] = answer->choice;
        json[QStringLiteral("number")] = answer->number;
        json[QStringLiteral("given")] = answer->given.toString(Qt::ISODate);
        if (answer->measured)
            json[QStringLiteral("measured")] = *answer->measured;
        if (answer->right)
            json[QStringLiteral("right")] = *answer->right;
    }
    if (record.best)
        json[QStringLiteral("best")] = *record.best;
    json[QStringLiteral("reached")] = record.reached;
    json[QStringLiteral("hints")] = record.hints;
    json[QStringLiteral("wrong")] = record.wrong;
    return json;
}

StepRecord fromJson(const QJsonObject& json, const lessons::LessonStep& step)
{
    StepRecord record;
    const auto number = [&](const char* key) -> std::optional<double> {
        const QJsonValue value = json[QLatin1String(key)];
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    const int choice = json[QLatin1String("choice")].toInt(-2);
    const int choices = step.question ? static_cast<int>(step.question->choices.size()) : 0;
    if (step.question && choice >= -1 && choice < choices && (choice == -1) == (choices == 0)) {
        LessonAnswer answer;
        answer.choice = choice;
        answer.number = number("number").value_or(0);
        answer.measured = number("measured");
        answer.given = QDateTime::fromString(json[QLatin1String("given")].toString(), Qt::ISODate);
        if (const QJsonValue right = json[QLatin1String("right")]; right.isBool())
            answer.right = right.toBool();
        record.answer = std::move(answer);
    }
    record.wrong = std::max(0, json[QLatin1String("wrong")].toInt());
    if (step.goal) {
        record.reached = json[QLatin1String("reached")].toBool();
        record.best = number("best");
        record.hints = std::clamp(json[QLatin1String("hints")].toInt(), 0, static_cast<int>(step.goal->hints.size()));
    }
    return record;
}

} // namespace

std::vector<StepRecord> readLessonProgress(const lessons::Lesson& lesson, int& step)
{
    std::vector<StepRecord> records(lesson.steps.size());
    step = 0;
    const auto settings = files::openSettings();
    if (!settings)
        return records;
    const QJsonObject json = QJsonDocument::fromJson(settings->value(settingsKey(lesson)).toByteArray()).object();
    const QJsonArray steps = json[QLatin1String("steps")].toArray();
    if (steps.size() != static_cast<qsizetype>(records.size()))
        return records;
    for (std::size_t i = 0; i < records.size(); ++i)
        records[i] = fromJson(steps[static_cast<qsizetype>(i)].toObject(), lesson.steps[i]);
    step = std::clamp(json[QLatin1String("step")].toInt(), 0, static_cast<int>(records.size()) - 1);
    return records;
}

void keepLessonProgress(const lessons::Lesson& lesson, int step, const std::vector<StepRecord>& records)
{
    const auto settings = files::openSettings();
    if (!settings)
        return;
    QJsonArray steps;
    for (const StepRecord& record : records)
        steps.append(toJson(record));
    const QJsonObject json{{QStringLiteral("step"), step}, {QStringLiteral("steps"), steps}};
    settings->setValue(settingsKey(lesson), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace deltascope::workspace
