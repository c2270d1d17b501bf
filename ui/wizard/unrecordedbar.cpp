// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/unrecordedbar.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/common/tonelabel.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

const QString consentWord = QStringLiteral("UNRECORDED");

} // namespace

QString unrecordedWords(const session::Unrecorded &unrecorded)
{
    return UnrecordedBar::tr("UNRECORDED since %1 UTC: %2")
        .arg(unrecorded.since().toUTC().toString(QStringLiteral("HH:mm")), visibleControls(unrecorded.reason()));
}

UnrecordedBar::UnrecordedBar(session::RunSession &run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_text(new ToneLabel({}, Tone::Danger, this))
    , m_open(button(tr("Continue unrecorded…"), QStringLiteral("unrecordedOpen"), {}, ButtonRole::Normal, this))
    , m_retry(button(tr("Try the ledger again"), QStringLiteral("unrecordedRetry"), {}, ButtonRole::Normal, this))
    , m_reason(new QLineEdit(this))
    , m_word(new QLineEdit(this))
    , m_confirm(button(tr("Continue unrecorded"), QStringLiteral("unrecordedConfirm"), {}, ButtonRole::Danger, this))
    , m_form(buildForm())
{
    setObjectName(QStringLiteral("unrecordedBar"));
    m_text->setObjectName(QStringLiteral("unrecordedText"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(wideGap, gap, wideGap, gap);
    column->setSpacing(gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_text, 1);
    row->addWidget(m_open);
    row->addWidget(m_retry);
    column->addLayout(row);
    column->addWidget(m_form);
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_open->hide();
        m_form->show();
        m_reason->setFocus(Qt::OtherFocusReason);
    });
    connect(m_retry, &QPushButton::clicked, &m_run, &session::RunSession::recoverLedger);
    connect(&m_run, &session::RunSession::changed, this, &UnrecordedBar::refresh);
    refresh();
}

QWidget *UnrecordedBar::buildForm()
{
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(
        body(tr("Commands can be sent then, and nothing of it is witnessed. It is held in memory and told to the "
                "ledger when that works again; what the terminals show is not kept. If the program ends before "
                "that, all of it is lost. The report names it as an exception."),
             form));
    m_reason->setObjectName(QStringLiteral("unrecordedReason"));
    m_reason->setPlaceholderText(tr("Why it cannot wait, as it will stand in the record"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_word->setObjectName(QStringLiteral("unrecordedWord"));
    m_word->setPlaceholderText(tr("Type %1").arg(consentWord));
    m_word->setAccessibleName(tr("Type the word %1 to agree").arg(consentWord));
    auto *cancel = button(tr("Cancel"), QStringLiteral("unrecordedCancel"), {}, ButtonRole::Normal, form);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_reason, 2);
    row->addWidget(m_word, 1);
    row->addWidget(m_confirm);
    row->addWidget(cancel);
    column->addLayout(row);
    for (QLineEdit *line : {m_reason, m_word}) {
        connect(line, &QLineEdit::textChanged, this, &UnrecordedBar::judge);
        connect(line, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    }
    connect(m_confirm, &QPushButton::clicked, this, [this] { m_run.continueUnrecorded(m_reason->text()); });
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_form->hide();
        refresh();
    });
    judge();
    form->hide();
    return form;
}

void UnrecordedBar::judge()
{
    m_confirm->setEnabled(!m_reason->text().trimmed().isEmpty() && m_word->text().trimmed() == consentWord);
}

void UnrecordedBar::refresh()
{
    const session::RunState &state = m_run.state();
    const session::Unrecorded *unrecorded = m_run.unrecorded();
    const bool isOffered = m_run.isHalted() && state.phase != session::Phase::Ready && !state.isOver();
    if (!isOffered) {
        m_form->hide();
        m_reason->clear();
        m_word->clear();
    }
    if (unrecorded) {
        m_text->setText(
            tr("%1. Actions held in memory: %2; they are lost if the program ends before the ledger works again.")
                .arg(unrecordedWords(*unrecorded))
                .arg(unrecorded->count()));
    } else if (isOffered) {
        m_text->setText(tr("The ledger cannot write, so nothing more may be done in this run."));
    }
    m_open->setVisible(isOffered && m_form->isHidden());
    m_retry->setVisible(unrecorded != nullptr);
    setVisible(unrecorded || isOffered);
}

} // namespace holdpoint::ui
