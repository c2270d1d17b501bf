// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace holdpoint::ssh {

/// What the SSH configuration says about one host; the first value found counts, identity and certificate files add up.
struct HostSettings
{
    QString hostName; ///< the alias itself when the configuration names no other
    std::optional<QString> user;
    std::optional<quint16> port;
    QStringList identityFiles; ///< as written: "~" and tokens not yet expanded
    QStringList certificateFiles; ///< as written
    bool identitiesOnly = false;
    std::optional<QString> identityAgent; ///< as written; "none" switches the agent off
    QStringList knownHostsFiles;          ///< as written
    QString hostKeyAlias;
    std::optional<int> connectTimeoutSeconds;
    QString proxyJump;    ///< "a,ops@b:2222" as written, the host's own neighbour last; empty: reached directly
    QString proxyCommand; ///< as written; never run, so that such a host cannot be reached
    QStringList notes;    ///< what was skipped and why, for the log
};

/// A reader of ssh_config(5) that never runs anything: no "Match exec", no ProxyCommand, no shell.
///
/// A Match block other than "Match all" is skipped with a note. StrictHostKeyChecking has no effect.
/// Thread: none of its own; load() does blocking file I/O, the rest is a value.
class SshConfig
{
public:
    /// Reads the files in order; one that does not exist is empty.
    /// Errors: Io or Invalid (with file and line) for what cannot be read.
    static Result<SshConfig> load(const QStringList &files);

    /// Errors: Invalid, with file and line, for a value of this host that cannot be used.
    [[nodiscard]] Result<HostSettings> lookup(const QString &alias) const;
    /// The host names without wildcards, in the order of the files, for a list to choose from.
    [[nodiscard]] QStringList hostAliases() const;

private:
    friend class SshConfigReader;

    struct Block
    {
        int parent = -1; ///< the block an Include stands in
        bool matchesAll = false;
        QString skipped; ///< why the block never applies
        QList<QByteArray> patterns;
    };
    struct Directive
    {
        int block = -1; ///< -1: before the first Host, for all
        QByteArray keyword; ///< lower case
        QList<QByteArray> arguments;
        QString place; ///< "FILE:LINE"
    };

    [[nodiscard]] bool applies(int block, const QByteArray &alias) const;

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
};

/// Expands "%d", "%h", "%i", "%L", "%l", "%n", "%p", "%r", "%u" and "%%". Errors: Invalid for any other token.
Result<QString> expandTokens(const QString &text, const ConfigTokens &tokens);
/// The same, and "~/" at the beginning.
Result<QString> expandPath(const QString &path, const ConfigTokens &tokens);

/// The local user's name and home folder, from the password database as ssh(1) takes them.
QString localUserName();
QString homeFolder();

} // namespace holdpoint::ssh
