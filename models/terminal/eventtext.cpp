// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/eventtext.h>

#include <models/terminal/limits.h>

#include <algorithm>

namespace holdpoint::terminal {

QString eventText(QByteArrayView text)
{
    QString plain = QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), Limits::eventTextBytes)));
    plain.removeIf([](QChar character) { return character.category() == QChar::Other_Control; });
    return plain;
}

} // namespace holdpoint::terminal
