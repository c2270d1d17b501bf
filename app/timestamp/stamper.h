// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/timestamp/authority.h>
#include <models/report/endorsements.h>

#include <QObject>

namespace holdpoint::timestamp {

/// Asks this authority by HTTP POST: at most 15 s, at most 64 KiB, no redirect is followed, and what it answers is checked
/// before it is given on.
///
/// Thread: call it on the context's thread, whose event loop must run. Borrows the context; when it dies, what is under way
/// is called off. Errors: those of readCertificates() and x509::checkAnswer(), Timeout, Io (no connection, an HTTP error, a
/// redirect, an answer that is too large).
report::TimeStamper stamperOf(const Authority &authority, QObject *context);

} // namespace holdpoint::timestamp
