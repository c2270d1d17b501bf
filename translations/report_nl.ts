<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>attempt</name>
    <message>
        <source>called</source>
        <translation>gebeld</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>geen gehoor</translation>
    </message>
    <message>
        <source>left message</source>
        <translation>bericht achtergelaten</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>bereikt</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>geweigerd</translation>
    </message>
</context>
<context>
    <name>check verdict</name>
    <message>
        <source>Not answered</source>
        <translation>Niet beantwoord</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Geslaagd</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Niet geslaagd</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Onbeslist</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Niet van toepassing</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Vrijgesteld</translation>
    </message>
</context>
<context>
    <name>command state</name>
    <message>
        <source>Not run</source>
        <translation>Niet uitgevoerd</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelukt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Afloop onbekend</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Overgeslagen</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>run-started</source>
        <translation>Run begonnen</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>Verbonden</translation>
    </message>
    <message>
        <source>connection-failed</source>
        <translation>Verbinding mislukt</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>Verbinding verbroken</translation>
    </message>
    <message>
        <source>command-intended</source>
        <translation>Opdracht aangekondigd</translation>
    </message>
    <message>
        <source>command-finished</source>
        <translation>Opdracht afgelopen</translation>
    </message>
    <message>
        <source>command-unknown</source>
        <translation>Afloop van opdracht onbekend</translation>
    </message>
    <message>
        <source>copy-intended</source>
        <translation>Kopie aangekondigd</translation>
    </message>
    <message>
        <source>copy-finished</source>
        <translation>Kopie afgelopen</translation>
    </message>
    <message>
        <source>check-intended</source>
        <translation>Controle aangekondigd</translation>
    </message>
    <message>
        <source>check-verdict</source>
        <translation>Oordeel van controle</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>hold-point</source>
        <translation>Stoppunt</translation>
    </message>
    <message>
        <source>step-passed</source>
        <translation>Stap geslaagd</translation>
    </message>
    <message>
        <source>step-failed</source>
        <translation>Stap mislukt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>overgeslagen</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>Opnieuw geprobeerd</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>went-back</source>
        <translation>Teruggegaan</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>hervat</translation>
    </message>
    <message>
        <source>run-finished</source>
        <translation>Run beëindigd</translation>
    </message>
    <message>
        <source>undo-registered</source>
        <translation>Terugdraaiing geregistreerd</translation>
    </message>
    <message>
        <source>undo-done</source>
        <translation>Teruggedraaid</translation>
    </message>
    <message>
        <source>undo-declined</source>
        <translation>Terugdraaiing geweigerd</translation>
    </message>
    <message>
        <source>rollback-started</source>
        <translation>Rollback geopend</translation>
    </message>
    <message>
        <source>rollback-finished</source>
        <translation>Rollback beëindigd</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>Geëscaleerd</translation>
    </message>
    <message>
        <source>escalation-attempt</source>
        <translation>Escalatiepoging</translation>
    </message>
    <message>
        <source>escalation-acknowledged</source>
        <translation>Escalatie bevestigd</translation>
    </message>
    <message>
        <source>escalation-resolved</source>
        <translation>Escalatie opgelost</translation>
    </message>
    <message>
        <source>shell-opened</source>
        <translation>Shell geopend</translation>
    </message>
    <message>
        <source>shell-closed</source>
        <translation>Shell gesloten</translation>
    </message>
    <message>
        <source>broadcast-started</source>
        <translation>Gelijktijdige invoer begonnen</translation>
    </message>
    <message>
        <source>broadcast-ended</source>
        <translation>Gelijktijdige invoer beëindigd</translation>
    </message>
    <message>
        <source>runbook-trusted</source>
        <translation>Runbook goedgekeurd</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>Hersteld</translation>
    </message>
    <message>
        <source>unrecorded-interval</source>
        <translation>Niet-vastgelegde periode</translation>
    </message>
    <message>
        <source>recording-viewed</source>
        <translation>Opname bekeken</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>Gewist</translation>
    </message>
</context>
<context>
    <name>escalation</name>
    <message>
        <source>Escalation %1</source>
        <translation>Escalatie %1</translation>
    </message>
    <message>
        <source>Escalation %1 (%2)</source>
        <translation>Escalatie %1 (%2)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Begonnen door</translation>
    </message>
    <message>
        <source>The ladder: who is next, and when</source>
        <translation>De escalatieladder: wie aan de beurt is, en wanneer</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>Trede</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bevestigd</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>opgelost</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Afloop</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Vastgelegd door</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalatie</translation>
    </message>
    <message>
        <source>None was started.</source>
        <translation>Er is er geen begonnen.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>no evidence</source>
        <translation>geen bewijs</translation>
    </message>
    <message>
        <source>exit status the SSH protocol reported for a channel of its own</source>
        <translation>exitstatus die het SSH-protocol meldde voor een eigen kanaal</translation>
    </message>
    <message>
        <source>exit status the shell&apos;s mark reported (a hint: what runs in the shell could imitate it)</source>
        <translation>exitstatus die de markering van de shell meldde (een aanwijzing: wat in de shell draait kan die nabootsen)</translation>
    </message>
    <message>
        <source>result of a query</source>
        <translation>resultaat van een query</translation>
    </message>
    <message>
        <source>hash of the file, compared on both sides</source>
        <translation>controlesom van het bestand, aan beide kanten vergeleken</translation>
    </message>
    <message>
        <source>text on the screen (a hint: what runs in the shell could imitate it)</source>
        <translation>tekst op het scherm (een aanwijzing: wat in de shell draait kan die nabootsen)</translation>
    </message>
    <message>
        <source>statement of a person</source>
        <translation>verklaring van een persoon</translation>
    </message>
