<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>attempt</name>
    <message>
        <source>called</source>
        <translation>chiamato</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>nessuna risposta</translation>
    </message>
    <message>
        <source>left message</source>
        <translation>messaggio lasciato</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>raggiunto</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>rifiutato</translation>
    </message>
</context>
<context>
    <name>check verdict</name>
    <message>
        <source>Not answered</source>
        <translation>Senza risposta</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superato</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non superato</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Inconcludente</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Non applicabile</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Derogato</translation>
    </message>
</context>
<context>
    <name>command state</name>
    <message>
        <source>Not run</source>
        <translation>Non eseguito</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Riuscito</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallito</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Esito sconosciuto</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Saltato</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>run-started</source>
        <translation>Esecuzione iniziata</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>Connesso</translation>
    </message>
    <message>
        <source>connection-failed</source>
        <translation>Connessione non riuscita</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>Disconnesso</translation>
    </message>
    <message>
        <source>command-intended</source>
        <translation>Comando annunciato</translation>
    </message>
    <message>
        <source>command-finished</source>
        <translation>Comando terminato</translation>
    </message>
    <message>
        <source>command-unknown</source>
        <translation>Esito del comando sconosciuto</translation>
    </message>
    <message>
        <source>copy-intended</source>
        <translation>Copia annunciata</translation>
    </message>
    <message>
        <source>copy-finished</source>
        <translation>Copia terminata</translation>
    </message>
    <message>
        <source>check-intended</source>
        <translation>Controllo annunciato</translation>
    </message>
    <message>
        <source>check-verdict</source>
        <translation>Verdetto del controllo</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>Risposta data</translation>
    </message>
    <message>
        <source>hold-point</source>
        <translation>Punto di attesa</translation>
    </message>
    <message>
        <source>step-passed</source>
        <translation>Passo superato</translation>
    </message>
    <message>
        <source>step-failed</source>
        <translation>Passo fallito</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>saltato</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>Nuovo tentativo</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>went-back</source>
        <translation>Ritorno indietro</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>ripreso</translation>
    </message>
    <message>
        <source>run-finished</source>
        <translation>Esecuzione terminata</translation>
    </message>
    <message>
        <source>undo-registered</source>
        <translation>Annullamento registrato</translation>
    </message>
    <message>
        <source>undo-done</source>
        <translation>Annullato</translation>
    </message>
    <message>
        <source>undo-declined</source>
        <translation>Annullamento rifiutato</translation>
    </message>
    <message>
        <source>rollback-started</source>
        <translation>Rollback aperto</translation>
    </message>
    <message>
        <source>rollback-finished</source>
        <translation>Rollback terminato</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>Escalation avviata</translation>
    </message>
    <message>
        <source>escalation-attempt</source>
        <translation>Tentativo di escalation</translation>
    </message>
    <message>
        <source>escalation-acknowledged</source>
        <translation>Escalation presa in carico</translation>
    </message>
    <message>
        <source>escalation-resolved</source>
        <translation>Escalation risolta</translation>
    </message>
    <message>
        <source>shell-opened</source>
        <translation>Shell aperta</translation>
    </message>
    <message>
        <source>shell-closed</source>
        <translation>Shell chiusa</translation>
    </message>
    <message>
        <source>broadcast-started</source>
        <translation>Digitazione simultanea iniziata</translation>
    </message>
    <message>
        <source>broadcast-ended</source>
        <translation>Digitazione simultanea terminata</translation>
    </message>
    <message>
        <source>runbook-trusted</source>
        <translation>Runbook approvato</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>Ripristinato</translation>
    </message>
    <message>
        <source>unrecorded-interval</source>
        <translation>Periodo non registrato</translation>
    </message>
    <message>
        <source>recording-viewed</source>
        <translation>Registrazione consultata</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>Cancellato</translation>
    </message>
</context>
<context>
    <name>escalation</name>
    <message>
        <source>Escalation %1</source>
        <translation>Escalation %1</translation>
    </message>
    <message>
        <source>Escalation %1 (%2)</source>
        <translation>Escalation %1 (%2)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inizio</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Avviata da</translation>
    </message>
    <message>
        <source>The ladder: who is next, and when</source>
        <translation>La scala di escalation: chi è il prossimo, e quando</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Azione</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contatto</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Scadenza</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>presa in carico</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>risolta</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Che cosa è accaduto</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Annotato da</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalation</translation>
    </message>
    <message>
        <source>None was started.</source>
        <translation>Nessuna è stata avviata.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>no evidence</source>
        <translation>nessuna evidenza</translation>
    </message>
    <message>
        <source>exit status the SSH protocol reported for a channel of its own</source>
        <translation>codice di uscita comunicato dal protocollo SSH per un canale proprio</translation>
    </message>
    <message>
        <source>exit status the shell&apos;s mark reported (a hint: what runs in the shell could imitate it)</source>
        <translation>codice di uscita comunicato dal marcatore della shell (un indizio: ciò che gira nella shell potrebbe imitarlo)</translation>
    </message>
    <message>
        <source>result of a query</source>
        <translation>risultato di un’interrogazione</translation>
    </message>
    <message>
        <source>hash of the file, compared on both sides</source>
        <translation>somma di controllo del file, confrontata su entrambi i lati</translation>
    </message>
    <message>
        <source>text on the screen (a hint: what runs in the shell could imitate it)</source>
        <translation>testo sullo schermo (un indizio: ciò che gira nella shell potrebbe imitarlo)</translation>
    </message>
    <message>
        <source>statement of a person</source>
        <translation>dichiarazione di una persona</translation>
    </message>
