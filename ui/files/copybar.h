// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>
#include <models/session/foldertally.h>
#include <ui/common/theme.h>

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace holdpoint::ui {

class CopyRow;

/// A file or folder on its way, or arrived, or not.
struct Copy
{
    enum class State { Running, Done, Failed };
    QString id;
    files::TransferOrder order;
    State state = State::Running;
    QString outcome; ///< how it ended, one sentence
    bool nameTaken = false; ///< it failed because other content has that name
    bool isKept = false;    ///< it failed, and what came so far is kept
};

/// The files that are copied to and from one host, a row each, until a person has seen how each ended.
///
/// Thread: GUI. Shows and asks; copies nothing itself. A copy that had ended before it was first shown is not.
class CopyBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopyBar)

public:
    explicit CopyBar(QWidget *parent = nullptr);

    void refresh(const QList<Copy> &copies);
    void setProgress(const QString &id, qint64 done, qint64 total);
    void setFolderProgress(const QString &id, const session::FolderProgress &progress);

signals:
    /// A copy that was shown has come to its end, whatever that was.
    void ended(const holdpoint::ui::Copy &copy);
    void cancelWanted(const QString &id);
    /// Once more, or with the file that stands there replaced.
    void copyWanted(const holdpoint::files::TransferOrder &order);
    void folderWanted(const QString &path);

private:
    void add(const Copy &copy);
    void dismiss(const QString &id);

    QVBoxLayout *m_column;
    QMap<QString, CopyRow *> m_rows;
    QSet<QString> m_dismissed;
};

} // namespace holdpoint::ui
