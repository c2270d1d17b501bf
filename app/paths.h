// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::app {

/// The folders the program reads and writes.
struct Paths
{
    QString data;   ///< ledger, logs, practice host: ~/.local/share/holdpoint
    QString config; ///< settings: ~/.config/holdpoint

    /// The XDG folders, or those given in their place when not empty.
    static Paths choose(const QString &data, const QString &config);

    [[nodiscard]] QString ledger() const { return data + QStringLiteral("/ledger"); }
    [[nodiscard]] QString logs() const { return data + QStringLiteral("/log"); }
    [[nodiscard]] QString files() const { return data + QStringLiteral("/files"); } ///< fetched from hosts, by run
    [[nodiscard]] QString retentionRules() const { return config + QStringLiteral("/retention.yaml"); }
    [[nodiscard]] QString practice() const { return data + QStringLiteral("/practice"); }
};

/// The shipped runbooks: beside the installed program, else in the source tree it was built from.
QString libraryFolder();
/// The practice host's stand-in commands, likewise.
QString practiceToolsFolder();

/// Who works here, for the ledger: "user@host".
QString localOperator();

} // namespace holdpoint::app
