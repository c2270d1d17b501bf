// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/escapescan.h>
#include <models/base/redactor.h>

namespace holdpoint {

/// What a RedactingStream lets go. Both are the same unless preview() showed something before.
struct RedactedBytes
{
    QByteArray stored; ///< for every record
    QByteArray shown;  ///< for the screen: without what preview() showed. `stored` ends with it, but for its masks
};

/// Redacts a byte stream whose secrets may be cut at any read boundary.
///
/// What could be the beginning of a secret is held back until what follows decides, or flush(). When the stream has been
/// quiet for a moment, preview() gives it to the screen, so that prompts and what is typed appear: it must not be stored.
/// A character that the terminal writes over at once may stand inside a secret: line editors and pagers wrap a line by a blank and
/// a carriage return or a backspace, and a typing mistake is taken back so.
/// Invariants: what is stored does not depend on how the stream is cut into feed() calls. At most the longest form and
/// 4 KiB of what is left out inside it are held back: a secret with more of it inside is not seen. Neither is one that was
/// put together by moving the cursor about.
class RedactingStream
{
public:
    /// `redactor` outlives this.
    explicit RedactingStream(const Redactor &redactor) : m_redactor(redactor) {}

    [[nodiscard]] RedactedBytes feed(const QByteArray &bytes);
    /// At the end of the stream. What may be a secret whose end was cut off is masked from minimumLength bytes on.
    [[nodiscard]] RedactedBytes flush();
    /// What is held back and was not given before, as it is.
    [[nodiscard]] QByteArray preview();
    [[nodiscard]] bool hasPreview() const { return m_previewed < m_held.size(); }
    [[nodiscard]] const Redactor &redactor() const { return m_redactor; }

private:
    enum class End { Open, Final };
    enum class Found { Nothing, Secret, Beginning };
    struct Match
    {
        Found found = Found::Nothing;
        qsizetype matched = 0; ///< bytes of the form
        qsizetype end = 0;     ///< behind the last of them
    };

    [[nodiscard]] RedactedBytes release(End end);
    [[nodiscard]] bool beginsNothing(qsizetype at) const;
    [[nodiscard]] bool decide(qsizetype from, End end);
    [[nodiscard]] Match match(const Redactor::Form &form, qsizetype from, End end) const;
    [[nodiscard]] Match matchBytes(const Redactor::Form &form, qsizetype from) const;
    void learn(qsizetype at);
    void cover(const Redactor::Form &form, qsizetype from, qsizetype end);
    [[nodiscard]] QByteArrayView piece(qsizetype at) const;
    [[nodiscard]] RedactedBytes take(qsizetype count);
    [[nodiscard]] bool isText(qsizetype at) const { return (m_traits[at] & 1) != 0; }
    void mark(qsizetype at, char trait) { m_traits[at] = char(m_traits[at] | trait); }

    const Redactor &m_redactor;
    EscapeScan m_scan;
    QByteArray m_held;
    QByteArray m_traits;        ///< of each byte that is held
    qsizetype m_previewed = 0;  ///< how many of them, from the first on, are on the screen
    qsizetype m_lastText = -1;  ///< the one that what comes next may write over
    bool m_hasCovered = false;  ///< some of them are part of a secret
};

} // namespace holdpoint
