// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {

/// A button with what it opens below it: for what few people need, so that the rest stays short. While it is closed, it
/// says what is in force in there, for nothing that is hidden may take somebody by surprise.
class Disclosure final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Disclosure)

public:
    Disclosure(const QString &text, const QString &objectName, QWidget *parent = nullptr);

    /// Where what it opens is put, one below the other.
    [[nodiscard]] QVBoxLayout *content() const { return m_column; }
    void setInForce(const QStringList &words);
    void open();

signals:
    void toggled();

private:
    void refresh();

    QString m_text;
    QStringList m_inForce;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QPushButton *m_button;
};

} // namespace holdpoint::ui
