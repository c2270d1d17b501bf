// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/interruption.h>
#include <app/cli/practiceverb.h>
#include <app/cli/print.h>
#include <app/practice/practicehost.h>

#include <QCoreApplication>

namespace holdpoint::cli {

ExitCode practice(const app::Paths &paths, quint16 port, Format format)
{
    const auto host = practice::PracticeHost::start(
        {.folder = paths.practice(), .toolsFolder = app::practiceToolsFolder(), .port = port});
    if (!host) {
        complain(host.error());
        return ExitCode::Connection;
    }
    const session::HostAddress address = (*host)->address();
    if (format == Format::Json) {
        printLine(QJsonObject{{QStringLiteral("host"), address.host},
                              {QStringLiteral("port"), address.port},
                              {QStringLiteral("user"), (*host)->userName()},
                              {QStringLiteral("host_key"), (*host)->hostKeyFingerprint()},
                              {QStringLiteral("identity"), (*host)->clientKeyFile()},
                              {QStringLiteral("known_hosts"), (*host)->knownHostsFile()}});
    } else {
        print(QStringLiteral("Practice host: %1\nHost key: %2\nLog in with: ssh -i %3 -o UserKnownHostsFile=%4 -p %5 %6@%7\n")
                  .arg(address.toString(), (*host)->hostKeyFingerprint(), (*host)->clientKeyFile(),
                       (*host)->knownHostsFile())
                  .arg(address.port)
                  .arg((*host)->userName(), address.host));
    }
    const Interruption interruption;
    QCoreApplication::exec();
    return ExitCode::Done;
}

} // namespace holdpoint::cli
