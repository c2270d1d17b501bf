// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportinput.h>

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;

namespace holdpoint::ui {

class Complaint;
class PathField;
class TickedPart;

/// Whether the report names nobody, and what stays in it all the same.
class PseudonymSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PseudonymSection)

public:
    explicit PseudonymSection(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<report::Pseudonymity> pseudonymity() const; ///< none: names stay
    [[nodiscard]] QString keyFile() const;                                  ///< empty: who is who is kept nowhere
    /// Goes on when the report can be made so; or emits refused() and says at the field why not.
    void prepare(const std::function<void()> &next);

signals:
    void changed();
    void refused();

private:
    TickedPart *m_part;
    QCheckBox *m_hosts;
    TickedPart *m_recordings;
    QLineEdit *m_reason;
    PathField *m_keyFile;
    Complaint *m_complaint = nullptr; ///< about the reason
};

} // namespace holdpoint::ui
