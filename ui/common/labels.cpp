// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/labels.h>

#include <ui/common/icons.h>
#include <ui/common/style.h>

#include <QFontDatabase>
#include <QPushButton>

namespace holdpoint::ui {

namespace {

QLabel *label(const QString &text, QWidget *parent, double scale, QFont::Weight weight)
{
    auto *made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setText(text);
    made->setWordWrap(true);
    QFont font = made->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(weight);
    made->setFont(font);
    return made;
}

} // namespace

QLabel *pageTitle(const QString &text, QWidget *parent) { return label(text, parent, 1.5, QFont::DemiBold); }

QLabel *heading(const QString &text, QWidget *parent) { return label(text, parent, 1.1, QFont::DemiBold); }

QLabel *body(const QString &text, QWidget *parent) { return label(text, parent, 1.0, QFont::Normal); }

QLabel *muted(const QString &text, QWidget *parent)
{
    QLabel *made = body(text, parent);
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

QLabel *oneLine(const QString &text, QWidget *parent)
{
    QLabel *made = body(text, parent);
    made->setWordWrap(false);
    return made;
}

QPushButton *button(const QString &text, const QString &objectName, const QString &iconName, ButtonRole role,
                    QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(objectName);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName));
    made->setAutoDefault(false);
    setButtonRole(made, role);
    return made;
}

QString breakable(QString text)
{
    constexpr QChar zeroWidthSpace(0x200b);
    for (const QChar mark : {u'/', u','})
        text.replace(mark, QString(mark) + zeroWidthSpace);
    return text;
}

QFont fixedFont() { return QFontDatabase::systemFont(QFontDatabase::FixedFont); }

} // namespace holdpoint::ui
