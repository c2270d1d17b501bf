// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/common/tonelabel.h>

class QLineEdit;

namespace holdpoint::ui {

/// What is wrong with a field, in words right below it; gone as soon as somebody changes the field.
class Complaint final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Complaint)

public:
    /// Borrows the field, which has its object name and lives as long as this does.
    explicit Complaint(QLineEdit *field, QWidget *parent = nullptr);

    void say(const QString &words);
    /// Also takes somebody there, who wanted to go on.
    void insist(const QString &words);
    void withdraw();

private:
    QLineEdit *m_field;
    ToneLabel *m_words;
};

} // namespace holdpoint::ui
