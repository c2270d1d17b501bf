// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/binding.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace holdpoint::ui {

/// One parameter of the form: its label, an editor that fits its type, and what is wrong with the value, as it is typed.
class ParameterField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ParameterField)

public:
    explicit ParameterField(runbooks::Parameter parameter, const QDate &today, QWidget *parent = nullptr);

    [[nodiscard]] const runbooks::Parameter &parameter() const { return m_parameter; }
    [[nodiscard]] QString value() const;
    [[nodiscard]] bool isGood() const;
    void setValue(const QString &value);

signals:
    void changed();

private:
    void buildEditor();
    void judge();
    [[nodiscard]] bool isMissing() const;

    runbooks::Parameter m_parameter;
    QLineEdit *m_line = nullptr;
    QComboBox *m_combo = nullptr;
    QLabel *m_problem;
    bool m_touched = false; ///< a missing value is not called an error before anybody typed
};

} // namespace holdpoint::ui
