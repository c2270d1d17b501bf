// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/messagebar.h>

#include <ui/common/describe.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/common/tonelabel.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace holdpoint::ui {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new ToneLabel({}, Tone::Info, this))
    , m_action(button({}, QStringLiteral("messageActionButton"), {}, ButtonRole::Normal, this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(QStringLiteral("messageCloseButton"));
    m_close->setIcon(icon(QStringLiteral("cross")));
    m_close->setToolTip(tr("Dismiss this message"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    m_close->setAutoRaise(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(wideGap + 18 + gap, gap, gap, gap);
    row->setSpacing(wideGap);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> action = std::exchange(m_do, {});
        dismiss();
        if (action)
            action();
    });
    hide();
}

void MessageBar::say(Tone tone, const QString &text) { offer(tone, text, {}, {}); }

void MessageBar::offer(Tone tone, const QString &text, const QString &actionText, std::function<void()> action,
                       Stay stay)
{
    m_tone = tone;
    m_do = std::move(action);
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_close->setVisible(stay == Stay::UntilDismissed);
    m_text->setTone(tone);
    show();
    update();
}

void MessageBar::say(const Error &error)
{
    const bool small =
        error.kind == ErrorKind::NotPermitted || error.kind == ErrorKind::Busy || error.kind == ErrorKind::Cancelled;
    say(small ? Tone::Warning : Tone::Danger, describe(error));
}

void MessageBar::dismiss()
{
    hide();
    m_do = {};
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::paintEvent(QPaintEvent *)
{
    const ToneColours colours = toneColours(m_tone, palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.fill);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
    const bool good = m_tone == Tone::Success || m_tone == Tone::Info;
    paintIcon(&painter, QRect(wideGap, (height() - 18) / 2, 18, 18),
              good ? QStringLiteral("info") : QStringLiteral("warning"), colours.text);
}

} // namespace holdpoint::ui
