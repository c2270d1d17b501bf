// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace holdpoint::terminal {

/// The window's title and its icon's name, as a host gave them, and what it put aside of them (xterm's ctlseqs, CSI 22 t).
///
/// Invariants: bounded by Limits.
class Titles
{
public:
    enum Which { Both = 0, Icon = 1, Window = 2 };
    /// XTSMTITLE: texts arrive, or are reported, as hexadecimal digits.
    enum Mode { SetHex = 0, ReportHex = 1, SetUtf8 = 2, ReportUtf8 = 3 };

    void set(Which which, const QByteArray &text);
    /// Both at once, whichever of them is meant to come back.
    void push();
    void pop(Which which);
    void setMode(int mode, bool on);
    void reset() { *this = {}; }

    [[nodiscard]] const QString &icon() const { return m_now.icon; }
    [[nodiscard]] const QString &window() const { return m_now.window; }
    [[nodiscard]] QByteArray report(Which which) const;

private:
    struct Pair
    {
        QString icon;
        QString window;
    };

    Pair m_now;
    std::vector<Pair> m_kept;
    bool m_setHex = false;
    bool m_reportHex = false;
};

} // namespace holdpoint::terminal
