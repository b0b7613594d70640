// SPDX-License-Identifier: GPL-3.0-or-later
// A file that nothing has a reason to open, and a watch that tells when something does: this process or any other, to
// read it or to run it.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <string>

#include <sys/inotify.h>
#include <unistd.h>

namespace deltascope {

class CanaryFile {
public:
    CanaryFile()
        : m_watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        QFile file(path());
        if (file.open(QIODevice::WriteOnly)) {
            file.write("#!/bin/sh\ntrue\n");
            file.close();
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        m_ready = inotify_add_watch(m_watch, QFile::encodeName(m_folder.path()).constData(), IN_OPEN | IN_ACCESS) >= 0;
    }
    ~CanaryFile() { close(m_watch); }
    CanaryFile(const CanaryFile&) = delete;
    CanaryFile& operator=(const CanaryFile&) = delete;

    bool ready() const { return m_ready; }
    QString path() const { return m_folder.filePath(QStringLiteral("bait.png")); }

    /// True where the bait was opened since this was last asked.
    bool touched()
    {
        char events[4096];
        bool any = false;
        while (read(m_watch, events, sizeof events) > 0)
            any = true;
        return any;
    }

    /// Names the bait in every way that some program has been made to open a file by.
    std::string words() const
    {
        QString text = QStringLiteral(
            "<b>x</b> <img src=\"%1\"> <img src='file://%1'><body background=\"%1\"><link rel=\"stylesheet\" "
            "href=\"%1\"><style>@import url(%1);</style><object data=\"%1\"></object><!ENTITY e SYSTEM \"%1\"> "
            "<a href=\"file://%1\">y</a> $(%1) `%1` |%1; %1 @%1 %%%1 \\input{%1} =HYPERLINK(\"%1\")");
        return text.replace(QStringLiteral("%1"), path()).toStdString();
    }

private:
    QTemporaryDir m_folder;
    int m_watch;
    bool m_ready = false;
};

/// A JSON string.
inline std::string quoted(const std::string& text)
{
    std::string json = "\"";
    for (const char character : text)
        json += (character == '"' || character == '\\' ? "\\" : "") + std::string(1, character);
    return json + "\"";
}

/// A document that is accepted, with `words` wherever it may have any.
inline QByteArray strangersDocument(const std::string& words)
{
    std::string pins;
    for (const char* weight : {"3", "100"})
        pins += (pins.empty() ? "" : ", ") + std::string("{\"name\": ") + quoted(words)
            + ", \"scenario\": {\"weight\": " + weight + "}}";
    return QByteArray::fromStdString("{\"format\": \"deltascope\", \"schema\": 1, \"weight\": 2, \"pins\": [" + pins
        + "], \"lesson\": {\"id\": " + quoted(words)
        + ", \"step\": 1}, \"view\": {\"figures\": [\"learning_speed\", \"factors\", \"compare\", \"network\"]}}");
}

/// A lesson that is accepted, with `words` wherever it may have any.
inline QByteArray strangersLesson(const std::string& words)
{
    const std::string said = quoted(words);
    const std::string goal = "{\"text\": " + said + ", \"measure\": {\"kind\": \"speed_spread\"}, \"at_most\": 2, "
        + "\"hints\": [" + said + ", " + said + "], \"solution\": {\"weight\": 4}}";
    return QByteArray::fromStdString("{\"format\": \"deltascope.lesson\", \"schema\": 1, \"title\": " + said
        + ", \"summary\": " + said + ", \"source\": " + said + ", \"steps\": [{\"text\": " + said
        + ", \"scenario\": {\"view\": {\"figures\": [\"learning_speed\", \"factors\"]}}, \"point_at\": "
        + "\"learning_speed\", \"question\": {\"text\": " + said + ", \"choices\": [" + said + ", " + said
        + "], \"right\": 1}, \"reveal\": {\"text\": " + said + ", \"point_at\": \"factors\"}}, {\"text\": " + said
        + ", \"goal\": " + goal + "}]}");
}

} // namespace deltascope
