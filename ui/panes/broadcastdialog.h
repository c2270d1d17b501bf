// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDialog>
#include <QList>

class QCheckBox;

namespace holdpoint::ui {

class TerminalPane;

/// Asks into which terminals is to be typed at once. Only the current one is chosen beforehand, and two are the fewest.
class BroadcastDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BroadcastDialog)

public:
    BroadcastDialog(const QList<TerminalPane *> &panes, const TerminalPane *current, QWidget *parent = nullptr);

signals:
    void chosen(const QStringList &names);

private:
    [[nodiscard]] QStringList names() const;

    QList<QCheckBox *> m_boxes;
    QStringList m_paneNames; ///< of each box
};

} // namespace holdpoint::ui