</context>
<context>
    <name>exceptions</name>
    <message>
        <source>Waived: %1</source>
        <translation>Derogato: %1</translation>
    </message>
    <message>
        <source>Command %1 was skipped</source>
        <translation>Il comando %1 è stato saltato</translation>
    </message>
    <message>
        <source>%1 was skipped</source>
        <translation>È stato saltato: %1</translation>
    </message>
    <message>
        <source>A stage was skipped</source>
        <translation>Una fase è stata saltata</translation>
    </message>
    <message>
        <source>Declared not applicable: %1</source>
        <translation>Dichiarato non applicabile: %1</translation>
    </message>
    <message>
        <source>Inconclusive: %1</source>
        <translation>Inconcludente: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Non superato: %1</translation>
    </message>
    <message>
        <source>UNRECORDED from %1 to %2</source>
        <translation>NON REGISTRATO dal %1 al %2</translation>
    </message>
    <message>
        <source>%1 (%2). Not witnessed when it happened: %3 told from memory afterwards, %4 forgotten; what the panes showed was not kept</source>
        <translation>%1 (%2). Senza testimone quando è accaduto: raccontati in seguito a memoria: %3, dimenticati: %4; ciò che i terminali mostravano non è stato conservato</translation>
    </message>
    <message>
        <source>Command %1 failed</source>
        <translation>Il comando %1 è fallito</translation>
    </message>
    <message>
        <source>Command %1: the outcome is unknown</source>
        <translation>Comando %1: l’esito è sconosciuto</translation>
    </message>
    <message>
        <source>A rollback was declined</source>
        <translation>Un annullamento è stato rifiutato</translation>
    </message>
    <message>
        <source>The rollback was opened</source>
        <translation>Il rollback è stato aperto</translation>
    </message>
    <message>
        <source>under rule %1 on %2: %3</source>
        <translation>secondo la regola %1, il %2: %3</translation>
    </message>
    <message>
        <source>no entry of this run says by which rule</source>
        <translation>nessuna voce di questa esecuzione dice secondo quale regola</translation>
    </message>
    <message>
        <source>The source of the runbook was erased</source>
        <translation>L’originale del runbook è stato cancellato</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased</source>
        <translation>La registrazione di «%1» è stata cancellata</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased in parts</source>
        <translation>La registrazione di «%1» è stata cancellata in parte</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; is not complete</source>
        <translation>La registrazione di «%1» non è completa</translation>
    </message>
    <message>
        <source>%1 bytes over the limit for one command were not kept</source>
        <translation>%1 byte oltre il limite per un comando non sono stati conservati</translation>
    </message>
    <message>
        <source>The clock of the operator&apos;s machine was not synchronised</source>
        <translation>L’orologio del computer dell’operatore non era sincronizzato</translation>
    </message>
    <message>
        <source>when %1 of %2 entries were written; the order of the entries stands, their times may be off</source>
        <translation>quando sono state scritte %1 di %2 voci; l’ordine delle voci è certo, i loro orari possono scostarsi</translation>
    </message>
    <message>
        <source>The run was stopped before its end</source>
        <translation>L’esecuzione è stata fermata prima della fine</translation>
    </message>
    <message>
        <source>The last escalation is not resolved</source>
        <translation>L’ultima escalation non è risolta</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>This report for browsers and screen readers</source>
        <translation>Questo rapporto per browser e lettori di schermo</translation>
    </message>
    <message>
        <source>This report to print</source>
        <translation>Questo rapporto da stampare</translation>
    </message>
    <message>
        <source>Every ledger entry of the run, one JSON object a line</source>
        <translation>Ogni voce del registro per questa esecuzione, un oggetto JSON per riga</translation>
    </message>
    <message>
        <source>What the entries of the run say, with pseudonyms, one JSON object a line</source>
        <translation>Ciò che dicono le voci dell’esecuzione, con pseudonimi, un oggetto JSON per riga</translation>
    </message>
    <message>
        <source>The runbook, exactly as it was when the run started</source>
        <translation>Il runbook, esattamente com’era all’inizio dell’esecuzione</translation>
    </message>
    <message>
        <source>Checkpoint of the ledger and the proof that each entry is in it</source>
        <translation>Checkpoint del registro e prova che ogni voce vi è contenuta</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed, a further shell outside the steps (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Ciò che il terminale «%1» ha mostrato, un’altra shell fuori dai passi (asciicast v2; si riproduce con «asciinema play»)</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Ciò che il terminale «%1» ha mostrato (asciicast v2; si riproduce con «asciinema play»)</translation>
    </message>
    <message>
        <source>Files of this report</source>
        <translation>File di questo rapporto</translation>
    </message>
    <message>
        <source>Beside this page, listed with their hashes in MANIFEST.sha256</source>
        <translation>Accanto a questa pagina, elencati con le loro somme di controllo in MANIFEST.sha256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Contenuto</translation>
    </message>
</context>
<context>
    <name>judgement</name>
    <message>
        <source>unanswered</source>
        <translation>senza risposta</translation>
    </message>
    <message>
        <source>running</source>
        <translation>in corso</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superato</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>non superato</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>inconcludente</translation>
    </message>
    <message>
        <source>not-applicable</source>
        <translation>non applicabile</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>derogato</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>English</source>
        <extracomment>What the language calls itself: Deutsch, Français</extracomment>
        <translation>Italiano</translation>
    </message>
</context>
<context>
    <name>mode</name>
    <message>
        <source>live</source>
        <translation>reale</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>prova</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>esercitazione</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Stands below each page of the PDF</extracomment>
        <translation>Pagina %1 di %2</translation>
    </message>
    <message>
        <source>Skip to the report</source>
        <translation>Vai al rapporto</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>UNSIGNED</source>
        <translation>NON FIRMATO</translation>
    </message>
    <message>
        <source>Session report: %1, run %2</source>
        <translation>Rapporto di sessione: %1, esecuzione %2</translation>
    </message>
    <message>
        <source>Nobody signed this report. It shows what a ledger held, but anybody could have changed it since.</source>
        <translation>Nessuno ha firmato questo rapporto. Mostra ciò che conteneva un registro, ma chiunque potrebbe averlo modificato da allora.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Motivo: %1.</translation>
    </message>
    <message>
        <source>PSEUDONYMOUS</source>
        <translation>PSEUDONIMIZZATO</translation>
    </message>
    <message>
        <source>Session report</source>
        <translation>Rapporto di sessione</translation>
    </message>
</context>
<context>
    <name>pseudonyms</name>
    <message>
        <source>The names of people, accounts, hosts and their keys that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>I nomi di persone, account, host e delle loro chiavi noti all’esecuzione sono sostituiti, ciascuno ovunque dallo stesso pseudonimo. Il testo libero (note, comandi, output) può ancora nominare qualcuno.</translation>
    </message>
    <message>
        <source>The names of people and accounts that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>I nomi di persone e account noti all’esecuzione sono sostituiti, ciascuno ovunque dallo stesso pseudonimo. Il testo libero (note, comandi, output) può ancora nominare qualcuno.</translation>
    </message>
    <message>
        <source>Recordings of terminals are left out.</source>
        <translation>Le registrazioni dei terminali sono omesse.</translation>
    </message>
    <message>
        <source>Recordings of terminals are included, because: %1.</source>
        <translation>Le registrazioni dei terminali sono incluse, per questo motivo: %1.</translation>
    </message>
    <message>
        <source>Records of the ledger cannot be changed without breaking them, so none are in this report, and nothing in it can be proven by the ledger.</source>
        <translation>I record del registro non possono essere modificati senza invalidarli; perciò in questo rapporto non ce n’è nessuno, e nulla di esso può essere provato con il registro.</translation>
    </message>
</context>
<context>
    <name>recorded</name>
    <message>
        <source>exit status %1, expected %2</source>
        <translation>codice di uscita %1, atteso %2</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>codice di uscita %1</translation>
    </message>
    <message>
        <source>HTTP status %1, expected %2</source>
        <translation>stato HTTP %1, atteso %2</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>stato HTTP %1</translation>
    </message>
    <message>
        <source>the value is %1, expected %2</source>
        <translation>il valore è %1, atteso %2</translation>
    </message>
    <message>
        <source>no number in the output, expected %1</source>
        <translation>nessun numero nell’output, atteso %1</translation>
    </message>
    <message>
        <source>the comparison &quot;%1&quot; is not understood</source>
        <translation>il confronto «%1» non è comprensibile</translation>
    </message>
    <message>
        <source>the pattern %1 is invalid: %2</source>
        <translation>il modello %1 non è valido: %2</translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation>l’output non corrisponde a %1</translation>
    </message>
    <message>
        <source>the output matches %1, which it must not</source>
        <translation>l’output corrisponde a %1, e non deve</translation>
    </message>
    <message>
        <source>the output does not contain &quot;%1&quot;</source>
        <translation>l’output non contiene «%1»</translation>
    </message>
    <message>
        <source>no end within the time allowed</source>
        <translation>non terminato entro il tempo concesso</translation>
    </message>
    <message>
        <source>the connection was lost before the end was known</source>
        <translation>la connessione è caduta prima che la fine fosse nota</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>la connessione è caduta</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>terminato dal segnale %1</translation>
    </message>
    <message>
        <source>the host sent no exit status</source>
        <translation>l’host non ha inviato alcun codice di uscita</translation>
    </message>
    <message>
        <source>the output is longer than the 1 MiB that is judged: let the command print less</source>
        <translation>l’output supera il limite valutato (1 MiB): il comando deve stampare meno</translation>
    </message>
    <message>
        <source>the host has no curl to ask with</source>
        <translation>l’host non ha curl con cui interrogare</translation>
    </message>
    <message>
        <source>the request failed: %1</source>
        <translation>la richiesta è fallita: %1</translation>
    </message>
    <message>
        <source>the query has no result</source>
        <translation>l’interrogazione non ha risultati</translation>
    </message>
    <message>
        <source>interrupted: its %1 s were over</source>
        <translation>interrotto: i suoi %1 s erano trascorsi</translation>
    </message>
    <message>
        <source>called off: its %1 s were over</source>
        <translation>annullato: i suoi %1 s erano trascorsi</translation>
    </message>
    <message>
        <source>it ended before its output matched %1</source>
        <translation>è terminato prima che il suo output corrispondesse a %1</translation>
    </message>
    <message>
        <source>it must be recorded, and not all that it printed is on record</source>
        <translation>deve essere registrato, e non tutto ciò che ha stampato è registrato</translation>
    </message>
    <message>
        <source>the connection ended, as expected</source>
        <translation>la connessione è terminata, come previsto</translation>
    </message>
    <message>
        <source>it was not sent: %1</source>
        <translation>non è stato inviato: %1</translation>
    </message>
    <message>
        <source>the console ended while it was running</source>
        <translation>la console è terminata mentre era in esecuzione</translation>
    </message>
    <message>
        <source>the console ended while the file was on its way</source>
        <translation>la console è terminata mentre il file era in viaggio</translation>
    </message>
    <message>
        <source>it was there already: %1 bytes, SHA-256 %2</source>
        <translation>era già presente: %1 byte, SHA-256 %2</translation>
    </message>
    <message>
        <source>copied, read back and compared: %1 bytes, SHA-256 %2</source>
        <translation>copiato, riletto e confrontato: %1 byte, SHA-256 %2</translation>
    </message>
    <message>
        <source>the run was left</source>
        <translation>l’esecuzione è stata lasciata</translation>
    </message>
    <message>
        <source>the run ended</source>
        <translation>l’esecuzione è terminata</translation>
    </message>
    <message>
        <source>the run is over</source>
        <translation>l’esecuzione è conclusa</translation>
    </message>
    <message>
        <source>given up: %1</source>
        <translation>abbandonato: %1</translation>
    </message>
</context>
<context>
    <name>reversibility</name>
    <message>
        <source>Reversible</source>
        <translation>Reversibile</translation>
    </message>
    <message>
        <source>Needs a check</source>
        <translation>Richiede un controllo</translation>
    </message>
    <message>
        <source>Irreversible</source>
        <translation>Irreversibile</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>stopped</source>
        <translation>fermata</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aperta</translation>
    </message>
    <message>
        <source>passed with exceptions</source>
        <translation>superata con eccezioni</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superata</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>Prerequisites</source>
        <translation>Prerequisiti</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifica finale</translation>
    </message>
</context>
<context>
    <name>stage state</name>
    <message>
        <source>Not reached</source>
        <translation>Non raggiunta</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superata</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallita</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Saltata</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Annullata</translation>
    </message>
</context>
<context>
    <name>stage status</name>
    <message>
        <source>pending</source>
        <translation>in attesa</translation>
    </message>
    <message>
        <source>current</source>
        <translation>in corso</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superata</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallita</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>saltata</translation>
    </message>
    <message>
        <source>rolled-back</source>
        <translation>annullata</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Passo %1: %2</translation>
    </message>
    <message>
        <source>skipped because: %1</source>
        <translation>saltato perché: %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>su %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>inviato %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durata %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, this is the last</source>
        <translation>
            <numerusform>%n tentativo, questo è l’ultimo</numerusform>
            <numerusform>%n tentativi, questo è l’ultimo</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed because: %1</source>
        <translation>confermato perché: %1</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Comando %1</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Output:</translation>
    </message>
    <message>
        <source>Output, its beginning:</source>
        <translation>Output, l’inizio:</translation>
    </message>
    <message>
        <source>Statement by a person</source>
        <translation>Dichiarazione di una persona</translation>
    </message>
    <message>
        <source>Statement by %1</source>
        <translation>Dichiarazione di %1</translation>
    </message>
    <message>
        <source>Rests on: %1</source>
        <translation>Si basa su: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Nota: %1</translation>
    </message>
    <message>
        <source>Checks of this stage</source>
        <translation>Controlli di questa fase</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controllo</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdetto</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenza</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Saltata</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Fasi</translation>
    </message>
    <message>
        <source>Undo list</source>
        <translation>Elenco degli annullamenti</translation>
    </message>
    <message>
        <source>Empty: no step that ran has a rollback.</source>
        <translation>Vuoto: nessun passo eseguito ha un rollback.</translation>
    </message>
    <message>
        <source>Rollbacks, registered before the step they undo</source>
        <translation>Rollback, registrati prima del passo che annullano</translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>not yet</source>
        <translation>non ancora</translation>
    </message>
    <message>
        <source>The stages and how they ended</source>
        <translation>Le fasi e come si sono concluse</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Inizio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durata</translation>
    </message>
    <message>
        <source>%1 (%2, version %3)</source>
        <translation>%1 (%2, versione %3)</translation>
    </message>
    <message>
        <source>a certificate, and no SSH key</source>
        <translation>un certificato, e nessuna chiave SSH</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Riepilogo</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Esecuzione</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modalità</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operatore</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inizio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Rapporto creato</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmato da</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Source SHA-256</source>
        <translation>SHA-256 dell’origine</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificato</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>nessuno: %1</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Eccezioni</translation>
    </message>
    <message>
        <source>None: nothing was skipped, waived, repeated or left open.</source>
        <translation>Nessuna: nulla è stato saltato, derogato, ripetuto o lasciato aperto.</translation>
    </message>
    <message>
        <source>What did not go by the book, in the order in which it came up</source>
        <translation>Ciò che non è andato secondo il runbook, nell’ordine in cui si è presentato</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Che cosa</translation>
    </message>
    <message>
        <source>Reason or evidence</source>
        <translation>Motivo o evidenza</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Deciso da</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Hosts and values</source>
        <translation>Host e valori</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>mai connesso</translation>
    </message>
    <message>
        <source>The hosts of this run</source>
        <translation>Gli host di questa esecuzione</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Ruolo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Indirizzo</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Chiave dell’host</translation>
    </message>
    <message>
        <source>The values the runbook was started with</source>
        <translation>I valori con cui il runbook è stato avviato</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parametro</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valore</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Step %1</source>
        <translation>Passo %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Passo %1: %2</translation>
    </message>
    <message>
        <source>Passed with exceptions</source>
        <translation>Superata con eccezioni</translation>
    </message>
    <message>
        <source>Left, to go back</source>
        <translation>Lasciato, per tornare indietro</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Non terminato</translation>
    </message>
    <message>
        <source>Not ended yet</source>
        <translation>Non ancora terminato</translation>
    </message>
    <message>
        <source>No end was recorded</source>
        <translation>Nessuna fine è stata registrata</translation>
    </message>
    <message>
        <source>Timeline of the run: %1</source>
        <translation>Cronologia dell’esecuzione: %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>esecuzione %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durata %1</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>Ora in UTC</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>come deve essere</translation>
    </message>
    <message>
        <source>with an exception, or waiting</source>
        <translation>con eccezione, o in attesa</translation>
    </message>
    <message>
        <source>failed or unknown</source>
        <translation>fallito o sconosciuto</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>non terminato</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>nessuno dei due</translation>
    </message>
    <message>
        <source>%1 to %2: steps entered: %3; commands and copies: %4; automated checks: %5; escalations: %6; failed or unknown: %7. Result: %8.</source>
        <translation>%1 a %2: passi iniziati: %3; comandi e copie: %4; controlli automatici: %5; escalation: %6; falliti o sconosciuti: %7. Risultato: %8.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Passi</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Controlli</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalation</translation>
    </message>
    <message>
        <source>Run started: %1</source>
        <translation>Esecuzione iniziata: %1</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>Esecuzione terminata</translation>
    </message>
    <message>
        <source>Command %1: %2</source>
        <translation>Comando %1: %2</translation>
    </message>
    <message>
        <source>Rollback %1: %2</source>
        <translation>Rollback %1: %2</translation>
    </message>
    <message>
        <source>%1, agreed by %2</source>
        <translation>%1, con l’accordo di %2</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Comando %1</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Riuscito</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non riuscito</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Esito sconosciuto</translation>
    </message>
    <message>
        <source>Folder sent: %1 to %2</source>
        <translation>Cartella inviata: %1 a %2</translation>
    </message>
    <message>
        <source>Folder fetched: %1 to %2</source>
        <translation>Cartella prelevata: %1 a %2</translation>
    </message>
    <message>
        <source>File sent: %1 to %2</source>
        <translation>File inviato: %1 a %2</translation>
    </message>
    <message>
        <source>File fetched: %1 to %2</source>
        <translation>File prelevato: %1 a %2</translation>
    </message>
    <message>
        <source>File copied</source>
        <translation>File copiato</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
    <message>
        <source>Check %1: %2</source>
        <translation>Controllo %1: %2</translation>
    </message>
    <message>
        <source>Check %1 answered: %2</source>
        <translation>Controllo %1, risposta: %2</translation>
    </message>
    <message>
        <source>Step %1 skipped</source>
        <translation>Passo %1 saltato</translation>
    </message>
    <message>
        <source>%1 of step %2 skipped</source>
        <translation>%1 del passo %2 saltato</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Saltato</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connesso</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Disconnesso</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>Connessione non riuscita</translation>
    </message>
    <message>
        <source>Further shell closed</source>
        <translation>Altra shell chiusa</translation>
    </message>
    <message>
        <source>Further shell opened again</source>
        <translation>Altra shell riaperta</translation>
    </message>
    <message>
        <source>Further shell opened</source>
        <translation>Altra shell aperta</translation>
    </message>
    <message>
        <source>Hold point of step %1</source>
        <translation>Punto di attesa del passo %1</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Attende %1</translation>
    </message>
    <message>
        <source>Retried in step %1</source>
        <translation>Nuovo tentativo al passo %1</translation>
    </message>
    <message>
        <source>Note on step %1</source>
        <translation>Nota sul passo %1</translation>
    </message>
    <message>
        <source>Rollback opened</source>
        <translation>Rollback aperto</translation>
    </message>
    <message>
        <source>Rollback left</source>
        <translation>Rollback lasciato</translation>
    </message>
    <message>
        <source>Went back to step %1</source>
        <translation>Ritorno al passo %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annullato: %1</translation>
    </message>
    <message>
        <source>Rollback declined: %1</source>
        <translation>Annullamento rifiutato: %1</translation>
    </message>
    <message>
        <source>The ledger takes entries again</source>
        <translation>Il registro accetta di nuovo voci</translation>
    </message>
    <message>
        <source>Handed over from %1 to %2</source>
        <translation>Passaggio di consegne da %1 a %2</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Ripreso</translation>
    </message>
    <message>
        <source>Broadcast to %1</source>
        <translation>Digitazione simultanea in %1</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Digitazione simultanea</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminato</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escalation avviata</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravità</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Presa in carico da %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Risolta</translation>
    </message>
    <message>
        <source>Further shell found again</source>
        <translation>Altra shell ritrovata</translation>
    </message>
    <message>
        <source>Further shell gone</source>
        <translation>Altra shell scomparsa</translation>
    </message>
    <message>
        <source>Out of reach: tmux may still have it</source>
        <translation>Non raggiungibile: tmux potrebbe averla ancora</translation>
    </message>
    <message>
        <source>tmux did not have it any more</source>
        <translation>tmux non l’aveva più</translation>
    </message>
</context>
<context>
    <name>timeline label</name>
    <message>
        <source>copy</source>
        <translation>copia</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>saltato</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>attesa</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>hand-over</source>
        <translation>consegna</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>ripreso</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>digitazione simultanea</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>escalation</translation>
    </message>
</context>
<context>
    <name>timeline table</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in tutto</numerusform>
            <numerusform>%n in tutto</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>da %1 a %2</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>%1 bytes shown in pane &quot;%2&quot;</source>
        <translation>%1 byte mostrati nel terminale «%2»</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>The table below says the same in words</source>
        <translation>La tabella sotto dice lo stesso in parole</translation>
    </message>
    <message>
        <source>told in %1</source>
        <translation>raccontato in %1</translation>
    </message>
    <message>
        <source>UNRECORDED: %1</source>
        <translation>NON REGISTRATO: %1</translation>
    </message>
    <message>
        <source>Every entry the ledger holds for this run, by number; times in UTC</source>
        <translation>Ogni voce del registro per questa esecuzione, per numero; orari in UTC</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Voce</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Ora</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Che cosa</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
</context>
<context>
    <name>undo state</name>
    <message>
        <source>Registered, not used</source>
        <translation>Registrato, non usato</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annullato</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallito</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rifiutato</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Passed. Every step and every check passed.</source>
        <translation>Superata. Ogni passo e ogni controllo è stato superato.</translation>
    </message>
    <message>
        <source>Passed with exceptions. The end was reached, but not everything passed: read &quot;Exceptions&quot;.</source>
        <translation>Superata con eccezioni. Si è arrivati alla fine, ma non tutto è stato superato: si veda «Eccezioni».</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Fermata prima della fine.</translation>
    </message>
    <message>
        <source>Not finished when this report was made.</source>
        <translation>Non terminata quando questo rapporto è stato creato.</translation>
    </message>
    <message>
        <source>The signature names its signer: whoever knows whose key it is made with knows who made this report.</source>
        <translation>La firma indica chi ha firmato: chi sa di chi è la chiave sa chi ha creato questo rapporto.</translation>
    </message>
    <message>
        <source>This was practice on the practice host. Nothing in this report happened on a real system.</source>
        <translation>Questa è stata un’esercitazione sull’host di esercitazione. Nulla in questo rapporto è accaduto su un sistema reale.</translation>
    </message>
    <message>
        <source>This was a rehearsal. It is no evidence that the work was done.</source>
        <translation>Questa è stata una prova. Non è evidenza che il lavoro sia stato svolto.</translation>
    </message>
    <message>
        <source>Live: the commands ran on the hosts named here.</source>
        <translation>Reale: i comandi sono stati eseguiti sugli host qui indicati.</translation>
    </message>
</context>
<context>
    <name>verification</name>
    <message>
        <source>The file allowed_signers lies beside the folder, not in it, and comes from somebody you trust by another way than this report. A line of it is a name, a blank, and a key. This report names the following key; compare it, or its fingerprint, with the one you were given:</source>
        <translation>Il file allowed_signers si trova accanto alla cartella, non dentro, e proviene da qualcuno di cui Lei si fida, per una via diversa da questo rapporto. Ogni sua riga è un nome, uno spazio e una chiave. Questo rapporto indica la chiave seguente; la confronti, o confronti la sua impronta, con quella che Le è stata data:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Impronta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Who signed the list of files. It must say: Good &quot;session-report@holdpoint&quot; signature.</source>
        <translation>Chi ha firmato l’elenco dei file. Deve dire: Good &quot;session-report@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>Whether the files are those of the list. Each line must end with OK.</source>
        <translation>Se i file sono quelli dell’elenco. Ogni riga deve terminare con OK.</translation>
    </message>
    <message>
        <source>Whether files were added. It must name MANIFEST.sha256, what stands over it where the report has it (MANIFEST.sha256.sig, .p7s, .sig.tsr or .tsr), and nothing else.</source>
        <translation>Se sono stati aggiunti file. Deve nominare MANIFEST.sha256, ciò che vi sta sopra se il rapporto lo ha (MANIFEST.sha256.sig, .p7s, .sig.tsr o .tsr), e nient’altro.</translation>
    </message>
    <message>
        <source>Whether the records of session.jsonl are those that the ledger proof names. Both lines must be the same.</source>
        <translation>Se i record di session.jsonl sono quelli nominati dalla prova del registro. Le due righe devono essere uguali.</translation>
    </message>
    <message>
        <source>Who signed the ledger&apos;s checkpoint. It must say: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</source>
        <translation>Chi ha firmato il checkpoint del registro. Deve dire: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>This report is signed with an X.509 certificate too. The file ca.pem lies beside the folder, not in it, and holds the certificates of the authorities you trust. This report names the following certificate:</source>
        <translation>Questo rapporto è firmato anche con un certificato X.509. Il file ca.pem si trova accanto alla cartella, non dentro, e contiene i certificati delle autorità di cui Lei si fida. Questo rapporto indica il certificato seguente:</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Soggetto</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emittente</translation>
    </message>
    <message>
        <source>Who signed the list of files by certificate. It must say: successful.</source>
        <translation>Chi ha firmato l’elenco dei file con certificato. Deve dire: successful.</translation>
    </message>
    <message>
        <source>Whether report.pdf is as it was signed, where it is there. It must say: Signature is Valid, and: Total document signed.</source>
        <translation>Se report.pdf, quando c’è, è come è stato firmato. Deve dire: Signature is Valid, e: Total document signed.</translation>
    </message>
    <message>
        <source>Where %1.tsr is there, it is a time stamp (RFC 3161) over %1: the authority that made it saw that file no later than at the time in it. With the authority&apos;s certificates in ../tsa-ca.pem:</source>
        <translation>Se %1.tsr è presente, è una marca temporale (RFC 3161) su %1: l’autorità che l’ha emessa ha visto quel file non più tardi dell’ora che vi è indicata. Con i certificati dell’autorità in ../tsa-ca.pem:</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>Come verificare questo rapporto</translation>
    </message>
    <message>
        <source>In a shell in the report&apos;s folder, with nothing but OpenSSH 8.2 or later, grep and the GNU core utilities. Whoever forges a report can print other lines here: the same ones stand in Holdpoint&apos;s models/report/FORMAT.md.</source>
        <translation>In una shell, nella cartella del rapporto, con nient’altro che OpenSSH 8.2 o successivo, grep e le GNU core utilities. Chi falsifica un rapporto può stampare qui altre righe: le stesse si trovano in models/report/FORMAT.md di Holdpoint.</translation>
    </message>
    <message>
        <source>This report is not signed. Only its inner consistency can be checked.</source>
        <translation>Questo rapporto non è firmato. Si può verificare solo la sua coerenza interna.</translation>
    </message>
    <message>
        <source>Two programs check all of this and the rest: that the records lead to the checkpoint&apos;s root, and that recordings and runbook are those the records commit to. They share no code and must say the same. Both come with Holdpoint; verify-report.py is one file to read and needs only Python 3.9 or later, ssh-keygen and openssl.</source>
        <translation>Due programmi verificano tutto questo e il resto: che i record portano alla radice del checkpoint, e che le registrazioni e il runbook sono quelli a cui i record si vincolano. Non condividono codice e devono dire lo stesso. Entrambi sono forniti con Holdpoint; verify-report.py è un unico file da leggere e richiede solo Python 3.9 o successivo, ssh-keygen e openssl.</translation>
    </message>
    <message>
        <source>What a good check proves</source>
        <translation>Che cosa prova una verifica riuscita</translation>
    </message>
    <message>
        <source>The holder of the key signed exactly these files; nothing was changed, removed or replaced since.</source>
        <translation>Il titolare della chiave ha firmato esattamente questi file; da allora nulla è stato modificato, tolto o sostituito.</translation>
    </message>
    <message>
        <source>Every entry stands in the ledger at its number, in this order and with these bytes.</source>
        <translation>Ogni voce si trova nel registro al suo numero, in questo ordine e con questi byte.</translation>
    </message>
    <message>
        <source>Recordings and runbook are those the entries commit to.</source>
        <translation>Le registrazioni e il runbook sono quelli a cui le voci si vincolano.</translation>
    </message>
    <message>
        <source>With a checkpoint that a witness keeps: the entries below it existed in this form before the witness saw it.</source>
        <translation>Con un checkpoint custodito da un testimone: le voci precedenti esistevano in questa forma prima che il testimone lo vedesse.</translation>
    </message>
    <message>
        <source>With a time stamp: what it is over existed at the time it names, if its authority is honest.</source>
        <translation>Con una marca temporale: ciò su cui è apposta esisteva all’ora che indica, se la sua autorità è onesta.</translation>
    </message>
    <message>
        <source>What it does not prove</source>
        <translation>Che cosa non prova</translation>
    </message>
    <message>
        <source>That what was recorded is true: a changed program, a second terminal or a host that lies leave no trace here.</source>
        <translation>Che sia vero ciò che è stato registrato: un programma modificato, un secondo terminale o un host che mente non lasciano qui alcuna traccia.</translation>
    </message>
    <message>
        <source>Who sat at the keyboard; only which key signed and which name was given.</source>
        <translation>Chi era alla tastiera; solo quale chiave ha firmato e quale nome è stato dato.</translation>
    </message>
    <message>
        <source>The exact times: they are those of the operator&apos;s machine, bounded only by what a witness saw.</source>
        <translation>Gli orari esatti: sono quelli del computer dell’operatore, delimitati solo da ciò che un testimone ha visto.</translation>
    </message>
    <message>
        <source>That the owner of the ledger did not write all of it anew, where no witness keeps an earlier checkpoint.</source>
        <translation>Che il proprietario del registro non l’abbia riscritto tutto da capo, dove nessun testimone custodisce un checkpoint precedente.</translation>
    </message>
    <message>
        <source>That what is called erased was erased by rule.</source>
        <translation>Che ciò che è detto cancellato sia stato cancellato secondo una regola.</translation>
    </message>
    <message>
        <source>That no entry of this run was left out of the report between two whose numbers do not follow each other; the ledger itself shows that.</source>
        <translation>Che nessuna voce di questa esecuzione sia stata omessa dal rapporto tra due i cui numeri non sono consecutivi; lo mostra solo il registro stesso.</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifica del rapporto</translation>
    </message>
    <message>
        <source>The ledger these entries are from</source>
        <translation>Il registro da cui provengono queste voci</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Provenienza</translation>
    </message>
    <message>
        <source>Entries in all</source>
        <translation>Voci in tutto</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Hash radice</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>non firmato</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>firmato</translation>
    </message>
    <message>
        <source>Checkpoint made</source>
        <translation>Checkpoint creato</translation>
    </message>
    <message>
        <source>This report is pseudonymous: it holds none of that ledger&apos;s records, and a hash of one would let anybody try names until it fits. A verifier says of the ledger: unknown. Whoever holds the ledger can show the entries by their numbers.</source>
        <translation>Questo rapporto è pseudonimizzato: non contiene alcun record di quel registro, perché con l’hash di uno chiunque potrebbe provare nomi fino a trovare quello giusto. Un verificatore dice del registro: unknown. Chi possiede il registro può mostrare le voci in base ai loro numeri.</translation>
    </message>
    <message>
        <source>What its signature proves: the holder of the key signed exactly these files. %1</source>
        <translation>Che cosa prova la sua firma: il titolare della chiave ha firmato esattamente questi file. %1</translation>
    </message>
</context>
</TS>
