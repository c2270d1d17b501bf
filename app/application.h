// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/windowreports.h>
#include <app/workplace.h>
#include <models/retention/retention.h>
#include <ui/common/dialogprompter.h>
#include <ui/common/theme.h>
#include <ui/shell/mainwindow.h>

#include <QObject>
#include <QSettings>

#include <memory>

namespace holdpoint::app {

/// How the window was called.
struct WindowRequest
{
    Workplace::Options workplace;
    QStringList files;
    QString connect; ///< "[USER@]HOST[:PORT]", may be empty
    QString exec;    ///< typed into the pane of `connect`
    QString resume;  ///< id of a run, or its beginning
};

/// The window's composition root: makes the workplace, the window over it, and the services the window calls.
///
/// Thread: main (GUI).
class Application final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    /// Errors: those of Workplace::open(); nothing was shown then.
    static Result<std::unique_ptr<Application>> start(WindowRequest request);
    ~Application() override;

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }

private:
    static constexpr char practiceSignerId[] = "practice";

    explicit Application(WindowRequest request);

    void build();
    void load();
    void openRequested();
    void resume(const QString &text);
    /// Erases what is due, or says that it is.
    void retain(const retention::Rules &rules);
    void forgetInSearch(const QList<quint64> &sequences);
    [[nodiscard]] QList<ui::SignerChoice> signers(const QList<ui::SignerChoice> &agentKeys) const;
    [[nodiscard]] WindowReports::Means reportMeans();

    WindowRequest m_request;
    std::unique_ptr<ui::DialogPrompter> m_prompter;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<WindowReports> m_reports;
    std::unique_ptr<retention::Retention> m_retention;
    QSettings m_settings;
    ui::Theme m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace holdpoint::app
