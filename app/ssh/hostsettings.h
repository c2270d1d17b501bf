// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/algorithmlist.h>

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace holdpoint::ssh {

enum class AddressFamily { Any, IPv4, IPv6 };

/// Whether the host's name is completed by a look-up of its own; OfAll: also where another host connects to it.
enum class Canonicalization { None, OfDirect, OfAll };

/// Names that may be led on by a CNAME, and where to: lists of patterns in lower case.
struct PermittedCname
{
    QByteArray from;
    QByteArray to;
};

/// What the SSH configuration says about one host; the first value found counts, identity and certificate files add up.
struct HostSettings
{
    QString hostName;     ///< to connect to: lower case, an address in the form the system gives it
    QString lookedUpName; ///< by which its address is looked up where that is not the host name
    std::optional<QString> user;
    std::optional<quint16> port;
    QStringList identityFiles;    ///< as written: "~" and tokens not yet expanded
    QStringList certificateFiles; ///< as written
    bool identitiesOnly = false;
    std::optional<QString> identityAgent; ///< as written; "none" switches the agent off
    QStringList knownHostsFiles;          ///< as written
    std::optional<QStringList> globalKnownHostsFiles;
    bool hashKnownHosts = false;
    QString revokedHostKeys; ///< as written; empty: no such file
    QString hostKeyAlias;
    std::map<AlgorithmKind, QByteArray> algorithms; ///< as written; of those kinds that something is said about
    std::optional<int> leastRsaBits;
    std::optional<QStringList> loginMethods; ///< in order: "publickey", ...
    QStringList refusedLoginMethods;
    int secretPrompts = 3;                    ///< how often a password is asked for
    std::optional<int> connectTimeoutSeconds; ///< 0: ssh(1) would wait for as long as the system does
    int connectionAttempts = 1;
    AddressFamily addressFamily = AddressFamily::Any;
    QString bindAddress; ///< to connect from; empty: as the system chooses
    bool tcpKeepAlive = true;
    std::optional<int> serverAliveSeconds; ///< 0: ssh(1) would not ask for signs of life
    std::optional<int> serverAliveCount;
    QList<QByteArray> sendEnv; ///< patterns of names
    QList<QByteArray> setEnv;  ///< "NAME=VALUE"
    Canonicalization canonicalization = Canonicalization::None;
    QStringList canonicalDomains;
    int canonicalizeMaxDots = 1;
    bool canonicalizeFallbackLocal = true; ///< a name that none of the domains completes is taken as it is
    QList<PermittedCname> permittedCnames;
    QString proxyJump;          ///< "a,ops@b:2222" as written, the host's own neighbour last; empty: reached directly
    bool saysProxyJump = false; ///< "none" too: to ssh(1) such a host is not reached directly where names are completed
    QString proxyCommand;       ///< as written; never run, so that such a host cannot be reached
    QStringList notes;          ///< what was skipped and why, for people
};

} // namespace holdpoint::ssh
