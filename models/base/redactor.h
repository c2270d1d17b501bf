// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace holdpoint {

/// The secrets a session knows and the forms they may appear in: as they are, base64 in its three alignments,
/// URL- and JSON-escaped, and line by line. What matches is replaced by "[redacted]".
///
/// Thread: one thread; copy it to give another thread the same knowledge.
class Redactor
{
public:
    static constexpr qsizetype minimumLength = 6;

    /// False, and nothing is registered, for a secret shorter than minimumLength bytes: it would match by chance.
    bool addSecret(const QByteArray &secret);
    [[nodiscard]] bool isEmpty() const { return m_forms.isEmpty(); }
    /// The longest registered form, in bytes: how much a stream must hold back to see every match.
    [[nodiscard]] qsizetype longestForm() const { return m_longest; }

    [[nodiscard]] QByteArray redacted(const QByteArray &text) const;
    [[nodiscard]] QString redacted(const QString &text) const;

private:
    friend class RedactingStream;
    QList<QByteArray> m_forms; ///< longest first
    qsizetype m_longest = 0;
};

/// Redacts a byte stream whose secrets may be cut at any read boundary.
///
/// What could be the beginning of a secret is held back until the next feed() or flush(): call flush() when the
/// stream has been quiet for a moment so that prompts appear.
class RedactingStream
{
public:
    explicit RedactingStream(const Redactor &redactor) : m_redactor(redactor) {}

    [[nodiscard]] QByteArray feed(const QByteArray &bytes);
    [[nodiscard]] QByteArray flush();
    [[nodiscard]] bool holdsBack() const { return !m_held.isEmpty(); }

private:
    const Redactor &m_redactor;
    QByteArray m_held;
};

} // namespace holdpoint
