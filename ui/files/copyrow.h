// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/files/copybar.h>

class QProgressBar;
class QPushButton;

namespace holdpoint::ui {

class ElidedLabel;

/// One file or folder of a CopyBar: what is copied, how far it is, how it ended, and what can be done about it. As high
/// whatever it says: the terminal below would tell its program of a new size.
class CopyRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopyRow)

public:
    explicit CopyRow(const Copy &copy, QWidget *parent = nullptr);

    void refresh(const Copy &copy);
    void setProgress(qint64 done, qint64 total);
    void setFolderProgress(const session::FolderProgress &progress);
    [[nodiscard]] const Copy &copy() const { return m_copy; }

signals:
    void cancelWanted();
    void copyWanted(const holdpoint::files::TransferOrder &order);
    void folderWanted();
    void closeWanted();

private:
    [[nodiscard]] bool isFetch() const { return m_copy.order.direction == files::Direction::Fetch; }
    void showShare(double share);
    void showWords();
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString folderWords() const;

    Copy m_copy;
    QString m_folderProgress; ///< in words
    ElidedLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_again;
    QPushButton *m_replace;
    QPushButton *m_folder;
    QPushButton *m_close;
};

} // namespace holdpoint::ui
