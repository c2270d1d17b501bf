# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
# fish completion for holdpoint-cli

function __holdpoint_cli_runs
    holdpoint-cli runs --json 2>/dev/null | string match -rag '"id": *"([^"]*)"'
end

set -l cli complete -c holdpoint-cli
set -l verbs list show lint plan run trust runs search practice replay timeline report stamp verify ledger
set -l no_verb "not __fish_seen_subcommand_from $verbs"

$cli -n '__fish_seen_subcommand_from list show lint plan run runs search practice report stamp verify' -l json \
    -d 'Machine-readable output'
$cli -l no-input -d 'Never ask'
$cli -l quiet -d 'Only results and errors'
$cli -l operator -x -d 'Who works, as written to the ledger'
$cli -l data-dir -ra '(__fish_complete_directories)' -d 'Where data is kept'
$cli -l config-dir -ra '(__fish_complete_directories)' -d 'Where settings are kept'
$cli -l identity -rF -d 'Key to log in with'
$cli -l known-hosts -rF -d 'Host keys'
$cli -l ssh-config -rF -d 'SSH configuration'
$cli -s h -l help -d 'What it takes'

$cli -n $no_verb -f -l version -d Version
$cli -n $no_verb -f -a list -d 'The runbooks in files and folders'
$cli -n $no_verb -f -a show -d 'One runbook as parsed'
$cli -n $no_verb -f -a lint -d 'What is wrong or weak in files and folders'
$cli -n $no_verb -f -a plan -d 'What would run, without sending anything'
$cli -n $no_verb -f -a run -d 'A guided run'
$cli -n $no_verb -f -a trust -d 'Trust a file as it is now'
$cli -n $no_verb -f -a runs -d 'The runs in the ledger'
$cli -n $no_verb -f -a search -d 'Commands, output and statements of all runs'
$cli -n $no_verb -f -a replay -d 'Play what a pane of a run showed'
$cli -n $no_verb -f -a timeline -d 'The timeline of a run as a picture'
$cli -n $no_verb -f -a report -d 'The signed session report of a run'
$cli -n $no_verb -f -a stamp -d 'Add a time stamp to a report'
$cli -n $no_verb -f -a verify -d 'Verify a session report'
$cli -n $no_verb -f -a ledger -d 'Verify or export the ledger'
$cli -n $no_verb -f -a practice -d 'The practice host in the foreground'

