// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QList>

namespace holdpoint {

/// The forms a secret may appear in: as it is, line by line, percent-encoded, as the usual JSON writers escape it once or twice,
/// as shells quote it, as HTML and XML write it, and base64 of both alphabets in its three alignments. None is shorter than
/// `shortest`.
QList<QByteArray> secretForms(const QByteArray &secret, qsizetype shortest);

} // namespace holdpoint
