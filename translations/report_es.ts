<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>attempt</name>
    <message>
        <source>called</source>
        <translation>llamado</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no contesta</translation>
    </message>
    <message>
        <source>left message</source>
        <translation>mensaje dejado</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>localizado</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>rechazado</translation>
    </message>
</context>
<context>
    <name>check verdict</name>
    <message>
        <source>Not answered</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>No superada</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>No concluyente</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>No aplicable</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Dispensada</translation>
    </message>
</context>
<context>
    <name>command state</name>
    <message>
        <source>Not run</source>
        <translation>No ejecutado</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Resultado desconocido</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitido</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>run-started</source>
        <translation>Ejecución iniciada</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>connection-failed</source>
        <translation>Error de conexión</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>command-intended</source>
        <translation>Comando anunciado</translation>
    </message>
    <message>
        <source>command-finished</source>
        <translation>Comando terminado</translation>
    </message>
    <message>
        <source>command-unknown</source>
        <translation>Resultado del comando desconocido</translation>
    </message>
    <message>
        <source>copy-intended</source>
        <translation>Copia anunciada</translation>
    </message>
    <message>
        <source>copy-finished</source>
        <translation>Copia terminada</translation>
    </message>
    <message>
        <source>check-intended</source>
        <translation>Comprobación anunciada</translation>
    </message>
    <message>
        <source>check-verdict</source>
        <translation>Veredicto de la comprobación</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>hold-point</source>
        <translation>Punto de espera</translation>
    </message>
    <message>
        <source>step-passed</source>
        <translation>Paso superado</translation>
    </message>
    <message>
        <source>step-failed</source>
        <translation>Paso fallido</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>Reintento</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>went-back</source>
        <translation>Vuelta atrás</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reanudado</translation>
    </message>
    <message>
        <source>run-finished</source>
        <translation>Ejecución terminada</translation>
    </message>
    <message>
        <source>undo-registered</source>
        <translation>Reversión registrada</translation>
    </message>
    <message>
        <source>undo-done</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>undo-declined</source>
        <translation>Reversión rechazada</translation>
    </message>
    <message>
        <source>rollback-started</source>
        <translation>Rollback abierto</translation>
    </message>
    <message>
        <source>rollback-finished</source>
        <translation>Rollback terminado</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>escalation-attempt</source>
        <translation>Intento de escalado</translation>
    </message>
    <message>
        <source>escalation-acknowledged</source>
        <translation>Escalado confirmado</translation>
    </message>
    <message>
        <source>escalation-resolved</source>
        <translation>Escalado resuelto</translation>
    </message>
    <message>
        <source>shell-opened</source>
        <translation>Shell abierta</translation>
    </message>
    <message>
        <source>shell-closed</source>
        <translation>Shell cerrada</translation>
    </message>
    <message>
        <source>broadcast-started</source>
        <translation>Escritura simultánea iniciada</translation>
    </message>
    <message>
        <source>broadcast-ended</source>
        <translation>Escritura simultánea terminada</translation>
    </message>
    <message>
        <source>runbook-trusted</source>
        <translation>Runbook aprobado</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>Recuperado</translation>
    </message>
    <message>
        <source>unrecorded-interval</source>
        <translation>Intervalo no registrado</translation>
    </message>
    <message>
        <source>recording-viewed</source>
        <translation>Grabación consultada</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>Borrado</translation>
    </message>
</context>
<context>
    <name>escalation</name>
    <message>
        <source>Escalation %1</source>
        <translation>Escalado %1</translation>
    </message>
    <message>
        <source>Escalation %1 (%2)</source>
        <translation>Escalado %1 (%2)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Iniciado por</translation>
    </message>
    <message>
        <source>The ladder: who is next, and when</source>
        <translation>La escala: quién va después y cuándo</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>confirmado</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>resuelto</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Anotado por</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>None was started.</source>
        <translation>No se inició ninguno.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>no evidence</source>
        <translation>sin evidencia</translation>
    </message>
    <message>
        <source>exit status the SSH protocol reported for a channel of its own</source>
        <translation>código de salida que el protocolo SSH comunicó para un canal propio</translation>
    </message>
    <message>
        <source>exit status the shell&apos;s mark reported (a hint: what runs in the shell could imitate it)</source>
        <translation>código de salida que comunicó la marca de la shell (un indicio: lo que se ejecuta en la shell podría imitarlo)</translation>
    </message>
    <message>
        <source>result of a query</source>
        <translation>resultado de una consulta</translation>
    </message>
    <message>
        <source>hash of the file, compared on both sides</source>
        <translation>suma de comprobación del archivo, comparada en ambos lados</translation>
    </message>
    <message>
        <source>text on the screen (a hint: what runs in the shell could imitate it)</source>
        <translation>texto en la pantalla (un indicio: lo que se ejecuta en la shell podría imitarlo)</translation>
    </message>
    <message>
        <source>statement of a person</source>
        <translation>declaración de una persona</translation>
    </message>
