// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/startpage.h>

#include <models/base/text.h>
#include <ui/common/card.h>
#include <ui/common/fittedtext.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/wizard/parameterfield.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

QScrollArea *scrolled(QWidget *content, const QString &name, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setObjectName(name);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace

StartPage::StartPage(runbooks::Document document, const QString &runbookId, Choices choices, QWidget *parent)
    : QWidget(parent)
    , m_document(std::move(document))
    , m_runbook(m_document.find(runbookId))
    , m_choices(std::move(choices))
{
    setObjectName(QStringLiteral("startPage"));
    auto *columns = new QSplitter(Qt::Horizontal, this);
    columns->setChildrenCollapsible(false);
    columns->addWidget(scrolled(buildForm(), QStringLiteral("startForm"), this));
    columns->addWidget(scrolled(buildPreview(), QStringLiteral("startPreview"), this));
    columns->setStretchFactor(0, 2);
    columns->setStretchFactor(1, 3);
    columns->setSizes({460, 720});
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(columns, 1);
    page->addWidget(buildFooter());
    refresh();
}

QWidget *StartPage::buildForm()
{
    auto *form = new QWidget(this);
    form->setMinimumWidth(340);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(pageMargin, wideGap, wideGap, wideGap);
    column->setSpacing(gap + halfGap);
    column->addWidget(muted(tr("Prepare a run of"), form));
    column->addWidget(pageTitle(visibleControls(QStringLiteral("%1 %2").arg(m_runbook->id, m_runbook->title)), form));
    if (!m_runbook->parameters.isEmpty())
        column->addWidget(heading(tr("Parameters"), form));
    for (const runbooks::Parameter &parameter : m_runbook->parameters) {
        auto *field = new ParameterField(parameter, m_choices.today, form);
        connect(field, &ParameterField::changed, this, &StartPage::refresh);
        m_fields += field;
        column->addWidget(field);
    }
    addHosts(column);
    addOperator(column);
    column->addStretch();
    return form;
}

void StartPage::addHosts(QVBoxLayout *column)
{
    column->addSpacing(gap);
    column->addWidget(heading(tr("Hosts"), this));
    if (m_runbook->hostRoles.isEmpty())
        column->addWidget(muted(tr("None: all of this runbook is done by hand."), this));
    for (const QString &role : m_runbook->hostRoles) {
        QLabel *label = body(tr("Host for “%1”").arg(visibleControls(role)), this);
        auto *field = new QComboBox(this);
        field->setObjectName(QStringLiteral("host_%1").arg(role));
        field->setAccessibleName(tr("Host for “%1”").arg(role));
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        if (m_choices.practiceHost) {
            // A window that says "nothing real is touched" offers nothing real.
            field->addItem(tr("practice"));
        } else {
            field->setEditable(true);
            field->setInsertPolicy(QComboBox::NoInsert);
            field->addItems(m_choices.hostAliases);
            field->setCurrentIndex(-1);
            field->lineEdit()->setPlaceholderText(tr("[user@]host[:port], or an alias of your SSH configuration"));
            field->setToolTip(
                tr("With “ssh ” before it, your own ssh program makes the connection and runs what your SSH "
                   "configuration says, a ProxyCommand for example. With “tmux ” before that, the shell is "
                   "kept in tmux on the host."));
        }
        label->setBuddy(field);
        column->addWidget(label);
        column->addWidget(field);
        m_hosts.insert(role, field);
        if (!m_choices.practiceHost)
            addKeep(column, role);
        connect(field, &QComboBox::editTextChanged, this, &StartPage::refresh);
    }
}

/// Nothing of the practice host outlives its connection.
void StartPage::addKeep(QVBoxLayout *column, const QString &role)
{
    auto *keep = new QCheckBox(tr("Keep the shell in tmux: what runs goes on if the connection is lost"), this);
    keep->setObjectName(QStringLiteral("keep_%1").arg(role));
    keep->setToolTip(
        tr("The host needs tmux. Its shells and what runs in them are found again when you reconnect, and end with the run."));
    column->addWidget(keep);
    m_keeps.insert(role, keep);
}

void StartPage::addOperator(QVBoxLayout *column)
{
    column->addSpacing(gap);
    column->addWidget(heading(tr("Who and how"), this));
    QLabel *who = body(tr("Operator, as it will stand in the record"), this);
    m_operator = new QLineEdit(m_choices.operatorName, this);
    m_operator->setObjectName(QStringLiteral("operatorField"));
    m_operator->setAccessibleName(tr("Operator"));
    who->setBuddy(m_operator);
    QLabel *how = body(tr("Mode"), this);
    m_mode = new QComboBox(this);
    m_mode->setObjectName(QStringLiteral("modeField"));
    m_mode->setAccessibleName(tr("Mode"));
    if (m_choices.practiceHost)
        m_mode->addItem(tr("Practice: on the practice host of this machine"), int(session::Mode::Practice));
    else
        m_mode->addItem(tr("Live: the work is real"), int(session::Mode::Live));
    m_mode->addItem(tr("Rehearsal: on the practice host, marked as an exercise in the record"),
                    int(session::Mode::Rehearsal));
    m_mode->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    how->setBuddy(m_mode);
    for (QWidget *each : std::initializer_list<QWidget *>{who, m_operator, how, m_mode})
        column->addWidget(each);
    connect(m_operator, &QLineEdit::textChanged, this, &StartPage::refresh);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &StartPage::refresh);
}

