// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/shellmark.h>

#include <QByteArrayList>

namespace holdpoint::terminal {

namespace {

constexpr qsizetype longestNonce = 128;

std::optional<ShellMark::Kind> kindOf(QByteArrayView letter)
{
    if (letter.size() != 1)
        return std::nullopt;
    switch (letter[0]) {
    case 'A': return ShellMark::Kind::PromptStart;
    case 'B': return ShellMark::Kind::PromptEnd;
    case 'C': return ShellMark::Kind::CommandStart;
    case 'D': return ShellMark::Kind::CommandEnd;
    default: return std::nullopt;
    }
}

} // namespace

std::optional<ShellMark> parseShellMark(QByteArrayView text)
{
    const QList<QByteArray> parts = text.toByteArray().split(';');
    const std::optional<ShellMark::Kind> kind = kindOf(parts.front());
    if (!kind)
        return std::nullopt;
    ShellMark mark{*kind, std::nullopt, {}};
    for (qsizetype index = 1; index < parts.size(); ++index) {
        const QByteArray &part = parts[index];
        if (part.startsWith("hp=")) {
            if (part.size() <= longestNonce)
                mark.nonce = part.mid(3);
        } else if (index == 1 && mark.kind == ShellMark::Kind::CommandEnd) {
            bool isNumber = false;
            const int status = part.toInt(&isNumber);
            if (isNumber)
                mark.exitStatus = status;
        }
    }
    return mark;
}

} // namespace holdpoint::terminal