</context>
<context>
    <name>exceptions</name>
    <message>
        <source>Waived: %1</source>
        <translation>Dispensada: %1</translation>
    </message>
    <message>
        <source>Command %1 was skipped</source>
        <translation>El comando %1 se omitió</translation>
    </message>
    <message>
        <source>%1 was skipped</source>
        <translation>Se omitió: %1</translation>
    </message>
    <message>
        <source>A stage was skipped</source>
        <translation>Se omitió una fase</translation>
    </message>
    <message>
        <source>Declared not applicable: %1</source>
        <translation>Declarada no aplicable: %1</translation>
    </message>
    <message>
        <source>Inconclusive: %1</source>
        <translation>No concluyente: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>No superada: %1</translation>
    </message>
    <message>
        <source>UNRECORDED from %1 to %2</source>
        <translation>SIN REGISTRAR desde %1 hasta %2</translation>
    </message>
    <message>
        <source>%1 (%2). Not witnessed when it happened: %3 told from memory afterwards, %4 forgotten; what the panes showed was not kept</source>
        <translation>%1 (%2). Sin testigo cuando ocurrió: contados después de memoria: %3, olvidados: %4; lo que mostraron los terminales no se conservó</translation>
    </message>
    <message>
        <source>Command %1 failed</source>
        <translation>El comando %1 falló</translation>
    </message>
    <message>
        <source>Command %1: the outcome is unknown</source>
        <translation>Comando %1: el resultado es desconocido</translation>
    </message>
    <message>
        <source>A rollback was declined</source>
        <translation>Se rechazó una reversión</translation>
    </message>
    <message>
        <source>The rollback was opened</source>
        <translation>Se abrió el rollback</translation>
    </message>
    <message>
        <source>under rule %1 on %2: %3</source>
        <translation>según la regla %1, el %2: %3</translation>
    </message>
    <message>
        <source>no entry of this run says by which rule</source>
        <translation>ninguna entrada de esta ejecución dice según qué regla</translation>
    </message>
    <message>
        <source>The source of the runbook was erased</source>
        <translation>El texto original del runbook se borró</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased</source>
        <translation>La grabación de «%1» se borró</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; was erased in parts</source>
        <translation>La grabación de «%1» se borró en parte</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; is not complete</source>
        <translation>La grabación de «%1» no está completa</translation>
    </message>
    <message>
        <source>%1 bytes over the limit for one command were not kept</source>
        <translation>No se conservaron %1 bytes por encima del límite de un comando</translation>
    </message>
    <message>
        <source>The clock of the operator&apos;s machine was not synchronised</source>
        <translation>El reloj del equipo del operador no estaba sincronizado</translation>
    </message>
    <message>
        <source>when %1 of %2 entries were written; the order of the entries stands, their times may be off</source>
        <translation>al escribir %1 de %2 entradas; el orden de las entradas es firme, sus horas pueden desviarse</translation>
    </message>
    <message>
        <source>The run was stopped before its end</source>
        <translation>La ejecución se detuvo antes de su final</translation>
    </message>
    <message>
        <source>The last escalation is not resolved</source>
        <translation>El último escalado no está resuelto</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>This report for browsers and screen readers</source>
        <translation>Este informe para navegadores y lectores de pantalla</translation>
    </message>
    <message>
        <source>This report to print</source>
        <translation>Este informe para imprimir</translation>
    </message>
    <message>
        <source>Every ledger entry of the run, one JSON object a line</source>
        <translation>Todas las entradas del registro de esta ejecución, un objeto JSON por línea</translation>
    </message>
    <message>
        <source>What the entries of the run say, with pseudonyms, one JSON object a line</source>
        <translation>Lo que dicen las entradas de la ejecución, con seudónimos, un objeto JSON por línea</translation>
    </message>
    <message>
        <source>The runbook, exactly as it was when the run started</source>
        <translation>El runbook, exactamente como era al iniciarse la ejecución</translation>
    </message>
    <message>
        <source>Checkpoint of the ledger and the proof that each entry is in it</source>
        <translation>Punto de control del registro y la prueba de que cada entrada está en él</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed, a further shell outside the steps (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Lo que mostró el terminal «%1», otra shell fuera de los pasos (asciicast v2; se reproduce con «asciinema play»)</translation>
    </message>
    <message>
        <source>What pane &quot;%1&quot; showed (asciicast v2; play it with &quot;asciinema play&quot;)</source>
        <translation>Lo que mostró el terminal «%1» (asciicast v2; se reproduce con «asciinema play»)</translation>
    </message>
    <message>
        <source>Files of this report</source>
        <translation>Archivos de este informe</translation>
    </message>
    <message>
        <source>Beside this page, listed with their hashes in MANIFEST.sha256</source>
        <translation>Junto a esta página, enumerados con sus sumas de comprobación en MANIFEST.sha256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Contenido</translation>
    </message>
</context>
<context>
    <name>judgement</name>
    <message>
        <source>unanswered</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>no superada</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>no concluyente</translation>
    </message>
    <message>
        <source>not-applicable</source>
        <translation>no aplicable</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>dispensada</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>English</source>
        <extracomment>What the language calls itself: Deutsch, Français</extracomment>
        <translation>Español</translation>
    </message>
</context>
<context>
    <name>mode</name>
    <message>
        <source>live</source>
        <translation>real</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>ensayo</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>práctica</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Stands below each page of the PDF</extracomment>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Skip to the report</source>
        <translation>Ir al informe</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>UNSIGNED</source>
        <translation>SIN FIRMAR</translation>
    </message>
    <message>
        <source>Session report: %1, run %2</source>
        <translation>Informe de sesión: %1, ejecución %2</translation>
    </message>
    <message>
        <source>Nobody signed this report. It shows what a ledger held, but anybody could have changed it since.</source>
        <translation>Nadie firmó este informe. Muestra lo que contenía un registro, pero cualquiera pudo modificarlo desde entonces.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Motivo: %1.</translation>
    </message>
    <message>
        <source>PSEUDONYMOUS</source>
        <translation>SEUDONIMIZADO</translation>
    </message>
    <message>
        <source>Session report</source>
        <translation>Informe de sesión</translation>
    </message>
</context>
<context>
    <name>pseudonyms</name>
    <message>
        <source>The names of people, accounts, hosts and their keys that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>Los nombres de personas, cuentas, hosts y sus claves que conoce la ejecución están sustituidos, cada uno por el mismo seudónimo en todo el informe. El texto libre (notas, comandos, salidas) aún puede nombrar a alguien.</translation>
    </message>
    <message>
        <source>The names of people and accounts that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, commands, output) may still name somebody.</source>
        <translation>Los nombres de personas y cuentas que conoce la ejecución están sustituidos, cada uno por el mismo seudónimo en todo el informe. El texto libre (notas, comandos, salidas) aún puede nombrar a alguien.</translation>
    </message>
    <message>
        <source>Recordings of terminals are left out.</source>
        <translation>Las grabaciones de los terminales se han dejado fuera.</translation>
    </message>
    <message>
        <source>Recordings of terminals are included, because: %1.</source>
        <translation>Las grabaciones de los terminales están incluidas por este motivo: %1.</translation>
    </message>
    <message>
        <source>Records of the ledger cannot be changed without breaking them, so none are in this report, and nothing in it can be proven by the ledger.</source>
        <translation>Los asientos del registro no pueden modificarse sin invalidarlos; por eso este informe no contiene ninguno, y nada de lo que dice puede probarse con el registro.</translation>
    </message>
