// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/session/runstate.h>

#include <QList>
#include <QString>

/// How long what is kept beside the records stays: retention.yaml in the folder of the settings (holdpoint-cli(1)).
namespace holdpoint::retention {

/// What the ledger keeps attached to its entries.
enum class Class {
    Recordings, ///< what the panes of a run showed
    Checks,     ///< all that automated checks printed
    Sources,    ///< the runbook as a run began with it
    Trusted,    ///< versions of runbook files that were trusted and have been followed by another one
};

struct Rule
{
    QString name; ///< as it will stand in the record
    QList<Class> classes;
    QList<session::Mode> modes; ///< of the runs it is about; Class::Trusted has none
    int keepDays = 0;           ///< since the end of the run, or since the version was trusted; 0: no longer than that
};

struct Rules
{
    enum class Apply { ByHand, AtStart };
    Apply apply = Apply::ByHand;
    QList<Rule> rules; ///< the first that is due erases
};

/// Reads the file. Errors: NotFound (no such file), Io, Invalid with line and reason: an unclear rule erases nothing.
Result<Rules> loadRules(const QString &path);

} // namespace holdpoint::retention