</context>
<context>
    <name>exceptions</name>
    <message>
        <source>Waived: %1</source>
        <translation>Vrijgesteld: %1</translation>
    </message>
    <message>
        <source>Command %1 was skipped</source>
        <translation>Opdracht %1 is overgeslagen</translation>
    </message>
    <message>
        <source>%1 was skipped</source>
        <translation>%1 is overgeslagen</translation>
    </message>
    <message>
        <source>A stage was skipped</source>
        <translation>Een fase is overgeslagen</translation>
    </message>
    <message>
        <source>Declared not applicable: %1</source>
        <translation>Niet van toepassing verklaard: %1</translation>
    </message>
    <message>
        <source>Inconclusive: %1</source>
        <translation>Onbeslist: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Niet geslaagd: %1</translation>
    </message>
    <message>
        <source>UNRECORDED from %1 to %2</source>
        <translation>NIET VASTGELEGD van %1 tot %2</translation>
    </message>
    <message>
        <source>%1 (%2). Not witnessed when it happened: %3 told from memory afterwards, %4 forgotten; what the panes showed was not kept</source>
        <translation>%1 (%2). Zonder getuige toen het gebeurde: %3 achteraf uit het geheugen verteld, %4 vergeten; wat de terminals toonden is niet bewaard</translation>
    </message>
    <message>
        <source>Command %1 failed</source>
        <translation>Opdracht %1 is mislukt</translation>
    </message>
    <message>
        <source>Command %1: the outcome is unknown</source>
        <translation>Opdracht %1: de afloop is onbekend</translation>
    </message>
    <message>
        <source>A rollback was declined</source>
        <translation>Een terugdraaiing is geweigerd</translation>
    </message>
    <message>
        <source>The rollback was opened</source>
        <translation>De rollback is geopend</translation>
    </message>
    <message>
        <source>under rule %1 on %2: %3</source>
        <translation>volgens regel %1 op %2: %3</translation>
    </message>
    <message>
        <source>no entry of this run says by which rule</source>
        <translation>geen vermelding van deze run zegt volgens welke regel</translation>
    </message>
    <message>
        <source>The source of the runbook was erased</source>
        <translation>De bron van het runbook is gewist</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased</source>
        <translation>De opname van &quot;%1&quot; is gewist</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased in parts</source>
        <translation>De opname van &quot;%1&quot; is gedeeltelijk gewist</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; is not complete</source>
        <translation>De opname van &quot;%1&quot; is niet volledig</translation>
    </message>
    <message>
        <source>%1 bytes over the limit for one command were not kept</source>
        <translation>%1 bytes boven de grens voor één opdracht zijn niet bewaard</translation>
    </message>
    <message>
        <source>The clock of the operator&apos;s machine was not synchronised</source>
        <translation>De klok van de computer van de operator was niet gesynchroniseerd</translation>
    </message>
    <message>
        <source>when %1 of %2 entries were written; the order of the entries stands, their times may be off</source>
        <translation>toen %1 van %2 vermeldingen werden geschreven; de volgorde staat vast, de tijden kunnen afwijken</translation>
    </message>
    <message>
        <source>The run was stopped before its end</source>
        <translation>De run is vóór het einde gestopt</translation>
    </message>
    <message>
        <source>The last escalation is not resolved</source>
        <translation>De laatste escalatie is niet opgelost</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>This report for browsers and screen readers</source>
        <translation>Dit rapport voor browsers en schermlezers</translation>
    </message>
    <message>
        <source>This report to print</source>
        <translation>Dit rapport om af te drukken</translation>
    </message>
    <message>
        <source>Every ledger entry of the run, one JSON object a line</source>
        <translation>Elke vermelding van de run in het logboek, één JSON-object per regel</translation>
    </message>
    <message>
        <source>What the entries of the run say, with pseudonyms, one JSON object a line</source>
        <translation>Wat de vermeldingen van de run zeggen, met pseudoniemen, één JSON-object per regel</translation>
    </message>
    <message>
        <source>The runbook, exactly as it was when the run started</source>
        <translation>Het runbook, precies zoals het was toen de run begon</translation>
    </message>
    <message>
        <source>Checkpoint of the ledger and the proof that each entry is in it</source>
        <translation>Checkpoint van het logboek en het bewijs dat elke vermelding erin staat</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed, a further shell outside the steps (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Wat terminal &quot;%1&quot; toonde, een extra shell buiten de stappen (asciicast v2; afspelen met &quot;asciinema play&quot;)</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Wat terminal &quot;%1&quot; toonde (asciicast v2; afspelen met &quot;asciinema play&quot;)</translation>
    </message>
    <message>
        <source>Files of this report</source>
        <translation>Bestanden van dit rapport</translation>
    </message>
    <message>
        <source>Beside this page, listed with their hashes in MANIFEST.sha256</source>
        <translation>Naast deze pagina, met hun controlesommen vermeld in MANIFEST.sha256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Inhoud</translation>
    </message>
</context>
<context>
    <name>judgement</name>
    <message>
        <source>unanswered</source>
        <translation>niet beantwoord</translation>
    </message>
    <message>
        <source>running</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>geslaagd</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>niet geslaagd</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>onbeslist</translation>
    </message>
    <message>
        <source>not-applicable</source>
        <translation>niet van toepassing</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>vrijgesteld</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>English</source>
        <extracomment>What the language calls itself: Deutsch, Français</extracomment>
        <translation>Nederlands</translation>
    </message>
</context>
<context>
    <name>mode</name>
    <message>
        <source>live</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>repetitie</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>oefening</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Stands below each page of the PDF</extracomment>
        <translation>Pagina %1 van %2</translation>
    </message>
    <message>
        <source>Skip to the report</source>
        <translation>Naar het rapport</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>UNSIGNED</source>
        <translation>NIET ONDERTEKEND</translation>
    </message>
    <message>
        <source>Session report: %1, run %2</source>
        <translation>Sessierapport: %1, run %2</translation>
    </message>
    <message>
        <source>Nobody signed this report. It shows what a ledger held, but anybody could have changed it since.</source>
        <translation>Niemand heeft dit rapport ondertekend. Het toont wat in een logboek stond, maar iedereen kan het sindsdien hebben gewijzigd.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Reden: %1.</translation>
    </message>
    <message>
        <source>PSEUDONYMOUS</source>
        <translation>GEPSEUDONIMISEERD</translation>
    </message>
    <message>
        <source>Session report</source>
        <translation>Sessierapport</translation>
    </message>
</context>
<context>
    <name>pseudonyms</name>
    <message>
        <source>The names of people, accounts, hosts and their keys that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>De namen van personen, accounts, hosts en hun sleutels die de run kent zijn vervangen, elk overal door hetzelfde pseudoniem. Vrije tekst (notities, opdrachten, uitvoer) kan nog iemand noemen.</translation>
    </message>
    <message>
        <source>The names of people and accounts that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>De namen van personen en accounts die de run kent zijn vervangen, elk overal door hetzelfde pseudoniem. Vrije tekst (notities, opdrachten, uitvoer) kan nog iemand noemen.</translation>
    </message>
    <message>
        <source>Recordings of terminals are left out.</source>
        <translation>Opnamen van terminals zijn weggelaten.</translation>
    </message>
    <message>
        <source>Recordings of terminals are included, because: %1.</source>
        <translation>Opnamen van terminals zijn opgenomen, om deze reden: %1.</translation>
    </message>
    <message>
        <source>Records of the ledger cannot be changed without breaking them, so none are in this report, and nothing in it can be proven by the ledger.</source>
        <translation>Records van het logboek kunnen niet worden gewijzigd zonder ze ongeldig te maken; daarom staat er geen in dit rapport, en kan niets erin met het logboek worden bewezen.</translation>
    </message>
</context>
<context>
    <name>recorded</name>
    <message>
        <source>exit status %1, expected %2</source>
        <translation>exitstatus %1, verwacht %2</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>exitstatus %1</translation>
    </message>
    <message>
        <source>HTTP status %1, expected %2</source>
        <translation>HTTP-status %1, verwacht %2</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-status %1</translation>
    </message>
    <message>
        <source>the value is %1, expected %2</source>
        <translation>de waarde is %1, verwacht %2</translation>
    </message>
    <message>
        <source>no number in the output, expected %1</source>
        <translation>geen getal in de uitvoer, verwacht %1</translation>
    </message>
    <message>
        <source>the comparison &quot;%1&quot; is not understood</source>
        <translation>de vergelijking &quot;%1&quot; is niet begrepen</translation>
    </message>
    <message>
        <source>the pattern %1 is invalid: %2</source>
        <translation>het patroon %1 is ongeldig: %2</translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation>de uitvoer komt niet overeen met %1</translation>
    </message>
    <message>
        <source>the output matches %1, which it must not</source>
        <translation>de uitvoer komt overeen met %1, wat niet mag</translation>
    </message>
    <message>
        <source>the output does not contain &quot;%1&quot;</source>
        <translation>de uitvoer bevat niet &quot;%1&quot;</translation>
    </message>
    <message>
        <source>no end within the time allowed</source>
        <translation>niet afgelopen binnen de toegestane tijd</translation>
    </message>
    <message>
        <source>the connection was lost before the end was known</source>
        <translation>de verbinding ging verloren voordat het einde bekend was</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>de verbinding ging verloren</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>beëindigd door signaal %1</translation>
    </message>
    <message>
        <source>the host sent no exit status</source>
        <translation>de host stuurde geen exitstatus</translation>
    </message>
    <message>
        <source>the output is longer than the 1 MiB that is judged: let the command print less</source>
        <translation>de uitvoer is langer dan de 1 MiB die wordt beoordeeld: laat de opdracht minder afdrukken</translation>
    </message>
    <message>
        <source>the host has no curl to ask with</source>
        <translation>de host heeft geen curl om mee te vragen</translation>
    </message>
    <message>
        <source>the request failed: %1</source>
        <translation>het verzoek is mislukt: %1</translation>
    </message>
    <message>
        <source>the query has no result</source>
        <translation>de query heeft geen resultaat</translation>
    </message>
    <message>
        <source>interrupted: its %1 s were over</source>
        <translation>onderbroken: de %1 s waren voorbij</translation>
    </message>
    <message>
        <source>called off: its %1 s were over</source>
        <translation>afgebroken: de %1 s waren voorbij</translation>
    </message>
    <message>
        <source>it ended before its output matched %1</source>
        <translation>geëindigd voordat de uitvoer overeenkwam met %1</translation>
    </message>
    <message>
        <source>it must be recorded, and not all that it printed is on record</source>
        <translation>moet worden opgenomen, en niet alles wat werd afgedrukt is vastgelegd</translation>
    </message>
    <message>
        <source>the connection ended, as expected</source>
        <translation>de verbinding eindigde, zoals verwacht</translation>
    </message>
    <message>
        <source>it was not sent: %1</source>
        <translation>niet verzonden: %1</translation>
    </message>
    <message>
        <source>the console ended while it was running</source>
        <translation>de console eindigde terwijl de opdracht liep</translation>
    </message>
    <message>
        <source>the console ended while the file was on its way</source>
        <translation>de console eindigde terwijl het bestand onderweg was</translation>
    </message>
    <message>
        <source>it was there already: %1 bytes, SHA-256 %2</source>
        <translation>was er al: %1 bytes, SHA-256 %2</translation>
    </message>
    <message>
        <source>copied, read back and compared: %1 bytes, SHA-256 %2</source>
        <translation>gekopieerd, teruggelezen en vergeleken: %1 bytes, SHA-256 %2</translation>
    </message>
    <message>
        <source>the run was left</source>
        <translation>de run is verlaten</translation>
    </message>
    <message>
        <source>the run ended</source>
        <translation>de run eindigde</translation>
    </message>
    <message>
        <source>the run is over</source>
        <translation>de run is voorbij</translation>
    </message>
    <message>
        <source>given up: %1</source>
        <translation>opgegeven: %1</translation>
    </message>
</context>
<context>
    <name>reversibility</name>
    <message>
        <source>Reversible</source>
        <translation>Omkeerbaar</translation>
    </message>
    <message>
        <source>Needs a check</source>
        <translation>Controle nodig</translation>
    </message>
    <message>
        <source>Irreversible</source>
        <translation>Onomkeerbaar</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>stopped</source>
        <translation>gestopt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>passed with exceptions</source>
        <translation>geslaagd met uitzonderingen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>geslaagd</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>Prerequisites</source>
        <translation>Voorwaarden</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Eindcontrole</translation>
    </message>
</context>
<context>
    <name>stage state</name>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Geslaagd</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Overgeslagen</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Teruggedraaid</translation>
    </message>
</context>
<context>
    <name>stage status</name>
    <message>
        <source>pending</source>
        <translation>in afwachting</translation>
    </message>
    <message>
        <source>current</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>geslaagd</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>overgeslagen</translation>
    </message>
    <message>
        <source>rolled-back</source>
        <translation>teruggedraaid</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Stap %1: %2</translation>
    </message>
    <message>
        <source>skipped because: %1</source>
        <translation>overgeslagen omdat: %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>op %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>verzonden %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>duur %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, this is the last</source>
        <translation>
            <numerusform>%n poging, dit is de laatste</numerusform>
            <numerusform>%n pogingen, dit is de laatste</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed because: %1</source>
        <translation>bevestigd omdat: %1</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Opdracht %1</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Uitvoer:</translation>
    </message>
    <message>
        <source>Output, its beginning:</source>
        <translation>Uitvoer, het begin:</translation>
    </message>
    <message>
        <source>Statement by a person</source>
        <translation>Verklaring van een persoon</translation>
    </message>
    <message>
        <source>Statement by %1</source>
        <translation>Verklaring van %1</translation>
    </message>
    <message>
        <source>Rests on: %1</source>
        <translation>Berust op: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notitie: %1</translation>
    </message>
    <message>
        <source>Checks of this stage</source>
        <translation>Controles van deze fase</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Overgeslagen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Fasen</translation>
    </message>
    <message>
        <source>Undo list</source>
        <translation>Terugdraailijst</translation>
    </message>
    <message>
        <source>Empty: no step that ran has a rollback.</source>
        <translation>Leeg: geen uitgevoerde stap heeft een rollback.</translation>
    </message>
    <message>
        <source>Rollbacks, registered before the step they undo</source>
        <translation>Rollbacks, geregistreerd vóór de stap die ze terugdraaien</translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation>Draait terug</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
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
        <translation>nog niet</translation>
    </message>
    <message>
        <source>The stages and how they ended</source>
        <translation>De fasen en hoe ze afliepen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>%1 (%2, version %3)</source>
        <translation>%1 (%2, versie %3)</translation>
    </message>
    <message>
        <source>a certificate, and no SSH key</source>
        <translation>een certificaat, en geen SSH-sleutel</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
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
        <translation>Beëindigd</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Rapport gemaakt</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Ondertekend door</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Source SHA-256</source>
        <translation>SHA-256 van de bron</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificaat</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>geen: %1</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Uitzonderingen</translation>
    </message>
    <message>
        <source>None: nothing was skipped, waived, repeated or left open.</source>
        <translation>Geen: niets is overgeslagen, vrijgesteld, herhaald of opengelaten.</translation>
    </message>
    <message>
        <source>What did not go by the book, in the order in which it came up</source>
        <translation>Wat niet volgens het runbook ging, in de volgorde waarin het zich voordeed</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Reason or evidence</source>
        <translation>Reden of bewijs</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Besloten door</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Hosts and values</source>
        <translation>Hosts en waarden</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>nooit verbonden</translation>
    </message>
    <message>
        <source>The hosts of this run</source>
        <translation>De hosts van deze run</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Hostsleutel</translation>
    </message>
    <message>
        <source>The values the runbook was started with</source>
        <translation>De waarden waarmee het runbook is gestart</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Step %1</source>
        <translation>Stap %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Stap %1: %2</translation>
    </message>
    <message>
        <source>Passed with exceptions</source>
        <translation>Geslaagd met uitzonderingen</translation>
    </message>
    <message>
        <source>Left, to go back</source>
        <translation>Verlaten, om terug te gaan</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Niet beëindigd</translation>
    </message>
    <message>
        <source>Not ended yet</source>
        <translation>Nog niet beëindigd</translation>
    </message>
    <message>
        <source>No end was recorded</source>
        <translation>Er is geen einde vastgelegd</translation>
    </message>
    <message>
        <source>Timeline of the run: %1</source>
        <translation>Tijdlijn van de run: %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>run %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>duur %1</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>Tijd in UTC</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>zoals het hoort</translation>
    </message>
    <message>
        <source>with an exception, or waiting</source>
        <translation>met uitzondering, of wachtend</translation>
    </message>
    <message>
        <source>failed or unknown</source>
        <translation>mislukt of onbekend</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>niet beëindigd</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>geen van beide</translation>
    </message>
    <message>
        <source>%1 to %2: steps entered: %3; commands and copies: %4; automated checks: %5; escalations: %6; failed or unknown: %7. Result: %8.</source>
        <translation>%1 tot %2: begonnen stappen: %3; opdrachten en kopieën: %4; automatische controles: %5; escalaties: %6; mislukt of onbekend: %7. Resultaat: %8.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Controles</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalatie</translation>
    </message>
    <message>
        <source>Run started: %1</source>
        <translation>Run begonnen: %1</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>Run beëindigd</translation>
    </message>
    <message>
        <source>Command %1: %2</source>
        <translation>Opdracht %1: %2</translation>
    </message>
    <message>
        <source>Rollback %1: %2</source>
        <translation>Rollback %1: %2</translation>
    </message>
    <message>
        <source>%1, agreed by %2</source>
        <translation>%1, met instemming van %2</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Opdracht %1</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelukt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Afloop onbekend</translation>
    </message>
    <message>
        <source>Folder sent: %1 to %2</source>
        <translation>Map verzonden: %1 naar %2</translation>
    </message>
    <message>
        <source>Folder fetched: %1 to %2</source>
        <translation>Map opgehaald: %1 naar %2</translation>
    </message>
    <message>
        <source>File sent: %1 to %2</source>
        <translation>Bestand verzonden: %1 naar %2</translation>
    </message>
    <message>
        <source>File fetched: %1 to %2</source>
        <translation>Bestand opgehaald: %1 naar %2</translation>
    </message>
    <message>
        <source>File copied</source>
        <translation>Bestand gekopieerd</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Check %1: %2</source>
        <translation>Controle %1: %2</translation>
    </message>
    <message>
        <source>Check %1 answered: %2</source>
        <translation>Controle %1 beantwoord: %2</translation>
    </message>
    <message>
        <source>Step %1 skipped</source>
        <translation>Stap %1 overgeslagen</translation>
    </message>
    <message>
        <source>%1 of step %2 skipped</source>
        <translation>%1 van stap %2 overgeslagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Overgeslagen</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbonden</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Verbinding verbroken</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>Verbinding mislukt</translation>
    </message>
    <message>
        <source>Further shell closed</source>
        <translation>Extra shell gesloten</translation>
    </message>
    <message>
        <source>Further shell opened again</source>
        <translation>Extra shell opnieuw geopend</translation>
    </message>
    <message>
        <source>Further shell opened</source>
        <translation>Extra shell geopend</translation>
    </message>
    <message>
        <source>Hold point of step %1</source>
        <translation>Stoppunt van stap %1</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Wacht op %1</translation>
    </message>
    <message>
        <source>Retried in step %1</source>
        <translation>Opnieuw geprobeerd in stap %1</translation>
    </message>
    <message>
        <source>Note on step %1</source>
        <translation>Notitie bij stap %1</translation>
    </message>
    <message>
        <source>Rollback opened</source>
        <translation>Rollback geopend</translation>
    </message>
    <message>
        <source>Rollback left</source>
        <translation>Rollback verlaten</translation>
    </message>
    <message>
        <source>Went back to step %1</source>
        <translation>Terug naar stap %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Teruggedraaid: %1</translation>
    </message>
    <message>
        <source>Rollback declined: %1</source>
        <translation>Terugdraaiing geweigerd: %1</translation>
    </message>
    <message>
        <source>The ledger takes entries again</source>
        <translation>Het logboek neemt weer vermeldingen aan</translation>
    </message>
    <message>
        <source>Handed over from %1 to %2</source>
        <translation>Overgedragen van %1 aan %2</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Hervat</translation>
    </message>
    <message>
        <source>Broadcast to %1</source>
        <translation>Gelijktijdige invoer in %1</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Gelijktijdige invoer</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beëindigd</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Geëscaleerd</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Bevestigd door %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Opgelost</translation>
    </message>
    <message>
        <source>Further shell found again</source>
        <translation>Extra shell teruggevonden</translation>
    </message>
    <message>
        <source>Further shell gone</source>
        <translation>Extra shell verdwenen</translation>
    </message>
    <message>
        <source>Out of reach: tmux may still have it</source>
        <translation>Onbereikbaar: tmux heeft hem mogelijk nog</translation>
    </message>
    <message>
        <source>tmux did not have it any more</source>
        <translation>tmux had hem niet meer</translation>
    </message>
</context>
<context>
    <name>timeline label</name>
    <message>
        <source>copy</source>
        <translation>kopie</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>overslaan</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>hand-over</source>
        <translation>overdracht</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>hervat</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>gelijktijdige invoer</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>escalatie</translation>
    </message>
</context>
<context>
    <name>timeline table</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in totaal</numerusform>
            <numerusform>%n in totaal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Uitvoer</translation>
    </message>
    <message>
        <source>%1 bytes shown in pane &quot;%2&quot;</source>
        <translation>%1 bytes getoond in terminal &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>The table below says the same in words</source>
        <translation>De tabel hieronder zegt hetzelfde in woorden</translation>
    </message>
    <message>
        <source>told in %1</source>
        <translation>verteld in %1</translation>
    </message>
    <message>
        <source>UNRECORDED: %1</source>
        <translation>NIET VASTGELEGD: %1</translation>
    </message>
    <message>
        <source>Every entry the ledger holds for this run, by number; times in UTC</source>
        <translation>Elke vermelding in het logboek voor deze run, op nummer; tijden in UTC</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>undo state</name>
    <message>
        <source>Registered, not used</source>
        <translation>Geregistreerd, niet gebruikt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Teruggedraaid</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Geweigerd</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Passed. Every step and every check passed.</source>
        <translation>Geslaagd. Elke stap en elke controle is geslaagd.</translation>
    </message>
    <message>
        <source>Passed with exceptions. The end was reached, but not everything passed: read &quot;Exceptions&quot;.</source>
        <translation>Geslaagd met uitzonderingen. Het einde is bereikt, maar niet alles is geslaagd: lees &quot;Uitzonderingen&quot;.</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vóór het einde gestopt.</translation>
    </message>
    <message>
        <source>Not finished when this report was made.</source>
        <translation>Niet beëindigd toen dit rapport werd gemaakt.</translation>
    </message>
    <message>
        <source>The signature names its signer: whoever knows whose key it is made with knows who made this report.</source>
        <translation>De handtekening noemt de ondertekenaar: wie weet van wie de sleutel is, weet wie dit rapport heeft gemaakt.</translation>
    </message>
    <message>
        <source>This was practice on the practice host. Nothing in this report happened on a real system.</source>
        <translation>Dit was een oefening op de oefenhost. Niets in dit rapport gebeurde op een echt systeem.</translation>
    </message>
    <message>
        <source>This was a rehearsal. It is no evidence that the work was done.</source>
        <translation>Dit was een repetitie. Het is geen bewijs dat het werk is gedaan.</translation>
    </message>
    <message>
        <source>Live: the commands ran on the hosts named here.</source>
        <translation>Echt: de opdrachten zijn uitgevoerd op de hier genoemde hosts.</translation>
    </message>
</context>
<context>
    <name>verification</name>
    <message>
        <source>The file allowed_signers lies beside the folder, not in it, and comes from somebody you trust by another way than this report. A line of it is a name, a blank, and a key. This report names the following key; compare it, or its fingerprint, with the one you were given:</source>
        <translation>Het bestand allowed_signers ligt naast de map, niet erin, en komt van iemand die u vertrouwt, langs een andere weg dan dit rapport. Een regel erin is een naam, een spatie en een sleutel. Dit rapport noemt de volgende sleutel; vergelijk die, of de vingerafdruk ervan, met degene die u hebt gekregen:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Vingerafdruk</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Who signed the list of files. It must say: Good &quot;session-report@holdpoint&quot; signature.</source>
        <translation>Wie de lijst van bestanden heeft ondertekend. Er moet staan: Good &quot;session-report@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>Whether the files are those of the list. Each line must end with OK.</source>
        <translation>Of de bestanden die van de lijst zijn. Elke regel moet eindigen op OK.</translation>
    </message>
    <message>
        <source>Whether files were added. It must name MANIFEST.sha256, what stands over it where the report has it (MANIFEST.sha256.sig, .p7s, .sig.tsr or .tsr), and nothing else.</source>
        <translation>Of er bestanden zijn toegevoegd. Genoemd moeten worden MANIFEST.sha256, wat erover gaat voor zover het rapport dat heeft (MANIFEST.sha256.sig, .p7s, .sig.tsr of .tsr), en verder niets.</translation>
    </message>
    <message>
        <source>Whether the records of session.jsonl are those that the ledger proof names. Both lines must be the same.</source>
        <translation>Of de records van session.jsonl die zijn die het bewijs van het logboek noemt. Beide regels moeten gelijk zijn.</translation>
    </message>
    <message>
        <source>Who signed the ledger&apos;s checkpoint. It must say: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</source>
        <translation>Wie het checkpoint van het logboek heeft ondertekend. Er moet staan: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>This report is signed with an X.509 certificate too. The file ca.pem lies beside the folder, not in it, and holds the certificates of the authorities you trust. This report names the following certificate:</source>
        <translation>Dit rapport is ook met een X.509-certificaat ondertekend. Het bestand ca.pem ligt naast de map, niet erin, en bevat de certificaten van de autoriteiten die u vertrouwt. Dit rapport noemt het volgende certificaat:</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Houder</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Uitgever</translation>
    </message>
    <message>
        <source>Who signed the list of files by certificate. It must say: successful.</source>
        <translation>Wie de lijst van bestanden met een certificaat heeft ondertekend. Er moet staan: successful.</translation>
    </message>
    <message>
        <source>Whether report.pdf is as it was signed, where it is there. It must say: Signature is Valid, and: Total document signed.</source>
        <translation>Of report.pdf, indien aanwezig, nog is zoals ondertekend. Er moet staan: Signature is Valid, en: Total document signed.</translation>
    </message>
    <message>
        <source>Where %1.tsr is there, it is a time stamp (RFC 3161) over %1: the authority that made it saw that file no later than at the time in it. With the authority&apos;s certificates in ../tsa-ca.pem:</source>
        <translation>Als %1.tsr aanwezig is, is het een tijdstempel (RFC 3161) over %1: de autoriteit die het maakte zag dat bestand niet later dan de tijd die erin staat. Met de certificaten van de autoriteit in ../tsa-ca.pem:</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>Zo controleert u dit rapport</translation>
    </message>
    <message>
        <source>In a shell in the report&apos;s folder, with nothing but OpenSSH 8.2 or later, grep and the GNU core utilities. Whoever forges a report can print other lines here: the same ones stand in Holdpoint&apos;s models/report/FORMAT.md.</source>
        <translation>In een shell in de map van het rapport, met niets dan OpenSSH 8.2 of nieuwer, grep en de GNU core utilities. Wie een rapport vervalst kan hier andere regels afdrukken: dezelfde staan in models/report/FORMAT.md van Holdpoint.</translation>
    </message>
    <message>
        <source>This report is not signed. Only its inner consistency can be checked.</source>
        <translation>Dit rapport is niet ondertekend. Alleen de innerlijke samenhang kan worden gecontroleerd.</translation>
    </message>
    <message>
        <source>Two programs check all of this and the rest: that the records lead to the checkpoint&apos;s root, and that recordings and runbook are those the records commit to. They share no code and must say the same. Both come with Holdpoint; verify-report.py is one file to read and needs only Python 3.9 or later, ssh-keygen and openssl.</source>
        <translation>Twee programma&apos;s controleren dit alles en de rest: dat de records naar de wortel van het checkpoint leiden, en dat opnamen en runbook die zijn waaraan de records zich binden. Ze delen geen code en moeten hetzelfde zeggen. Beide horen bij Holdpoint; verify-report.py is één bestand om te lezen en heeft alleen Python 3.9 of nieuwer, ssh-keygen en openssl nodig.</translation>
    </message>
    <message>
        <source>What a good check proves</source>
        <translation>Wat een goede controle bewijst</translation>
    </message>
    <message>
        <source>The holder of the key signed exactly these files; nothing was changed, removed or replaced since.</source>
        <translation>De houder van de sleutel heeft precies deze bestanden ondertekend; sindsdien is niets gewijzigd, verwijderd of vervangen.</translation>
    </message>
    <message>
        <source>Every entry stands in the ledger at its number, in this order and with these bytes.</source>
        <translation>Elke vermelding staat in het logboek onder haar nummer, in deze volgorde en met deze bytes.</translation>
    </message>
    <message>
        <source>Recordings and runbook are those the entries commit to.</source>
        <translation>Opnamen en runbook zijn die waaraan de vermeldingen zich binden.</translation>
    </message>
    <message>
        <source>With a checkpoint that a witness keeps: the entries below it existed in this form before the witness saw it.</source>
        <translation>Met een checkpoint dat een getuige bewaart: de vermeldingen daarvóór bestonden in deze vorm voordat de getuige het zag.</translation>
    </message>
    <message>
        <source>With a time stamp: what it is over existed at the time it names, if its authority is honest.</source>
        <translation>Met een tijdstempel: waar het over gaat bestond op de tijd die het noemt, als de autoriteit eerlijk is.</translation>
    </message>
    <message>
        <source>What it does not prove</source>
        <translation>Wat zij niet bewijst</translation>
    </message>
    <message>
        <source>That what was recorded is true: a changed program, a second terminal or a host that lies leave no trace here.</source>
        <translation>Dat waar is wat is vastgelegd: een gewijzigd programma, een tweede terminal of een host die liegt laat hier geen spoor na.</translation>
    </message>
    <message>
        <source>Who sat at the keyboard; only which key signed and which name was given.</source>
        <translation>Wie aan het toetsenbord zat; alleen welke sleutel ondertekende en welke naam werd opgegeven.</translation>
    </message>
    <message>
        <source>The exact times: they are those of the operator&apos;s machine, bounded only by what a witness saw.</source>
        <translation>De exacte tijden: het zijn die van de computer van de operator, alleen begrensd door wat een getuige zag.</translation>
    </message>
    <message>
        <source>That the owner of the ledger did not write all of it anew, where no witness keeps an earlier checkpoint.</source>
        <translation>Dat de eigenaar van het logboek het niet helemaal opnieuw schreef, waar geen getuige een eerder checkpoint bewaart.</translation>
    </message>
    <message>
        <source>That what is called erased was erased by rule.</source>
        <translation>Dat wat gewist heet volgens een regel is gewist.</translation>
    </message>
    <message>
        <source>That no entry of this run was left out of the report between two whose numbers do not follow each other; the ledger itself shows that.</source>
        <translation>Dat er geen vermelding van deze run uit het rapport is weggelaten tussen twee waarvan de nummers niet op elkaar volgen; alleen het logboek zelf toont dat.</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificatie van het rapport</translation>
    </message>
    <message>
        <source>The ledger these entries are from</source>
        <translation>Het logboek waaruit deze vermeldingen komen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkomst</translation>
    </message>
    <message>
        <source>Entries in all</source>
        <translation>Vermeldingen in totaal</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Wortelhash</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>niet ondertekend</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>ondertekend</translation>
    </message>
    <message>
        <source>Checkpoint made</source>
        <translation>Checkpoint gemaakt</translation>
    </message>
    <message>
        <source>This report is pseudonymous: it holds none of that ledger&apos;s records, and a hash of one would let anybody try names until it fits. A verifier says of the ledger: unknown. Whoever holds the ledger can show the entries by their numbers.</source>
        <translation>Dit rapport is gepseudonimiseerd: het bevat geen van de records van dat logboek, want met de hash van een record kan iedereen namen proberen tot er een past. Een verificatieprogramma zegt over het logboek: unknown. Wie het logboek heeft, kan de vermeldingen aan de hand van hun nummers tonen.</translation>
    </message>
    <message>
        <source>What its signature proves: the holder of the key signed exactly these files. %1</source>
        <translation>Wat de handtekening bewijst: de houder van de sleutel heeft precies deze bestanden ondertekend. %1</translation>
    </message>
</context>
</TS>
