<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>attempt</name>
    <message>
        <source>called</source>
        <translation>dzwoniono</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>brak odpowiedzi</translation>
    </message>
    <message>
        <source>left message</source>
        <translation>zostawiono wiadomość</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>uzyskano kontakt</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>odmowa</translation>
    </message>
</context>
<context>
    <name>check verdict</name>
    <message>
        <source>Not answered</source>
        <translation>Bez odpowiedzi</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Zaliczone</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Niezaliczone</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Nierozstrzygnięte</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nie dotyczy</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Odstąpiono</translation>
    </message>
</context>
<context>
    <name>command state</name>
    <message>
        <source>Not run</source>
        <translation>Nie wykonano</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Wykonano</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Niepowodzenie</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Wynik nieznany</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pominięto</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>run-started</source>
        <translation>Rozpoczęto przebieg</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>Połączono</translation>
    </message>
    <message>
        <source>connection-failed</source>
        <translation>Nieudane połączenie</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>Rozłączono</translation>
    </message>
    <message>
        <source>command-intended</source>
        <translation>Zapowiedziano polecenie</translation>
    </message>
    <message>
        <source>command-finished</source>
        <translation>Zakończono polecenie</translation>
    </message>
    <message>
        <source>command-unknown</source>
        <translation>Nieznany wynik polecenia</translation>
    </message>
    <message>
        <source>copy-intended</source>
        <translation>Zapowiedziano kopię</translation>
    </message>
    <message>
        <source>copy-finished</source>
        <translation>Zakończono kopię</translation>
    </message>
    <message>
        <source>check-intended</source>
        <translation>Zapowiedziano sprawdzenie</translation>
    </message>
    <message>
        <source>check-verdict</source>
        <translation>Wynik sprawdzenia</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>Udzielono odpowiedzi</translation>
    </message>
    <message>
        <source>hold-point</source>
        <translation>Punkt wstrzymania</translation>
    </message>
    <message>
        <source>step-passed</source>
        <translation>Zaliczono krok</translation>
    </message>
    <message>
        <source>step-failed</source>
        <translation>Niepowodzenie kroku</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pominięto</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>Ponowiono</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notatka</translation>
    </message>
    <message>
        <source>went-back</source>
        <translation>Cofnięto się</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>wznowiono</translation>
    </message>
    <message>
        <source>run-finished</source>
        <translation>Zakończono przebieg</translation>
    </message>
    <message>
        <source>undo-registered</source>
        <translation>Zapisano wycofanie</translation>
    </message>
    <message>
        <source>undo-done</source>
        <translation>Wycofano</translation>
    </message>
    <message>
        <source>undo-declined</source>
        <translation>Odmówiono wycofania</translation>
    </message>
    <message>
        <source>rollback-started</source>
        <translation>Otwarto rollback</translation>
    </message>
    <message>
        <source>rollback-finished</source>
        <translation>Zakończono rollback</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>Eskalowano</translation>
    </message>
    <message>
        <source>escalation-attempt</source>
        <translation>Próba eskalacji</translation>
    </message>
    <message>
        <source>escalation-acknowledged</source>
        <translation>Potwierdzono eskalację</translation>
    </message>
    <message>
        <source>escalation-resolved</source>
        <translation>Rozwiązano eskalację</translation>
    </message>
    <message>
        <source>shell-opened</source>
        <translation>Otwarto powłokę</translation>
    </message>
    <message>
        <source>shell-closed</source>
        <translation>Zamknięto powłokę</translation>
    </message>
    <message>
        <source>broadcast-started</source>
        <translation>Rozpoczęto wpisywanie równoległe</translation>
    </message>
    <message>
        <source>broadcast-ended</source>
        <translation>Zakończono wpisywanie równoległe</translation>
    </message>
    <message>
        <source>runbook-trusted</source>
        <translation>Zatwierdzono runbook</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>Przywrócono</translation>
    </message>
    <message>
        <source>unrecorded-interval</source>
        <translation>Okres bez zapisu</translation>
    </message>
    <message>
        <source>recording-viewed</source>
        <translation>Obejrzano nagranie</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>Usunięto</translation>
    </message>
</context>
<context>
    <name>escalation</name>
    <message>
        <source>Escalation %1</source>
        <translation>Eskalacja %1</translation>
    </message>
    <message>
        <source>Escalation %1 (%2)</source>
        <translation>Eskalacja %1 (%2)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Powód</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Rozpoczął(-ęła)</translation>
    </message>
    <message>
        <source>The ladder: who is next, and when</source>
        <translation>Drabina eskalacji: kto jest następny i kiedy</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>Szczebel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Działanie</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>potwierdzono</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>rozwiązano</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Co się wydarzyło</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Odnotował(a)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notatka</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalacja</translation>
    </message>
    <message>
        <source>None was started.</source>
        <translation>Żadnej nie rozpoczęto.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>no evidence</source>
        <translation>brak dowodu</translation>
    </message>
    <message>
        <source>exit status the SSH protocol reported for a channel of its own</source>
        <translation>kod wyjścia podany przez protokół SSH dla osobnego kanału</translation>
    </message>
    <message>
        <source>exit status the shell&apos;s mark reported (a hint: what runs in the shell could imitate it)</source>
        <translation>kod wyjścia podany przez znacznik powłoki (wskazówka: to, co działa w powłoce, mogłoby go naśladować)</translation>
    </message>
    <message>
        <source>result of a query</source>
        <translation>wynik zapytania</translation>
    </message>
    <message>
        <source>hash of the file, compared on both sides</source>
        <translation>suma kontrolna pliku, porównana po obu stronach</translation>
    </message>
    <message>
        <source>text on the screen (a hint: what runs in the shell could imitate it)</source>
        <translation>tekst na ekranie (wskazówka: to, co działa w powłoce, mogłoby go naśladować)</translation>
    </message>
    <message>
        <source>statement of a person</source>
        <translation>oświadczenie osoby</translation>
    </message>