</context>
<context>
    <name>recorded</name>
    <message>
        <source>exit status %1, expected %2</source>
        <translation>código de salida %1, se esperaba %2</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>código de salida %1</translation>
    </message>
    <message>
        <source>HTTP status %1, expected %2</source>
        <translation>estado HTTP %1, se esperaba %2</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>estado HTTP %1</translation>
    </message>
    <message>
        <source>the value is %1, expected %2</source>
        <translation>el valor es %1, se esperaba %2</translation>
    </message>
    <message>
        <source>no number in the output, expected %1</source>
        <translation>ningún número en la salida, se esperaba %1</translation>
    </message>
    <message>
        <source>the comparison &quot;%1&quot; is not understood</source>
        <translation>la comparación «%1» no se entiende</translation>
    </message>
    <message>
        <source>the pattern %1 is invalid: %2</source>
        <translation>el patrón %1 no es válido: %2</translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation>la salida no coincide con %1</translation>
    </message>
    <message>
        <source>the output matches %1, which it must not</source>
        <translation>la salida coincide con %1, y no debe</translation>
    </message>
    <message>
        <source>the output does not contain &quot;%1&quot;</source>
        <translation>la salida no contiene «%1»</translation>
    </message>
    <message>
        <source>no end within the time allowed</source>
        <translation>sin terminar en el tiempo permitido</translation>
    </message>
    <message>
        <source>the connection was lost before the end was known</source>
        <translation>la conexión se perdió antes de conocerse el final</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>la conexión se perdió</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>terminado por la señal %1</translation>
    </message>
    <message>
        <source>the host sent no exit status</source>
        <translation>el host no envió ningún código de salida</translation>
    </message>
    <message>
        <source>the output is longer than the 1 MiB that is judged: let the command print less</source>
        <translation>la salida supera el MiB que se evalúa (1 MiB): el comando debe mostrar menos</translation>
    </message>
    <message>
        <source>the host has no curl to ask with</source>
        <translation>el host no tiene curl para consultar</translation>
    </message>
    <message>
        <source>the request failed: %1</source>
        <translation>la petición falló: %1</translation>
    </message>
    <message>
        <source>the query has no result</source>
        <translation>la consulta no tiene resultado</translation>
    </message>
    <message>
        <source>interrupted: its %1 s were over</source>
        <translation>interrumpido: sus %1 s habían transcurrido</translation>
    </message>
    <message>
        <source>called off: its %1 s were over</source>
        <translation>cancelado: sus %1 s habían transcurrido</translation>
    </message>
    <message>
        <source>it ended before its output matched %1</source>
        <translation>terminó antes de que su salida coincidiera con %1</translation>
    </message>
    <message>
        <source>it must be recorded, and not all that it printed is on record</source>
        <translation>debe grabarse, y no todo lo que mostró está grabado</translation>
    </message>
    <message>
        <source>the connection ended, as expected</source>
        <translation>la conexión terminó, como se esperaba</translation>
    </message>
    <message>
        <source>it was not sent: %1</source>
        <translation>no se envió: %1</translation>
    </message>
    <message>
        <source>the console ended while it was running</source>
        <translation>la consola terminó mientras se ejecutaba</translation>
    </message>
    <message>
        <source>the console ended while the file was on its way</source>
        <translation>la consola terminó mientras el archivo estaba en camino</translation>
    </message>
    <message>
        <source>it was there already: %1 bytes, SHA-256 %2</source>
        <translation>ya estaba allí: %1 bytes, SHA-256 %2</translation>
    </message>
    <message>
        <source>copied, read back and compared: %1 bytes, SHA-256 %2</source>
        <translation>copiado, releído y comparado: %1 bytes, SHA-256 %2</translation>
    </message>
    <message>
        <source>the run was left</source>
        <translation>se abandonó la ejecución</translation>
    </message>
    <message>
        <source>the run ended</source>
        <translation>la ejecución terminó</translation>
    </message>
    <message>
        <source>the run is over</source>
        <translation>la ejecución ha terminado</translation>
    </message>
    <message>
        <source>given up: %1</source>
        <translation>abandonado: %1</translation>
    </message>
