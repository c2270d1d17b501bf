<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>attempt</name>
    <message>
        <source>called</source>
        <translation>angerufen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>left message</source>
        <translation>Nachricht hinterlassen</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>check verdict</name>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Nicht eindeutig</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht zutreffend</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Verzichtet</translation>
    </message>
</context>
<context>
    <name>command state</name>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>run-started</source>
        <translation>Lauf begonnen</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>connection-failed</source>
        <translation>Verbindung fehlgeschlagen</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>command-intended</source>
        <translation>Befehl angekündigt</translation>
    </message>
    <message>
        <source>command-finished</source>
        <translation>Befehl beendet</translation>
    </message>
    <message>
        <source>command-unknown</source>
        <translation>Befehlsausgang unbekannt</translation>
    </message>
    <message>
        <source>copy-intended</source>
        <translation>Kopie angekündigt</translation>
    </message>
    <message>
        <source>copy-finished</source>
        <translation>Kopie beendet</translation>
    </message>
    <message>
        <source>check-intended</source>
        <translation>Prüfung angekündigt</translation>
    </message>
    <message>
        <source>check-verdict</source>
        <translation>Prüfergebnis</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>hold-point</source>
        <translation>Haltepunkt</translation>
    </message>
    <message>
        <source>step-passed</source>
        <translation>Schritt bestanden</translation>
    </message>
    <message>
        <source>step-failed</source>
        <translation>Schritt fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>went-back</source>
        <translation>Zurückgegangen</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>run-finished</source>
        <translation>Lauf beendet</translation>
    </message>
    <message>
        <source>undo-registered</source>
        <translation>Rückabwicklung vorgemerkt</translation>
    </message>
    <message>
        <source>undo-done</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>undo-declined</source>
        <translation>Rückabwicklung abgelehnt</translation>
    </message>
    <message>
        <source>rollback-started</source>
        <translation>Rollback geöffnet</translation>
    </message>
    <message>
        <source>rollback-finished</source>
        <translation>Rollback beendet</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>escalation-attempt</source>
        <translation>Eskalationsversuch</translation>
    </message>
    <message>
        <source>escalation-acknowledged</source>
        <translation>Eskalation bestätigt</translation>
    </message>
    <message>
        <source>escalation-resolved</source>
        <translation>Eskalation gelöst</translation>
    </message>
    <message>
        <source>shell-opened</source>
        <translation>Shell geöffnet</translation>
    </message>
    <message>
        <source>shell-closed</source>
        <translation>Shell geschlossen</translation>
    </message>
    <message>
        <source>broadcast-started</source>
        <translation>Mehrfacheingabe begonnen</translation>
    </message>
    <message>
        <source>broadcast-ended</source>
        <translation>Mehrfacheingabe beendet</translation>
    </message>
    <message>
        <source>runbook-trusted</source>
        <translation>Runbook freigegeben</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>unrecorded-interval</source>
        <translation>Nicht aufgezeichnete Zeit</translation>
    </message>
    <message>
        <source>recording-viewed</source>
        <translation>Aufzeichnung angesehen</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>Gelöscht</translation>
    </message>
</context>
<context>
    <name>escalation</name>
    <message>
        <source>Escalation %1</source>
        <translation>Eskalation %1</translation>
    </message>
    <message>
        <source>Escalation %1 (%2)</source>
        <translation>Eskalation %1 (%2)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Begonnen von</translation>
    </message>
    <message>
        <source>The ladder: who is next, and when</source>
        <translation>Die Eskalationsleiter: wer wann an der Reihe ist</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Festgehalten von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>None was started.</source>
        <translation>Es wurde keine begonnen.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>no evidence</source>
        <translation>kein Beleg</translation>
    </message>
    <message>
        <source>exit status the SSH protocol reported for a channel of its own</source>
        <translation>Exit-Status, den das SSH-Protokoll für einen eigenen Kanal gemeldet hat</translation>
    </message>
    <message>
        <source>exit status the shell&apos;s mark reported (a hint: what runs in the shell could imitate it)</source>
        <translation>Exit-Status, den die Markierung der Shell gemeldet hat (ein Hinweis: was in der Shell läuft, könnte sie nachahmen)</translation>
    </message>
    <message>
        <source>result of a query</source>
        <translation>Ergebnis einer Abfrage</translation>
    </message>
    <message>
        <source>hash of the file, compared on both sides</source>
        <translation>Prüfsumme der Datei, auf beiden Seiten verglichen</translation>
    </message>
    <message>
        <source>text on the screen (a hint: what runs in the shell could imitate it)</source>
        <translation>Text auf dem Bildschirm (ein Hinweis: was in der Shell läuft, könnte ihn nachahmen)</translation>
    </message>
    <message>
        <source>statement of a person</source>
        <translation>Aussage einer Person</translation>
    </message>