</context>
<context>
    <name>exceptions</name>
    <message>
        <source>Waived: %1</source>
        <translation>Odstąpiono: %1</translation>
    </message>
    <message>
        <source>Command %1 was skipped</source>
        <translation>Polecenie %1 pominięto</translation>
    </message>
    <message>
        <source>%1 was skipped</source>
        <translation>Pominięto: %1</translation>
    </message>
    <message>
        <source>A stage was skipped</source>
        <translation>Pominięto jeden z etapów</translation>
    </message>
    <message>
        <source>Declared not applicable: %1</source>
        <translation>Uznano, że nie dotyczy: %1</translation>
    </message>
    <message>
        <source>Inconclusive: %1</source>
        <translation>Nierozstrzygnięte: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Niezaliczone: %1</translation>
    </message>
    <message>
        <source>UNRECORDED from %1 to %2</source>
        <translation>BEZ ZAPISU od %1 do %2</translation>
    </message>
    <message>
        <source>%1 (%2). Not witnessed when it happened: %3 told from memory afterwards, %4 forgotten; what the panes showed was not kept</source>
        <translation>%1 (%2). Bez świadka w chwili zdarzenia: opowiedziano później z pamięci: %3, zapomniano: %4; tego, co pokazywały terminale, nie zachowano</translation>
    </message>
    <message>
        <source>Command %1 failed</source>
        <translation>Polecenie %1 nie powiodło się</translation>
    </message>
    <message>
        <source>Command %1: the outcome is unknown</source>
        <translation>Polecenie %1: wynik jest nieznany</translation>
    </message>
    <message>
        <source>A rollback was declined</source>
        <translation>Odmówiono wycofania</translation>
    </message>
    <message>
        <source>The rollback was opened</source>
        <translation>Otwarto rollback</translation>
    </message>
    <message>
        <source>under rule %1 on %2: %3</source>
        <translation>według reguły %1, dnia %2: %3</translation>
    </message>
    <message>
        <source>no entry of this run says by which rule</source>
        <translation>żaden wpis tego przebiegu nie mówi, według której reguły</translation>
    </message>
    <message>
        <source>The source of the runbook was erased</source>
        <translation>Usunięto źródło runbooka</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased</source>
        <translation>Usunięto nagranie „%1”</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased in parts</source>
        <translation>Usunięto częściowo nagranie „%1”</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; is not complete</source>
        <translation>Nagranie „%1” nie jest pełne</translation>
    </message>
    <message>
        <source>%1 bytes over the limit for one command were not kept</source>
        <translation>Liczba bajtów ponad limit jednego polecenia, których nie zachowano: %1</translation>
    </message>
    <message>
        <source>The clock of the operator&apos;s machine was not synchronised</source>
        <translation>Zegar komputera operatora nie był zsynchronizowany</translation>
    </message>
    <message>
        <source>when %1 of %2 entries were written; the order of the entries stands, their times may be off</source>
        <translation>przy zapisie %1 z %2 wpisów; kolejność wpisów jest pewna, ich czasy mogą odbiegać</translation>
    </message>
    <message>
        <source>The run was stopped before its end</source>
        <translation>Przebieg zatrzymano przed końcem</translation>
    </message>
    <message>
        <source>The last escalation is not resolved</source>
        <translation>Ostatnia eskalacja nie jest rozwiązana</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>This report for browsers and screen readers</source>
        <translation>Ten raport dla przeglądarek i czytników ekranu</translation>
    </message>
    <message>
        <source>This report to print</source>
        <translation>Ten raport do druku</translation>
    </message>
    <message>
        <source>Every ledger entry of the run, one JSON object a line</source>
        <translation>Każdy wpis dziennika dotyczący przebiegu, jeden obiekt JSON w wierszu</translation>
    </message>
    <message>
        <source>What the entries of the run say, with pseudonyms, one JSON object a line</source>
        <translation>Co mówią wpisy przebiegu, z pseudonimami, jeden obiekt JSON w wierszu</translation>
    </message>
    <message>
        <source>The runbook, exactly as it was when the run started</source>
        <translation>Runbook, dokładnie taki, jaki był na początku przebiegu</translation>
    </message>
    <message>
        <source>Checkpoint of the ledger and the proof that each entry is in it</source>
        <translation>Punkt kontrolny dziennika i dowód, że każdy wpis w nim jest</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed, a further shell outside the steps (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Co pokazywał terminal „%1”, kolejna powłoka poza krokami (asciicast v2; odtwarzanie: „asciinema play”)</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Co pokazywał terminal „%1” (asciicast v2; odtwarzanie: „asciinema play”)</translation>
    </message>
    <message>
        <source>Files of this report</source>
        <translation>Pliki tego raportu</translation>
    </message>
    <message>
        <source>Beside this page, listed with their hashes in MANIFEST.sha256</source>
        <translation>Obok tej strony, wymienione z sumami kontrolnymi w MANIFEST.sha256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Zawartość</translation>
    </message>
</context>
<context>
    <name>judgement</name>
    <message>
        <source>unanswered</source>
        <translation>bez odpowiedzi</translation>
    </message>
    <message>
        <source>running</source>
        <translation>w toku</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>zaliczone</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>niezaliczone</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>nierozstrzygnięte</translation>
    </message>
    <message>
        <source>not-applicable</source>
        <translation>nie dotyczy</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>odstąpiono</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>English</source>
        <extracomment>What the language calls itself: Deutsch, Français</extracomment>
        <translation>Polski</translation>
    </message>
</context>
<context>
    <name>mode</name>
    <message>
        <source>live</source>
        <translation>rzeczywisty</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>próba</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>ćwiczenie</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Stands below each page of the PDF</extracomment>
        <translation>Strona %1 z %2</translation>
    </message>
    <message>
        <source>Skip to the report</source>
        <translation>Przejdź do raportu</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Spis treści</translation>
    </message>
    <message>
        <source>UNSIGNED</source>
        <translation>BEZ PODPISU</translation>
    </message>
    <message>
        <source>Session report: %1, run %2</source>
        <translation>Raport z sesji: %1, przebieg %2</translation>
    </message>
    <message>
        <source>Nobody signed this report. It shows what a ledger held, but anybody could have changed it since.</source>
        <translation>Nikt nie podpisał tego raportu. Pokazuje on, co zawierał dziennik, ale każdy mógł go odtąd zmienić.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Powód: %1.</translation>
    </message>
    <message>
        <source>PSEUDONYMOUS</source>
        <translation>SPSEUDONIMIZOWANY</translation>
    </message>
    <message>
        <source>Session report</source>
        <translation>Raport z sesji</translation>
    </message>
</context>
<context>
    <name>pseudonyms</name>
    <message>
        <source>The names of people, accounts, hosts and their keys that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>Nazwy osób, kont, hostów i ich kluczy znane przebiegowi zastąpiono, każdą wszędzie tym samym pseudonimem. Tekst swobodny (notatki, polecenia, dane wyjściowe) może nadal kogoś wymieniać.</translation>
    </message>
    <message>
        <source>The names of people and accounts that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>Nazwy osób i kont znane przebiegowi zastąpiono, każdą wszędzie tym samym pseudonimem. Tekst swobodny (notatki, polecenia, dane wyjściowe) może nadal kogoś wymieniać.</translation>
    </message>
    <message>
        <source>Recordings of terminals are left out.</source>
        <translation>Nagrania terminali pominięto.</translation>
    </message>
    <message>
        <source>Recordings of terminals are included, because: %1.</source>
        <translation>Nagrania terminali dołączono z następującego powodu: %1.</translation>
    </message>
    <message>
        <source>Records of the ledger cannot be changed without breaking them, so none are in this report, and nothing in it can be proven by the ledger.</source>
        <translation>Rekordów dziennika nie można zmienić bez ich unieważnienia; dlatego ten raport nie zawiera żadnego z nich i niczego w nim nie można udowodnić dziennikiem.</translation>
    </message>
</context>
<context>
    <name>recorded</name>
    <message>
        <source>exit status %1, expected %2</source>
        <translation>kod wyjścia %1, oczekiwano %2</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>kod wyjścia %1</translation>
    </message>
    <message>
        <source>HTTP status %1, expected %2</source>
        <translation>status HTTP %1, oczekiwano %2</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>status HTTP %1</translation>
    </message>
    <message>
        <source>the value is %1, expected %2</source>
        <translation>wartość wynosi %1, oczekiwano %2</translation>
    </message>
    <message>
        <source>no number in the output, expected %1</source>
        <translation>brak liczby w danych wyjściowych, oczekiwano %1</translation>
    </message>
    <message>
        <source>the comparison &quot;%1&quot; is not understood</source>
        <translation>porównanie „%1” jest niezrozumiałe</translation>
    </message>
    <message>
        <source>the pattern %1 is invalid: %2</source>
        <translation>wzorzec %1 jest nieprawidłowy: %2</translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation>dane wyjściowe nie pasują do %1</translation>
    </message>
    <message>
        <source>the output matches %1, which it must not</source>
        <translation>dane wyjściowe pasują do %1, a nie mogą</translation>
    </message>
    <message>
        <source>the output does not contain &quot;%1&quot;</source>
        <translation>dane wyjściowe nie zawierają „%1”</translation>
    </message>
    <message>
        <source>no end within the time allowed</source>
        <translation>brak końca w dozwolonym czasie</translation>
    </message>
    <message>
        <source>the connection was lost before the end was known</source>
        <translation>połączenie zerwano, zanim koniec był znany</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>połączenie zostało zerwane</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>zakończone sygnałem %1</translation>
    </message>
    <message>
        <source>the host sent no exit status</source>
        <translation>host nie przesłał kodu wyjścia</translation>
    </message>
    <message>
        <source>the output is longer than the 1 MiB that is judged: let the command print less</source>
        <translation>dane wyjściowe przekraczają oceniany 1 MiB: polecenie powinno wypisywać mniej</translation>
    </message>
    <message>
        <source>the host has no curl to ask with</source>
        <translation>na hoście brakuje programu curl do zapytania</translation>
    </message>
    <message>
        <source>the request failed: %1</source>
        <translation>żądanie nie powiodło się: %1</translation>
    </message>
    <message>
        <source>the query has no result</source>
        <translation>zapytanie nie ma wyniku</translation>
    </message>
    <message>
        <source>interrupted: its %1 s were over</source>
        <translation>przerwano: minęło dozwolone %1 s</translation>
    </message>
    <message>
        <source>called off: its %1 s were over</source>
        <translation>odwołano: minęło dozwolone %1 s</translation>
    </message>
    <message>
        <source>it ended before its output matched %1</source>
        <translation>zakończyło się, zanim dane wyjściowe pasowały do %1</translation>
    </message>
    <message>
        <source>it must be recorded, and not all that it printed is on record</source>
        <translation>musi być nagrane, a nie wszystko, co wypisano, jest zapisane</translation>
    </message>
    <message>
        <source>the connection ended, as expected</source>
        <translation>połączenie zakończyło się zgodnie z oczekiwaniem</translation>
    </message>
    <message>
        <source>it was not sent: %1</source>
        <translation>nie wysłano: %1</translation>
    </message>
    <message>
        <source>the console ended while it was running</source>
        <translation>konsola zakończyła działanie w trakcie wykonywania</translation>
    </message>
    <message>
        <source>the console ended while the file was on its way</source>
        <translation>konsola zakończyła działanie, gdy plik był w drodze</translation>
    </message>
    <message>
        <source>it was there already: %1 bytes, SHA-256 %2</source>
        <translation>już tam był: bajty: %1, SHA-256 %2</translation>
    </message>
    <message>
        <source>copied, read back and compared: %1 bytes, SHA-256 %2</source>
        <translation>skopiowano, odczytano ponownie i porównano: bajty: %1, SHA-256 %2</translation>
    </message>
    <message>
        <source>the run was left</source>
        <translation>opuszczono przebieg</translation>
    </message>
    <message>
        <source>the run ended</source>
        <translation>przebieg się zakończył</translation>
    </message>
    <message>
        <source>the run is over</source>
        <translation>przebieg jest zakończony</translation>
    </message>
    <message>
        <source>given up: %1</source>
        <translation>zaniechano: %1</translation>
    </message>
</context>
<context>
    <name>reversibility</name>
    <message>
        <source>Reversible</source>
        <translation>Odwracalne</translation>
    </message>
    <message>
        <source>Needs a check</source>
        <translation>Wymaga sprawdzenia</translation>
    </message>
    <message>
        <source>Irreversible</source>
        <translation>Nieodwracalne</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>stopped</source>
        <translation>zatrzymany</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otwarty</translation>
    </message>
    <message>
        <source>passed with exceptions</source>
        <translation>zaliczony z wyjątkami</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>zaliczony</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>Prerequisites</source>
        <translation>Warunki wstępne</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Weryfikacja</translation>
    </message>
</context>
<context>
    <name>stage state</name>
    <message>
        <source>Not reached</source>
        <translation>Nieosiągnięty</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Zaliczony</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Niepowodzenie</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pominięto</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Wycofany</translation>
    </message>
</context>
<context>
    <name>stage status</name>
    <message>
        <source>pending</source>
        <translation>oczekuje</translation>
    </message>
    <message>
        <source>current</source>
        <translation>w toku</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>zaliczony</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>niepowodzenie</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pominięto</translation>
    </message>
    <message>
        <source>rolled-back</source>
        <translation>wycofany</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Krok %1: %2</translation>
    </message>
    <message>
        <source>skipped because: %1</source>
        <translation>pominięto, ponieważ: %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>na %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>wysłano %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>czas trwania %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, this is the last</source>
        <translation>
            <numerusform>%n próba, ta jest ostatnia</numerusform>
            <numerusform>%n próby, ta jest ostatnia</numerusform>
            <numerusform>%n prób, ta jest ostatnia</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed because: %1</source>
        <translation>potwierdzono, ponieważ: %1</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Polecenie %1</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Dane wyjściowe:</translation>
    </message>
    <message>
        <source>Output, its beginning:</source>
        <translation>Dane wyjściowe, początek:</translation>
    </message>
    <message>
        <source>Statement by a person</source>
        <translation>Oświadczenie osoby</translation>
    </message>
    <message>
        <source>Statement by %1</source>
        <translation>Oświadczenie: %1</translation>
    </message>
    <message>
        <source>Rests on: %1</source>
        <translation>Podstawa: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notatka: %1</translation>
    </message>
    <message>
        <source>Checks of this stage</source>
        <translation>Sprawdzenia tego etapu</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Sprawdzenie</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Dowód</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pominięto</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notatki</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapy</translation>
    </message>
    <message>
        <source>Undo list</source>
        <translation>Lista wycofań</translation>
    </message>
    <message>
        <source>Empty: no step that ran has a rollback.</source>
        <translation>Pusta: żaden wykonany krok nie ma rollbacku.</translation>
    </message>
    <message>
        <source>Rollbacks, registered before the step they undo</source>
        <translation>Rollbacki, zapisane przed krokiem, który wycofują</translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation>Wycofuje</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Rodzaj</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stan</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>not yet</source>
        <translation>jeszcze nie</translation>
    </message>
    <message>
        <source>The stages and how they ended</source>
        <translation>Etapy i jak się zakończyły</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etap</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Czas trwania</translation>
    </message>
    <message>
        <source>%1 (%2, version %3)</source>
        <translation>%1 (%2, wersja %3)</translation>
    </message>
    <message>
        <source>a certificate, and no SSH key</source>
        <translation>certyfikat, bez klucza SSH</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nikt</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Podsumowanie</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Przebieg</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Tryb</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Koniec</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Raport sporządzono</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Podpisał(a)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Źródło</translation>
    </message>
    <message>
        <source>Source SHA-256</source>
        <translation>SHA-256 źródła</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certyfikat</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>brak: %1</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Wyjątki</translation>
    </message>
    <message>
        <source>None: nothing was skipped, waived, repeated or left open.</source>
        <translation>Brak: niczego nie pominięto, nie odstąpiono od niczego, niczego nie powtórzono ani nie pozostawiono otwartego.</translation>
    </message>
    <message>
        <source>What did not go by the book, in the order in which it came up</source>
        <translation>Co nie przebiegło zgodnie z runbookiem, w kolejności wystąpienia</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>Reason or evidence</source>
        <translation>Powód lub dowód</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Zdecydował(a)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>Hosts and values</source>
        <translation>Hosty i wartości</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>nigdy nie połączono</translation>
    </message>
    <message>
        <source>The hosts of this run</source>
        <translation>Hosty tego przebiegu</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rola</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Klucz hosta</translation>
    </message>
    <message>
        <source>The values the runbook was started with</source>
        <translation>Wartości, z którymi uruchomiono runbook</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parametr</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Step %1</source>
        <translation>Krok %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Krok %1: %2</translation>
    </message>
    <message>
        <source>Passed with exceptions</source>
        <translation>Zaliczony z wyjątkami</translation>
    </message>
    <message>
        <source>Left, to go back</source>
        <translation>Opuszczony, aby się cofnąć</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Niezakończony</translation>
    </message>
    <message>
        <source>Not ended yet</source>
        <translation>Jeszcze niezakończony</translation>
    </message>
    <message>
        <source>No end was recorded</source>
        <translation>Nie zapisano końca</translation>
    </message>
    <message>
        <source>Timeline of the run: %1</source>
        <translation>Oś czasu przebiegu: %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>przebieg %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>czas trwania %1</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>Czas UTC</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>jak należy</translation>
    </message>
    <message>
        <source>with an exception, or waiting</source>
        <translation>z wyjątkiem lub oczekuje</translation>
    </message>
    <message>
        <source>failed or unknown</source>
        <translation>niepowodzenie lub nieznane</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>niezakończone</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>żadne z tych</translation>
    </message>
    <message>
        <source>%1 to %2: steps entered: %3; commands and copies: %4; automated checks: %5; escalations: %6; failed or unknown: %7. Result: %8.</source>
        <translation>%1 do %2: rozpoczęte kroki: %3; polecenia i kopie: %4; sprawdzenia automatyczne: %5; eskalacje: %6; nieudane lub nieznane: %7. Wynik: %8.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Kroki</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Sprawdzenia</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Osoby</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalacja</translation>
    </message>
    <message>
        <source>Run started: %1</source>
        <translation>Rozpoczęto przebieg: %1</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>Przebieg zakończony</translation>
    </message>
    <message>
        <source>Command %1: %2</source>
        <translation>Polecenie %1: %2</translation>
    </message>
    <message>
        <source>Rollback %1: %2</source>
        <translation>Rollback %1: %2</translation>
    </message>
    <message>
        <source>%1, agreed by %2</source>
        <translation>%1, za zgodą: %2</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Polecenie %1</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Wykonano</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Niepowodzenie</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Wynik nieznany</translation>
    </message>
    <message>
        <source>Folder sent: %1 to %2</source>
        <translation>Wysłano folder: %1 do %2</translation>
    </message>
    <message>
        <source>Folder fetched: %1 to %2</source>
        <translation>Pobrano folder: %1 do %2</translation>
    </message>
    <message>
        <source>File sent: %1 to %2</source>
        <translation>Wysłano plik: %1 do %2</translation>
    </message>
    <message>
        <source>File fetched: %1 to %2</source>
        <translation>Pobrano plik: %1 do %2</translation>
    </message>
    <message>
        <source>File copied</source>
        <translation>Skopiowano plik</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Skopiowano</translation>
    </message>
    <message>
        <source>Check %1: %2</source>
        <translation>Sprawdzenie %1: %2</translation>
    </message>
    <message>
        <source>Check %1 answered: %2</source>
        <translation>Sprawdzenie %1, odpowiedź: %2</translation>
    </message>
    <message>
        <source>Step %1 skipped</source>
        <translation>Pominięto krok %1</translation>
    </message>
    <message>
        <source>%1 of step %2 skipped</source>
        <translation>Pominięto %1 z kroku %2</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pominięto</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Połączono</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Rozłączono</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>Nieudane połączenie</translation>
    </message>
    <message>
        <source>Further shell closed</source>
        <translation>Zamknięto kolejną powłokę</translation>
    </message>
    <message>
        <source>Further shell opened again</source>
        <translation>Ponownie otwarto kolejną powłokę</translation>
    </message>
    <message>
        <source>Further shell opened</source>
        <translation>Otwarto kolejną powłokę</translation>
    </message>
    <message>
        <source>Hold point of step %1</source>
        <translation>Punkt wstrzymania kroku %1</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Czeka na %1</translation>
    </message>
    <message>
        <source>Retried in step %1</source>
        <translation>Ponowiono w kroku %1</translation>
    </message>
    <message>
        <source>Note on step %1</source>
        <translation>Notatka do kroku %1</translation>
    </message>
    <message>
        <source>Rollback opened</source>
        <translation>Otwarto rollback</translation>
    </message>
    <message>
        <source>Rollback left</source>
        <translation>Opuszczono rollback</translation>
    </message>
    <message>
        <source>Went back to step %1</source>
        <translation>Powrót do kroku %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Wycofano: %1</translation>
    </message>
    <message>
        <source>Rollback declined: %1</source>
        <translation>Odmówiono wycofania: %1</translation>
    </message>
    <message>
        <source>The ledger takes entries again</source>
        <translation>Dziennik znów przyjmuje wpisy</translation>
    </message>
    <message>
        <source>Handed over from %1 to %2</source>
        <translation>Przekazano: od %1 do %2</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Wznowiono</translation>
    </message>
    <message>
        <source>Broadcast to %1</source>
        <translation>Wpisywanie równoległe w %1</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Wpisywanie równoległe</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Zakończono</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskalowano</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Waga</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Potwierdził(a): %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Rozwiązano</translation>
    </message>
    <message>
        <source>Further shell found again</source>
        <translation>Odnaleziono kolejną powłokę</translation>
    </message>
    <message>
        <source>Further shell gone</source>
        <translation>Kolejnej powłoki już nie ma</translation>
    </message>
    <message>
        <source>Out of reach: tmux may still have it</source>
        <translation>Poza zasięgiem: tmux może ją jeszcze mieć</translation>
    </message>
    <message>
        <source>tmux did not have it any more</source>
        <translation>tmux już jej nie miał</translation>
    </message>
</context>
<context>
    <name>timeline label</name>
    <message>
        <source>copy</source>
        <translation>kopia</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>pominięto</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>wstrzymanie</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notatka</translation>
    </message>
    <message>
        <source>hand-over</source>
        <translation>przekazanie</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>wznowiono</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>wpisywanie równoległe</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>eskalacja</translation>
    </message>
</context>
<context>
    <name>timeline table</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>łącznie %n</numerusform>
            <numerusform>łącznie %n</numerusform>
            <numerusform>łącznie %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 do %2</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Dane wyjściowe</translation>
    </message>
    <message>
        <source>%1 bytes shown in pane &quot;%2&quot;</source>
        <translation>Bajty pokazane w terminalu „%2”: %1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Oś czasu</translation>
    </message>
    <message>
        <source>The table below says the same in words</source>
        <translation>Tabela poniżej mówi to samo słowami</translation>
    </message>
    <message>
        <source>told in %1</source>
        <translation>opowiedziano w %1</translation>
    </message>
    <message>
        <source>UNRECORDED: %1</source>
        <translation>BEZ ZAPISU: %1</translation>
    </message>
    <message>
        <source>Every entry the ledger holds for this run, by number; times in UTC</source>
        <translation>Wszystkie wpisy dziennika dla tego przebiegu, według numerów; czasy w UTC</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Wpis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kto</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Szczegóły</translation>
    </message>
</context>
<context>
    <name>undo state</name>
    <message>
        <source>Registered, not used</source>
        <translation>Zapisano, nie użyto</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Wycofano</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Niepowodzenie</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Odmówiono</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Passed. Every step and every check passed.</source>
        <translation>Zaliczony. Każdy krok i każde sprawdzenie zaliczono.</translation>
    </message>
    <message>
        <source>Passed with exceptions. The end was reached, but not everything passed: read &quot;Exceptions&quot;.</source>
        <translation>Zaliczony z wyjątkami. Osiągnięto koniec, ale nie wszystko zaliczono: patrz „Wyjątki”.</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Zatrzymany przed końcem.</translation>
    </message>
    <message>
        <source>Not finished when this report was made.</source>
        <translation>Niezakończony w chwili sporządzenia tego raportu.</translation>
    </message>
    <message>
        <source>The signature names its signer: whoever knows whose key it is made with knows who made this report.</source>
        <translation>Podpis wskazuje podpisującego: kto wie, czyj to klucz, wie, kto sporządził ten raport.</translation>
    </message>
    <message>
        <source>This was practice on the practice host. Nothing in this report happened on a real system.</source>
        <translation>To było ćwiczenie na hoście ćwiczebnym. Nic z tego raportu nie wydarzyło się w rzeczywistym systemie.</translation>
    </message>
    <message>
        <source>This was a rehearsal. It is no evidence that the work was done.</source>
        <translation>To była próba. Nie jest ona dowodem, że pracę wykonano.</translation>
    </message>
    <message>
        <source>Live: the commands ran on the hosts named here.</source>
        <translation>Rzeczywisty: polecenia wykonano na wymienionych tu hostach.</translation>
    </message>
</context>
<context>
    <name>verification</name>
    <message>
        <source>The file allowed_signers lies beside the folder, not in it, and comes from somebody you trust by another way than this report. A line of it is a name, a blank, and a key. This report names the following key; compare it, or its fingerprint, with the one you were given:</source>
        <translation>Plik allowed_signers leży obok folderu, nie w nim, i pochodzi od osoby, której Państwo ufają, inną drogą niż ten raport. Jego wiersz to nazwa, spacja i klucz. Ten raport podaje następujący klucz; proszę porównać go lub jego odcisk z tym, który Państwo otrzymali:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Odcisk</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Who signed the list of files. It must say: Good &quot;session-report@holdpoint&quot; signature.</source>
        <translation>Kto podpisał listę plików. Musi się pojawić: Good &quot;session-report@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>Whether the files are those of the list. Each line must end with OK.</source>
        <translation>Czy pliki są tymi z listy. Każdy wiersz musi kończyć się na OK.</translation>
    </message>
    <message>
        <source>Whether files were added. It must name MANIFEST.sha256, what stands over it where the report has it (MANIFEST.sha256.sig, .p7s, .sig.tsr or .tsr), and nothing else.</source>
        <translation>Czy dodano pliki. Musi wymienić MANIFEST.sha256, to, co go obejmuje, jeśli raport to zawiera (MANIFEST.sha256.sig, .p7s, .sig.tsr lub .tsr), i nic więcej.</translation>
    </message>
    <message>
        <source>Whether the records of session.jsonl are those that the ledger proof names. Both lines must be the same.</source>
        <translation>Czy rekordy w session.jsonl są tymi, które wymienia dowód dziennika. Oba wiersze muszą być takie same.</translation>
    </message>
    <message>
        <source>Who signed the ledger&apos;s checkpoint. It must say: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</source>
        <translation>Kto podpisał punkt kontrolny dziennika. Musi się pojawić: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>This report is signed with an X.509 certificate too. The file ca.pem lies beside the folder, not in it, and holds the certificates of the authorities you trust. This report names the following certificate:</source>
        <translation>Ten raport podpisano także certyfikatem X.509. Plik ca.pem leży obok folderu, nie w nim, i zawiera certyfikaty urzędów, którym Państwo ufają. Ten raport podaje następujący certyfikat:</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Podmiot</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Wystawca</translation>
    </message>
    <message>
        <source>Who signed the list of files by certificate. It must say: successful.</source>
        <translation>Kto podpisał listę plików certyfikatem. Musi się pojawić: successful.</translation>
    </message>
    <message>
        <source>Whether report.pdf is as it was signed, where it is there. It must say: Signature is Valid, and: Total document signed.</source>
        <translation>Czy report.pdf, jeśli jest, pozostał taki, jak go podpisano. Musi się pojawić: Signature is Valid oraz: Total document signed.</translation>
    </message>
    <message>
        <source>Where %1.tsr is there, it is a time stamp (RFC 3161) over %1: the authority that made it saw that file no later than at the time in it. With the authority&apos;s certificates in ../tsa-ca.pem:</source>
        <translation>Jeśli jest %1.tsr, to jest to znacznik czasu (RFC 3161) dla %1: urząd, który go wystawił, widział ten plik nie później niż w podanym w nim czasie. Z certyfikatami urzędu w ../tsa-ca.pem:</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>Jak sprawdzić ten raport</translation>
    </message>
    <message>
        <source>In a shell in the report&apos;s folder, with nothing but OpenSSH 8.2 or later, grep and the GNU core utilities. Whoever forges a report can print other lines here: the same ones stand in Holdpoint&apos;s models/report/FORMAT.md.</source>
        <translation>W powłoce, w folderze raportu, mając tylko OpenSSH 8.2 lub nowszy, grep i GNU core utilities. Kto fałszuje raport, może tu wydrukować inne wiersze: te same są w models/report/FORMAT.md Holdpointa.</translation>
    </message>
    <message>
        <source>This report is not signed. Only its inner consistency can be checked.</source>
        <translation>Ten raport nie jest podpisany. Można sprawdzić tylko jego wewnętrzną spójność.</translation>
    </message>
    <message>
        <source>Two programs check all of this and the rest: that the records lead to the checkpoint&apos;s root, and that recordings and runbook are those the records commit to. They share no code and must say the same. Both come with Holdpoint; verify-report.py is one file to read and needs only Python 3.9 or later, ssh-keygen and openssl.</source>
        <translation>Dwa programy sprawdzają to wszystko i resztę: że rekordy prowadzą do korzenia punktu kontrolnego oraz że nagrania i runbook są tymi, do których rekordy się zobowiązują. Nie mają wspólnego kodu i muszą mówić to samo. Oba są dostarczane z Holdpointem; verify-report.py to jeden plik do przeczytania i wymaga tylko Pythona 3.9 lub nowszego, ssh-keygen i openssl.</translation>
    </message>
    <message>
        <source>What a good check proves</source>
        <translation>Czego dowodzi pomyślne sprawdzenie</translation>
    </message>
    <message>
        <source>The holder of the key signed exactly these files; nothing was changed, removed or replaced since.</source>
        <translation>Posiadacz klucza podpisał dokładnie te pliki; odtąd niczego nie zmieniono, nie usunięto ani nie zastąpiono.</translation>
    </message>
    <message>
        <source>Every entry stands in the ledger at its number, in this order and with these bytes.</source>
        <translation>Każdy wpis jest w dzienniku pod swoim numerem, w tej kolejności i z tymi bajtami.</translation>
    </message>
    <message>
        <source>Recordings and runbook are those the entries commit to.</source>
        <translation>Nagrania i runbook są tymi, do których wpisy się zobowiązują.</translation>
    </message>
    <message>
        <source>With a checkpoint that a witness keeps: the entries below it existed in this form before the witness saw it.</source>
        <translation>Z punktem kontrolnym przechowywanym przez świadka: wcześniejsze wpisy istniały w tej postaci, zanim świadek go zobaczył.</translation>
    </message>
    <message>
        <source>With a time stamp: what it is over existed at the time it names, if its authority is honest.</source>
        <translation>Ze znacznikiem czasu: to, czego dotyczy, istniało w podanym w nim czasie, jeśli jego urząd jest uczciwy.</translation>
    </message>
    <message>
        <source>What it does not prove</source>
        <translation>Czego nie dowodzi</translation>
    </message>
    <message>
        <source>That what was recorded is true: a changed program, a second terminal or a host that lies leave no trace here.</source>
        <translation>Że to, co zapisano, jest prawdą: zmieniony program, drugi terminal lub host, który kłamie, nie zostawiają tu śladu.</translation>
    </message>
    <message>
        <source>Who sat at the keyboard; only which key signed and which name was given.</source>
        <translation>Kto siedział przy klawiaturze; tylko jaki klucz podpisał i jaką nazwę podano.</translation>
    </message>
    <message>
        <source>The exact times: they are those of the operator&apos;s machine, bounded only by what a witness saw.</source>
        <translation>Dokładnych czasów: pochodzą z komputera operatora, a ogranicza je tylko to, co widział świadek.</translation>
    </message>
    <message>
        <source>That the owner of the ledger did not write all of it anew, where no witness keeps an earlier checkpoint.</source>
        <translation>Że właściciel dziennika nie napisał go całego od nowa tam, gdzie żaden świadek nie przechowuje wcześniejszego punktu kontrolnego.</translation>
    </message>
    <message>
        <source>That what is called erased was erased by rule.</source>
        <translation>Że to, co nazwano usuniętym, usunięto według reguły.</translation>
    </message>
    <message>
        <source>That no entry of this run was left out of the report between two whose numbers do not follow each other; the ledger itself shows that.</source>
        <translation>Że żadnego wpisu tego przebiegu nie pominięto w raporcie między dwoma, których numery nie następują po sobie; pokazuje to tylko sam dziennik.</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Weryfikacja raportu</translation>
    </message>
    <message>
        <source>The ledger these entries are from</source>
        <translation>Dziennik, z którego pochodzą te wpisy</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Pochodzenie</translation>
    </message>
    <message>
        <source>Entries in all</source>
        <translation>Wszystkich wpisów</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Skrót korzenia</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Punkt kontrolny</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>niepodpisany</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>podpisany</translation>
    </message>
    <message>
        <source>Checkpoint made</source>
        <translation>Sporządzono</translation>
    </message>
    <message>
        <source>This report is pseudonymous: it holds none of that ledger&apos;s records, and a hash of one would let anybody try names until it fits. A verifier says of the ledger: unknown. Whoever holds the ledger can show the entries by their numbers.</source>
        <translation>Ten raport jest spseudonimizowany: nie zawiera żadnego rekordu tego dziennika, bo skrót rekordu pozwalałby każdemu próbować nazw, aż któraś pasuje. Program weryfikujący mówi o dzienniku: unknown. Kto ma dziennik, może pokazać wpisy po ich numerach.</translation>
    </message>
    <message>
        <source>What its signature proves: the holder of the key signed exactly these files. %1</source>
        <translation>Czego dowodzi jego podpis: posiadacz klucza podpisał dokładnie te pliki. %1</translation>
    </message>
</context>
</TS>
