<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>attempt</name>
    <message>
        <source>called</source>
        <translation>appelé</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>left message</source>
        <translation>message laissé</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>joint</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>refusé</translation>
    </message>
</context>
<context>
    <name>check verdict</name>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Réussi</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Non concluant</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Sans objet</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Dérogation</translation>
    </message>
</context>
<context>
    <name>command state</name>
    <message>
        <source>Not run</source>
        <translation>Non exécutée</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Réussie</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Issue inconnue</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorée</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>run-started</source>
        <translation>Exécution commencée</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>connection-failed</source>
        <translation>Échec de connexion</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>command-intended</source>
        <translation>Commande annoncée</translation>
    </message>
    <message>
        <source>command-finished</source>
        <translation>Commande terminée</translation>
    </message>
    <message>
        <source>command-unknown</source>
        <translation>Issue de la commande inconnue</translation>
    </message>
    <message>
        <source>copy-intended</source>
        <translation>Copie annoncée</translation>
    </message>
    <message>
        <source>copy-finished</source>
        <translation>Copie terminée</translation>
    </message>
    <message>
        <source>check-intended</source>
        <translation>Contrôle annoncé</translation>
    </message>
    <message>
        <source>check-verdict</source>
        <translation>Verdict du contrôle</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>Réponse donnée</translation>
    </message>
    <message>
        <source>hold-point</source>
        <translation>Point d’arrêt</translation>
    </message>
    <message>
        <source>step-passed</source>
        <translation>Étape réussie</translation>
    </message>
    <message>
        <source>step-failed</source>
        <translation>Étape en échec</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>went-back</source>
        <translation>Retour en arrière</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>repris</translation>
    </message>
    <message>
        <source>run-finished</source>
        <translation>Exécution terminée</translation>
    </message>
    <message>
        <source>undo-registered</source>
        <translation>Annulation enregistrée</translation>
    </message>
    <message>
        <source>undo-done</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>undo-declined</source>
        <translation>Annulation refusée</translation>
    </message>
    <message>
        <source>rollback-started</source>
        <translation>Rollback ouvert</translation>
    </message>
    <message>
        <source>rollback-finished</source>
        <translation>Rollback terminé</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>Escalade lancée</translation>
    </message>
    <message>
        <source>escalation-attempt</source>
        <translation>Tentative d’escalade</translation>
    </message>
    <message>
        <source>escalation-acknowledged</source>
        <translation>Escalade prise en compte</translation>
    </message>
    <message>
        <source>escalation-resolved</source>
        <translation>Escalade résolue</translation>
    </message>
    <message>
        <source>shell-opened</source>
        <translation>Shell ouvert</translation>
    </message>
    <message>
        <source>shell-closed</source>
        <translation>Shell fermé</translation>
    </message>
    <message>
        <source>broadcast-started</source>
        <translation>Saisie groupée commencée</translation>
    </message>
    <message>
        <source>broadcast-ended</source>
        <translation>Saisie groupée terminée</translation>
    </message>
    <message>
        <source>runbook-trusted</source>
        <translation>Runbook approuvé</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>Rétabli</translation>
    </message>
    <message>
        <source>unrecorded-interval</source>
        <translation>Période non enregistrée</translation>
    </message>
    <message>
        <source>recording-viewed</source>
        <translation>Enregistrement consulté</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>Effacé</translation>
    </message>
</context>
<context>
    <name>escalation</name>
    <message>
        <source>Escalation %1</source>
        <translation>Escalade %1</translation>
    </message>
    <message>
        <source>Escalation %1 (%2)</source>
        <translation>Escalade %1 (%2)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Lancée par</translation>
    </message>
    <message>
        <source>The ladder: who is next, and when</source>
        <translation>L’échelle d’escalade : qui vient ensuite, et quand</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>Échelon</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>prise en compte</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>résolue</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Consigné par</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalade</translation>
    </message>
    <message>
        <source>None was started.</source>
        <translation>Aucune n’a été lancée.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>no evidence</source>
        <translation>aucune preuve</translation>
    </message>
    <message>
        <source>exit status the SSH protocol reported for a channel of its own</source>
        <translation>code de sortie indiqué par le protocole SSH pour un canal séparé</translation>
    </message>
    <message>
        <source>exit status the shell&apos;s mark reported (a hint: what runs in the shell could imitate it)</source>
        <translation>code de sortie indiqué par la marque du shell (un indice : ce qui s’exécute dans le shell pourrait l’imiter)</translation>
    </message>
    <message>
        <source>result of a query</source>
        <translation>résultat d’une requête</translation>
    </message>
    <message>
        <source>hash of the file, compared on both sides</source>
        <translation>somme de contrôle du fichier, comparée des deux côtés</translation>
    </message>
    <message>
        <source>text on the screen (a hint: what runs in the shell could imitate it)</source>
        <translation>texte à l’écran (un indice : ce qui s’exécute dans le shell pourrait l’imiter)</translation>
    </message>
    <message>
        <source>statement of a person</source>
        <translation>déclaration d’une personne</translation>
    </message>
