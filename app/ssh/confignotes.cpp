// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/confignotes.h>

#include <map>

namespace holdpoint::ssh {

namespace {

struct Unsupported
{
    const char *spelled;
    const char *consequence;
    QList<QByteArray> harmless{"no", "false", "none"}; ///< values that switch nothing on
};

const std::map<QByteArray, Unsupported> &unsupported()
{
    static const std::map<QByteArray, Unsupported> table{
        {"remotecommand", {"RemoteCommand", "panes run the login shell, checks their own command"}},
        {"requesttty", {"RequestTTY", "panes always have a terminal, checks never", {"auto"}}},
        {"sessiontype", {"SessionType", "panes run the login shell, checks their own command", {"default"}}},
        {"localforward", {"LocalForward", "no port is forwarded"}},
        {"remoteforward", {"RemoteForward", "no port is forwarded"}},
        {"dynamicforward", {"DynamicForward", "no port is forwarded"}},
        {"forwardagent", {"ForwardAgent", "no agent is forwarded"}},
        {"forwardx11", {"ForwardX11", "no X11 connection is forwarded"}},
        {"tunnel", {"Tunnel", "no device is forwarded"}},
        {"permitlocalcommand", {"PermitLocalCommand", "no LocalCommand is run"}},
        {"knownhostscommand", {"KnownHostsCommand", "it is not run, and the keys it would name are unknown"}},
        {"bindinterface", {"BindInterface", "use BindAddress"}},
        {"hostbasedauthentication", {"HostbasedAuthentication", "no login of that kind is tried"}},
        {"gssapiauthentication", {"GSSAPIAuthentication", "no login of that kind is tried"}},
        {"pkcs11provider", {"PKCS11Provider", "add the token's keys to the agent: ssh-add -s"}},
        {"verifyhostkeydns", {"VerifyHostKeyDNS", "keys are compared with known_hosts only"}},
        {"nohostauthenticationforlocalhost", {"NoHostAuthenticationForLocalhost", "the key of every host is checked"}},
        {"stricthostkeychecking",
         {"StrictHostKeyChecking", "a key that is recorded nowhere is always asked about", {"ask", "yes", "true"}}},
    };
    return table;
}

} // namespace

QString noteOf(const QByteArray &keyword, const QList<QByteArray> &arguments, const QString &place)
{
    const auto found = unsupported().find(keyword);
    if (found == unsupported().end() || found->second.harmless.contains(arguments.front().toLower()))
        return {};
    // The system's own files say this to everybody, most of whom have never heard of it.
    if (keyword == "gssapiauthentication" && place.startsWith(QLatin1String("/etc/ssh/")))
        return {};
    return QStringLiteral("%1: %2 has no effect: %3")
        .arg(place, QLatin1String(found->second.spelled), QLatin1String(found->second.consequence));
}

} // namespace holdpoint::ssh
