// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/search.h>

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace holdpoint::ui {

class TerminalView;

/// Looks for a text in one terminal, history included, as it is typed; Enter goes to the one before, Shift+Enter to the next. Escape closes it and gives the focus back.
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    explicit FindBar(QWidget *parent = nullptr);

    void open(TerminalView *view);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void find(terminal::SearchDirection direction);
    void restart();
    void closeBar();

    TerminalView *m_view = nullptr;
    QLineEdit *m_pattern;
    QCheckBox *m_case;
    QCheckBox *m_expression;
    QLabel *m_result;
    QTimer m_typing; ///< runs from a change of the pattern until it is looked for
};

} // namespace holdpoint::ui
