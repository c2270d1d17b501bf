// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandoutput.h>
#include <models/session/shellintegration.h>

namespace holdpoint::session {

namespace {

const QByteArray endPrefix = QByteArrayLiteral("\033]133;D;");
constexpr qsizetype longestStatus = 8;

} // namespace

CommandOutput::CommandOutput(const QByteArray &nonce, bool marksStarts)
    : m_start("\033]133;C;hp=" + nonce + '\007')
    , m_endSuffix(";hp=" + nonce + '\007')
    , m_place(marksStarts ? Place::Before : Place::Inside)
{
}

QByteArray CommandOutput::feed(const QByteArray &bytes)
{
    if (m_place == Place::Behind)
        return {};
    m_held += bytes;
    if (m_place == Place::Before)
        skipToStart();
    return m_place == Place::Inside ? takeInside() : QByteArray();
}

QByteArray CommandOutput::flush()
{
    const bool inside = m_place == Place::Inside;
    m_place = Place::Behind;
    const QByteArray rest = std::exchange(m_held, {});
    return inside ? rest : QByteArray();
}

void CommandOutput::skipToStart()
{
    const qsizetype at = m_held.indexOf(m_start);
    if (at < 0) {
        m_held = m_held.last(partialMark(m_held, m_start));
        return;
    }
    m_held.remove(0, at + m_start.size());
    m_place = Place::Inside;
}

QByteArray CommandOutput::takeInside()
{
    const qsizetype longest = endPrefix.size() + longestStatus + m_endSuffix.size();
    for (qsizetype at = m_held.indexOf(endPrefix); at >= 0; at = m_held.indexOf(endPrefix, at + 1)) {
        const qsizetype suffix = m_held.indexOf(m_endSuffix, at);
        if (suffix >= 0 && suffix + m_endSuffix.size() - at <= longest) {
            m_place = Place::Behind;
            const QByteArray taken = m_held.first(at);
            m_held.clear();
            return taken;
        }
        if (m_held.size() - at < longest) { // the rest of the mark may still come
            const QByteArray taken = m_held.first(at);
            m_held.remove(0, at);
            return taken;
        }
    }
    const QByteArray taken = m_held.chopped(partialMark(m_held, endPrefix));
    m_held.remove(0, taken.size());
    return taken;
}

} // namespace holdpoint::session
