// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/canonicalname.h>
#include <app/ssh/sshconfig.h>

#include <QSet>

#include <vector>

namespace holdpoint::ssh {

/// One reading of the configuration for one host, from top to bottom, as ssh(1) does it: the first value of a keyword
/// counts, and a Match is held against what is known when it is reached. A second reading, for the final name, adds to
/// the first.
class ConfigPass
{
public:
    ConfigPass(const SshConfig &config, const QString &alias, const QString &user);

    /// Errors: Invalid, with file and line, for a value that cannot be used.
    Result<> run();
    /// The name to connect to is decided.
    void settleHostName();
    void setHostName(const CanonicalName &name)
    {
        m_settings.hostName = name.name;
        m_settings.lookedUpName = name.lookedUp;
    }
    void beginFinal();

    [[nodiscard]] const HostSettings &settings() const { return m_settings; }

private:
    [[nodiscard]] bool applies(int block);
    [[nodiscard]] bool meetsConditions(const SshConfig::Block &block);
    [[nodiscard]] MatchSubject subject() const;
    Result<> take(const SshConfig::Directive &directive);
    void noteUnsupported(const SshConfig::Directive &directive);
    void note(const QString &text);

    const SshConfig &m_config;
    const QString m_alias;
    bool m_isFinal = false;
    HostSettings m_settings;
    QSet<QByteArray> m_decided;                 ///< the keywords' subjects
    std::vector<std::optional<bool>> m_applies; ///< of the blocks reached in this reading
};

} // namespace holdpoint::ssh
