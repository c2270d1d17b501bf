// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

#include <vector>

namespace holdpoint::bench {

/// What terminals are fed with, about 8 MB of each kind, the same bytes on every machine. Lines end as programs write
/// them, in a line feed alone.
struct Payload
{
    const char *name;
    QByteArray bytes;
};

/// All nine, made for a screen of this size.
std::vector<Payload> payloads(int columns, int rows);

/// The bytes behind the tty, which puts a carriage return before each line feed (ONLCR, termios(3)).
QByteArray behindTty(const QByteArray &bytes);

/// Line `number` of a coloured log, 80 columns wide when shown.
QByteArray colouredLine(int number);

} // namespace holdpoint::bench
