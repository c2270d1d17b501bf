// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The part of parser.h that touches files.

#include <runbooks/parser.h>

#include <models/base/privatefile.h>

#include <QDir>
#include <QFileInfo>

namespace holdpoint::runbooks {

Result<Document> loadDocument(const QString &path)
{
    const Result<QByteArray> source = readFile(path, maximumDocumentBytes);
    if (!source)
        return fail(source.error());
    Result<Document> document = parseDocument(*source, path);
    if (!document)
        return fail(document.error().kind, QStringLiteral("%1: %2").arg(path, document.error().detail));
    return document;
}

LoadedDocuments loadDocuments(const QStringList &paths)
{
    LoadedDocuments loaded;
    for (const QString &path : paths) {
        QStringList files{path};
        if (QFileInfo(path).isDir()) {
            files.clear();
            const QDir folder(path);
            for (const QString &name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
                files.append(folder.filePath(name));
        }
        for (const QString &file : std::as_const(files)) {
            Result<Document> document = loadDocument(file);
            if (document)
                loaded.documents.append(*std::move(document));
            else
                loaded.errors.append(document.error());
        }
    }
    return loaded;
}

} // namespace holdpoint::runbooks
