// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/prompter.h>

#include <QList>

namespace holdpoint::testing {

/// A person who answers from a script and remembers what was asked. Out of answers, the question stays open.
class ScriptedPrompter final : public session::Prompter
{
public:
    void confirmHostKey(const session::HostKeyQuestion &question, std::function<void(bool)> answer) override
    {
        hostKeyQuestions.append(question);
        if (!acceptHostKeys.isEmpty())
            answer(acceptHostKeys.takeFirst());
        else
            m_open = true;
    }
    void askSecret(const session::SecretQuestion &question,
                   std::function<void(std::optional<QString>)> answer) override
    {
        secretQuestions.append(question);
        if (!secrets.isEmpty())
            answer(secrets.takeFirst());
        else
            m_open = true;
    }
    void withdraw() override
    {
        ++withdrawn;
        m_open = false;
    }
    [[nodiscard]] bool hasOpenQuestion() const { return m_open; }

    QList<bool> acceptHostKeys;
    QList<std::optional<QString>> secrets;
    QList<session::HostKeyQuestion> hostKeyQuestions;
    QList<session::SecretQuestion> secretQuestions;
    int withdrawn = 0;

private:
    bool m_open = false;
};

} // namespace holdpoint::testing
