// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <runbooks/document.h>

namespace holdpoint::runbooks {

/// The largest document that is read, in bytes.
inline constexpr qint64 maximumDocumentBytes = 1 << 20;

/// Parses one Markdown document; see FORMAT.md. Pure: no file, network or clock is touched. Any thread.
///
/// A document without any metadata is valid; what could not be understood is text and a diagnostic.
/// Errors: Invalid when the bytes are no text (NUL bytes, UTF-16, invalid UTF-8) or exceed the limits.
Result<Document> parseDocument(const QByteArray &source, const QString &path);

/// Reads and parses a file. Errors: those of readFile() and parseDocument().
Result<Document> loadDocument(const QString &path);

/// Nothing runs with metadata that could not be read (types, hosts and limits would be guesses) or behind a fence that is
/// never closed (prose would be code). Errors: NotPermitted, with the line and what is wrong.
Result<> requireReadable(const Document &document);

/// Loads every *.md of the folders and the files given, in name order; files that fail become errors beside it.
struct LoadedDocuments
{
    QList<Document> documents;
    QList<Error> errors;
};
LoadedDocuments loadDocuments(const QStringList &paths);

} // namespace holdpoint::runbooks
