// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

#include <functional>

class QUrl;
class QWidget;

namespace holdpoint::ui {

/// Asks whether an address that a host showed is to be opened, and shows all of it: what stands on the screen in its place can
/// be another text, or be invisible in part. "Leave it" is the default. The question belongs to `parent`; GUI thread.
void askLink(QWidget *parent, const QString &when, const QUrl &url, const std::function<void()> &open);

} // namespace holdpoint::ui
