// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/configpass.h>

#include <app/ssh/canonicalhost.h>
#include <app/ssh/configkeywords.h>
#include <app/ssh/confignotes.h>

#include <models/base/sshpattern.h>

namespace holdpoint::ssh {

namespace {

/// "%h" is what the person wrote, "%%" a percent sign.
QString expandHostName(const QString &hostName, const QString &alias)
{
    if (hostName.isEmpty())
        return alias;
    QString expanded;
    for (qsizetype i = 0; i < hostName.size(); ++i) {
        const bool isToken = hostName[i] == QLatin1Char('%') && i + 1 < hostName.size();
        if (isToken && hostName[i + 1] == QLatin1Char('h'))
            expanded += alias;
        else
            expanded += isToken && hostName[i + 1] == QLatin1Char('%') ? QLatin1Char('%') : hostName[i];
        const bool consumed = isToken && (hostName[i + 1] == QLatin1Char('h') || hostName[i + 1] == QLatin1Char('%'));
        i += consumed ? 1 : 0;
    }
    return expanded;
}

} // namespace

ConfigPass::ConfigPass(const SshConfig &config, const QString &alias, const QString &user)
    : m_config(config)
    , m_alias(alias)
{
    if (user.isEmpty())
        return;
    m_settings.user = user;
    m_decided.insert("user");
}

Result<> ConfigPass::run()
{
    m_applies.assign(size_t(m_config.m_blocks.size()), std::nullopt);
    for (const SshConfig::Directive &directive : m_config.m_directives) {
        if (!applies(directive.block))
            continue;
        if (auto taken = take(directive); !taken)
            return taken;
    }
    return {};
}

void ConfigPass::settleHostName()
{
    m_settings.hostName = canonicalHost(expandHostName(m_settings.hostName, m_alias));
    m_decided.insert("hostname");
}

void ConfigPass::beginFinal() { m_isFinal = true; }

/// Asked at a block's first directive, nothing of it is in effect yet, so that this is what its own line would give.
bool ConfigPass::applies(int block)
{
    if (block < 0)
        return true;
    auto &known = m_applies[size_t(block)];
    if (!known) {
        const SshConfig::Block &conditions = m_config.m_blocks[block];
        known = applies(conditions.parent) && meetsConditions(conditions);
    }
    return *known;
}

bool ConfigPass::meetsConditions(const SshConfig::Block &block)
{
    if (!block.criteria)
        return matchesAny((m_isFinal ? m_settings.hostName : m_alias).toUtf8(), block.patterns);
    const auto verdict = block.criteria->evaluate(subject());
    if (verdict == MatchVerdict::NotEvaluated) {
        note(QStringLiteral("%1: \"Match %2\" is never evaluated, its block was skipped")
                 .arg(block.place, block.criteria->notEvaluated()));
    }
    return verdict == MatchVerdict::Applies;
}

MatchSubject ConfigPass::subject() const
{
    const QString host = m_isFinal ? m_settings.hostName : expandHostName(m_settings.hostName, m_alias);
    return {host.toUtf8(), m_alias.toUtf8(), m_settings.user.value_or(localUserName()).toUtf8(),
            localUserName().toUtf8(), m_isFinal};
}

Result<> ConfigPass::take(const SshConfig::Directive &directive)
{
    const ConfigKeyword *keyword = ConfigKeyword::find(directive.keyword);
    if (keyword == nullptr)
        noteUnsupported(directive);
    if (keyword == nullptr || (!keyword->addsUp && m_decided.contains(keyword->subject)))
        return {};
    const KeywordEffect effect = keyword->apply(m_settings, directive.arguments);
    if (effect == KeywordEffect::Unusable) {
        return fail(ErrorKind::Invalid, QStringLiteral("%1: this value of %2 cannot be used")
                                            .arg(directive.place, QString::fromUtf8(directive.keyword)));
    }
    if (effect == KeywordEffect::Taken)
        m_decided.insert(keyword->subject);
    return {};
}

/// As for every keyword the first value counts.
void ConfigPass::noteUnsupported(const SshConfig::Directive &directive)
{
    if (m_decided.contains(directive.keyword))
        return;
    m_decided.insert(directive.keyword);
    if (const QString text = noteOf(directive.keyword, directive.arguments, directive.place); !text.isEmpty())
        note(text);
}

void ConfigPass::note(const QString &text)
{
    if (!m_settings.notes.contains(text))
        m_settings.notes.append(text);
}

} // namespace holdpoint::ssh
