// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/undertaker.h>

#include <QDeadlineTimer>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <poll.h>

namespace holdpoint::ssh {

namespace {

constexpr int graceMs = 2000; ///< to take leave of the host
constexpr int lastGraceMs = 500;

/// Dies when the program has ended, at the latest after the grace; ChildProcess ends what is left of it.
class Grave final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Grave)

public:
    Grave(Ending ending, QObject *parent)
        : QObject(parent)
        , m_ending(std::move(ending))
        , m_end(m_ending.program->exitDescriptor(), QSocketNotifier::Read)
    {
        m_ending.program->signal(SIGTERM);
        connect(&m_end, &QSocketNotifier::activated, this, [this] {
            m_end.setEnabled(false);
            deleteLater();
        });
        QTimer::singleShot(graceMs, this, &QObject::deleteLater);
    }
    ~Grave() override { m_end.setEnabled(false); }

    [[nodiscard]] int exitDescriptor() const { return m_ending.program->exitDescriptor(); }

private:
    Ending m_ending;
    QSocketNotifier m_end;
};

} // namespace

Undertaker::~Undertaker()
{
    const QDeadlineTimer left(lastGraceMs);
    for (const Grave *grave : findChildren<Grave *>()) {
        pollfd ended{grave->exitDescriptor(), POLLIN, 0};
        ::poll(&ended, 1, int(left.remainingTime()));
        delete grave;
    }
}

void Undertaker::bury(Ending ending) { new Grave(std::move(ending), this); }

} // namespace holdpoint::ssh

#include "undertaker.moc"
