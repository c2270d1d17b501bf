// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/copynames.h>

#include <models/base/text.h>

#include <QCoreApplication>

namespace holdpoint::ui {

namespace {

constexpr qsizetype namedCopies = 3;

struct CopyNames
{
    Q_DECLARE_TR_FUNCTIONS(CopyNames)
};

QString nameOf(const Copy &copy)
{
    return copy.order.direction == files::Direction::Fetch
               ? CopyNames::tr("“%1” is still being fetched from the host").arg(subjectOf(copy.order))
               : CopyNames::tr("“%1” is still being sent to the host").arg(subjectOf(copy.order));
}

} // namespace

QString subjectOf(const files::TransferOrder &order)
{
    const QString path = visibleControls(order.direction == files::Direction::Fetch ? order.remotePath : order.localPath);
    return order.names.isEmpty()
               ? path
               : CopyNames::tr("%L1 names of %2", "what was chosen, and its folder").arg(order.names.size()).arg(path);
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
    return CopyNames::tr("%1. That ends. What has arrived is kept, an unfinished file under a hidden name, and the same copy "
                         "begun again goes on from there.")
        .arg(names.join(QStringLiteral("; ")));
}

} // namespace holdpoint::ui
