// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QDate>

namespace holdpoint::runbooks::lint {

/// Everything an operations lead would want to know before somebody follows the document at night: what was found while
/// parsing, and what the rules find; in the order of the source. Codes and their cures: FORMAT.md.
///
/// Pure and linear in the document; any thread. Never judges what stands outside the document: no file, host or clock.
/// `others` are contacts that documents beside it define (the site's contact list).
QList<Diagnostic> lint(const Document &document, const QDate &today, const QList<Contact> &others = {});

} // namespace holdpoint::runbooks::lint
