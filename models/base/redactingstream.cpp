// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/redactingstream.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace holdpoint {

namespace {

const QByteArray mask = QByteArrayLiteral("[redacted]");
const QByteArray cancelAndMask = QByteArrayLiteral("\x18[redacted]"); // CAN ends a sequence

constexpr qsizetype mostSkipped = 4 * 1024; ///< inside one secret

// What is known of a byte.
constexpr char text = 1;
constexpr char boundary = 2;
constexpr char covered = 4;   ///< part of a secret
constexpr char maskBegins = 8; ///< the first such
constexpr char maskShown = 16;
constexpr char fleeting = 32; ///< written over at once
constexpr char cutsSequence = 64; ///< the secret has the end of the escape sequence it begins in

constexpr char traitOf(EscapeScan::Kind kind)
{
    return kind == EscapeScan::Kind::Text ? text : kind == EscapeScan::Kind::Boundary ? boundary : char(0);
}

/// How many bytes of a form may have matched so far: one number, unless some of the text may be left out.
class Counts
{
public:
    [[nodiscard]] qsizetype most() const { return m_most; }
    /// False when the byte goes on with none of them.
    bool step(QByteArrayView wanted, char byte)
    {
        if (m_others.empty())
            return wanted[m_most] == byte && ++m_most > 0;
        return stepAll(wanted, byte, false);
    }
    /// The byte may also be left out.
    void stepOrStay(QByteArrayView wanted, char byte) { stepAll(wanted, byte, true); }

private:
    bool stepAll(QByteArrayView wanted, char byte, bool mayStay)
    {
        std::vector<qsizetype> next; // from the fewest on, each once
        const auto take = [&](qsizetype count) {
            if (mayStay && (next.empty() || next.back() != count))
                next.push_back(count);
            if (wanted[count] == byte)
                next.push_back(count + 1);
        };
        for (const qsizetype count : m_others)
            take(count);
        take(m_most);
        if (next.empty())
            return false;
        m_most = next.back();
        next.pop_back();
        m_others = std::move(next);
        return true;
    }

    qsizetype m_most = 1;
    std::vector<qsizetype> m_others;
};

} // namespace

RedactedBytes RedactingStream::feed(const QByteArray &bytes)
{
    if (m_redactor.isEmpty())
        return {bytes, bytes};
    const qsizetype known = m_held.size();
    m_held += bytes;
    m_traits.resize(m_held.size());
    for (qsizetype at = known; at < m_held.size(); ++at)
        learn(at);
    return release(End::Open);
}

void RedactingStream::learn(qsizetype at)
{
    const char byte = m_held.at(at);
    const EscapeScan::Kind kind = m_scan.next(byte);
    m_traits[at] = traitOf(kind);
    if (kind == EscapeScan::Kind::Text)
        m_lastText = at;
    else if (kind == EscapeScan::Kind::Boundary || byte == '\n')
        m_lastText = -1;
    else if ((byte == '\r' || byte == '\b') && m_lastText >= 0)
        mark(std::exchange(m_lastText, -1), fleeting);
}

/// What comes next is of another stream, which begins in the text.
RedactedBytes RedactingStream::flush()
{
    const RedactedBytes last = release(End::Final);
    m_scan = EscapeScan();
    m_lastText = -1;
    return last;
}

QByteArray RedactingStream::preview()
{
    QByteArray fresh;
    for (; m_previewed < m_held.size(); ++m_previewed) {
        fresh.append(piece(m_previewed));
        if ((m_traits[m_previewed] & maskBegins) != 0)
            mark(m_previewed, maskShown);
    }
    return fresh;
}

RedactedBytes RedactingStream::release(End end)
{
    qsizetype at = 0;
    while (at < m_held.size() && (beginsNothing(at) || decide(at, end)))
        ++at;
    return take(at);
}

/// By the first two bytes, where what comes next says no more.
bool RedactingStream::beginsNothing(qsizetype at) const
{
    const auto first = quint8(m_held.at(at));
    if (m_redactor.m_forms[first].isEmpty())
        return true;
    const qsizetype next = at + 1;
    return isText(at) && next < m_held.size() && m_traits.at(next) == text && next != m_lastText
           && !m_redactor.m_seconds[first].test(quint8(m_held.at(next)));
}

/// Covers the secrets that begin here; false where what follows has to be awaited.
bool RedactingStream::decide(qsizetype from, End end)
{
    bool isDecided = true;
    for (const Redactor::Form &form : m_redactor.m_forms[quint8(m_held[from])]) {
        const Match found = form.hasControls || !isText(from) ? matchBytes(form, from) : match(form, from, end);
        const bool isCutOff = end == End::Final && found.matched >= Redactor::minimumLength;
        if (found.found == Found::Secret || (found.found == Found::Beginning && isCutOff))
            cover(form, from, found.end);
        else if (found.found == Found::Beginning && end == End::Open)
            isDecided = false;
    }
    return isDecided;
}

/// Byte by byte: of a form that has controls itself, and from inside an escape sequence on.
RedactingStream::Match RedactingStream::matchBytes(const Redactor::Form &form, qsizetype from) const
{
    const QByteArrayView held = QByteArrayView(m_held).sliced(from);
    const qsizetype length = std::min(held.size(), form.bytes.size());
    if (held.first(length) != QByteArrayView(form.bytes).first(length))
        return {};
    return {.found = length == form.bytes.size() ? Found::Secret : Found::Beginning, .matched = length, .end = from + length};
}

/// In the text, past whatever shows nothing there. What is written over at once may be a part of the form or not.
RedactingStream::Match RedactingStream::match(const Redactor::Form &form, qsizetype from, End end) const
{
    const QByteArrayView held(m_held);
    const QByteArrayView traits(m_traits);
    const QByteArrayView wanted(form.bytes);
    Match match{Found::Beginning, 1, from + 1};
    Counts counts;
    qsizetype skipped = 0;
    for (qsizetype at = from + 1; at < held.size() && match.matched < wanted.size(); ++at) {
        const char trait = traits[at];
        if ((trait & (text | fleeting)) != text && ((trait & boundary) != 0 || ++skipped > mostSkipped))
            return {};
        if ((trait & text) == 0)
            continue;
        if ((trait & fleeting) != 0)
            counts.stepOrStay(wanted, held[at]);
        else if (!counts.step(wanted, held[at])) // unless it is written over by what comes
            return at == m_lastText && end == End::Open ? match : Match{};
        if (counts.most() > match.matched)
            match = {Found::Beginning, counts.most(), at + 1};
    }
    if (match.matched == wanted.size())
        match.found = Found::Secret;
    return match;
}

void RedactingStream::cover(const Redactor::Form &form, qsizetype from, qsizetype end)
{
    if ((m_traits[from] & covered) == 0)
        mark(from, maskBegins);
    if (!isText(from) && isText(end - 1))
        mark(from, cutsSequence);
    const bool everyByte = form.hasControls || !isText(from);
    for (qsizetype at = from; at < end; ++at) {
        if (everyByte || isText(at))
            mark(at, covered);
    }
    m_hasCovered = true;
}

/// What stands for one byte that is held.
QByteArrayView RedactingStream::piece(qsizetype at) const
{
    if ((m_traits[at] & maskBegins) != 0)
        return (m_traits[at] & cutsSequence) != 0 ? cancelAndMask : mask;
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
    m_lastText = std::max<qsizetype>(m_lastText - count, -1);
    m_hasCovered = m_hasCovered && std::ranges::any_of(m_traits, [](char traits) { return (traits & covered) != 0; });
    return taken;
}

} // namespace holdpoint
