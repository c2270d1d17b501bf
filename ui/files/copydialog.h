// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>
#include <models/session/hostfolder.h>

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace holdpoint::ui {

/// Asks where files are to go, before anything is copied.
class CopyDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopyDialog)

public:
    /// What is asked about.
    struct Subject
    {
        files::Direction direction = files::Direction::Put;
        QString host;          ///< for words
        QStringList localPaths; ///< of a put
        QString remotePath;    ///< a first suggestion: a folder of the host, or the file to fetch
        QString localFolder;   ///< of a fetch: where it is to be kept
        session::HostFolder::Connection connection{}; ///< to look at the host's files; without it nobody can
    };
    explicit CopyDialog(const Subject &subject, QWidget *parent = nullptr);

signals:
    void confirmed(const QList<holdpoint::files::TransferOrder> &orders);

private:
    void judge();
    void browse();
    [[nodiscard]] bool isFetch() const { return m_subject.direction == files::Direction::Fetch; }
    void chooseFolder();
    [[nodiscard]] QList<files::TransferOrder> orders() const;
    [[nodiscard]] QString problem() const;

    Subject m_subject;
    QLineEdit *m_remote;
    QLabel *m_folder;
    QCheckBox *m_replace;
    QLabel *m_problem;
    QPushButton *m_confirm;
};

} // namespace holdpoint::ui
