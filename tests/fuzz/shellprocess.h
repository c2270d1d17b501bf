// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

#include <cstddef>
#include <cstdint>

namespace holdpoint::fuzz {

/// What a real bash said.
struct ShellAnswer
{
    int status = -1; ///< -1: ended by a signal or by the time limit
    QByteArray output;
    QByteArray errors;
};

/// Runs bash on a text, with no program in reach: builtins only.
inline ShellAnswer askBash(const QStringList &options, const QByteArray &text)
{
    QProcess bash;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/nonexistent"));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    bash.setProcessEnvironment(environment);
    bash.setWorkingDirectory(QStringLiteral("/proc/self/fdinfo"));
    bash.start(QStringLiteral("/bin/bash"), options + QStringList{QStringLiteral("-c"), QStringLiteral("--"), QString::fromUtf8(text)});
    bash.closeWriteChannel();
    if (!bash.waitForFinished(5000)) {
        bash.kill();
        bash.waitForFinished();
        return {};
    }
    const bool ended = bash.exitStatus() == QProcess::NormalExit;
    return {ended ? bash.exitCode() : -1, bash.readAllStandardOutput(), bash.readAllStandardError()};
}

/// A text of tokens: each byte picks one, so that mutations stay close to what people write.
inline QByteArray textOf(const std::uint8_t *data, std::size_t size, const QByteArrayList &tokens)
{
    QByteArray text;
    for (std::size_t i = 0; i < size; ++i)
        text += tokens[data[i] % tokens.size()];
    return text;
}

/// Puts the text into a file that only its owner can read; false where it cannot be.
inline bool putText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size()
           && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace holdpoint::fuzz
