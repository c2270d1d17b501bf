// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/documentverbs.h>

#include <QString>

namespace holdpoint::cli {

struct RetainRequest
{
    QString ledger; ///< the file
    QString rules;  ///< the file with the rules
    enum class Act { Tell, Erase };
    Act act = Act::Erase;
    QString operatorName; ///< empty: app::localOperator()
    Format format = Format::Text;
};

/// Erases what the rules say is due, or tells it. To tell works while another Holdpoint has the ledger open.
ExitCode ledgerRetain(const RetainRequest &request);

struct EraseRequest
{
    QString ledger; ///< the file
    QString run;    ///< id of the run, or its beginning
    QString reason;
    enum class Consent { Asked, Given };
    Consent consent = Consent::Asked;
    QString operatorName; ///< empty: app::localOperator()
    Format format = Format::Text;
};

/// Erases everything that is attached to one run, after a question.
ExitCode ledgerErase(const EraseRequest &request);

/// Who has looked at recordings; `run` is an id or its beginning, empty for all. Works while another Holdpoint has the
/// ledger open.
ExitCode ledgerViews(const QString &ledger, const QString &run, Format format);

} // namespace holdpoint::cli
