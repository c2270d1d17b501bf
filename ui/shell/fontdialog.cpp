// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/fontdialog.h>

#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/terminal/terminalfont.h>

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

FontDialog::FontDialog(const QString &family, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_example(new QLabel(this))
{
    setObjectName(QStringLiteral("fontDialog"));
    setWindowTitle(tr("Font of the terminals"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(QStringLiteral("fontList"));
    m_list->setAccessibleName(tr("Fonts whose characters are all of one width"));
    auto *own = new QListWidgetItem(tr("As the desktop says: %1").arg(TerminalFont::fontOf({}).family()), m_list);
    m_list->setCurrentItem(own);
    for (const QString &each : TerminalFont::families()) {
        auto *item = new QListWidgetItem(each, m_list);
        item->setData(Qt::UserRole, each);
        item->setFont(QFont(each));
        if (each == family)
            m_list->setCurrentItem(item);
    }
    m_example->setObjectName(QStringLiteral("fontExample"));
    m_example->setTextFormat(Qt::PlainText);
    //: Shows a font: what is easily taken for something else, and a command. The second line is to stay as it is.
    m_example->setText(tr("O0 1lI| {}[]() '`\" ~-_ .,:;\nops@db-07:~$ df -h | grep '/var'"));
    m_example->setFrameShape(QFrame::StyledPanel);
    m_example->setMargin(gap);
    auto *cancel = button(tr("Cancel"), QStringLiteral("fontCancel"), {}, ButtonRole::Normal, this);
    auto *use = button(tr("&Use this font"), QStringLiteral("fontUse"), {}, ButtonRole::Primary, this);
    use->setDefault(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    column->addWidget(m_list, 1);
    column->addWidget(m_example);
    column->addLayout(row);
    connect(m_list, &QListWidget::currentItemChanged, this, &FontDialog::showExample);
    connect(m_list, &QListWidget::itemActivated, use, &QPushButton::click);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, [this] {
        emit chosen(this->family());
        accept();
    });
    showExample();
    resize(520, 420);
}

QString FontDialog::family() const { return m_list->currentItem()->data(Qt::UserRole).toString(); }

void FontDialog::showExample() { m_example->setFont(TerminalFont::fontOf(family())); }

} // namespace holdpoint::ui