</context>
<context>
    <name>reversibility</name>
    <message>
        <source>Reversible</source>
        <translation>Reversible</translation>
    </message>
    <message>
        <source>Needs a check</source>
        <translation>Requiere comprobación</translation>
    </message>
    <message>
        <source>Irreversible</source>
        <translation>Irreversible</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>passed with exceptions</source>
        <translation>superada con excepciones</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superada</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>Prerequisites</source>
        <translation>Requisitos previos</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación final</translation>
    </message>
</context>
<context>
    <name>stage state</name>
    <message>
        <source>Not reached</source>
        <translation>No alcanzada</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Revertida</translation>
    </message>
</context>
<context>
    <name>stage status</name>
    <message>
        <source>pending</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>current</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>rolled-back</source>
        <translation>revertida</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Paso %1: %2</translation>
    </message>
    <message>
        <source>skipped because: %1</source>
        <translation>omitido porque: %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>enviado %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>duración %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, this is the last</source>
        <translation>
            <numerusform>%n intento, este es el último</numerusform>
            <numerusform>%n intentos, este es el último</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed because: %1</source>
        <translation>confirmado porque: %1</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Comando %1</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Salida:</translation>
    </message>
    <message>
        <source>Output, its beginning:</source>
        <translation>Salida, su comienzo:</translation>
    </message>
    <message>
        <source>Statement by a person</source>
        <translation>Declaración de una persona</translation>
    </message>
    <message>
        <source>Statement by %1</source>
        <translation>Declaración de %1</translation>
    </message>
    <message>
        <source>Rests on: %1</source>
        <translation>Se basa en: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Nota: %1</translation>
    </message>
    <message>
        <source>Checks of this stage</source>
        <translation>Comprobaciones de esta fase</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Fases</translation>
    </message>
    <message>
        <source>Undo list</source>
        <translation>Lista de reversión</translation>
    </message>
    <message>
        <source>Empty: no step that ran has a rollback.</source>
        <translation>Vacía: ningún paso ejecutado tiene rollback.</translation>
    </message>
    <message>
        <source>Rollbacks, registered before the step they undo</source>
        <translation>Rollbacks, registrados antes del paso que deshacen</translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation>Deshace</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>not yet</source>
        <translation>todavía no</translation>
    </message>
    <message>
        <source>The stages and how they ended</source>
        <translation>Las fases y cómo terminaron</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>%1 (%2, version %3)</source>
        <translation>%1 (%2, versión %3)</translation>
    </message>
    <message>
        <source>a certificate, and no SSH key</source>
        <translation>un certificado, y ninguna clave SSH</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Informe creado</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmado por</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Source SHA-256</source>
        <translation>SHA-256 del origen</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>ninguno: %1</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Excepciones</translation>
    </message>
    <message>
        <source>None: nothing was skipped, waived, repeated or left open.</source>
        <translation>Ninguna: nada se omitió, dispensó, repitió ni quedó abierto.</translation>
    </message>
    <message>
        <source>What did not go by the book, in the order in which it came up</source>
        <translation>Lo que no siguió el runbook, en el orden en que ocurrió</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Reason or evidence</source>
        <translation>Motivo o evidencia</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Decidido por</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Hosts and values</source>
        <translation>Hosts y valores</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>nunca conectado</translation>
    </message>
    <message>
        <source>The hosts of this run</source>
        <translation>Los hosts de esta ejecución</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Clave del host</translation>
    </message>
    <message>
        <source>The values the runbook was started with</source>
        <translation>Los valores con que se inició el runbook</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Step %1</source>
        <translation>Paso %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Paso %1: %2</translation>
    </message>
    <message>
        <source>Passed with exceptions</source>
        <translation>Superada con excepciones</translation>
    </message>
    <message>
        <source>Left, to go back</source>
        <translation>Abandonado, para volver atrás</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Not ended yet</source>
        <translation>Aún sin terminar</translation>
    </message>
    <message>
        <source>No end was recorded</source>
        <translation>No se registró ningún final</translation>
    </message>
    <message>
        <source>Timeline of the run: %1</source>
        <translation>Cronología de la ejecución: %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>ejecución %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>duración %1</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>Hora en UTC</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>como debe ser</translation>
    </message>
    <message>
        <source>with an exception, or waiting</source>
        <translation>con excepción o en espera</translation>
    </message>
    <message>
        <source>failed or unknown</source>
        <translation>fallido o desconocido</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>sin terminar</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 to %2: steps entered: %3; commands and copies: %4; automated checks: %5; escalations: %6; failed or unknown: %7. Result: %8.</source>
        <translation>%1 a %2: pasos iniciados: %3; comandos y copias: %4; comprobaciones automáticas: %5; escalados: %6; fallidos o desconocidos: %7. Resultado: %8.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>Run started: %1</source>
        <translation>Ejecución iniciada: %1</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>Ejecución terminada</translation>
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
        <translation>%1, con el acuerdo de %2</translation>
    </message>
    <message>
        <source>Command %1</source>
        <translation>Comando %1</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Resultado desconocido</translation>
    </message>
    <message>
        <source>Folder sent: %1 to %2</source>
        <translation>Carpeta enviada: %1 a %2</translation>
    </message>
    <message>
        <source>Folder fetched: %1 to %2</source>
        <translation>Carpeta obtenida: %1 a %2</translation>
    </message>
    <message>
        <source>File sent: %1 to %2</source>
        <translation>Archivo enviado: %1 a %2</translation>
    </message>
    <message>
        <source>File fetched: %1 to %2</source>
        <translation>Archivo obtenido: %1 a %2</translation>
    </message>
    <message>
        <source>File copied</source>
        <translation>Archivo copiado</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Check %1: %2</source>
        <translation>Comprobación %1: %2</translation>
    </message>
    <message>
        <source>Check %1 answered: %2</source>
        <translation>Comprobación %1 respondida: %2</translation>
    </message>
    <message>
        <source>Step %1 skipped</source>
        <translation>Paso %1 omitido</translation>
    </message>
    <message>
        <source>%1 of step %2 skipped</source>
        <translation>%1 del paso %2 omitido</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>Error de conexión</translation>
    </message>
    <message>
        <source>Further shell closed</source>
        <translation>Otra shell cerrada</translation>
    </message>
    <message>
        <source>Further shell opened again</source>
        <translation>Otra shell abierta de nuevo</translation>
    </message>
    <message>
        <source>Further shell opened</source>
        <translation>Otra shell abierta</translation>
    </message>
    <message>
        <source>Hold point of step %1</source>
        <translation>Punto de espera del paso %1</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Espera a %1</translation>
    </message>
    <message>
        <source>Retried in step %1</source>
        <translation>Reintento en el paso %1</translation>
    </message>
    <message>
        <source>Note on step %1</source>
        <translation>Nota sobre el paso %1</translation>
    </message>
    <message>
        <source>Rollback opened</source>
        <translation>Rollback abierto</translation>
    </message>
    <message>
        <source>Rollback left</source>
        <translation>Rollback abandonado</translation>
    </message>
    <message>
        <source>Went back to step %1</source>
        <translation>Vuelta al paso %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>Rollback declined: %1</source>
        <translation>Reversión rechazada: %1</translation>
    </message>
    <message>
        <source>The ledger takes entries again</source>
        <translation>El registro vuelve a aceptar entradas</translation>
    </message>
    <message>
        <source>Handed over from %1 to %2</source>
        <translation>Traspasado de %1 a %2</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reanudado</translation>
    </message>
    <message>
        <source>Broadcast to %1</source>
        <translation>Escritura simultánea en %1</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Escritura simultánea</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Confirmado por %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Further shell found again</source>
        <translation>Otra shell encontrada de nuevo</translation>
    </message>
    <message>
        <source>Further shell gone</source>
        <translation>Otra shell ya no está</translation>
    </message>
    <message>
        <source>Out of reach: tmux may still have it</source>
        <translation>Fuera de alcance: tmux podría tenerla todavía</translation>
    </message>
    <message>
        <source>tmux did not have it any more</source>
        <translation>tmux ya no la tenía</translation>
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
        <translation>omitido</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>hand-over</source>
        <translation>traspaso</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reanudado</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>escritura simultánea</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>escalado</translation>
    </message>
