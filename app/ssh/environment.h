// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QList>

namespace holdpoint::ssh {

struct EnvironmentVariable
{
    QByteArray name;
    QByteArray value;

    friend bool operator==(const EnvironmentVariable &, const EnvironmentVariable &) = default;
};

/// What a channel's environment is to hold: those of our own ("NAME=VALUE") that SendEnv names by patterns, then those of
/// SetEnv ("NAME=VALUE"), as ssh_config(5) has it. A host takes what its AcceptEnv allows.
QList<EnvironmentVariable> environmentToSend(const QList<QByteArray> &own, const QList<QByteArray> &sendPatterns,
                                             const QList<QByteArray> &set);

/// This program's own environment, "NAME=VALUE" each.
QList<QByteArray> ownEnvironment();

} // namespace holdpoint::ssh
