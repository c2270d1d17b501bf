// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;

namespace holdpoint::ui {

/// A button with what it opens below it: for what few people need, so that the rest stays short. While it is closed, it
/// says what is in force in there, for nothing that is hidden may take somebody by surprise.
class Disclosure final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Disclosure)

public:
    /// Takes the content over.
    Disclosure(const QString &text, const QString &objectName, QWidget *content, QWidget *parent = nullptr);

    void setInForce(const QStringList &words);
    void open();

signals:
    void toggled();

private:
    void refresh();

    QString m_text;
    QStringList m_inForce;
    QWidget *m_content;
    QPushButton *m_button;
};

} // namespace holdpoint::ui
