// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QLabel>

class QPushButton;

namespace holdpoint::ui {

enum class ButtonRole;

/// Distances of the 8 px grid.
inline constexpr int halfGap = 4;
inline constexpr int gap = 8;
inline constexpr int wideGap = 16;
inline constexpr int pageMargin = 24;

/// Plain-text labels in the sizes the window uses; all wrap, all may be selected by mouse where that helps.
QLabel *pageTitle(const QString &text, QWidget *parent);
QLabel *heading(const QString &text, QWidget *parent);
QLabel *body(const QString &text, QWidget *parent);
/// For what is of second interest: smaller contrast, same size.
QLabel *muted(const QString &text, QWidget *parent);
/// A short text that must stay on one line.
QLabel *oneLine(const QString &text, QWidget *parent);

/// A push button with everything the keyboard and assistive technology need.
QPushButton *button(const QString &text, const QString &objectName, const QString &iconName, ButtonRole role,
                    QWidget *parent);

/// The text with places to wrap it behind slashes and commas, for a path or a name that is longer than a line. Not for text
/// that somebody may copy: the places go with it.
QString breakable(QString text);

/// The fixed-pitch font commands and output are shown in.
QFont fixedFont();

} // namespace holdpoint::ui