</context>
<context>
    <name>exceptions</name>
    <message>
        <source>Waived: %1</source>
        <translation>Dérogation : %1</translation>
    </message>
    <message>
        <source>Command %1 was skipped</source>
        <translation>La commande %1 a été ignorée</translation>
    </message>
    <message>
        <source>%1 was skipped</source>
        <translation>Non effectué : %1</translation>
    </message>
    <message>
        <source>A stage was skipped</source>
        <translation>Une phase a été ignorée</translation>
    </message>
    <message>
        <source>Declared not applicable: %1</source>
        <translation>Déclaré sans objet : %1</translation>
    </message>
    <message>
        <source>Inconclusive: %1</source>
        <translation>Non concluant : %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Échec : %1</translation>
    </message>
    <message>
        <source>UNRECORDED from %1 to %2</source>
        <translation>NON ENREGISTRÉ du %1 au %2</translation>
    </message>
    <message>
        <source>%1 (%2). Not witnessed when it happened: %3 told from memory afterwards, %4 forgotten; what the panes showed was not kept</source>
        <translation>%1 (%2). Sans témoin au moment des faits : rapportés de mémoire après coup : %3, oubliés : %4 ; ce que les terminaux ont affiché n’a pas été conservé</translation>
    </message>
    <message>
        <source>Command %1 failed</source>
        <translation>La commande %1 a échoué</translation>
    </message>
    <message>
        <source>Command %1: the outcome is unknown</source>
        <translation>Commande %1 : l’issue est inconnue</translation>
    </message>
    <message>
        <source>A rollback was declined</source>
        <translation>Une annulation a été refusée</translation>
    </message>
    <message>
        <source>The rollback was opened</source>
        <translation>Le rollback a été ouvert</translation>
    </message>
    <message>
        <source>under rule %1 on %2: %3</source>
        <translation>selon la règle %1, le %2 : %3</translation>
    </message>
    <message>
        <source>no entry of this run says by which rule</source>
        <translation>aucune entrée de cette exécution ne dit selon quelle règle</translation>
    </message>
    <message>
        <source>The source of the runbook was erased</source>
        <translation>La source du runbook a été effacée</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased</source>
        <translation>L’enregistrement de « %1 » a été effacé</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased in parts</source>
        <translation>L’enregistrement de « %1 » a été effacé en partie</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; is not complete</source>
        <translation>L’enregistrement de « %1 » n’est pas complet</translation>
    </message>
    <message>
        <source>%1 bytes over the limit for one command were not kept</source>
        <translation>%1 octets au-delà de la limite d’une commande n’ont pas été conservés</translation>
    </message>
    <message>
        <source>The clock of the operator&apos;s machine was not synchronised</source>
        <translation>L’horloge du poste de l’opérateur n’était pas synchronisée</translation>
    </message>
    <message>
        <source>when %1 of %2 entries were written; the order of the entries stands, their times may be off</source>
        <translation>lors de l’écriture de %1 entrées sur %2 ; l’ordre des entrées est certain, leurs heures peuvent être décalées</translation>
    </message>
    <message>
        <source>The run was stopped before its end</source>
        <translation>L’exécution a été arrêtée avant sa fin</translation>
    </message>
    <message>
        <source>The last escalation is not resolved</source>
        <translation>La dernière escalade n’est pas résolue</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>This report for browsers and screen readers</source>
        <translation>Ce rapport pour navigateurs et lecteurs d’écran</translation>
    </message>
    <message>
        <source>This report to print</source>
        <translation>Ce rapport à imprimer</translation>
    </message>
    <message>
        <source>Every ledger entry of the run, one JSON object a line</source>
        <translation>Toutes les entrées du registre pour cette exécution, un objet JSON par ligne</translation>
    </message>
    <message>
        <source>What the entries of the run say, with pseudonyms, one JSON object a line</source>
        <translation>Ce que disent les entrées de l’exécution, avec des pseudonymes, un objet JSON par ligne</translation>
    </message>
    <message>
        <source>The runbook, exactly as it was when the run started</source>
        <translation>Le runbook, exactement tel qu’il était au début de l’exécution</translation>
    </message>
    <message>
        <source>Checkpoint of the ledger and the proof that each entry is in it</source>
        <translation>Point de contrôle du registre et preuve que chaque entrée y figure</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed, a further shell outside the steps (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Ce que le terminal « %1 » a affiché, un shell supplémentaire en dehors des étapes (asciicast v2 ; à lire avec « asciinema play »)</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Ce que le terminal « %1 » a affiché (asciicast v2 ; à lire avec « asciinema play »)</translation>
    </message>
    <message>
        <source>Files of this report</source>
        <translation>Fichiers de ce rapport</translation>
    </message>
    <message>
        <source>Beside this page, listed with their hashes in MANIFEST.sha256</source>
        <translation>À côté de cette page, listés avec leurs sommes de contrôle dans MANIFEST.sha256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Contenu</translation>
    </message>
</context>
<context>
    <name>judgement</name>
    <message>
        <source>unanswered</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>non concluant</translation>
    </message>
    <message>
        <source>not-applicable</source>
        <translation>sans objet</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>dérogation</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>English</source>
        <extracomment>What the language calls itself: Deutsch, Français</extracomment>
        <translation>Français</translation>
    </message>
</context>
<context>
    <name>mode</name>
    <message>
        <source>live</source>
        <translation>réel</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>répétition</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>exercice</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Stands below each page of the PDF</extracomment>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>Skip to the report</source>
        <translation>Aller au rapport</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>UNSIGNED</source>
        <translation>NON SIGNÉ</translation>
    </message>
    <message>
        <source>Session report: %1, run %2</source>
        <translation>Rapport de session : %1, exécution %2</translation>
    </message>
    <message>
        <source>Nobody signed this report. It shows what a ledger held, but anybody could have changed it since.</source>
        <translation>Personne n’a signé ce rapport. Il montre ce que contenait un registre, mais n’importe qui a pu le modifier depuis.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Motif : %1.</translation>
    </message>
    <message>
        <source>PSEUDONYMOUS</source>
        <translation>PSEUDONYMISÉ</translation>
    </message>
    <message>
        <source>Session report</source>
        <translation>Rapport de session</translation>
    </message>
</context>
<context>
    <name>pseudonyms</name>
    <message>
        <source>The names of people, accounts, hosts and their keys that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>Les noms de personnes, de comptes, d’hôtes et de leurs clés connus de l’exécution sont remplacés, chacun par le même pseudonyme d’un bout à l’autre. Le texte libre (notes, commandes, sorties) peut encore nommer quelqu’un.</translation>
    </message>
    <message>
        <source>The names of people and accounts that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>Les noms de personnes et de comptes connus de l’exécution sont remplacés, chacun par le même pseudonyme d’un bout à l’autre. Le texte libre (notes, commandes, sorties) peut encore nommer quelqu’un.</translation>
    </message>
    <message>
        <source>Recordings of terminals are left out.</source>
        <translation>Les enregistrements de terminaux sont omis.</translation>
    </message>
    <message>
        <source>Recordings of terminals are included, because: %1.</source>
        <translation>Les enregistrements de terminaux sont inclus, pour cette raison : %1.</translation>
    </message>
    <message>
        <source>Records of the ledger cannot be changed without breaking them, so none are in this report, and nothing in it can be proven by the ledger.</source>
        <translation>Les enregistrements du registre ne peuvent pas être modifiés sans devenir invalides ; ce rapport n’en contient donc aucun, et rien de ce qu’il dit ne peut être prouvé par le registre.</translation>
    </message>
</context>
<context>
    <name>recorded</name>
    <message>
        <source>exit status %1, expected %2</source>
        <translation>code de sortie %1, attendu %2</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>code de sortie %1</translation>
    </message>
    <message>
        <source>HTTP status %1, expected %2</source>
        <translation>statut HTTP %1, attendu %2</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>statut HTTP %1</translation>
    </message>
    <message>
        <source>the value is %1, expected %2</source>
        <translation>la valeur est %1, attendu %2</translation>
    </message>
    <message>
        <source>no number in the output, expected %1</source>
        <translation>aucun nombre dans la sortie, attendu %1</translation>
    </message>
    <message>
        <source>the comparison &quot;%1&quot; is not understood</source>
        <translation>la comparaison « %1 » n’est pas comprise</translation>
    </message>
    <message>
        <source>the pattern %1 is invalid: %2</source>
        <translation>le motif %1 est invalide : %2</translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation>la sortie ne correspond pas à %1</translation>
    </message>
    <message>
        <source>the output matches %1, which it must not</source>
        <translation>la sortie correspond à %1, ce qu’elle ne doit pas</translation>
    </message>
    <message>
        <source>the output does not contain &quot;%1&quot;</source>
        <translation>la sortie ne contient pas « %1 »</translation>
    </message>
    <message>
        <source>no end within the time allowed</source>
        <translation>pas terminé dans le temps accordé</translation>
    </message>
    <message>
        <source>the connection was lost before the end was known</source>
        <translation>la connexion a été perdue avant que la fin ne soit connue</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>la connexion a été perdue</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>terminé par le signal %1</translation>
    </message>
    <message>
        <source>the host sent no exit status</source>
        <translation>l’hôte n’a envoyé aucun code de sortie</translation>
    </message>
    <message>
        <source>the output is longer than the 1 MiB that is judged: let the command print less</source>
        <translation>la sortie dépasse le 1 Mio qui est évalué : la commande doit afficher moins</translation>
    </message>
    <message>
        <source>the host has no curl to ask with</source>
        <translation>l’hôte n’a pas curl pour interroger</translation>
    </message>
    <message>
        <source>the request failed: %1</source>
        <translation>la requête a échoué : %1</translation>
    </message>
    <message>
        <source>the query has no result</source>
        <translation>la requête n’a aucun résultat</translation>
    </message>
    <message>
        <source>interrupted: its %1 s were over</source>
        <translation>interrompue : ses %1 s étaient écoulées</translation>
    </message>
    <message>
        <source>called off: its %1 s were over</source>
        <translation>abandonnée : ses %1 s étaient écoulées</translation>
    </message>
    <message>
        <source>it ended before its output matched %1</source>
        <translation>elle s’est terminée avant que sa sortie ne corresponde à %1</translation>
    </message>
    <message>
        <source>it must be recorded, and not all that it printed is on record</source>
        <translation>elle doit être enregistrée, et tout ce qu’elle a affiché ne l’a pas été</translation>
    </message>
    <message>
        <source>the connection ended, as expected</source>
        <translation>la connexion s’est terminée, comme prévu</translation>
    </message>
    <message>
        <source>it was not sent: %1</source>
        <translation>elle n’a pas été envoyée : %1</translation>
    </message>
    <message>
        <source>the console ended while it was running</source>
        <translation>la console s’est arrêtée pendant son exécution</translation>
    </message>
    <message>
        <source>the console ended while the file was on its way</source>
        <translation>la console s’est arrêtée pendant le transfert du fichier</translation>
    </message>
    <message>
        <source>it was there already: %1 bytes, SHA-256 %2</source>
        <translation>il était déjà là : %1 octets, SHA-256 %2</translation>
    </message>
    <message>
        <source>copied, read back and compared: %1 bytes, SHA-256 %2</source>
        <translation>copié, relu et comparé : %1 octets, SHA-256 %2</translation>
    </message>
    <message>
        <source>the run was left</source>
        <translation>l’exécution a été quittée</translation>
    </message>
    <message>
        <source>the run ended</source>
        <translation>l’exécution s’est terminée</translation>
    </message>
    <message>
        <source>the run is over</source>
        <translation>l’exécution est terminée</translation>
    </message>
    <message>
        <source>given up: %1</source>
        <translation>abandonné : %1</translation>
    </message>
</context>
<context>
    <name>reversibility</name>
    <message>
        <source>Reversible</source>
        <translation>Réversible</translation>
    </message>
    <message>
        <source>Needs a check</source>
        <translation>À contrôler</translation>
    </message>
    <message>
        <source>Irreversible</source>
        <translation>Irréversible</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>stopped</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>passed with exceptions</source>
        <translation>réussie avec exceptions</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussie</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>Prerequisites</source>
        <translation>Prérequis</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Vérification finale</translation>
    </message>
</context>
<context>
    <name>stage state</name>
    <message>
        <source>Not reached</source>
        <translation>Non atteinte</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Réussie</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorée</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Annulée</translation>
    </message>
</context>
<context>
    <name>stage status</name>
    <message>
        <source>pending</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>current</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussie</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorée</translation>
    </message>
    <message>
        <source>rolled-back</source>
        <translation>annulée</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Étape %1 : %2</translation>
    </message>
    <message>
        <source>skipped because: %1</source>
        <translation>ignorée car : %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>envoyée le %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durée %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, this is the last</source>
        <translation>
            <numerusform>%n tentative, la dernière est celle-ci</numerusform>
            <numerusform>%n tentatives, la dernière est celle-ci</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed because: %1</source>
        <translation>confirmée car : %1</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Commande %1</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Sortie :</translation>
    </message>
    <message>
        <source>Output, its beginning:</source>
        <translation>Sortie, son début :</translation>
    </message>
    <message>
        <source>Statement by a person</source>
        <translation>Déclaration d’une personne</translation>
    </message>
    <message>
        <source>Statement by %1</source>
        <translation>Déclaration de %1</translation>
    </message>
    <message>
        <source>Rests on: %1</source>
        <translation>Repose sur : %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Note : %1</translation>
    </message>
    <message>
        <source>Checks of this stage</source>
        <translation>Contrôles de cette phase</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorée</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>Undo list</source>
        <translation>Liste des annulations</translation>
    </message>
    <message>
        <source>Empty: no step that ran has a rollback.</source>
        <translation>Vide : aucune étape exécutée n’a de rollback.</translation>
    </message>
    <message>
        <source>Rollbacks, registered before the step they undo</source>
        <translation>Rollbacks, enregistrés avant l’étape qu’ils annulent</translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation>Annule</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>The stages and how they ended</source>
        <translation>Les phases et leur issue</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>%1 (%2, version %3)</source>
        <translation>%1 (%2, version %3)</translation>
    </message>
    <message>
        <source>a certificate, and no SSH key</source>
        <translation>un certificat, et aucune clé SSH</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Rapport établi</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Source SHA-256</source>
        <translation>SHA-256 de la source</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>aucun : %1</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>None: nothing was skipped, waived, repeated or left open.</source>
        <translation>Aucune : rien n’a été ignoré, dispensé, répété ni laissé ouvert.</translation>
    </message>
    <message>
        <source>What did not go by the book, in the order in which it came up</source>
        <translation>Ce qui ne s’est pas déroulé comme prévu, dans l’ordre d’apparition</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Reason or evidence</source>
        <translation>Motif ou preuve</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Décidé par</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Hosts and values</source>
        <translation>Hôtes et valeurs</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>jamais connecté</translation>
    </message>
    <message>
        <source>The hosts of this run</source>
        <translation>Les hôtes de cette exécution</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Clé d’hôte</translation>
    </message>
    <message>
        <source>The values the runbook was started with</source>
        <translation>Les valeurs avec lesquelles le runbook a été lancé</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Step %1</source>
        <translation>Étape %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Étape %1 : %2</translation>
    </message>
    <message>
        <source>Passed with exceptions</source>
        <translation>Réussie avec exceptions</translation>
    </message>
    <message>
        <source>Left, to go back</source>
        <translation>Quittée, pour revenir en arrière</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Non terminée</translation>
    </message>
    <message>
        <source>Not ended yet</source>
        <translation>Pas encore terminée</translation>
    </message>
    <message>
        <source>No end was recorded</source>
        <translation>Aucune fin n’a été enregistrée</translation>
    </message>
    <message>
        <source>Timeline of the run: %1</source>
        <translation>Chronologie de l’exécution : %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>exécution %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durée %1</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>Heure UTC</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>comme prévu</translation>
    </message>
    <message>
        <source>with an exception, or waiting</source>
        <translation>avec exception, ou en attente</translation>
    </message>
    <message>
        <source>failed or unknown</source>
        <translation>échec ou inconnu</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>non terminé</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>aucun des deux</translation>
    </message>
    <message>
        <source>%1 to %2: steps entered: %3; commands and copies: %4; automated checks: %5; escalations: %6; failed or unknown: %7. Result: %8.</source>
        <translation>%1 à %2 : étapes abordées : %3 ; commandes et copies : %4 ; contrôles automatiques : %5 ; escalades : %6 ; échecs ou inconnus : %7. Résultat : %8.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalade</translation>
    </message>
    <message>
        <source>Run started: %1</source>
        <translation>Exécution commencée : %1</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>Exécution terminée</translation>
    </message>
    <message>
        <source>Command %1: %2</source>
        <translation>Commande %1 : %2</translation>
    </message>
    <message>
        <source>Rollback %1: %2</source>
        <translation>Rollback %1 : %2</translation>
    </message>
    <message>
        <source>%1, agreed by %2</source>
        <translation>%1, avec l’accord de %2</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Commande %1</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Réussi</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Issue inconnue</translation>
    </message>
    <message>
        <source>Folder sent: %1 to %2</source>
        <translation>Dossier envoyé : %1 vers %2</translation>
    </message>
    <message>
        <source>Folder fetched: %1 to %2</source>
        <translation>Dossier récupéré : %1 vers %2</translation>
    </message>
    <message>
        <source>File sent: %1 to %2</source>
        <translation>Fichier envoyé : %1 vers %2</translation>
    </message>
    <message>
        <source>File fetched: %1 to %2</source>
        <translation>Fichier récupéré : %1 vers %2</translation>
    </message>
    <message>
        <source>File copied</source>
        <translation>Fichier copié</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Check %1: %2</source>
        <translation>Contrôle %1 : %2</translation>
    </message>
    <message>
        <source>Check %1 answered: %2</source>
        <translation>Contrôle %1, réponse : %2</translation>
    </message>
    <message>
        <source>Step %1 skipped</source>
        <translation>Étape %1 ignorée</translation>
    </message>
    <message>
        <source>%1 of step %2 skipped</source>
        <translation>%1 de l’étape %2 ignoré</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>Échec de la connexion</translation>
    </message>
    <message>
        <source>Further shell closed</source>
        <translation>Shell supplémentaire fermé</translation>
    </message>
    <message>
        <source>Further shell opened again</source>
        <translation>Shell supplémentaire rouvert</translation>
    </message>
    <message>
        <source>Further shell opened</source>
        <translation>Shell supplémentaire ouvert</translation>
    </message>
    <message>
        <source>Hold point of step %1</source>
        <translation>Point d’arrêt de l’étape %1</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>En attente de %1</translation>
    </message>
    <message>
        <source>Retried in step %1</source>
        <translation>Nouvel essai à l’étape %1</translation>
    </message>
    <message>
        <source>Note on step %1</source>
        <translation>Note sur l’étape %1</translation>
    </message>
    <message>
        <source>Rollback opened</source>
        <translation>Rollback ouvert</translation>
    </message>
    <message>
        <source>Rollback left</source>
        <translation>Rollback quitté</translation>
    </message>
    <message>
        <source>Went back to step %1</source>
        <translation>Retour à l’étape %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé : %1</translation>
    </message>
    <message>
        <source>Rollback declined: %1</source>
        <translation>Annulation refusée : %1</translation>
    </message>
    <message>
        <source>The ledger takes entries again</source>
        <translation>Le registre accepte de nouveau des entrées</translation>
    </message>
    <message>
        <source>Handed over from %1 to %2</source>
        <translation>Transmis par %1 à %2</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>Broadcast to %1</source>
        <translation>Saisie groupée vers %1</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Saisie groupée</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escaladé</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Prise en compte par %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolue</translation>
    </message>
    <message>
        <source>Further shell found again</source>
        <translation>Shell supplémentaire retrouvé</translation>
    </message>
    <message>
        <source>Further shell gone</source>
        <translation>Shell supplémentaire disparu</translation>
    </message>
    <message>
        <source>Out of reach: tmux may still have it</source>
        <translation>Hors d’atteinte : tmux l’a peut-être encore</translation>
    </message>
    <message>
        <source>tmux did not have it any more</source>
        <translation>tmux ne l’avait plus</translation>
    </message>
</context>
<context>
    <name>timeline label</name>
    <message>
        <source>copy</source>
        <translation>copie</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>arrêt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>hand-over</source>
        <translation>transfert</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>repris</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>saisie groupée</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>escalade</translation>
    </message>
</context>
<context>
    <name>timeline table</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n au total</numerusform>
            <numerusform>%n au total</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>%1 bytes shown in pane &quot;%2&quot;</source>
        <translation>%1 octets affichés dans le terminal « %2 »</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>The table below says the same in words</source>
        <translation>Le tableau ci-dessous dit la même chose en mots</translation>
    </message>
    <message>
        <source>told in %1</source>
        <translation>rapporté dans %1</translation>
    </message>
    <message>
        <source>UNRECORDED: %1</source>
        <translation>NON ENREGISTRÉ : %1</translation>
    </message>
    <message>
        <source>Every entry the ledger holds for this run, by number; times in UTC</source>
        <translation>Toutes les entrées du registre pour cette exécution, par numéro ; heures en UTC</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>undo state</name>
    <message>
        <source>Registered, not used</source>
        <translation>Enregistrée, non utilisée</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refusée</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Passed. Every step and every check passed.</source>
        <translation>Réussie. Chaque étape et chaque contrôle a réussi.</translation>
    </message>
    <message>
        <source>Passed with exceptions. The end was reached, but not everything passed: read &quot;Exceptions&quot;.</source>
        <translation>Réussie avec exceptions. La fin a été atteinte, mais tout n’a pas réussi : lire « Exceptions ».</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Arrêtée avant la fin.</translation>
    </message>
    <message>
        <source>Not finished when this report was made.</source>
        <translation>Non terminée quand ce rapport a été établi.</translation>
    </message>
    <message>
        <source>The signature names its signer: whoever knows whose key it is made with knows who made this report.</source>
        <translation>La signature désigne son signataire : quiconque sait à qui est la clé sait qui a établi ce rapport.</translation>
    </message>
    <message>
        <source>This was practice on the practice host. Nothing in this report happened on a real system.</source>
        <translation>C’était un exercice sur l’hôte d’exercice. Rien dans ce rapport ne s’est produit sur un système réel.</translation>
    </message>
    <message>
        <source>This was a rehearsal. It is no evidence that the work was done.</source>
        <translation>C’était une répétition. Elle ne prouve pas que le travail a été fait.</translation>
    </message>
    <message>
        <source>Live: the commands ran on the hosts named here.</source>
        <translation>Réel : les commandes se sont exécutées sur les hôtes nommés ici.</translation>
    </message>
</context>
<context>
    <name>verification</name>
    <message>
        <source>The file allowed_signers lies beside the folder, not in it, and comes from somebody you trust by another way than this report. A line of it is a name, a blank, and a key. This report names the following key; compare it, or its fingerprint, with the one you were given:</source>
        <translation>Le fichier allowed_signers se trouve à côté du dossier, non dedans, et vous vient d’une personne de confiance par une autre voie que ce rapport. Chacune de ses lignes est un nom, une espace et une clé. Ce rapport indique la clé suivante ; comparez-la, ou son empreinte, à celle qui vous a été donnée :</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Who signed the list of files. It must say: Good &quot;session-report@holdpoint&quot; signature.</source>
        <translation>Qui a signé la liste des fichiers. La commande doit afficher : Good &quot;session-report@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>Whether the files are those of the list. Each line must end with OK.</source>
        <translation>Si les fichiers sont bien ceux de la liste. Chaque ligne doit se terminer par OK.</translation>
    </message>
    <message>
        <source>Whether files were added. It must name MANIFEST.sha256, what stands over it where the report has it (MANIFEST.sha256.sig, .p7s, .sig.tsr or .tsr), and nothing else.</source>
        <translation>Si des fichiers ont été ajoutés. La commande doit nommer MANIFEST.sha256, ce qui porte sur lui si le rapport en a (MANIFEST.sha256.sig, .p7s, .sig.tsr ou .tsr), et rien d’autre.</translation>
    </message>
    <message>
        <source>Whether the records of session.jsonl are those that the ledger proof names. Both lines must be the same.</source>
        <translation>Si les enregistrements de session.jsonl sont ceux que nomme la preuve du registre. Les deux lignes doivent être identiques.</translation>
    </message>
    <message>
        <source>Who signed the ledger&apos;s checkpoint. It must say: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</source>
        <translation>Qui a signé le point de contrôle du registre. La commande doit afficher : Good &quot;ledger-checkpoint@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>This report is signed with an X.509 certificate too. The file ca.pem lies beside the folder, not in it, and holds the certificates of the authorities you trust. This report names the following certificate:</source>
        <translation>Ce rapport est aussi signé avec un certificat X.509. Le fichier ca.pem se trouve à côté du dossier, non dedans, et contient les certificats des autorités auxquelles vous faites confiance. Ce rapport indique le certificat suivant :</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Who signed the list of files by certificate. It must say: successful.</source>
        <translation>Qui a signé la liste des fichiers par certificat. La commande doit afficher : successful.</translation>
    </message>
    <message>
        <source>Whether report.pdf is as it was signed, where it is there. It must say: Signature is Valid, and: Total document signed.</source>
        <translation>Si report.pdf, s’il est présent, est tel qu’il a été signé. La commande doit afficher : Signature is Valid, et : Total document signed.</translation>
    </message>
    <message>
        <source>Where %1.tsr is there, it is a time stamp (RFC 3161) over %1: the authority that made it saw that file no later than at the time in it. With the authority&apos;s certificates in ../tsa-ca.pem:</source>
        <translation>Si %1.tsr est présent, c’est un horodatage (RFC 3161) de %1 : l’autorité qui l’a émis a vu ce fichier au plus tard à l’heure qu’il indique. Avec les certificats de l’autorité dans ../tsa-ca.pem :</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>Comment vérifier ce rapport</translation>
    </message>
    <message>
        <source>In a shell in the report&apos;s folder, with nothing but OpenSSH 8.2 or later, grep and the GNU core utilities. Whoever forges a report can print other lines here: the same ones stand in Holdpoint&apos;s models/report/FORMAT.md.</source>
        <translation>Dans un shell, dans le dossier du rapport, avec seulement OpenSSH 8.2 ou plus récent, grep et les utilitaires GNU (coreutils). Qui falsifie un rapport peut imprimer ici d’autres lignes : les mêmes figurent dans models/report/FORMAT.md de Holdpoint.</translation>
    </message>
    <message>
        <source>This report is not signed. Only its inner consistency can be checked.</source>
        <translation>Ce rapport n’est pas signé. Seule sa cohérence interne peut être vérifiée.</translation>
    </message>
    <message>
        <source>Two programs check all of this and the rest: that the records lead to the checkpoint&apos;s root, and that recordings and runbook are those the records commit to. They share no code and must say the same. Both come with Holdpoint; verify-report.py is one file to read and needs only Python 3.9 or later, ssh-keygen and openssl.</source>
        <translation>Deux programmes vérifient tout cela et le reste : que les enregistrements mènent à la racine du point de contrôle, et que les enregistrements de terminaux et le runbook sont ceux sur lesquels les entrées s’engagent. Ils n’ont aucun code en commun et doivent dire la même chose. Les deux sont fournis avec Holdpoint ; verify-report.py est un seul fichier à lire et ne demande que Python 3.9 ou plus récent, ssh-keygen et openssl.</translation>
    </message>
    <message>
        <source>What a good check proves</source>
        <translation>Ce que prouve une vérification réussie</translation>
    </message>
    <message>
        <source>The holder of the key signed exactly these files; nothing was changed, removed or replaced since.</source>
        <translation>Le détenteur de la clé a signé exactement ces fichiers ; rien n’a été modifié, retiré ni remplacé depuis.</translation>
    </message>
    <message>
        <source>Every entry stands in the ledger at its number, in this order and with these bytes.</source>
        <translation>Chaque entrée figure dans le registre à son numéro, dans cet ordre et avec ces octets.</translation>
    </message>
    <message>
        <source>Recordings and runbook are those the entries commit to.</source>
        <translation>Les enregistrements et le runbook sont ceux sur lesquels les entrées s’engagent.</translation>
    </message>
    <message>
        <source>With a checkpoint that a witness keeps: the entries below it existed in this form before the witness saw it.</source>
        <translation>Avec un point de contrôle conservé par un témoin : les entrées qui le précèdent existaient sous cette forme avant que le témoin ne le voie.</translation>
    </message>
    <message>
        <source>With a time stamp: what it is over existed at the time it names, if its authority is honest.</source>
        <translation>Avec un horodatage : ce sur quoi il porte existait à l’heure qu’il indique, si son autorité est honnête.</translation>
    </message>
    <message>
        <source>What it does not prove</source>
        <translation>Ce qu’elle ne prouve pas</translation>
    </message>
    <message>
        <source>That what was recorded is true: a changed program, a second terminal or a host that lies leave no trace here.</source>
        <translation>Que ce qui a été enregistré est vrai : un programme modifié, un second terminal ou un hôte qui ment ne laissent ici aucune trace.</translation>
    </message>
    <message>
        <source>Who sat at the keyboard; only which key signed and which name was given.</source>
        <translation>Qui était au clavier ; seulement quelle clé a signé et quel nom a été donné.</translation>
    </message>
    <message>
        <source>The exact times: they are those of the operator&apos;s machine, bounded only by what a witness saw.</source>
        <translation>Les heures exactes : ce sont celles du poste de l’opérateur, bornées seulement par ce qu’un témoin a vu.</translation>
    </message>
    <message>
        <source>That the owner of the ledger did not write all of it anew, where no witness keeps an earlier checkpoint.</source>
        <translation>Que le propriétaire du registre ne l’a pas entièrement réécrit, là où aucun témoin ne conserve un point de contrôle antérieur.</translation>
    </message>
    <message>
        <source>That what is called erased was erased by rule.</source>
        <translation>Que ce qui est dit effacé l’a été selon une règle.</translation>
    </message>
    <message>
        <source>That no entry of this run was left out of the report between two whose numbers do not follow each other; the ledger itself shows that.</source>
        <translation>Qu’aucune entrée de cette exécution n’a été omise du rapport entre deux entrées dont les numéros ne se suivent pas ; seul le registre lui-même le montre.</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Vérification du rapport</translation>
    </message>
    <message>
        <source>The ledger these entries are from</source>
        <translation>Le registre d’où viennent ces entrées</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Entries in all</source>
        <translation>Entrées en tout</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Empreinte racine</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de contrôle</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>non signé</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signé</translation>
    </message>
    <message>
        <source>Checkpoint made</source>
        <translation>Point de contrôle établi</translation>
    </message>
    <message>
        <source>This report is pseudonymous: it holds none of that ledger&apos;s records, and a hash of one would let anybody try names until it fits. A verifier says of the ledger: unknown. Whoever holds the ledger can show the entries by their numbers.</source>
        <translation>Ce rapport est pseudonymisé : il ne contient aucun enregistrement de ce registre, car l’empreinte de l’un d’eux permettrait à n’importe qui d’essayer des noms jusqu’à trouver le bon. Un vérificateur dit du registre : unknown. Qui détient le registre peut montrer les entrées d’après leurs numéros.</translation>
    </message>
    <message>
        <source>What its signature proves: the holder of the key signed exactly these files. %1</source>
        <translation>Ce que prouve sa signature : le détenteur de la clé a signé exactement ces fichiers. %1</translation>
    </message>
</context>
</TS>
