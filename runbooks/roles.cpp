// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/roles.h>

#include <runbooks/inlinetext.h>

#include <QHash>

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
     "|prechecks|pre-checks|preparation|voraussetzungen|voraussetzung|vorbedingungen|vorbereitung"
     "|prérequis|pré-requis|conditions préalables|requisitos|requisitos previos|prerrequisitos|prerequisiti|requisiti"},
    {Role::Steps,
     "steps|step-by-step|step by step|procedure|procedures|instructions|actions|action|mitigation|mitigations"
     "|resolution|resolution steps|diagnosis|diagnostics|investigation|triage|remediation|response|process|how to "
     "fix|fix"
     "|schritte|vorgehen|vorgehensweise|ablauf|durchführung|anleitung|maßnahmen|behebung|diagnose|prozedur|"
     "arbeitsschritte"
     "|étapes|procédure|marche à "
     "suivre|diagnostic|pasos|procedimiento|resolución|diagnóstico|passi|passaggi|procedura|risoluzione|diagnosi"},
    {Role::Verification,
     "verification|verify|validation|validate|checks|post-checks|postchecks|success criteria|acceptance criteria"
     "|verification steps|confirmation|how to verify"
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

QString normalized(const QString &label)
{
    QString words = leadingNumber(plainText(label)).title.toLower();
    while (!words.isEmpty() && !words.front().isLetterOrNumber())
        words.remove(0, 1);
    while (!words.isEmpty() && !words.back().isLetterOrNumber())
        words.chop(1);
    return words;
}

} // namespace

Role roleOf(const QString &label)
{
    static const QHash<QString, Role> roles = [] {
        QHash<QString, Role> all;
        for (const Synonyms &entry : synonyms) {
            for (const QString &word : QString::fromUtf8(entry.words).split(u'|'))
                all.insert(word, entry.role);
        }
        return all;
    }();
    return roles.value(normalized(label), Role::None);
}

} // namespace holdpoint::runbooks
