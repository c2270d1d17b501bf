// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/redactingstream.h>

#include <algorithm>
#include <utility>

namespace holdpoint {

namespace {

const QByteArray mask = QByteArrayLiteral("[redacted]");

constexpr qsizetype mostSkipped = 16 * 1024; ///< inside one secret

// What is known of a byte.
constexpr char text = 1;
constexpr char boundary = 2;
constexpr char covered = 4;   ///< part of a secret
constexpr char maskBegins = 8; ///< the first such
constexpr char maskShown = 16;

constexpr char traitOf(EscapeScan::Kind kind)
{
    return kind == EscapeScan::Kind::Text ? text : kind == EscapeScan::Kind::Boundary ? boundary : char(0);
}

} // namespace

RedactedBytes RedactingStream::feed(const QByteArray &bytes)
{
    if (m_redactor.isEmpty())
        return {bytes, bytes};
    const qsizetype known = m_held.size();
    m_held += bytes;
    m_traits.resize(m_held.size());
    std::transform(m_held.cbegin() + known, m_held.cend(), m_traits.begin() + known,
                   [this](char byte) { return traitOf(m_scan.next(byte)); });
    return release(End::Open);
}

RedactedBytes RedactingStream::flush() { return release(End::Final); }

QByteArray RedactingStream::preview()
{
    QByteArray fresh;
    for (; m_previewed < m_held.size(); ++m_previewed) {
        fresh.append(piece(m_previewed));
        m_traits[m_previewed] = char(m_traits[m_previewed] | ((m_traits[m_previewed] & maskBegins) != 0 ? maskShown : 0));
    }
    return fresh;
}

RedactedBytes RedactingStream::release(End end)
{
    qsizetype at = 0;
    while (at < m_held.size() && (m_redactor.m_forms[quint8(m_held[at])].isEmpty() || decide(at, end)))
        ++at;
    return take(at);
}

/// Covers the secrets that begin here; false where what follows has to be awaited.
bool RedactingStream::decide(qsizetype from, End end)
{
    bool isDecided = true;
    for (const Redactor::Form &form : m_redactor.m_forms[quint8(m_held[from])]) {
        const Match found = match(form, from);
        const bool isCutOff = end == End::Final && found.matched >= Redactor::minimumLength;
        if (found.found == Found::Secret || (found.found == Found::Beginning && isCutOff))
            cover(form, from, found.end);
        else if (found.found == Found::Beginning && end == End::Open)
            isDecided = false;
    }
    return isDecided;
}

/// In the text a form is looked for past whatever shows nothing there; from inside an escape sequence on, byte by byte.
RedactingStream::Match RedactingStream::match(const Redactor::Form &form, qsizetype from) const
{
    const bool inText = isText(from);
    Match match{.found = Found::Beginning};
    qsizetype skipped = 0;
    for (qsizetype at = from; at < m_held.size(); ++at) {
        if (!form.hasControls && inText && !isText(at)) {
            if ((m_traits[at] & boundary) != 0 || ++skipped > mostSkipped)
                return {};
            continue;
        }
        if (m_held[at] != form.bytes[match.matched])
            return {};
        match.end = at + 1;
        if (++match.matched == form.bytes.size()) {
            match.found = Found::Secret;
            break;
        }
    }
    return match;
}

void RedactingStream::cover(const Redactor::Form &form, qsizetype from, qsizetype end)
{
    if ((m_traits[from] & covered) == 0)
        m_traits[from] = char(m_traits[from] | maskBegins);
    const bool everyByte = form.hasControls || !isText(from);
    for (qsizetype at = from; at < end; ++at) {
        if (everyByte || isText(at))
            m_traits[at] = char(m_traits[at] | covered);
    }
    m_hasCovered = true;
}

/// What stands for one byte that is held.
QByteArrayView RedactingStream::piece(qsizetype at) const
{
    if ((m_traits[at] & maskBegins) != 0)
        return mask;
    return (m_traits[at] & covered) != 0 ? QByteArrayView() : QByteArrayView(m_held).sliced(at, 1);
}

RedactedBytes RedactingStream::take(qsizetype count)
{
    RedactedBytes taken;
    if (m_hasCovered) {
        for (qsizetype at = 0; at < count; ++at) {
            taken.stored.append(piece(at));
            if (at >= m_previewed || (m_traits[at] & (maskBegins | maskShown)) == maskBegins)
                taken.shown.append(piece(at));
        }
    } else {
        taken.stored = m_held.first(count);
        taken.shown = m_previewed == 0 ? taken.stored : taken.stored.mid(m_previewed);
    }
    m_previewed = std::max<qsizetype>(m_previewed - count, 0);
    m_held.remove(0, count);
    m_traits.remove(0, count);
    m_hasCovered = m_hasCovered && std::ranges::any_of(m_traits, [](char traits) { return (traits & covered) != 0; });
    return taken;
}

} // namespace holdpoint