</context>
<context>
    <name>timeline table</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n en total</numerusform>
            <numerusform>%n en total</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>%1 bytes shown in pane &quot;%2&quot;</source>
        <translation>%1 bytes mostrados en el terminal «%2»</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>The table below says the same in words</source>
        <translation>La tabla siguiente dice lo mismo en palabras</translation>
    </message>
    <message>
        <source>told in %1</source>
        <translation>contado en %1</translation>
    </message>
    <message>
        <source>UNRECORDED: %1</source>
        <translation>SIN REGISTRAR: %1</translation>
    </message>
    <message>
        <source>Every entry the ledger holds for this run, by number; times in UTC</source>
        <translation>Todas las entradas del registro de esta ejecución, por número; horas en UTC</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>undo state</name>
    <message>
        <source>Registered, not used</source>
        <translation>Registrada, sin usar</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazada</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Passed. Every step and every check passed.</source>
        <translation>Superada. Se superaron todos los pasos y todas las comprobaciones.</translation>
    </message>
    <message>
        <source>Passed with exceptions. The end was reached, but not everything passed: read &quot;Exceptions&quot;.</source>
        <translation>Superada con excepciones. Se llegó al final, pero no todo se superó: véase «Excepciones».</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Detenida antes del final.</translation>
    </message>
    <message>
        <source>Not finished when this report was made.</source>
        <translation>Sin terminar cuando se creó este informe.</translation>
    </message>
    <message>
        <source>The signature names its signer: whoever knows whose key it is made with knows who made this report.</source>
        <translation>La firma identifica a quien firmó: quien sepa de quién es la clave sabe quién creó este informe.</translation>
    </message>
    <message>
        <source>This was practice on the practice host. Nothing in this report happened on a real system.</source>
        <translation>Esto fue una práctica en el host de prácticas. Nada de lo que dice este informe ocurrió en un sistema real.</translation>
    </message>
    <message>
        <source>This was a rehearsal. It is no evidence that the work was done.</source>
        <translation>Esto fue un ensayo. No es evidencia de que el trabajo se hiciera.</translation>
    </message>
    <message>
        <source>Live: the commands ran on the hosts named here.</source>
        <translation>Real: los comandos se ejecutaron en los hosts aquí indicados.</translation>
    </message>
