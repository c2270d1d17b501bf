#compdef holdpoint-cli
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2

_holdpoint_cli_runs() {
    local -a runs
    runs=(${(f)"$(holdpoint-cli runs --json 2>/dev/null | grep -o '"id": *"[^"]*"' | cut -d '"' -f 4)"})
    compadd -a runs
}

_holdpoint_cli() {
    local context state line json
    local -a verbs common stamp
    verbs=(
        'list:the runbooks in files and folders'
        'show:one runbook as parsed'
        'lint:what is wrong or weak in files and folders'
        'plan:what would run, without sending anything'
        'run:a guided run'
        'trust:trust a file as it is now'
        'runs:the runs in the ledger'
        'search:commands, output and statements of all runs'
        'replay:play what a pane of a run showed'
        'timeline:the timeline of a run as a picture'
        'report:the signed session report of a run'
        'stamp:add a time stamp to a report'
        'verify:verify a session report'
        'ledger:verify or export the ledger'
        'practice:the practice host in the foreground'
    )
    common=(
        '--no-input[never ask]'
        '--quiet[only results and errors]'
        '--operator[who works, as written to the ledger]:name:'
        '--data-dir[where data is kept]:folder:_files -/'
        '--config-dir[where settings are kept]:folder:_files -/'
        '--identity[key to log in with]:file:_files'
        '--known-hosts[host keys]:file:_files'
        '--ssh-config[SSH configuration]:file:_files'
        '(-h --help)'{-h,--help}'[what it takes]'
    )
    json='--json[machine-readable output]'
    stamp=(
        '--tsa[address of a time stamp authority]:url:'
        '--tsa-ca[authorities that may stamp]:file:_files'
        '--timestamp[stamp by the authority of the settings]'
    )
    _arguments -C $common '--version[version]' '1:verb:->verb' '*::argument:->argument'
    case $state in
        verb) _describe verb verbs ;;
        argument)
            case $line[1] in
                list) _arguments $common $json '*:runbook:_files' ;;
                show) _arguments $common $json '1:runbook#id:_files' ;;
                lint)
                    _arguments $common $json '--format[how findings are printed]:format:(text json sarif)' \
                        '--no-shellcheck[leave out what shellcheck says]' '*:runbook:_files'
                    ;;
                plan)
                    _arguments $common $json '*--host[host]:host:_hosts' '*--set[parameter]:NAME=VALUE:' \
                        '1:runbook#id:_files'
                    ;;
                run)
                    _arguments $common $json '*--host[role=host]:host:_hosts' '*--set[parameter]:NAME=VALUE:' \
                        '*--set-secret[secret parameter]:NAME=env\:VAR:' '--answers[answers of a person]:file:_files' \
                        '--break-glass[why it goes on unrecorded when the ledger fails]:reason:' \
                        '--limit[longest time of a command without a timeout]:duration:' \
                        '--rehearse[on the practice host, marked REHEARSAL]' \
                        '--practice[on the practice host, marked PRACTICE]' \
                        '--resume[go on with a run]:run:_holdpoint_cli_runs' '1:runbook#id:_files'
                    ;;
                trust) _arguments $common '1:runbook:_files' ;;
                runs)
                    _arguments $common $json '--since[begun then or later]:day:' '--until[begun then or earlier]:day:' \
                        '--runbook[id, or part of the title]:runbook:' '--host[part of role or address]:host:_hosts' \
                        '--verdict[how it ended]:verdict:(passed "passed with exceptions" stopped open)'
                    ;;
                search)
                    _arguments $common $json '--run[id of a run]:run:_holdpoint_cli_runs' \
                        '--host[part of role or address]:host:_hosts' '--runbook[id, or part of the title]:runbook:' \
                        '--by[part of who sent or said it]:name:' '--limit[most hits]:number:' '*:text:'
                    ;;
                replay)
                    _arguments $common '--pane[role of a host, or a further shell]:pane:' '--speed[times as fast]:number:' \
                        '--from[where to begin]:seconds:' '--idle-limit[longest pause]:seconds:' \
                        '1:run:_holdpoint_cli_runs'
                    ;;
                timeline) _arguments $common '--out[new file]:file:_files' '1:run:_holdpoint_cli_runs' ;;
                report)
                    _arguments $common $json '--out[folder]:folder:_files -/' \
                        '--practice[sign with the practice key]' $stamp \
                        '--sign-x509[PKCS#12 file to sign with too]:file:_files' \
                        '--p12-password[where its password is]:source:(env\: file\: keychain\:)' \
                        '--zip[one zip in place of a folder]' \
                        '--language[of its pages]:language:(de en es fr it nl pl)' \
                        '--pseudonymous[replace names by pseudonyms]' '--keep-key[who is who]:file:_files' \
                        '--with-recordings[why recordings stay in]:reason:' \
                        '--sign[key file, agent\:FINGERPRINT or keychain]:key:_files' \
                        '1:run:_holdpoint_cli_runs'
                    ;;
                stamp) _arguments $common $json $stamp '1:report:_files' ;;
                verify)
                    _arguments $common $json '--allowed-signers[who may sign]:file:_files' \
                        '--ca[authorities whose certificates may sign]:file:_files' \
                        '--crl[what they have revoked]:file:_files' \
                        '--tsa-ca[authorities that may stamp]:file:_files' '1:report:_files'
                    ;;
                ledger)
                    _arguments $common '--ledger[ledger file]:file:_files' '--checkpoint[signed head]:file:_files' \
                        $json $stamp '--witness[folder of a witness]:folder:_files -/' '--to[folder of the witness]:folder:_files -/' \
                        '--dry-run[erase nothing]' '--rules[file with the rules]:file:_files' \
                        '--run[run]:run:_holdpoint_cli_runs' '--reason[why]:text:' '--yes[do not ask]' \
                        '1:what:(verify witness export retain erase views)'
                    ;;
                practice) _arguments $common $json '--port[port on the loopback]:port:' ;;
            esac
            ;;
    esac
}

_holdpoint_cli "$@"