</context>
<context>
    <name>exceptions</name>
    <message>
        <source>Waived: %1</source>
        <translation>Verzichtet: %1</translation>
    </message>
    <message>
        <source>Command %1 was skipped</source>
        <translation>Befehl %1 wurde übersprungen</translation>
    </message>
    <message>
        <source>%1 was skipped</source>
        <translation>%1 wurde übersprungen</translation>
    </message>
    <message>
        <source>A stage was skipped</source>
        <translation>Eine Phase wurde übersprungen</translation>
    </message>
    <message>
        <source>Declared not applicable: %1</source>
        <translation>Für nicht zutreffend erklärt: %1</translation>
    </message>
    <message>
        <source>Inconclusive: %1</source>
        <translation>Nicht eindeutig: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Nicht bestanden: %1</translation>
    </message>
    <message>
        <source>UNRECORDED from %1 to %2</source>
        <translation>NICHT AUFGEZEICHNET von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 (%2). Not witnessed when it happened: %3 told from memory afterwards, %4 forgotten; what the panes showed was not kept</source>
        <translation>%1 (%2). Als es geschah, wurde es nicht bezeugt: %3 danach aus der Erinnerung berichtet, %4 vergessen; was die Terminals zeigten, wurde nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Command %1 failed</source>
        <translation>Befehl %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Command %1: the outcome is unknown</source>
        <translation>Befehl %1: der Ausgang ist unbekannt</translation>
    </message>
    <message>
        <source>A rollback was declined</source>
        <translation>Eine Rückabwicklung wurde abgelehnt</translation>
    </message>
    <message>
        <source>The rollback was opened</source>
        <translation>Der Rollback wurde geöffnet</translation>
    </message>
    <message>
        <source>under rule %1 on %2: %3</source>
        <translation>nach Regel %1 am %2: %3</translation>
    </message>
    <message>
        <source>no entry of this run says by which rule</source>
        <translation>kein Eintrag dieses Laufs sagt, nach welcher Regel</translation>
    </message>
    <message>
        <source>The source of the runbook was erased</source>
        <translation>Die Quelle des Runbooks wurde gelöscht</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased</source>
        <translation>Die Aufzeichnung von „%1“ wurde gelöscht</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased in parts</source>
        <translation>Die Aufzeichnung von „%1“ wurde teilweise gelöscht</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; is not complete</source>
        <translation>Die Aufzeichnung von „%1“ ist nicht vollständig</translation>
    </message>
    <message>
        <source>%1 bytes over the limit for one command were not kept</source>
        <translation>%1 Byte über der Grenze für einen einzelnen Befehl wurden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>The clock of the operator&apos;s machine was not synchronised</source>
        <translation>Die Uhr auf dem Rechner des Operators war nicht synchronisiert</translation>
    </message>
    <message>
        <source>when %1 of %2 entries were written; the order of the entries stands, their times may be off</source>
        <translation>als %1 von %2 Einträgen geschrieben wurden; die Reihenfolge der Einträge steht fest, ihre Zeiten können abweichen</translation>
    </message>
    <message>
        <source>The run was stopped before its end</source>
        <translation>Der Lauf wurde vor seinem Ende abgebrochen</translation>
    </message>
    <message>
        <source>The last escalation is not resolved</source>
        <translation>Die letzte Eskalation ist nicht gelöst</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>This report for browsers and screen readers</source>
        <translation>Dieser Bericht für Browser und Screenreader</translation>
    </message>
    <message>
        <source>This report to print</source>
        <translation>Dieser Bericht zum Drucken</translation>
    </message>
    <message>
        <source>Every ledger entry of the run, one JSON object a line</source>
        <translation>Alle Einträge des Laufs im Journal, je Zeile ein JSON-Objekt</translation>
    </message>
    <message>
        <source>What the entries of the run say, with pseudonyms, one JSON object a line</source>
        <translation>Was die Einträge des Laufs aussagen, mit Pseudonymen, je Zeile ein JSON-Objekt</translation>
    </message>
    <message>
        <source>The runbook, exactly as it was when the run started</source>
        <translation>Das Runbook, genau wie es beim Beginn des Laufs war</translation>
    </message>
    <message>
        <source>Checkpoint of the ledger and the proof that each entry is in it</source>
        <translation>Checkpoint des Journals und der Nachweis, dass jeder Eintrag darin steht</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed, a further shell outside the steps (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Was das Terminal „%1“ zeigte, eine weitere Shell außerhalb der Schritte (asciicast v2; Wiedergabe mit „asciinema play“)</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Was das Terminal „%1“ zeigte (asciicast v2; Wiedergabe mit „asciinema play“)</translation>
    </message>
    <message>
        <source>Files of this report</source>
        <translation>Dateien dieses Berichts</translation>
    </message>
    <message>
        <source>Beside this page, listed with their hashes in MANIFEST.sha256</source>
        <translation>Neben dieser Seite, mit ihren Prüfsummen aufgeführt in MANIFEST.sha256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>judgement</name>
    <message>
        <source>unanswered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>nicht eindeutig</translation>
    </message>
    <message>
        <source>not-applicable</source>
        <translation>nicht zutreffend</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>verzichtet</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>English</source>
        <extracomment>What the language calls itself: Deutsch, Français</extracomment>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>mode</name>
    <message>
        <source>live</source>
        <translation>Echtbetrieb</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Stands below each page of the PDF</extracomment>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Skip to the report</source>
        <translation>Zum Bericht springen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>UNSIGNED</source>
        <translation>NICHT SIGNIERT</translation>
    </message>
    <message>
        <source>Session report: %1, run %2</source>
        <translation>Sitzungsbericht: %1, Lauf %2</translation>
    </message>
    <message>
        <source>Nobody signed this report. It shows what a ledger held, but anybody could have changed it since.</source>
        <translation>Niemand hat diesen Bericht signiert. Er zeigt, was in einem Journal stand, doch jeder könnte ihn seither verändert haben.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Grund: %1.</translation>
    </message>
    <message>
        <source>PSEUDONYMOUS</source>
        <translation>PSEUDONYMISIERT</translation>
    </message>
    <message>
        <source>Session report</source>
        <translation>Sitzungsbericht</translation>
    </message>
</context>
<context>
    <name>pseudonyms</name>
    <message>
        <source>The names of people, accounts, hosts and their keys that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>Die Namen von Personen, Konten, Hosts und deren Schlüsseln, die der Lauf kennt, sind ersetzt, jeder durchgehend durch dasselbe Pseudonym. Freier Text (Notizen, Befehle, Ausgaben) kann dennoch jemanden nennen.</translation>
    </message>
    <message>
        <source>The names of people and accounts that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>Die Namen von Personen und Konten, die der Lauf kennt, sind ersetzt, jeder durchgehend durch dasselbe Pseudonym. Freier Text (Notizen, Befehle, Ausgaben) kann dennoch jemanden nennen.</translation>
    </message>
    <message>
        <source>Recordings of terminals are left out.</source>
        <translation>Aufzeichnungen von Terminals sind weggelassen.</translation>
    </message>
    <message>
        <source>Recordings of terminals are included, because: %1.</source>
        <translation>Aufzeichnungen von Terminals sind enthalten, und zwar aus diesem Grund: %1.</translation>
    </message>
    <message>
        <source>Records of the ledger cannot be changed without breaking them, so none are in this report, and nothing in it can be proven by the ledger.</source>
        <translation>Datensätze des Journals lassen sich nicht ändern, ohne sie ungültig zu machen; deshalb enthält dieser Bericht keine, und nichts darin lässt sich durch das Journal nachweisen.</translation>
    </message>
</context>
<context>
    <name>recorded</name>
    <message>
        <source>exit status %1, expected %2</source>
        <translation>Exit-Status %1, erwartet %2</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>Exit-Status %1</translation>
    </message>
    <message>
        <source>HTTP status %1, expected %2</source>
        <translation>HTTP-Status %1, erwartet %2</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>the value is %1, expected %2</source>
        <translation>der Wert ist %1, erwartet %2</translation>
    </message>
    <message>
        <source>no number in the output, expected %1</source>
        <translation>keine Zahl in der Ausgabe, erwartet %1</translation>
    </message>
    <message>
        <source>the comparison &quot;%1&quot; is not understood</source>
        <translation>der Vergleich „%1“ ist nicht verständlich</translation>
    </message>
    <message>
        <source>the pattern %1 is invalid: %2</source>
        <translation>das Muster %1 ist ungültig: %2</translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation>die Ausgabe entspricht nicht %1</translation>
    </message>
    <message>
        <source>the output matches %1, which it must not</source>
        <translation>die Ausgabe entspricht %1, was sie nicht darf</translation>
    </message>
    <message>
        <source>the output does not contain &quot;%1&quot;</source>
        <translation>die Ausgabe enthält nicht „%1“</translation>
    </message>
    <message>
        <source>no end within the time allowed</source>
        <translation>kein Ende innerhalb der erlaubten Zeit</translation>
    </message>
    <message>
        <source>the connection was lost before the end was known</source>
        <translation>die Verbindung ging verloren, bevor das Ende bekannt war</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>durch Signal %1 beendet</translation>
    </message>
    <message>
        <source>the host sent no exit status</source>
        <translation>der Host hat keinen Exit-Status gesendet</translation>
    </message>
    <message>
        <source>the output is longer than the 1 MiB that is judged: let the command print less</source>
        <translation>die Ausgabe ist länger als das 1 MiB, das beurteilt wird: der Befehl sollte weniger ausgeben</translation>
    </message>
    <message>
        <source>the host has no curl to ask with</source>
        <translation>auf dem Host fehlt curl für die Abfrage</translation>
    </message>
    <message>
        <source>the request failed: %1</source>
        <translation>die Anfrage ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>the query has no result</source>
        <translation>die Abfrage hat kein Ergebnis</translation>
    </message>
    <message>
        <source>interrupted: its %1 s were over</source>
        <translation>unterbrochen: die erlaubten %1 s waren vorbei</translation>
    </message>
    <message>
        <source>called off: its %1 s were over</source>
        <translation>abgebrochen: die erlaubten %1 s waren vorbei</translation>
    </message>
    <message>
        <source>it ended before its output matched %1</source>
        <translation>er endete, bevor seine Ausgabe %1 entsprach</translation>
    </message>
    <message>
        <source>it must be recorded, and not all that it printed is on record</source>
        <translation>er muss aufgezeichnet werden, und nicht alles, was er ausgab, ist aufgezeichnet</translation>
    </message>
    <message>
        <source>the connection ended, as expected</source>
        <translation>die Verbindung endete wie erwartet</translation>
    </message>
    <message>
        <source>it was not sent: %1</source>
        <translation>er wurde nicht gesendet: %1</translation>
    </message>
    <message>
        <source>the console ended while it was running</source>
        <translation>die Konsole endete, während er lief</translation>
    </message>
    <message>
        <source>the console ended while the file was on its way</source>
        <translation>die Konsole endete, während die Datei unterwegs war</translation>
    </message>
    <message>
        <source>it was there already: %1 bytes, SHA-256 %2</source>
        <translation>sie war schon da: %1 Byte, SHA-256 %2</translation>
    </message>
    <message>
        <source>copied, read back and compared: %1 bytes, SHA-256 %2</source>
        <translation>kopiert, zurückgelesen und verglichen: %1 Byte, SHA-256 %2</translation>
    </message>
    <message>
        <source>the run was left</source>
        <translation>der Lauf wurde verlassen</translation>
    </message>
    <message>
        <source>the run ended</source>
        <translation>der Lauf endete</translation>
    </message>
    <message>
        <source>the run is over</source>
        <translation>der Lauf ist vorbei</translation>
    </message>
    <message>
        <source>given up: %1</source>
        <translation>aufgegeben: %1</translation>
    </message>
</context>
<context>
    <name>reversibility</name>
    <message>
        <source>Reversible</source>
        <translation>Umkehrbar</translation>
    </message>
    <message>
        <source>Needs a check</source>
        <translation>Prüfung nötig</translation>
    </message>
    <message>
        <source>Irreversible</source>
        <translation>Unumkehrbar</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>passed with exceptions</source>
        <translation>mit Ausnahmen bestanden</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>Prerequisites</source>
        <translation>Voraussetzungen</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Abschlussprüfung</translation>
    </message>
</context>
<context>
    <name>stage state</name>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgerollt</translation>
    </message>
</context>
<context>
    <name>stage status</name>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>current</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>rolled-back</source>
        <translation>zurückgerollt</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>skipped because: %1</source>
        <translation>übersprungen wegen: %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>gesendet %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, this is the last</source>
        <translation>
            <numerusform>%n Versuch, dies ist der letzte</numerusform>
            <numerusform>%n Versuche, dies ist der letzte</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed because: %1</source>
        <translation>bestätigt wegen: %1</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Befehl %1</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Ausgabe:</translation>
    </message>
    <message>
        <source>Output, its beginning:</source>
        <translation>Ausgabe, ihr Anfang:</translation>
    </message>
    <message>
        <source>Statement by a person</source>
        <translation>Aussage einer Person</translation>
    </message>
    <message>
        <source>Statement by %1</source>
        <translation>Aussage von %1</translation>
    </message>
    <message>
        <source>Rests on: %1</source>
        <translation>Beruht auf: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Checks of this stage</source>
        <translation>Prüfungen dieser Phase</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Undo list</source>
        <translation>Rückabwicklungsliste</translation>
    </message>
    <message>
        <source>Empty: no step that ran has a rollback.</source>
        <translation>Leer: kein Schritt, der lief, hat einen Rollback.</translation>
    </message>
    <message>
        <source>Rollbacks, registered before the step they undo</source>
        <translation>Rollbacks, vorgemerkt vor dem Schritt, den sie rückgängig machen</translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation>Macht rückgängig</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>The stages and how they ended</source>
        <translation>Die Phasen und wie sie ausgingen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 (%2, version %3)</source>
        <translation>%1 (%2, Version %3)</translation>
    </message>
    <message>
        <source>a certificate, and no SSH key</source>
        <translation>ein Zertifikat und kein SSH-Schlüssel</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Bericht erstellt</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Source SHA-256</source>
        <translation>SHA-256 der Quelle</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>keines: %1</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>None: nothing was skipped, waived, repeated or left open.</source>
        <translation>Keine: Nichts wurde übersprungen oder wiederholt, auf nichts verzichtet und nichts offen gelassen.</translation>
    </message>
    <message>
        <source>What did not go by the book, in the order in which it came up</source>
        <translation>Was nicht nach Runbook ging, in der Reihenfolge, in der es auftrat</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Reason or evidence</source>
        <translation>Grund oder Beleg</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Hosts and values</source>
        <translation>Hosts und Werte</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>nie verbunden</translation>
    </message>
    <message>
        <source>The hosts of this run</source>
        <translation>Die Hosts dieses Laufs</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Host-Schlüssel</translation>
    </message>
    <message>
        <source>The values the runbook was started with</source>
        <translation>Die Werte, mit denen das Runbook gestartet wurde</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Passed with exceptions</source>
        <translation>Mit Ausnahmen bestanden</translation>
    </message>
    <message>
        <source>Left, to go back</source>
        <translation>Verlassen, um zurückzugehen</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>Not ended yet</source>
        <translation>Noch nicht beendet</translation>
    </message>
    <message>
        <source>No end was recorded</source>
        <translation>Kein Ende aufgezeichnet</translation>
    </message>
    <message>
        <source>Timeline of the run: %1</source>
        <translation>Zeitachse des Laufs: %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>Zeit in UTC</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>wie vorgesehen</translation>
    </message>
    <message>
        <source>with an exception, or waiting</source>
        <translation>mit Ausnahme oder wartend</translation>
    </message>
    <message>
        <source>failed or unknown</source>
        <translation>fehlgeschlagen oder unbekannt</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>%1 to %2: steps entered: %3; commands and copies: %4; automated checks: %5; escalations: %6; failed or unknown: %7. Result: %8.</source>
        <translation>%1 bis %2: betretene Schritte: %3; Befehle und Kopien: %4; automatische Prüfungen: %5; Eskalationen: %6; fehlgeschlagen oder unbekannt: %7. Ergebnis: %8.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>Run started: %1</source>
        <translation>Lauf begonnen: %1</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>Lauf beendet</translation>
    </message>
    <message>
        <source>Command %1: %2</source>
        <translation>Befehl %1: %2</translation>
    </message>
    <message>
        <source>Rollback %1: %2</source>
        <translation>Rollback %1: %2</translation>
    </message>
    <message>
        <source>%1, agreed by %2</source>
        <translation>%1, mit Zustimmung von %2</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Befehl %1</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Folder sent: %1 to %2</source>
        <translation>Ordner gesendet: %1 nach %2</translation>
    </message>
    <message>
        <source>Folder fetched: %1 to %2</source>
        <translation>Ordner geholt: %1 nach %2</translation>
    </message>
    <message>
        <source>File sent: %1 to %2</source>
        <translation>Datei gesendet: %1 nach %2</translation>
    </message>
    <message>
        <source>File fetched: %1 to %2</source>
        <translation>Datei geholt: %1 nach %2</translation>
    </message>
    <message>
        <source>File copied</source>
        <translation>Datei kopiert</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Check %1: %2</source>
        <translation>Prüfung %1: %2</translation>
    </message>
    <message>
        <source>Check %1 answered: %2</source>
        <translation>Prüfung %1 beantwortet: %2</translation>
    </message>
    <message>
        <source>Step %1 skipped</source>
        <translation>Schritt %1 übersprungen</translation>
    </message>
    <message>
        <source>%1 of step %2 skipped</source>
        <translation>%1 von Schritt %2 übersprungen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>Verbindung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Further shell closed</source>
        <translation>Weitere Shell geschlossen</translation>
    </message>
    <message>
        <source>Further shell opened again</source>
        <translation>Weitere Shell erneut geöffnet</translation>
    </message>
    <message>
        <source>Further shell opened</source>
        <translation>Weitere Shell geöffnet</translation>
    </message>
    <message>
        <source>Hold point of step %1</source>
        <translation>Haltepunkt von Schritt %1</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Retried in step %1</source>
        <translation>Wiederholt in Schritt %1</translation>
    </message>
    <message>
        <source>Note on step %1</source>
        <translation>Notiz zu Schritt %1</translation>
    </message>
    <message>
        <source>Rollback opened</source>
        <translation>Rollback geöffnet</translation>
    </message>
    <message>
        <source>Rollback left</source>
        <translation>Rollback verlassen</translation>
    </message>
    <message>
        <source>Went back to step %1</source>
        <translation>Zurück zu Schritt %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Rollback declined: %1</source>
        <translation>Rückabwicklung abgelehnt: %1</translation>
    </message>
    <message>
        <source>The ledger takes entries again</source>
        <translation>Das Journal nimmt wieder Einträge an</translation>
    </message>
    <message>
        <source>Handed over from %1 to %2</source>
        <translation>Übergeben von %1 an %2</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Broadcast to %1</source>
        <translation>Mehrfacheingabe in %1</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Mehrfacheingabe</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Bestätigt von %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Further shell found again</source>
        <translation>Weitere Shell wiedergefunden</translation>
    </message>
    <message>
        <source>Further shell gone</source>
        <translation>Weitere Shell nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Out of reach: tmux may still have it</source>
        <translation>Nicht erreichbar: tmux hat sie möglicherweise noch</translation>
    </message>
    <message>
        <source>tmux did not have it any more</source>
        <translation>tmux hatte sie nicht mehr</translation>
    </message>
</context>
<context>
    <name>timeline label</name>
    <message>
        <source>copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>Halt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>hand-over</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>Mehrfacheingabe</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>Eskalation</translation>
    </message>
</context>
<context>
    <name>timeline table</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>insgesamt %n</numerusform>
            <numerusform>insgesamt %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>%1 bytes shown in pane &quot;%2&quot;</source>
        <translation>%1 Byte im Terminal „%2“ gezeigt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>The table below says the same in words</source>
        <translation>Die Tabelle darunter sagt dasselbe in Worten</translation>
    </message>
    <message>
        <source>told in %1</source>
        <translation>nachgetragen in %1</translation>
    </message>
    <message>
        <source>UNRECORDED: %1</source>
        <translation>NICHT AUFGEZEICHNET: %1</translation>
    </message>
    <message>
        <source>Every entry the ledger holds for this run, by number; times in UTC</source>
        <translation>Alle Einträge des Journals zu diesem Lauf, nach Nummer; Zeiten in UTC</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>undo state</name>
    <message>
        <source>Registered, not used</source>
        <translation>Vorgemerkt, nicht benutzt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Passed. Every step and every check passed.</source>
        <translation>Bestanden. Jeder Schritt und jede Prüfung ist bestanden.</translation>
    </message>
    <message>
        <source>Passed with exceptions. The end was reached, but not everything passed: read &quot;Exceptions&quot;.</source>
        <translation>Mit Ausnahmen bestanden. Das Ende wurde erreicht, doch nicht alles ist bestanden: siehe „Ausnahmen“.</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vor dem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>Not finished when this report was made.</source>
        <translation>Nicht beendet, als dieser Bericht erstellt wurde.</translation>
    </message>
    <message>
        <source>The signature names its signer: whoever knows whose key it is made with knows who made this report.</source>
        <translation>Die Signatur nennt den, der signiert hat: Wer weiß, wessen Schlüssel es ist, weiß, wer diesen Bericht erstellt hat.</translation>
    </message>
    <message>
        <source>This was practice on the practice host. Nothing in this report happened on a real system.</source>
        <translation>Das war eine Übung auf dem Übungshost. Nichts in diesem Bericht geschah auf einem echten System.</translation>
    </message>
    <message>
        <source>This was a rehearsal. It is no evidence that the work was done.</source>
        <translation>Das war eine Probe. Sie ist kein Beleg dafür, dass die Arbeit getan wurde.</translation>
    </message>
    <message>
        <source>Live: the commands ran on the hosts named here.</source>
        <translation>Echtbetrieb: Die Befehle liefen auf den hier genannten Hosts.</translation>
    </message>
</context>
<context>
    <name>verification</name>
    <message>
        <source>The file allowed_signers lies beside the folder, not in it, and comes from somebody you trust by another way than this report. A line of it is a name, a blank, and a key. This report names the following key; compare it, or its fingerprint, with the one you were given:</source>
        <translation>Die Datei allowed_signers liegt neben dem Ordner, nicht in ihm, und stammt von jemandem, dem Sie vertrauen, auf einem anderen Weg als dieser Bericht. Eine Zeile darin ist ein Name, ein Leerzeichen und ein Schlüssel. Dieser Bericht nennt den folgenden Schlüssel; vergleichen Sie ihn oder seinen Fingerabdruck mit dem, den Sie erhalten haben:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Who signed the list of files. It must say: Good &quot;session-report@holdpoint&quot; signature.</source>
        <translation>Wer die Dateiliste signiert hat. Es muss dort stehen: Good &quot;session-report@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>Whether the files are those of the list. Each line must end with OK.</source>
        <translation>Ob die Dateien die der Liste sind. Jede Zeile muss mit OK enden.</translation>
    </message>
    <message>
        <source>Whether files were added. It must name MANIFEST.sha256, what stands over it where the report has it (MANIFEST.sha256.sig, .p7s, .sig.tsr or .tsr), and nothing else.</source>
        <translation>Ob Dateien hinzugefügt wurden. Genannt werden müssen MANIFEST.sha256, das, was darüber steht, soweit der Bericht es hat (MANIFEST.sha256.sig, .p7s, .sig.tsr oder .tsr), und sonst nichts.</translation>
    </message>
    <message>
        <source>Whether the records of session.jsonl are those that the ledger proof names. Both lines must be the same.</source>
        <translation>Ob die Datensätze in session.jsonl die sind, die der Nachweis des Journals nennt. Beide Zeilen müssen gleich sein.</translation>
    </message>
    <message>
        <source>Who signed the ledger&apos;s checkpoint. It must say: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</source>
        <translation>Wer den Checkpoint des Journals signiert hat. Es muss dort stehen: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>This report is signed with an X.509 certificate too. The file ca.pem lies beside the folder, not in it, and holds the certificates of the authorities you trust. This report names the following certificate:</source>
        <translation>Dieser Bericht ist auch mit einem X.509-Zertifikat signiert. Die Datei ca.pem liegt neben dem Ordner, nicht in ihm, und enthält die Zertifikate der Zertifizierungsstellen, denen Sie vertrauen. Dieser Bericht nennt das folgende Zertifikat:</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Who signed the list of files by certificate. It must say: successful.</source>
        <translation>Wer die Dateiliste mit einem Zertifikat signiert hat. Es muss dort stehen: successful.</translation>
    </message>
    <message>
        <source>Whether report.pdf is as it was signed, where it is there. It must say: Signature is Valid, and: Total document signed.</source>
        <translation>Ob report.pdf, wo vorhanden, noch so ist, wie es signiert wurde. Es muss dort stehen: Signature is Valid, und: Total document signed.</translation>
    </message>
    <message>
        <source>Where %1.tsr is there, it is a time stamp (RFC 3161) over %1: the authority that made it saw that file no later than at the time in it. With the authority&apos;s certificates in ../tsa-ca.pem:</source>
        <translation>Wo %1.tsr vorhanden ist, ist es ein Zeitstempel (RFC 3161) über %1: Die Stelle, die ihn ausgestellt hat, hat diese Datei spätestens zu der darin genannten Zeit gesehen. Mit den Zertifikaten der Stelle in ../tsa-ca.pem:</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>So prüfen Sie diesen Bericht</translation>
    </message>
    <message>
        <source>In a shell in the report&apos;s folder, with nothing but OpenSSH 8.2 or later, grep and the GNU core utilities. Whoever forges a report can print other lines here: the same ones stand in Holdpoint&apos;s models/report/FORMAT.md.</source>
        <translation>In einer Shell im Ordner des Berichts, mit nichts als OpenSSH ab 8.2, grep und den GNU Core Utilities. Wer einen Bericht fälscht, kann hier andere Zeilen abdrucken: Dieselben stehen in Holdpoints models/report/FORMAT.md.</translation>
    </message>
    <message>
        <source>This report is not signed. Only its inner consistency can be checked.</source>
        <translation>Dieser Bericht ist nicht signiert. Nur seine innere Stimmigkeit lässt sich prüfen.</translation>
    </message>
    <message>
        <source>Two programs check all of this and the rest: that the records lead to the checkpoint&apos;s root, and that recordings and runbook are those the records commit to. They share no code and must say the same. Both come with Holdpoint; verify-report.py is one file to read and needs only Python 3.9 or later, ssh-keygen and openssl.</source>
        <translation>Zwei Programme prüfen all das und den Rest: dass die Datensätze zur Wurzel des Checkpoints führen und dass Aufzeichnungen und Runbook die sind, auf die sich die Datensätze festlegen. Sie haben keinen Code gemeinsam und müssen dasselbe sagen. Beide gehören zu Holdpoint; verify-report.py ist eine einzige lesbare Datei und braucht nur Python ab 3.9, ssh-keygen und openssl.</translation>
    </message>
    <message>
        <source>What a good check proves</source>
        <translation>Was eine erfolgreiche Prüfung beweist</translation>
    </message>
    <message>
        <source>The holder of the key signed exactly these files; nothing was changed, removed or replaced since.</source>
        <translation>Der Inhaber des Schlüssels hat genau diese Dateien signiert; seither wurde nichts geändert, entfernt oder ersetzt.</translation>
    </message>
    <message>
        <source>Every entry stands in the ledger at its number, in this order and with these bytes.</source>
        <translation>Jeder Eintrag steht im Journal unter seiner Nummer, in dieser Reihenfolge und mit diesen Bytes.</translation>
    </message>
    <message>
        <source>Recordings and runbook are those the entries commit to.</source>
        <translation>Aufzeichnungen und Runbook sind die, auf die sich die Einträge festlegen.</translation>
    </message>
    <message>
        <source>With a checkpoint that a witness keeps: the entries below it existed in this form before the witness saw it.</source>
        <translation>Mit einem Checkpoint, den ein Zeuge aufbewahrt: Die Einträge davor gab es in dieser Form, bevor der Zeuge ihn sah.</translation>
    </message>
    <message>
        <source>With a time stamp: what it is over existed at the time it names, if its authority is honest.</source>
        <translation>Mit einem Zeitstempel: Worüber er ausgestellt ist, gab es zu der Zeit, die er nennt, sofern die Stelle ehrlich ist.</translation>
    </message>
    <message>
        <source>What it does not prove</source>
        <translation>Was sie nicht beweist</translation>
    </message>
    <message>
        <source>That what was recorded is true: a changed program, a second terminal or a host that lies leave no trace here.</source>
        <translation>Dass wahr ist, was aufgezeichnet wurde: Ein verändertes Programm, ein zweites Terminal oder ein lügender Host hinterlassen hier keine Spur.</translation>
    </message>
    <message>
        <source>Who sat at the keyboard; only which key signed and which name was given.</source>
        <translation>Wer an der Tastatur saß; nur, welcher Schlüssel signiert hat und welcher Name angegeben wurde.</translation>
    </message>
    <message>
        <source>The exact times: they are those of the operator&apos;s machine, bounded only by what a witness saw.</source>
        <translation>Die genauen Zeiten: Es sind die des Rechners des Operators, begrenzt nur durch das, was ein Zeuge gesehen hat.</translation>
    </message>
    <message>
        <source>That the owner of the ledger did not write all of it anew, where no witness keeps an earlier checkpoint.</source>
        <translation>Dass der Besitzer des Journals es nicht ganz neu geschrieben hat, wo kein Zeuge einen früheren Checkpoint aufbewahrt.</translation>
    </message>
    <message>
        <source>That what is called erased was erased by rule.</source>
        <translation>Dass das, was als gelöscht bezeichnet ist, nach einer Regel gelöscht wurde.</translation>
    </message>
    <message>
        <source>That no entry of this run was left out of the report between two whose numbers do not follow each other; the ledger itself shows that.</source>
        <translation>Dass zwischen zwei Einträgen, deren Nummern nicht aufeinander folgen, kein Eintrag dieses Laufs im Bericht weggelassen wurde; das zeigt nur das Journal selbst.</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifikation des Berichts</translation>
    </message>
    <message>
        <source>The ledger these entries are from</source>
        <translation>Das Journal, aus dem diese Einträge stammen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Entries in all</source>
        <translation>Einträge insgesamt</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Wurzel-Hash</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>Checkpoint made</source>
        <translation>Checkpoint erstellt</translation>
    </message>
    <message>
        <source>This report is pseudonymous: it holds none of that ledger&apos;s records, and a hash of one would let anybody try names until it fits. A verifier says of the ledger: unknown. Whoever holds the ledger can show the entries by their numbers.</source>
        <translation>Dieser Bericht ist pseudonymisiert: Er enthält keinen Datensatz dieses Journals, denn mit dem Hash eines Datensatzes könnte jeder Namen ausprobieren, bis einer passt. Ein Prüfprogramm sagt über das Journal: unknown. Wer das Journal hat, kann die Einträge anhand ihrer Nummern vorlegen.</translation>
    </message>
    <message>
        <source>What its signature proves: the holder of the key signed exactly these files. %1</source>
        <translation>Was die Signatur beweist: Der Inhaber des Schlüssels hat genau diese Dateien signiert. %1</translation>
    </message>
</context>
</TS>
