// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

namespace holdpoint::app {

/// The contacts that documents may rely on: their own, and those of a contacts.md beside any of them. Reads files.
QList<runbooks::Contact> knownContacts(const QList<runbooks::Document> &documents);

/// The document with the contacts of a contacts.md beside it, and with that file's matrix, channels and ladder where it has
/// none of its own. Reads a file.
runbooks::Document withContactsBeside(runbooks::Document document);

} // namespace holdpoint::app
