// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QSet>
#include <QString>
#include <QStringView>

namespace holdpoint::runbooks {

/// Whether the word is one of the Latin-1 words of a list, which are separated by one space each. Allocates nothing:
/// right for the short lists that rules ask once a command; linear in the list.
bool isOneOf(QStringView word, const char *list);

/// Space-separated words as a set, for long lists that are kept.
QSet<QString> wordSet(const char *list);

} // namespace holdpoint::runbooks
