// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace holdpoint::ui {

enum class Scheme { Light, Dark };
enum class SchemeChoice { System, Light, Dark };

/// What a colour says. Colour is never the only sign: a word and mostly an icon stand beside it.
enum class Tone { Neutral, Info, Success, Warning, Danger, Practice, Rehearsal };

/// A tone's colours: `text` is readable on `fill`, on the window and on cards (WCAG AA); `line` borders `fill`.
struct ToneColours
{
    QColor text;
    QColor fill;
    QColor line;
};

/// Both palettes are complete in all groups; a test holds every pair of roles to WCAG AA.
QPalette paletteFor(Scheme scheme);
Scheme schemeOf(const QPalette &palette);
ToneColours toneColours(Tone tone, const QPalette &palette);
/// Background of a button that destroys or stops; white is readable on it.
QColor dangerButtonColour();
/// Marks the substituted parts of a command; the palette's text is readable on it.
QColor substitutionColour(const QPalette &palette);
/// Between two colours: 0 gives `from`, 1 gives `to`.
QColor blended(const QColor &from, const QColor &to, double amount);

/// The application's style and palette; follows the desktop's colour scheme through the XDG portal
/// (org.freedesktop.appearance color-scheme), live, unless a person chose one.
///
/// Thread: GUI. The portal is asked asynchronously; without one the light palette stays.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(SchemeChoice choice, QObject *parent = nullptr);

    void setChoice(SchemeChoice choice);
    [[nodiscard]] SchemeChoice choice() const { return m_choice; }

signals:
    void choiceChanged(holdpoint::ui::SchemeChoice choice);

private:
    Q_SLOT void portalSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
    void askPortal();
    void setSystemScheme(uint portalValue);
    void apply();

    SchemeChoice m_choice;
    Scheme m_system = Scheme::Light;
};

} // namespace holdpoint::ui
