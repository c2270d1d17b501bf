// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QPlainTextEdit>

namespace holdpoint::ui {

/// A document's source with line numbers, to read; characters that cannot be seen are shown by their codes.
class SourceView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceView)

public:
    explicit SourceView(QWidget *parent = nullptr);

    void showSource(const QByteArray &source);
    /// Brings the place into view and marks its line.
    void goTo(runbooks::Position position);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Numbers;
    void layOut();
    void paintNumbers(QPaintEvent *event);
    [[nodiscard]] int numbersWidth() const;

    Numbers *m_numbers;
};

} // namespace holdpoint::ui
