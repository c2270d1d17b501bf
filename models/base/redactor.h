// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <bitset>

namespace holdpoint {

/// The secrets a session knows and the forms they may appear in (secretForms()). What matches is replaced by
/// "[redacted]", also where escape sequences, line breaks or other control characters stand inside it: those stay.
///
/// Thread: one thread; copy it to give another thread the same knowledge.
class Redactor
{
public:
    static constexpr qsizetype minimumLength = 6;

    /// False, and nothing is registered, for a secret shorter than minimumLength bytes: it would match by chance.
    bool addSecret(const QByteArray &secret);
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

    /// An end that may be the beginning of a secret, of minimumLength bytes at least, is replaced too.
    [[nodiscard]] QByteArray redacted(const QByteArray &text) const;
    [[nodiscard]] QString redacted(const QString &text) const;

private:
    friend class RedactingStream;
    struct Form
    {
        QByteArray bytes;
        bool hasControls = false; ///< looked for byte by byte, not in the text
    };

    void add(const Form &form);

    std::array<QList<Form>, 256> m_forms;       ///< by their first byte
    std::array<std::bitset<256>, 256> m_seconds; ///< likewise, which bytes come next in them
    bool m_isEmpty = true;
};

} // namespace holdpoint