QWidget *StartPage::buildPreview()
{
    auto *preview = new QWidget(this);
    auto *column = new QVBoxLayout(preview);
    column->setContentsMargins(wideGap, wideGap, pageMargin, wideGap);
    column->setSpacing(gap + halfGap);
    column->addWidget(heading(tr("What would be sent"), preview));
    column->addWidget(
        muted(tr("Marked parts are filled in from the form. Nothing is sent before you run a step."), preview));
    for (const runbooks::Step &step : m_runbook->steps) {
        auto *card = new Card(preview);
        card->content()->addWidget(heading(visibleControls(QStringLiteral("%1. %2").arg(step.id, step.title)), card));
        for (const runbooks::Command &command : step.commands) {
            auto *text = new FittedText(tr("Command %1").arg(command.id), card);
            QLabel *problem = muted({}, card);
            card->content()->addWidget(text);
            card->content()->addWidget(problem);
            m_previews.append({command, text, problem});
        }
        if (step.commands.isEmpty())
            card->content()->addWidget(muted(tr("No commands: done by hand."), card));
        column->addWidget(card);
    }
    column->addStretch();
    return preview;
}

QWidget *StartPage::buildFooter()
{
    auto *footer = new QWidget(this);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(pageMargin, gap + halfGap, pageMargin, gap + halfGap);
    row->setSpacing(gap);
    auto *back = button(tr("Back to the library"), QStringLiteral("startCancel"), {}, ButtonRole::Normal, footer);
    m_why = muted({}, footer);
    m_why->setObjectName(QStringLiteral("whyNotStart"));
    m_why->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_start =
        button(tr("Start the run"), QStringLiteral("startButton"), QStringLiteral("play"), ButtonRole::Primary, footer);
    row->addWidget(back);
    row->addWidget(m_why, 1);
    row->addWidget(m_start);
    connect(back, &QPushButton::clicked, this, &StartPage::cancelled);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (const auto made = setup())
            emit startWanted(*made);
    });
    return footer;
}

runbooks::Values StartPage::given() const
{
    runbooks::Values values;
    for (const ParameterField *field : m_fields) {
        if (!field->value().isEmpty())
            values.insert(field->parameter().name, field->value());
    }
    return values;
}

session::Mode StartPage::mode() const { return session::Mode(m_mode->currentData().toInt()); }

Result<session::HostAddress> StartPage::hostOf(const QString &role) const
{
    if (m_choices.practiceHost || mode() == session::Mode::Rehearsal)
        return m_choices.practiceHost.value_or(session::HostAddress::practiceHost());
    auto address = session::HostAddress::parse(m_hosts.value(role)->currentText().trimmed());
    if (const QCheckBox *keep = m_keeps.value(role); address && keep && keep->isChecked())
        address->kept = true;
    return address;
}

Result<session::RunSession::Setup> StartPage::setup() const
{
    auto values = runbooks::bind(*m_runbook, given(), m_choices.today);
    if (!values)
        return fail(values.error());
    session::RunSession::Setup made{m_document, m_runbook->id, *values, {}, mode(), m_operator->text().trimmed(), {}};
    for (auto field = m_hosts.begin(); field != m_hosts.end(); ++field) {
        const auto address = hostOf(field.key());
        if (!address)
            return fail(address.error());
        made.hosts.insert(field.key(), *address);
    }
    return made;
}

QString StartPage::whyNotStart() const
{
    for (const ParameterField *field : m_fields) {
        if (!field->isGood())
            return field->value().isEmpty() ? tr("“%1” needs a value.").arg(field->parameter().label)
                                            : tr("The value of “%1” is not valid.").arg(field->parameter().label);
    }
    for (auto field = m_hosts.begin(); field != m_hosts.end(); ++field) {
        if (mode() != session::Mode::Rehearsal && field.value()->currentText().trimmed().isEmpty())
            return tr("Choose a host for “%1”.").arg(field.key());
        const auto address = hostOf(field.key());
        if (!address)
            return tr("The host for “%1” cannot be used: %2.").arg(field.key(), address.error().detail);
    }
    if (m_operator->text().trimmed().isEmpty())
        return tr("Say who the operator is.");
    const auto made = setup();
    return made ? QString() : visibleControls(made.error().detail);
}

void StartPage::refresh()
{
    const auto bound = runbooks::bind(*m_runbook, given(), m_choices.today);
    for (const Preview &preview : std::as_const(m_previews)) {
        const auto made = runbooks::preview(*m_runbook, preview.command, bound.value_or(given()));
        preview.text->showCommand(made.shown);
        preview.problem->setText(made.refusal.isEmpty() ? QString()
                                                        : tr("Cannot be sent: %1").arg(visibleControls(made.refusal)));
        preview.problem->setVisible(!made.refusal.isEmpty());
    }
    for (QComboBox *field : std::as_const(m_hosts))
        field->setEnabled(mode() != session::Mode::Rehearsal);
    for (QCheckBox *keep : std::as_const(m_keeps))
        keep->setEnabled(mode() != session::Mode::Rehearsal);
    const QString reason = whyNotStart();
    m_start->setEnabled(reason.isEmpty());
    m_why->setText(reason);
    m_why->setAccessibleName(reason);
}

} // namespace holdpoint::ui
