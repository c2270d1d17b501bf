// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshconfig.h>

#include <app/ssh/canonicalhost.h>
#include <app/ssh/configpass.h>
#include <app/ssh/sshconfigreader.h>

#include <models/session/transport.h>

#include <algorithm>

namespace holdpoint::ssh {

namespace {

/// A name that ssh(1) would first complete by CanonicalDomains could lead elsewhere as it is.
Result<> requireNoLookUp(const HostSettings &settings, const QString &alias)
{
    const QString &host = settings.hostName;
    const bool isDirect = settings.proxyJump.isEmpty() && settings.proxyCommand.isEmpty();
    const bool concerns = settings.canonicalization == Canonicalization::OfAll
                          || (settings.canonicalization == Canonicalization::OfDirect && isDirect);
    const bool isOpen = !settings.canonicalDomains.isEmpty() && settings.canonicalDomains.front().toLower() != QLatin1String("none")
                        && host.count(QLatin1Char('.')) <= settings.canonicalizeMaxDots;
    if (!concerns || isAddress(host) || !(isOpen || host.endsWith(QLatin1Char('.'))))
        return {};
    return fail(ErrorKind::Invalid,
                QStringLiteral("CanonicalizeHostname of the SSH configuration means another name than \"%1\" for %2, as "
                               "%1.%3, and Holdpoint looks up none: write the full name, or as HostName of this host")
                    .arg(host, alias, settings.canonicalDomains.value(0)));
}

} // namespace

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

Result<HostSettings> SshConfig::lookup(const QString &alias, const QString &user) const
{
    ConfigPass pass(*this, alias, user);
    auto read = pass.run();
    pass.settleHostName();
    if (read)
        read = requireNoLookUp(pass.settings(), alias);
    if (read && (asksForFinalPass() || pass.settings().canonicalization != Canonicalization::None)) {
        pass.beginFinal();
        read = pass.run();
    }
    return read ? Result<HostSettings>(pass.settings()) : fail(read.error());
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
