// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStringList>
#include <QWidget>

#include <gtest/gtest.h>

/// What every screen must hold to, read from its live widgets.
namespace holdpoint::testing {

/// Visible widgets whose text does not fit into them, as "object name: text".
QStringList clippedTexts(const QWidget &root);
/// Visible widgets that take the focus without a name for assistive technology, or without an object name.
QStringList namelessWidgets(const QWidget &root);
/// Visible buttons and fields lower than 24 px.
QStringList smallTargets(const QWidget &root);

/// The child of this name; a missing one is a failure and null.
template <class T = QWidget> T *child(const QWidget &root, const char *name)
{
    T *found = root.findChild<T *>(QLatin1String(name));
    EXPECT_NE(found, nullptr) << name;
    return found;
}

/// Presses the button by mouse, as a person would: it must be there, visible and enabled.
void press(const QWidget &root, const char *buttonName);

} // namespace holdpoint::testing
