// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/sshconfig.h>

#include <tests/support/sshserver.h>

#include <QFile>
#include <QMap>
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
        const auto lookUp = [this](const QString &name, AddressFamily) -> Result<QString> {
            m_asked.append(name);
            if (m_names.contains(name))
                return m_names.value(name);
            return fail(ErrorKind::NotFound, QStringLiteral("no such name"));
        };
        return config->lookup(QString::fromLatin1(alias), QString::fromLatin1(user), {lookUp});
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
        if (!m_names.isEmpty())
            arguments = inNames() + arguments;
        if (*user != '\0')
            arguments << QStringLiteral("-l") << QString::fromLatin1(user);
        QByteArray printed;
        arguments << QString::fromLatin1(alias);
        const QString program = m_names.isEmpty() ? QStringLiteral("ssh") : arguments.takeFirst();
        if (!testing::runProgram(program, arguments, &printed))
            return std::nullopt;
        return StockAnswer(printed);
    }

    QTemporaryDir m_folder;
    QMap<QString, QString> m_names; ///< that have an address, and where each leads
    QStringList m_asked;            ///< the names that we looked up

private:
    /// The stock client in a world that knows these names and no others.
    QStringList inNames()
    {
        QByteArray hosts;
        for (auto name = m_names.cbegin(); name != m_names.cend(); ++name)
            hosts += "127.0.0.1 " + name.value().toUtf8() + ' ' + name.key().toUtf8() + '\n';
        return {QStringLiteral("bwrap"),      QStringLiteral("--dev-bind"),    QStringLiteral("/"),
                QStringLiteral("/"),          QStringLiteral("--ro-bind"),     write(hosts, QStringLiteral("hosts")),
                QStringLiteral("/etc/hosts"), QStringLiteral("--unshare-net"), QStringLiteral("ssh")};
    }
};

} // namespace holdpoint::ssh