</context>
<context>
    <name>verification</name>
    <message>
        <source>The file allowed_signers lies beside the folder, not in it, and comes from somebody you trust by another way than this report. A line of it is a name, a blank, and a key. This report names the following key; compare it, or its fingerprint, with the one you were given:</source>
        <translation>El archivo allowed_signers está junto a la carpeta, no dentro de ella, y procede de alguien de su confianza por otra vía que este informe. Cada una de sus líneas es un nombre, un espacio y una clave. Este informe indica la clave siguiente; compárela, o compare su huella, con la que recibió:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Who signed the list of files. It must say: Good &quot;session-report@holdpoint&quot; signature.</source>
        <translation>Quién firmó la lista de archivos. Debe decir: Good &quot;session-report@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>Whether the files are those of the list. Each line must end with OK.</source>
        <translation>Si los archivos son los de la lista. Cada línea debe terminar en OK.</translation>
    </message>
    <message>
        <source>Whether files were added. It must name MANIFEST.sha256, what stands over it where the report has it (MANIFEST.sha256.sig, .p7s, .sig.tsr or .tsr), and nothing else.</source>
        <translation>Si se añadieron archivos. Debe nombrar MANIFEST.sha256, lo que hay sobre él si el informe lo tiene (MANIFEST.sha256.sig, .p7s, .sig.tsr o .tsr), y nada más.</translation>
    </message>
    <message>
        <source>Whether the records of session.jsonl are those that the ledger proof names. Both lines must be the same.</source>
        <translation>Si los asientos de session.jsonl son los que nombra la prueba del registro. Ambas líneas deben ser iguales.</translation>
    </message>
    <message>
        <source>Who signed the ledger&apos;s checkpoint. It must say: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</source>
        <translation>Quién firmó el punto de control del registro. Debe decir: Good &quot;ledger-checkpoint@holdpoint&quot; signature.</translation>
    </message>
    <message>
        <source>This report is signed with an X.509 certificate too. The file ca.pem lies beside the folder, not in it, and holds the certificates of the authorities you trust. This report names the following certificate:</source>
        <translation>Este informe también está firmado con un certificado X.509. El archivo ca.pem está junto a la carpeta, no dentro de ella, y contiene los certificados de las autoridades en las que usted confía. Este informe indica el certificado siguiente:</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujeto</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>Who signed the list of files by certificate. It must say: successful.</source>
        <translation>Quién firmó la lista de archivos con certificado. Debe decir: successful.</translation>
    </message>
    <message>
        <source>Whether report.pdf is as it was signed, where it is there. It must say: Signature is Valid, and: Total document signed.</source>
        <translation>Si report.pdf, si está presente, sigue como se firmó. Debe decir: Signature is Valid, y: Total document signed.</translation>
    </message>
    <message>
        <source>Where %1.tsr is there, it is a time stamp (RFC 3161) over %1: the authority that made it saw that file no later than at the time in it. With the authority&apos;s certificates in ../tsa-ca.pem:</source>
        <translation>Si %1.tsr está presente, es un sello de tiempo (RFC 3161) sobre %1: la autoridad que lo emitió vio ese archivo a más tardar a la hora que indica. Con los certificados de la autoridad en ../tsa-ca.pem:</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>Cómo comprobar este informe</translation>
    </message>
    <message>
        <source>In a shell in the report&apos;s folder, with nothing but OpenSSH 8.2 or later, grep and the GNU core utilities. Whoever forges a report can print other lines here: the same ones stand in Holdpoint&apos;s models/report/FORMAT.md.</source>
        <translation>En una shell, en la carpeta del informe, con nada más que OpenSSH 8.2 o posterior, grep y las utilidades básicas de GNU (coreutils). Quien falsifique un informe puede imprimir aquí otras líneas: las mismas están en models/report/FORMAT.md de Holdpoint.</translation>
    </message>
    <message>
        <source>This report is not signed. Only its inner consistency can be checked.</source>
        <translation>Este informe no está firmado. Solo puede comprobarse su coherencia interna.</translation>
    </message>
    <message>
        <source>Two programs check all of this and the rest: that the records lead to the checkpoint&apos;s root, and that recordings and runbook are those the records commit to. They share no code and must say the same. Both come with Holdpoint; verify-report.py is one file to read and needs only Python 3.9 or later, ssh-keygen and openssl.</source>
        <translation>Dos programas comprueban todo esto y lo demás: que los asientos llevan a la raíz del punto de control y que las grabaciones y el runbook son los que los asientos comprometen. No comparten código y deben decir lo mismo. Ambos vienen con Holdpoint; verify-report.py es un único archivo legible y solo necesita Python 3.9 o posterior, ssh-keygen y openssl.</translation>
    </message>
    <message>
        <source>What a good check proves</source>
        <translation>Qué prueba una comprobación correcta</translation>
    </message>
    <message>
        <source>The holder of the key signed exactly these files; nothing was changed, removed or replaced since.</source>
        <translation>El titular de la clave firmó exactamente estos archivos; desde entonces nada se cambió, quitó ni sustituyó.</translation>
    </message>
    <message>
        <source>Every entry stands in the ledger at its number, in this order and with these bytes.</source>
        <translation>Cada entrada está en el registro con su número, en este orden y con estos bytes.</translation>
    </message>
    <message>
        <source>Recordings and runbook are those the entries commit to.</source>
        <translation>Las grabaciones y el runbook son los que las entradas comprometen.</translation>
    </message>
    <message>
        <source>With a checkpoint that a witness keeps: the entries below it existed in this form before the witness saw it.</source>
        <translation>Con un punto de control que guarda un testigo: las entradas anteriores existían en esta forma antes de que el testigo lo viera.</translation>
    </message>
    <message>
        <source>With a time stamp: what it is over existed at the time it names, if its authority is honest.</source>
        <translation>Con un sello de tiempo: aquello sobre lo que se emitió existía a la hora que indica, si su autoridad es honrada.</translation>
    </message>
    <message>
        <source>What it does not prove</source>
        <translation>Qué no prueba</translation>
    </message>
    <message>
        <source>That what was recorded is true: a changed program, a second terminal or a host that lies leave no trace here.</source>
        <translation>Que sea cierto lo registrado: un programa alterado, un segundo terminal o un host que miente no dejan rastro aquí.</translation>
    </message>
    <message>
        <source>Who sat at the keyboard; only which key signed and which name was given.</source>
        <translation>Quién estaba al teclado; solo qué clave firmó y qué nombre se dio.</translation>
    </message>
    <message>
        <source>The exact times: they are those of the operator&apos;s machine, bounded only by what a witness saw.</source>
        <translation>Las horas exactas: son las del equipo del operador, acotadas solo por lo que vio un testigo.</translation>
    </message>
    <message>
        <source>That the owner of the ledger did not write all of it anew, where no witness keeps an earlier checkpoint.</source>
        <translation>Que el dueño del registro no lo escribiera todo de nuevo, donde ningún testigo guarda un punto de control anterior.</translation>
    </message>
    <message>
        <source>That what is called erased was erased by rule.</source>
        <translation>Que lo que se dice borrado se borrara según una regla.</translation>
    </message>
    <message>
        <source>That no entry of this run was left out of the report between two whose numbers do not follow each other; the ledger itself shows that.</source>
        <translation>Que no se dejara fuera del informe ninguna entrada de esta ejecución entre dos cuyos números no son consecutivos; eso lo muestra solo el propio registro.</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación del informe</translation>
    </message>
    <message>
        <source>The ledger these entries are from</source>
        <translation>El registro del que proceden estas entradas</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>Entries in all</source>
        <translation>Entradas en total</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Hash raíz</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Punto de control</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>sin firmar</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>firmado</translation>
    </message>
    <message>
        <source>Checkpoint made</source>
        <translation>Punto de control creado</translation>
    </message>
    <message>
        <source>This report is pseudonymous: it holds none of that ledger&apos;s records, and a hash of one would let anybody try names until it fits. A verifier says of the ledger: unknown. Whoever holds the ledger can show the entries by their numbers.</source>
        <translation>Este informe está seudonimizado: no contiene ningún asiento de ese registro, porque con el hash de uno cualquiera podría probar nombres hasta acertar. Un verificador dice del registro: unknown. Quien tenga el registro puede mostrar las entradas por sus números.</translation>
    </message>
    <message>
        <source>What its signature proves: the holder of the key signed exactly these files. %1</source>
        <translation>Qué prueba su firma: el titular de la clave firmó exactamente estos archivos. %1</translation>
    </message>
</context>
</TS>
