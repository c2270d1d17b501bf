#compdef holdpoint-cli
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2

_holdpoint_cli_runs() {
    local -a runs
    runs=(${(f)"$(holdpoint-cli runs --json 2>/dev/null | grep -o '"id": *"[^"]*"' | cut -d '"' -f 4)"})
    compadd -a runs
}

_holdpoint_cli() {
    local context state line
    local -a verbs common
    verbs=(
        'list:the runbooks in files and folders'
        'show:one runbook as parsed'
        'plan:what would run, without sending anything'
        'run:a guided run'
        'runs:the runs in the ledger'
        'report:the signed session report of a run'
        'verify:verify a session report'
        'ledger:re-walk the ledger'
        'practice:the practice host in the foreground'
    )
    common=(
        '--json[machine-readable output]'
        '--no-input[never ask]'
        '--quiet[only results and errors]'
        '--data-dir[where data is kept]:folder:_files -/'
        '--config-dir[where settings are kept]:folder:_files -/'
        '--identity[key to log in with]:file:_files'
        '--known-hosts[host keys]:file:_files'
        '--ssh-config[SSH configuration]:file:_files'
        '--help[what it takes]'
    )
    _arguments -C $common '--version[version]' '1:verb:->verb' '*::argument:->argument'
    case $state in
        verb) _describe verb verbs ;;
        argument)
            case $line[1] in
                list) _arguments $common '*:runbook:_files' ;;
                show) _arguments $common '1:runbook#id:_files' ;;
                plan) _arguments $common '*--host[host]:host:_hosts' '*--set[parameter]:NAME=VALUE:' '1:runbook#id:_files' ;;
                run)
                    _arguments $common '*--host[role=host]:host:_hosts' '*--set[parameter]:NAME=VALUE:' \
                        '*--set-secret[secret parameter]:NAME=env\:VAR:' '--answers[answers of a person]:file:_files' \
                        '--rehearse[change nothing on a host]' '--practice[on the practice host]' \
                        '--resume[go on with a run]:run:_holdpoint_cli_runs' '1:runbook#id:_files'
                    ;;
                runs) _arguments $common ;;
                report)
                    _arguments $common '--out[folder]:folder:_files -/' '--sign[key file, agent\:FINGERPRINT or keychain]:key:_files' \
                        '1:run:_holdpoint_cli_runs'
                    ;;
                verify) _arguments $common '--allowed-signers[who may sign]:file:_files' '1:report folder:_files -/' ;;
                ledger)
                    _arguments $common '--ledger[ledger file]:file:_files' '--checkpoint[signed head]:file:_files' '1:what:(verify)'
                    ;;
                practice) _arguments $common '--port[port on the loopback]:port:' ;;
            esac
            ;;
    esac
}

_holdpoint_cli "$@"
