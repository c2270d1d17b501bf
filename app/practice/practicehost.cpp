// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/practice/practicehost.h>

#include <app/practice/containment.h>
#include <app/practice/practicekeys.h>
#include <app/practice/practiceserver.h>

#include <models/base/privatefile.h>

#include <QDir>
#include <QFile>

namespace holdpoint::practice {

namespace {

// Debian's /etc/bash.bashrc sets its own prompt and a login shell its own PATH, so both are set again where bash looks
// last.
constexpr const char *startUp = "# Written by Holdpoint at every start of the practice host.\n"
                                "PS1='[PRACTICE] \\w\\$ '\n"
                                "[ -z \"$HOLDPOINT_PRACTICE_TOOLS\" ] || case \"$PATH:\" in\n"
                                "\"$HOLDPOINT_PRACTICE_TOOLS:\"*) ;;\n"
                                "*) PATH=\"$HOLDPOINT_PRACTICE_TOOLS:$PATH\" ;;\n"
                                "esac\n";

Result<> prepareHome(const QString &home)
{
    if (auto made = makePrivateFolder(home); !made)
        return made;
    if (auto written = writePrivateFile(home + QStringLiteral("/.bashrc"), startUp); !written)
        return written;
    return writePrivateFile(home + QStringLiteral("/.bash_profile"), ". ~/.bashrc\n");
}

} // namespace

Result<std::unique_ptr<PracticeHost>> PracticeHost::start(const Options &options)
{
    const QString folder = QDir(options.folder).absolutePath();
    auto keys = preparePracticeKeys(folder);
    if (!keys)
        return fail(keys.error());
    const QString home = folder + QStringLiteral("/home");
    const QString state = folder + QStringLiteral("/state");
    if (auto prepared = prepareHome(home); !prepared)
        return fail(prepared.error());
    if (auto made = makePrivateFolder(state); !made)
        return fail(made.error());
    std::unique_ptr<PracticeHost> host(new PracticeHost);
    host->m_fingerprint = keys->fingerprint;
    host->m_clientKeyFile = keys->clientKeyFile;
    host->m_knownHostsFile = keys->knownHostsFile;
    host->m_stateFolder = state;
    const QString tools = options.toolsFolder.isEmpty() ? QString() : QDir(options.toolsFolder).absolutePath();
    host->m_contained = canContain();
    auto server = PracticeServer::start(
        options.port, std::move(*keys),
        {QFile::encodeName(home), QFile::encodeName(state), QFile::encodeName(tools), host->m_contained});
    if (!server)
        return fail(server.error());
    host->m_server = std::move(*server);
    return host;
}

PracticeHost::~PracticeHost() = default;

session::HostAddress PracticeHost::address() const
{
    return {userName(), QStringLiteral("127.0.0.1"), m_server->port(), true};
}

QString PracticeHost::userName() const
{
    return QString::fromLatin1(PracticeConnection::userName);
}

} // namespace holdpoint::practice
