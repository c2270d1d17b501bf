// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace holdpoint::ssh {

/// What a person has to know of a line of ssh_config(5) that is never acted on here and would be missed: "ForwardAgent has
/// no effect: no agent is forwarded". Empty for any other line, and for a value that switches nothing on. `keyword` is in
/// lower case.
QString noteOf(const QByteArray &keyword, const QList<QByteArray> &arguments, const QString &place);

} // namespace holdpoint::ssh
