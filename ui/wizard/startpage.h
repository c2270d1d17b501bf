// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {

class FittedText;
class ParameterField;

/// The form before a run: parameters, a host for each role, operator and mode, and beside it what exactly would be sent.
/// Nothing is sent or recorded here.
class StartPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPage)

public:
    struct Choices
    {
        QStringList hostAliases;
        QString operatorName;
        std::optional<session::HostAddress> practiceHost; ///< set: every role works on it and no mode is live
        QDate today;
    };

    /// `runbookId` is one of the document's.
    StartPage(runbooks::Document document, const QString &runbookId, Choices choices, QWidget *parent = nullptr);

    /// Why the run cannot start, in words; empty when it can.
    [[nodiscard]] QString whyNotStart() const;

signals:
    /// The policy of the setup is left to the receiver.
    void startWanted(const holdpoint::session::RunSession::Setup &setup);
    void cancelled();

private:
    QWidget *buildForm();
    void addHosts(QVBoxLayout *column);
    void addKeep(QVBoxLayout *column, const QString &role);
    void addOperator(QVBoxLayout *column);
    QWidget *buildPreview();
    QWidget *buildFooter();
    void refresh();
    [[nodiscard]] runbooks::Values given() const;
    [[nodiscard]] session::Mode mode() const;
    [[nodiscard]] Result<session::RunSession::Setup> setup() const;
    [[nodiscard]] Result<session::HostAddress> hostOf(const QString &role) const;

    runbooks::Document m_document;
    const runbooks::Runbook *m_runbook; ///< inside m_document
    Choices m_choices;
    QList<ParameterField *> m_fields;
    QMap<QString, QComboBox *> m_hosts;
    QMap<QString, QCheckBox *> m_keeps; ///< by role
    QLineEdit *m_operator = nullptr;
    QComboBox *m_mode = nullptr;
    struct Preview
    {
        runbooks::Command command;
        FittedText *text;
        QLabel *problem;
    };
    QList<Preview> m_previews;
    QLabel *m_why = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace holdpoint::ui
