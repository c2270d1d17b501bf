// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/contactlist.h>

#include <models/base/log.h>
#include <runbooks/parser.h>

#include <QFileInfo>
#include <QSet>

namespace holdpoint::app {

namespace {

/// The list beside a document; empty where there is none, and for the list itself.
QString listBeside(const runbooks::Document &document)
{
    const QFileInfo list(QFileInfo(document.path).absolutePath() + QStringLiteral("/contacts.md"));
    return list.isFile() && list != QFileInfo(document.path) ? list.absoluteFilePath() : QString();
}

template <class List> void fill(List &own, const List &more)
{
    if (own.isEmpty())
        own = more;
}

} // namespace

QList<runbooks::Contact> knownContacts(const QList<runbooks::Document> &documents)
{
    QSet<QString> lists;
    for (const runbooks::Document &document : documents)
        lists.insert(listBeside(document));
    lists.remove(QString());
    QList<runbooks::Contact> contacts;
    for (const runbooks::Document &document : documents + runbooks::loadDocuments(lists.values()).documents)
        contacts += document.matrix + document.directory;
    return contacts;
}

runbooks::Document withContactsBeside(runbooks::Document document)
{
    const QString path = listBeside(document);
    if (path.isEmpty())
        return document;
    const auto list = runbooks::loadDocument(path);
    if (!list) {
        log::warning(list.error().detail);
        return document;
    }
    document.directory += list->directory;
    fill(document.matrix, list->matrix);
    fill(document.channels, list->channels);
    fill(document.ladder, list->ladder);
    return document;
}

} // namespace holdpoint::app
