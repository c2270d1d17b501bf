// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/markdowntree.h>

namespace holdpoint::runbooks {

/// The rows of a table whose header has two of Severity, Contact, Response Time and Method (or says where somebody is
/// reached); else nothing.
QList<Contact> contactTable(const Block &table);

/// "**Label**: value" lines whose value is a phone number, a mail address or a web address.
QList<Contact> directoryLines(const Block &paragraph);

/// The bullets "- **Label**: text" of a list.
QList<Channel> channelsOf(const Block &list);

/// The items of an ordered list as rungs when at least so many start with a bold duration ("**15 minutes**: ...");
/// else nothing. Items without a time stay at the delay of the item before.
QList<LadderRung> ladderOf(const Block &list, int timesNeeded);

/// Fills LadderRung::contact with the contact whose name the action holds.
void recogniseContacts(QList<LadderRung> &ladder, const QList<Contact> &matrix, const QList<Contact> &directory);

} // namespace holdpoint::runbooks
