// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/hostsettings.h>

#include <QByteArray>
#include <QList>

namespace holdpoint::ssh {

enum class KeywordEffect {
    Taken,     ///< the value counts; later ones do not
    Undecided, ///< the value leaves the choice to later ones
    Unusable,  ///< the value cannot be used
};

/// A keyword of ssh_config(5) that has an effect here.
struct ConfigKeyword
{
    using Apply = KeywordEffect (*)(HostSettings &, const QList<QByteArray> &arguments);

    QByteArray subject; ///< what it decides; the first of those that share one counts
    Apply apply;
    bool addsUp = false; ///< every value counts

    /// Nothing for a keyword without effect. `name` is in lower case.
    static const ConfigKeyword *find(const QByteArray &name);
};

} // namespace holdpoint::ssh
