// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/canonicalname.h>

#include <app/ssh/canonicalhost.h>

#include <models/base/sshpattern.h>
#include <models/session/transport.h>

#include <optional>

namespace holdpoint::ssh {

namespace {

/// A name that has an address, and where its CNAME leads.
struct FoundName
{
    QString lookedUp;
    QString name;
    QString target;
};
using Found = Result<std::optional<FoundName>>;

QString withoutDot(const QString &name) { return name.endsWith(u'.') ? name.chopped(1) : name; }

class Canonicalizer
{
public:
    Canonicalizer(const HostSettings &settings, const Naming &naming)
        : m_settings(settings)
        , m_naming(naming)
    {
    }

    Result<CanonicalName> run() const
    {
        const bool concerns = m_settings.canonicalization == Canonicalization::OfAll
                              || (m_settings.canonicalization == Canonicalization::OfDirect && isDirect());
        if (!concerns || isAddress(host()))
            return CanonicalName{host(), {}};
        const Found completed = complete();
        if (!completed)
            return fail(completed.error());
        return *completed ? led(**completed) : asItIs();
    }

private:
    [[nodiscard]] const QString &host() const { return m_settings.hostName; }
    [[nodiscard]] bool isDirect() const
    {
        return !m_naming.isBehindJumpHost && !m_settings.saysProxyJump && m_settings.proxyCommand.isEmpty();
    }

    [[nodiscard]] Found look(const QString &name) const
    {
        const auto target = m_naming.lookUp(name, m_settings.addressFamily);
        if (target)
            return FoundName{name, withoutDot(name), withoutDot(*target)};
        if (target.error().kind != ErrorKind::NotFound)
            return fail(target.error());
        return std::nullopt;
    }

    /// A dot at the end of what is looked up keeps the system's own search list out.
    [[nodiscard]] Found complete() const
    {
        if (host().endsWith(u'.'))
            return orFallback(look(host()));
        if (host().count(u'.') > m_settings.canonicalizeMaxDots)
            return std::nullopt;
        for (const QString &domain : m_settings.canonicalDomains) {
            if (domain.compare(u"none", Qt::CaseInsensitive) == 0)
                break;
            const Found found = look(host() + u'.' + domain + u'.');
            if (!found || *found)
                return found;
        }
        return orFallback(std::nullopt);
    }

    [[nodiscard]] Found orFallback(const Found &found) const
    {
        if (!found || *found || m_settings.canonicalizeFallbackLocal)
            return found;
        return fail(
            ErrorKind::NotFound,
            QStringLiteral("%1 has no address in %2, and CanonicalizeFallbackLocal of the SSH configuration says "
                           "not to take the name as it is")
                .arg(host(), m_settings.canonicalDomains.isEmpty() ? QStringLiteral("CanonicalDomains")
                                                                   : m_settings.canonicalDomains.join(u", ")));
    }

    /// Its CNAME may still count, as the system finds it.
    [[nodiscard]] Result<CanonicalName> asItIs() const
    {
        if (m_settings.permittedCnames.isEmpty())
            return CanonicalName{host(), {}};
        const Found found = look(host());
        if (!found)
            return fail(found.error());
        if (*found)
            return led({host(), host(), (*found)->target});
        if (!isDirect())
            return CanonicalName{host(), {}};
        return fail(ErrorKind::NotFound, QStringLiteral("no address for %1").arg(host()));
    }

    [[nodiscard]] Result<CanonicalName> led(const FoundName &found) const
    {
        if (found.target.isEmpty() || found.target == found.name)
            return CanonicalName{found.name, found.lookedUp};
        for (const PermittedCname &rule : m_settings.permittedCnames) {
            const bool applies = matchesList(found.name.toLower().toUtf8(), rule.from)
                                 && matchesList(found.target.toLower().toUtf8(), rule.to);
            if (applies && !session::isSafeHostName(found.target))
                return fail(ErrorKind::Invalid,
                            QStringLiteral("the name servers lead %1 to what is no safe name").arg(found.name));
            if (applies)
                return CanonicalName{found.target, found.lookedUp};
        }
        return CanonicalName{found.name, found.lookedUp};
    }

    const HostSettings &m_settings;
    const Naming &m_naming;
};

} // namespace

Result<CanonicalName> canonicalName(const HostSettings &settings, const Naming &naming)
{
    return Canonicalizer(settings, naming).run();
}

} // namespace holdpoint::ssh