$cli -n '__fish_seen_subcommand_from lint' -l format -xa 'text json sarif' -d 'How findings are printed'
$cli -n '__fish_seen_subcommand_from lint' -l no-shellcheck -d 'Leave out what shellcheck says'
$cli -n '__fish_seen_subcommand_from plan run' -l host -xa '(__fish_print_hostnames)' -d 'Bind a role to a host'
$cli -n '__fish_seen_subcommand_from plan run' -l set -x -d 'Parameter NAME=VALUE'
$cli -n '__fish_seen_subcommand_from run' -l set-secret -x -d 'Secret parameter NAME=env:VAR|file:PATH|keychain:KEY'
$cli -n '__fish_seen_subcommand_from run' -l answers -rF -d 'Answers of a person'
$cli -n '__fish_seen_subcommand_from run' -l limit -x -d 'Longest time of a command without a timeout'
$cli -n '__fish_seen_subcommand_from run' -l break-glass -x -d 'Why it goes on unrecorded when the ledger fails'
$cli -n '__fish_seen_subcommand_from run' -l rehearse -d 'On the practice host, marked REHEARSAL'
$cli -n '__fish_seen_subcommand_from run' -l practice -d 'On the practice host, marked PRACTICE'
$cli -n '__fish_seen_subcommand_from run' -l resume -xa '(__holdpoint_cli_runs)' -d 'Go on with a run'
$cli -n '__fish_seen_subcommand_from runs' -l since -x -d 'Begun then or later'
$cli -n '__fish_seen_subcommand_from runs' -l until -x -d 'Begun then or earlier'
$cli -n '__fish_seen_subcommand_from runs' -l verdict -xa 'passed "passed with exceptions" stopped open' -d 'How it ended'
$cli -n '__fish_seen_subcommand_from runs search' -l runbook -x -d 'Id, or part of the title'
$cli -n '__fish_seen_subcommand_from runs search' -l host -xa '(__fish_print_hostnames)' -d 'Part of role or address'
$cli -n '__fish_seen_subcommand_from search' -f -l run -xa '(__holdpoint_cli_runs)' -d 'Id of a run'
$cli -n '__fish_seen_subcommand_from search' -l by -x -d 'Part of who sent or said it'
$cli -n '__fish_seen_subcommand_from search' -l limit -x -d 'Most hits'
$cli -n '__fish_seen_subcommand_from replay timeline' -f -a '(__holdpoint_cli_runs)'
$cli -n '__fish_seen_subcommand_from replay' -l pane -x -d 'Role of a host, or a further shell'
$cli -n '__fish_seen_subcommand_from replay' -l speed -x -d 'Times as fast'
$cli -n '__fish_seen_subcommand_from replay' -l from -x -d 'Seconds from the start'
$cli -n '__fish_seen_subcommand_from replay' -l idle-limit -x -d 'Longest pause in seconds'
$cli -n '__fish_seen_subcommand_from timeline' -l out -rF -d 'New file'
$cli -n '__fish_seen_subcommand_from report' -f -a '(__holdpoint_cli_runs)'
$cli -n '__fish_seen_subcommand_from report' -l out -ra '(__fish_complete_directories)' -d 'Folder of the report'
$cli -n '__fish_seen_subcommand_from report' -l sign -rFa 'agent: keychain' -d 'Key file, agent:FINGERPRINT or keychain'
$cli -n '__fish_seen_subcommand_from report' -l pseudonymous -d 'Replace names by pseudonyms'
$cli -n '__fish_seen_subcommand_from report' -l keep-key -rF -d 'Who is who'
$cli -n '__fish_seen_subcommand_from report' -l with-recordings -x -d 'Why recordings stay in'
$cli -n '__fish_seen_subcommand_from report' -l language -xa 'de en es fr it nl pl' -d 'Of its pages'
$cli -n '__fish_seen_subcommand_from report' -l practice -d 'Sign with the practice key'
$cli -n '__fish_seen_subcommand_from report' -l sign-x509 -rF -d 'PKCS#12 file to sign with too'
$cli -n '__fish_seen_subcommand_from report' -l p12-password -xa 'env: file: keychain:' -d 'Where its password is'
$cli -n '__fish_seen_subcommand_from report' -l zip -d 'One zip in place of a folder'
$cli -n '__fish_seen_subcommand_from report stamp witness' -l tsa -x -d 'Address of a time stamp authority'
$cli -n '__fish_seen_subcommand_from report stamp witness' -l timestamp -d 'Stamp by the authority of the settings'
$cli -n '__fish_seen_subcommand_from report stamp witness verify' -l tsa-ca -rF -d 'Authorities that may stamp'
$cli -n '__fish_seen_subcommand_from verify' -l ca -rF -d 'Authorities whose certificates may sign'
$cli -n '__fish_seen_subcommand_from verify' -l crl -rF -d 'What they have revoked'
$cli -n '__fish_seen_subcommand_from verify' -l allowed-signers -rF -d 'Who may sign'
$cli -n '__fish_seen_subcommand_from ledger; and not __fish_seen_subcommand_from verify witness export retain erase views' -f -a verify \
    -d 'Name the first bad entry'
$cli -n '__fish_seen_subcommand_from ledger; and not __fish_seen_subcommand_from verify witness export retain erase views' -f -a export \
    -d 'Entries as JSON Lines'
$cli -n '__fish_seen_subcommand_from ledger; and not __fish_seen_subcommand_from verify witness export retain erase views' -f -a witness \
    -d 'Bring a checkpoint to a folder'
$cli -n '__fish_seen_subcommand_from ledger; and not __fish_seen_subcommand_from verify witness export retain erase views' -f -a retain \
    -d 'Erase what is due by the rules'
$cli -n '__fish_seen_subcommand_from ledger; and not __fish_seen_subcommand_from verify witness export retain erase views' -f -a erase \
    -d 'Erase what is attached to a run'
$cli -n '__fish_seen_subcommand_from ledger; and not __fish_seen_subcommand_from verify witness export retain erase views' -f -a views \
    -d 'Who has looked at recordings'
$cli -n '__fish_seen_subcommand_from ledger; and __fish_seen_subcommand_from retain' -l dry-run -d 'Erase nothing'
$cli -n '__fish_seen_subcommand_from ledger; and __fish_seen_subcommand_from retain' -l rules -rF -d 'File with the rules'
$cli -n '__fish_seen_subcommand_from ledger; and __fish_seen_subcommand_from erase views' -l run -xa '(__holdpoint_cli_runs)' -d 'Run'
$cli -n '__fish_seen_subcommand_from ledger; and __fish_seen_subcommand_from erase' -l reason -x -d 'Why'
$cli -n '__fish_seen_subcommand_from ledger; and __fish_seen_subcommand_from erase' -l yes -d 'Do not ask'
$cli -n '__fish_seen_subcommand_from ledger; and __fish_seen_subcommand_from witness' -l to -ra '(__fish_complete_directories)' \
    -d 'Folder of the witness'
$cli -n '__fish_seen_subcommand_from ledger; and __fish_seen_subcommand_from verify' -l witness \
    -ra '(__fish_complete_directories)' -d 'Folder of a witness'
$cli -n '__fish_seen_subcommand_from ledger' -l ledger -rF -d 'Ledger file'
$cli -n '__fish_seen_subcommand_from ledger' -l checkpoint -rF -d 'Signed head'
$cli -n '__fish_seen_subcommand_from practice' -l port -x -d 'Port on the loopback'
