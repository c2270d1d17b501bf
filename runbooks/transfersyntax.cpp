// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/transfersyntax.h>

#include <QStringList>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

/// The words of a line; empty for a quote that is never closed.
QStringList wordsOf(const QString &line)
{
    QStringList words;
    QString word;
    QChar quote;
    bool inWord = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\\' && quote != u'\'' && i + 1 < line.size()) {
            word += line[++i];
            inWord = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            inWord = true;
        } else if (!c.isSpace()) {
            word += c;
            inWord = true;
        } else if (std::exchange(inWord, false)) {
            words.append(std::exchange(word, {}));
        }
    }
    if (inWord)
        words.append(word);
    return quote.isNull() ? words : QStringList();
}

QString lastName(const QString &path) { return path.mid(path.lastIndexOf(u'/') + 1); }

QString withoutSlash(const QString &path) { return path.size() > 1 && path.endsWith(u'/') ? path.chopped(1) : path; }

/// Of a folder both sides are the folder's own path.
TransferLine putOf(TransferLine::Extent extent, const QString &local, const QString &remote)
{
    if (extent == TransferLine::Extent::File)
        return {TransferLine::Direction::Put, extent, local, remote};
    const QString folder = withoutSlash(local);
    return {TransferLine::Direction::Put, extent, folder, remote.endsWith(u'/') ? remote + lastName(folder) : remote};
}

bool staysInFolder(const QString &path)
{
    return !path.startsWith(u'/') && !path.startsWith(u'~') && !path.split(u'/').contains(QStringLiteral(".."));
}

} // namespace

Result<TransferLine> readTransfer(const QString &line)
{
    QStringList words = wordsOf(line);
    const auto extent = words.value(1) == QStringLiteral("-r") ? TransferLine::Extent::Folder : TransferLine::Extent::File;
    if (extent == TransferLine::Extent::Folder)
        words.removeAt(1);
    const bool put = words.value(0) == QStringLiteral("put") && words.size() == 3;
    const bool get = words.value(0) == QStringLiteral("get") && (words.size() == 2 || words.size() == 3);
    if (!put && !get)
        return fail(ErrorKind::Invalid, QStringLiteral("a file is copied by \"put LOCAL REMOTE\" or \"get REMOTE [LOCAL]\", a folder by \"put -r\" or \"get -r\""));
    if (std::ranges::any_of(words, &QString::isEmpty))
        return fail(ErrorKind::Invalid, QStringLiteral("a path is empty"));
    if (std::ranges::any_of(words, [](const QString &word) { return word.startsWith(u'-'); }))
        return fail(ErrorKind::Invalid, QStringLiteral("put and get take no option but -r here"));
    if (put && !staysInFolder(words[1]))
        return fail(ErrorKind::Invalid, QStringLiteral("%1 is not below the runbook's own folder").arg(words[1]));
    if (put)
        return putOf(extent, words[1], words[2]);
    const QString remote = extent == TransferLine::Extent::Folder ? withoutSlash(words[1]) : words[1];
    const QString name = words.value(2, lastName(remote));
    if (name.isEmpty() || name.contains(u'/') || name.startsWith(u'.') || name == u'~')
        return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" is no plain name to keep it under").arg(name));
    return TransferLine{TransferLine::Direction::Get, extent, name, remote};
}

QList<ShellPiece> splitTransfers(const QString &block)
{
    QList<ShellPiece> pieces;
    QStringList comments;
    int number = 0;
    for (const QString &line : block.split(u'\n')) {
        const QString text = line.trimmed();
        if (text.startsWith(u'#'))
            comments.append(text.mid(1).trimmed());
        else if (!text.isEmpty())
            pieces.append({.text = text, .caption = std::exchange(comments, {}).join(u'\n'), .line = number});
        ++number;
    }
    if (!comments.isEmpty())
        pieces.append({.remark = comments.join(u'\n'), .line = number});
    return pieces;
}

} // namespace holdpoint::runbooks
