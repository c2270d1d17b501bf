// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/canonicalname.h>
#include <app/ssh/hostsettings.h>
#include <app/ssh/matchcriteria.h>

#include <models/base/result.h>

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace holdpoint::ssh {

/// A reader of ssh_config(5) that never runs anything: no "Match exec", no ProxyCommand, no shell.
///
/// A Match block that would need it is skipped with a note. StrictHostKeyChecking has no effect.
/// Thread: none of its own; load() does blocking file I/O, lookup() waits for the names it looks up, the rest is a value.
class SshConfig
{
public:
    /// Reads the files in order; one that does not exist is empty.
    /// Errors: Io or Invalid (with file and line) for what cannot be read.
    static Result<SshConfig> load(const QStringList &files);

    /// `user` is the one to log in as, where that is said already; empty: as the configuration says. Where a "Match final"
    /// stands anywhere, or the name is made canonical, the configuration is read a second time, for the host's final name.
    /// Errors: Invalid, with file and line, for a value of this host that cannot be used; those of canonicalName().
    [[nodiscard]] Result<HostSettings> lookup(const QString &alias, const QString &user, const Naming &naming) const;
    /// The host names without wildcards, in the order of the files, for a list to choose from.
    [[nodiscard]] QStringList hostAliases() const;

private:
    friend class SshConfigReader;
    friend class ConfigPass;

    struct Block
    {
        int parent = -1; ///< the block an Include stands in
        QString place;   ///< "FILE:LINE"
        QList<QByteArray> patterns; ///< of a Host
        std::optional<MatchCriteria> criteria; ///< of a Match
    };
    struct Directive
    {
        int block = -1; ///< -1: before the first Host, for all
        QByteArray keyword; ///< lower case
        QList<QByteArray> arguments;
        QString place; ///< "FILE:LINE"
    };

    [[nodiscard]] bool asksForFinalPass() const;

    QList<Block> m_blocks;
    QList<Directive> m_directives;
};

/// The values a text of the configuration may refer to (TOKENS in ssh_config(5)).
struct ConfigTokens
{
    QString originalHost; ///< %n
    QString host;         ///< %h
    QString remoteUser;   ///< %r
    quint16 port = 22;    ///< %p
    QString hostKeyAlias{}; ///< %k, where there is one
};

/// Expands "%d", "%h", "%i", "%L", "%l", "%n", "%p", "%r", "%u" and "%%". Errors: Invalid for any other token.
Result<QString> expandTokens(const QString &text, const ConfigTokens &tokens);
/// The same, and "~/" at the beginning.
Result<QString> expandPath(const QString &path, const ConfigTokens &tokens);
/// The same, and "%C", "%k" and "${NAME}" from the environment, for the keywords that ssh(1) does so for (TOKENS and
/// ENVIRONMENT VARIABLES in ssh_config(5)). Errors: Invalid also for a variable that is not set.
Result<QString> expandFileName(const QString &path, const ConfigTokens &tokens);

/// The local user's name and home folder, from the password database as ssh(1) takes them.
QString localUserName();
QString homeFolder();

} // namespace holdpoint::ssh
