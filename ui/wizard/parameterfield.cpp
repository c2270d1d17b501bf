// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/parameterfield.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/tonelabel.h>

#include <QComboBox>
#include <QDate>
#include <QLineEdit>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

QString initialValue(const runbooks::Parameter &parameter, const QDate &today)
{
    if (parameter.type != runbooks::ParameterType::Date)
        return parameter.defaultValue;
    if (parameter.defaultValue == QLatin1String("today"))
        return today.toString(Qt::ISODate);
    if (parameter.defaultValue == QLatin1String("yesterday"))
        return today.addDays(-1).toString(Qt::ISODate);
    return parameter.defaultValue;
}

QStringList fixedChoices(const runbooks::Parameter &parameter)
{
    return parameter.type == runbooks::ParameterType::Bool
               ? QStringList{QStringLiteral("true"), QStringLiteral("false")}
               : parameter.choices;
}

} // namespace

ParameterField::ParameterField(runbooks::Parameter parameter, const QDate &today, QWidget *parent)
    : QWidget(parent)
    , m_parameter(std::move(parameter))
    , m_problem(new ToneLabel({}, Tone::Danger, this))
{
    setObjectName(QStringLiteral("field_%1").arg(m_parameter.name));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(halfGap);
    const QString type = runbooks::parameterTypeName(m_parameter.type);
    QLabel *label = body(m_parameter.required ? tr("%1 (%2)", "a field and its type").arg(m_parameter.label, type)
                                              : tr("%1 (%2, optional)").arg(m_parameter.label, type),
                         this);
    column->addWidget(label);
    buildEditor();
    QWidget *editor = m_line ? static_cast<QWidget *>(m_line) : m_combo;
    editor->setObjectName(QStringLiteral("value_%1").arg(m_parameter.name));
    editor->setAccessibleName(m_parameter.label);
    label->setBuddy(editor);
    column->addWidget(editor);
    if (!m_parameter.help.isEmpty())
        column->addWidget(muted(visibleControls(m_parameter.help), this));
    m_problem->setObjectName(QStringLiteral("problem_%1").arg(m_parameter.name));
    column->addWidget(m_problem);
    setValue(initialValue(m_parameter, today));
    m_touched = false;
    judge();
}

void ParameterField::buildEditor()
{
    const QStringList choices = fixedChoices(m_parameter);
    if (!choices.isEmpty()) {
        m_combo = new QComboBox(this);
        if (m_parameter.defaultValue.isEmpty())
            m_combo->addItem(tr("Choose…"), QString());
        for (const QString &choice : choices)
            m_combo->addItem(visibleControls(choice), choice);
        connect(m_combo, &QComboBox::currentIndexChanged, this, [this] {
            m_touched = true;
            judge();
            emit changed();
        });
        return;
    }
    m_line = new QLineEdit(this);
    if (m_parameter.type == runbooks::ParameterType::Secret)
        m_line->setEchoMode(QLineEdit::Password);
    if (m_parameter.type == runbooks::ParameterType::Date)
        m_line->setPlaceholderText(tr("YYYY-MM-DD"));
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        m_touched = true;
        judge();
        emit changed();
    });
}

QString ParameterField::value() const { return m_line ? m_line->text() : m_combo->currentData().toString(); }

void ParameterField::setValue(const QString &value)
{
    if (m_line)
        m_line->setText(value);
    else
        m_combo->setCurrentIndex(qMax(0, m_combo->findData(value)));
}

bool ParameterField::isMissing() const { return value().isEmpty(); }

bool ParameterField::isGood() const
{
    return isMissing() ? !m_parameter.required : runbooks::validate(m_parameter, value()).has_value();
}

void ParameterField::judge()
{
    QString problem;
    if (isMissing())
        problem = m_parameter.required && m_touched ? tr("A value is needed.") : QString();
    else if (const auto good = runbooks::validate(m_parameter, value()); !good)
        problem = visibleControls(good.error().detail);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (m_line)
        m_line->setAccessibleDescription(problem);
}

} // namespace holdpoint::ui
