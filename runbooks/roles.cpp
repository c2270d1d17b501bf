// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/roles.h>

#include <runbooks/inlinetext.h>

#include <QHash>
#include <QRegularExpression>

namespace holdpoint::runbooks {

namespace {

struct Synonyms
{
    Role role;
    const char *words; ///< separated by '|', lower case
};

constexpr Synonyms synonyms[] = {
    {Role::Purpose,
     "purpose|meaning|summary|goal|objective|description|background|context|symptoms|impact|overview|about|scope"
     "|zweck|ziel|beschreibung|überblick|übersicht|bedeutung|hintergrund|symptome|auswirkung"
     "|objectif|but|description de la procédure|propósito|objetivo|descripción|scopo|obiettivo|descrizione"},
    {Role::Prerequisites,
     "prerequisites|prerequisite|pre-requisites|requirements|preconditions|before you begin|before you start"
     "|prechecks|pre-checks|preflight|preflight checks|pre flight checks|access "
     "requirements|preparation|voraussetzungen|voraussetzung|vorbedingungen|vorbereitung"
     "|prérequis|pré-requis|conditions préalables|requisitos|requisitos previos|prerrequisitos|prerequisiti|requisiti"},
    {Role::Steps,
     "steps|step-by-step|step by step|procedure|procedures|instructions|actions|action|mitigation|mitigations"
     "|resolution|resolution steps|diagnosis|diagnostics|investigation|triage|remediation|response|process|how to "
     "fix|fix|possible checks|possible resolution|possible resolutions|possible solution|possible solutions"
     "|troubleshooting|troubleshoot|troubleshooting steps|what to do|solution|solutions|workaround|workarounds"
     "|steps to check|recovery|recovery procedure|recovery steps|execution|recommended actions|immediate actions"
     "|action plan|first steps|next steps|how to|repair|implementation|deployment steps"
     "|schritte|vorgehen|vorgehensweise|ablauf|durchführung|anleitung|maßnahmen|behebung|diagnose|prozedur|"
     "arbeitsschritte"
     "|étapes|procédure|marche à "
     "suivre|diagnostic|pasos|procedimiento|resolución|diagnóstico|passi|passaggi|procedura|risoluzione|diagnosi"},
    {Role::Verification,
     "verification|verify|validation|validate|checks|post-checks|postchecks|success criteria|acceptance criteria"
     "|verification steps|confirmation|how to verify|post operation checks|post upgrade checks|final checks"
     "|überprüfung|prüfung|verifikation|verifizierung|kontrolle|erfolgskontrolle|abnahme|validierung"
     "|vérification|vérifications|contrôle|verificación|comprobación|comprobaciones|verifica|verifiche|controllo"},
    {Role::Rollback,
     "rollback|roll back|rollback steps|rollback procedure|rollback plan|back out|backout|back-out plan|backout "
     "plan|undo|revert"
     "|rückgängig|rückgängig machen|zurückrollen|rücknahme|rückbau|wiederherstellung des alten zustands|rückfallplan"
     "|retour arrière|annulation|reversión|deshacer|vuelta atrás|ripristino|annullamento"},
    {Role::Escalation,
     "escalation|escalations|escalate|escalation path|escalation policy|when to escalate"
     "|eskalation|eskalationsweg|eskalationspfad|escalade|escalado|escalada|escalamiento|escalazione"},
    {Role::Parameters,
     "parameters|parameter|variables|inputs|input parameters|arguments|values|eingaben|variablen|eingabewerte"
     "|paramètres|variables d'entrée|parámetros|parametri|variabili"},
    {Role::Contacts, "contacts|contact|contact matrix|contact information|contact list|emergency contacts|escalation "
                     "matrix|escalation contacts"
                     "|kontakte|kontakt|kontaktmatrix|ansprechpartner|notfallkontakte|eskalationsmatrix"
                     "|matrice de contacts|contactos|matriz de contactos|contatti|matrice dei contatti"},
    {Role::Ladder, "escalation steps|escalation ladder|escalation timeline|escalation levels"
                   "|eskalationsschritte|eskalationsstufen|eskalationsleiter|étapes d'escalade|niveaux d'escalade"
                   "|pasos de escalado|niveles de escalado|passi di escalation|livelli di escalation"},
    {Role::Channels, "communication channels|channels|communication|kommunikationskanäle|kommunikationswege|kanäle"
                     "|canaux de communication|canales de comunicación|canali di comunicazione"},
    {Role::Remark, "note|notes|warning|caution|important|tip|hint|attention|danger|info|example|hinweis|achtung|"
                   "warnung|wichtig|tipp|vorsicht"
                   "|remarque|avertissement|nota|advertencia|importante|attenzione|avviso"},
};

/// Labels that go on after the role's word: "Rollback procedure for 2.3", "Prerequisites and tools".
Role roleByBeginning(const QString &words)
{
    if (words.isEmpty() || !QStringView(u"rbpv").contains(words.front()))
        return Role::None;
    static const QRegularExpression rollback(
        QStringLiteral("^(?:rollback|back ?out|revert)\\s+(?:of|for|plan|procedure|steps)\\b"));
    static const QRegularExpression prerequisites(QStringLiteral("^(?:prerequisites?|requirements|pre ?flight)\\b"));
    static const QRegularExpression verification(
        QStringLiteral("^(?:verification|validation|verify|post ?checks?)\\s+(?:of|for|that|after)\\b"));
    if (rollback.match(words).hasMatch())
        return Role::Rollback;
    if (prerequisites.match(words).hasMatch())
        return Role::Prerequisites;
    return verification.match(words).hasMatch() ? Role::Verification : Role::None;
}

QString normalized(const QString &label)
{
    QString words = leadingNumber(plainText(label)).title.toLower();
    while (!words.isEmpty() && !words.front().isLetterOrNumber())
        words.remove(0, 1);
    while (!words.isEmpty() && !words.back().isLetterOrNumber())
        words.chop(1);
    return words.replace(u'-', u' ').simplified();
}

} // namespace

Role roleOf(const QString &label)
{
    static const QHash<QString, Role> roles = [] {
        QHash<QString, Role> all;
        for (const Synonyms &entry : synonyms) {
            for (const QString &word : QString::fromUtf8(entry.words).split(u'|'))
                all.insert(normalized(word), entry.role);
        }
        return all;
    }();
    const QString words = normalized(label);
    const auto known = roles.constFind(words);
    return known == roles.constEnd() ? roleByBeginning(words) : *known;
}

} // namespace holdpoint::runbooks
