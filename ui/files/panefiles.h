// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/files/copybar.h>

#include <QObject>

namespace holdpoint::ui {

class TerminalPane;

/// Files dropped on a terminal or chosen for its host, and files wanted from it: asks where they go, and shows how they
/// fare above the terminal.
///
/// Thread: GUI. Belongs to its pane. Copies nothing itself: copyWanted() and cancelWanted() go to who can.
class PaneFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneFiles)

public:
    /// `folder` is where fetched files are kept unless a person names another.
    PaneFiles(TerminalPane &pane, QString folder);

    [[nodiscard]] CopyBar *bar() const { return m_bar; }
    void askToSend(const QStringList &paths);
    void chooseFiles();
    /// `name` is a first suggestion, as it may stand in the terminal.
    void askToFetch(const QString &name);

signals:
    void copyWanted(const holdpoint::files::TransferOrder &order);
    void cancelWanted(const QString &id);

private:
    [[nodiscard]] QString hostFolder() const;

    TerminalPane &m_pane;
    QString m_folder;
    CopyBar *m_bar;
};

} // namespace holdpoint::ui
