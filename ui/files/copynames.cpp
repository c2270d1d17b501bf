// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/copynames.h>

#include <models/base/text.h>

#include <QCoreApplication>
#include <QDir>

namespace holdpoint::ui {

namespace {

constexpr qsizetype namedCopies = 3;

struct CopyNames
{
    Q_DECLARE_TR_FUNCTIONS(CopyNames)
};

QString pathOf(const files::TransferOrder &order)
{
    return order.direction == files::Direction::Fetch ? order.remotePath : order.localPath;
}

/// The path, or how many of its names are meant.
QString partOf(const files::TransferOrder &order, const QString &path)
{
    const QString shown = visibleControls(path);
    return order.names.isEmpty()
               ? shown
               : CopyNames::tr("%L1 names of %2", "what was chosen, and its folder").arg(order.names.size()).arg(shown);
}

QString nameOf(const Copy &copy)
{
    return copy.order.direction == files::Direction::Fetch
               ? CopyNames::tr("“%1” is still being fetched from the host").arg(subjectOf(copy.order))
               : CopyNames::tr("“%1” is still being sent to the host").arg(subjectOf(copy.order));
}

} // namespace

QString subjectOf(const files::TransferOrder &order) { return partOf(order, pathOf(order)); }

QString shortSubjectOf(const files::TransferOrder &order)
{
    const QString name = QDir::cleanPath(pathOf(order)).section(u'/', -1);
    return partOf(order, name.isEmpty() ? pathOf(order) : name);
}

QString endingWords(const QList<Copy> &running)
{
    if (running.isEmpty())
        return {};
    QStringList names;
    for (const Copy &copy : running.first(std::min(running.size(), namedCopies)))
        names += nameOf(copy);
    if (running.size() > namedCopies)
        names += CopyNames::tr("and %L1 more").arg(running.size() - namedCopies);
    return CopyNames::tr(
               "%1. This ends. What has arrived is kept, and copying it again goes on from there: an unfinished "
               "file waits under a hidden name.")
        .arg(names.join(QStringLiteral("; ")));
}

} // namespace holdpoint::ui
