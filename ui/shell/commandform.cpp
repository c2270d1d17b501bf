// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/commandform.h>

#include <models/base/text.h>
#include <runbooks/binding.h>
#include <runbooks/parameters.h>
#include <ui/common/fittedtext.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/wizard/parameterfield.h>

#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {
constexpr int formWidth = 560;
}

CommandForm::CommandForm(const runbooks::Command &command, const QDate &today, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("commandForm"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Fill in the command"));
    setMinimumWidth(formWidth);
    runbooks::Runbook only; // a runbook of this one command, so that values are checked and quoted as anywhere
    only.steps.append({.commands = {command}});
    runbooks::inferParameters(only);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, wideGap, pageMargin, wideGap);
    column->setSpacing(gap + halfGap);
    if (!command.caption.isEmpty())
        column->addWidget(heading(visibleControls(command.caption.simplified()), this));
    QList<ParameterField *> fields;
    for (const runbooks::Parameter &parameter : std::as_const(only.parameters)) {
        fields.append(new ParameterField(parameter, today, this));
        column->addWidget(fields.last());
    }
    auto *shown = new FittedText(tr("What would be typed"), this);
    auto *problem = muted({}, this);
    auto *type = button(tr("Type it"), QStringLiteral("typeCommandButton"), QStringLiteral("terminal"), ButtonRole::Primary,
                        this);
    column->addWidget(shown);
    column->addWidget(problem);
    column->addWidget(type, 0, Qt::AlignRight);
    const auto resolved = [fields, only] {
        runbooks::Values values;
        for (const ParameterField *field : fields) {
            if (!field->value().isEmpty())
                values.insert(field->parameter().name, field->value());
        }
        return runbooks::resolve(only, only.steps.first().commands.first(), values);
    };
    const auto refresh = [=] {
        const auto text = resolved();
        shown->showCommand(text ? *text : runbooks::unresolved(only, only.steps.first().commands.first()));
        problem->setText(text ? QString() : visibleControls(text.error().detail));
        type->setEnabled(text.has_value());
    };
    for (const ParameterField *field : std::as_const(fields))
        connect(field, &ParameterField::changed, this, refresh);
    connect(type, &QPushButton::clicked, this, [this, resolved] {
        if (const auto text = resolved())
            emit filled(text->text);
        accept();
    });
    refresh();
}

} // namespace holdpoint::ui
