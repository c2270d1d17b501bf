// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/sshconfig.h>

#include <tests/support/sshserver.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

/// What the stock client's -G prints of a configuration.
class StockAnswer
{
public:
    explicit StockAnswer(const QByteArray &printed)
        : m_lines(printed.split('\n'))
    {
    }

    [[nodiscard]] QStringList values(const QByteArray &keyword) const
    {
        QStringList found;
        for (const QByteArray &line : m_lines) {
            if (line.startsWith(keyword + ' '))
                found.append(QString::fromUtf8(line.mid(keyword.size() + 1)));
        }
        return found;
    }
    [[nodiscard]] QString value(const QByteArray &keyword) const { return values(keyword).value(0); }

private:
    QByteArrayList m_lines;
};

/// A configuration in a file, and what we and the stock client make of it.
class SshConfigTest : public ::testing::Test
{
protected:
    QString write(const QByteArray &content, const QString &name = QStringLiteral("config"))
    {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        return file.fileName();
    }
    Result<HostSettings> tryLookup(const QByteArray &content, const char *alias, const char *user = "")
    {
        const auto config = SshConfig::load({write(content)});
        if (!config)
            return fail(config.error());
        return config->lookup(QString::fromLatin1(alias), QString::fromLatin1(user));
    }
    HostSettings lookup(const QByteArray &content, const char *alias, const char *user = "")
    {
        const auto settings = tryLookup(content, alias, user);
        EXPECT_TRUE(settings) << (settings ? "" : settings.error().detail.toStdString());
        return settings.value_or(HostSettings{});
    }
    /// Nothing when the stock client refuses the configuration.
    std::optional<StockAnswer> stock(const QByteArray &content, const char *alias, const char *user = "")
    {
        QStringList arguments{QStringLiteral("-G"), QStringLiteral("-F"), write(content)};
        if (*user != '\0')
            arguments << QStringLiteral("-l") << QString::fromLatin1(user);
        QByteArray printed;
        if (!testing::runProgram(QStringLiteral("ssh"), arguments << QString::fromLatin1(alias), &printed))
            return std::nullopt;
        return StockAnswer(printed);
    }

    QTemporaryDir m_folder;
};

} // namespace holdpoint::ssh
