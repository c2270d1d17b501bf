// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace holdpoint::ui {

/// A box to tick, and below it, indented, what has to be said once it is ticked.
class TickedPart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TickedPart)

public:
    TickedPart(const QString &text, const QString &objectName, QWidget *parent = nullptr);

    [[nodiscard]] bool isTicked() const; ///< and not out of the question
    /// It is out of the question, for this reason, which is said in place of the details; empty: it can be ticked.
    void ruleOut(const QString &reason);
    [[nodiscard]] QVBoxLayout *details() const { return m_details; }

signals:
    void changed();

private:
    void refresh();

    QCheckBox *m_box;
    QWidget *m_indented;
    QVBoxLayout *m_details;
    QLabel *m_reason;
};

} // namespace holdpoint::ui
