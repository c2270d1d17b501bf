// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshconfig.h>

#include <app/ssh/configpass.h>
#include <app/ssh/sshconfigreader.h>

#include <models/session/transport.h>

#include <algorithm>

namespace holdpoint::ssh {

Result<SshConfig> SshConfig::load(const QStringList &files)
{
    SshConfig config;
    SshConfigReader reader(config);
    for (const QString &file : files) {
        if (auto read = reader.read(file); !read)
            return fail(read.error());
    }
    return config;
}

bool SshConfig::asksForFinalPass() const
{
    return std::any_of(m_blocks.begin(), m_blocks.end(),
                       [](const Block &block) { return block.criteria && block.criteria->asksForFinalPass(); });
}

Result<HostSettings> SshConfig::lookup(const QString &alias, const QString &user, const Naming &naming) const
{
    ConfigPass pass(*this, alias, user);
    if (auto read = pass.run(); !read)
        return fail(read.error());
    pass.settleHostName();
    const auto name = canonicalName(pass.settings(), naming);
    if (!name)
        return fail(name.error());
    pass.setHostName(*name);
    if (asksForFinalPass() || pass.settings().canonicalization != Canonicalization::None) {
        pass.beginFinal();
        if (auto read = pass.run(); !read)
            return fail(read.error());
    }
    return pass.settings();
}

QStringList SshConfig::hostAliases() const
{
    QStringList aliases;
    for (const Block &block : m_blocks) {
        for (const QByteArray &pattern : block.patterns) {
            const QString name = QString::fromUtf8(pattern);
            const bool isName = !pattern.contains('*') && !pattern.contains('?') && !pattern.startsWith('!');
            if (isName && session::isSafeHostName(name) && !aliases.contains(name))
                aliases.append(name);
        }
    }
    return aliases;
}

} // namespace holdpoint::ssh
