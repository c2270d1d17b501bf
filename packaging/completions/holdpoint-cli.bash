# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash disable=SC2207
# bash completion for holdpoint-cli

_holdpoint_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb='' word
    local verbs='list show lint plan run trust runs practice replay timeline report verify ledger'
    local common='--no-input --quiet --operator --data-dir --config-dir --identity --known-hosts --ssh-config --help'

    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ " $verbs " == *" $word "* ]] && verb=$word && break
    done

    compopt +o default 2>/dev/null
    case $previous in
        --data-dir | --config-dir | --out) compopt -o filenames; COMPREPLY=($(compgen -d -- "$current")); return ;;
        --identity | --known-hosts | --ssh-config | --answers | --ledger | --checkpoint | --allowed-signers)
            compopt -o filenames; COMPREPLY=($(compgen -f -- "$current")); return ;;
        --sign) COMPREPLY=($(compgen -W 'agent: keychain' -- "$current") $(compgen -f -- "$current")); return ;;
        --resume) COMPREPLY=($(compgen -W "$(_holdpoint_cli_runs)" -- "$current")); return ;;
        --host) COMPREPLY=($(compgen -A hostname -- "$current")); return ;;
        --format) COMPREPLY=($(compgen -W 'text json sarif' -- "$current")); return ;;
        --set | --set-secret | --port | --operator | --pane | --speed | --from | --idle-limit) return ;;
    esac

    local options=$common
    case $verb in
        '') options="$common --version $verbs" ;;
        list) options+=' --json' ;;
        show) options+=' --json' ;;
        runs) options+=' --json' ;;
        lint) options+=' --json --format --no-shellcheck' ;;
        plan) options+=' --json --host --set' ;;
        run) options+=' --json --host --set --set-secret --answers --limit --rehearse --practice --resume' ;;
        replay) options+=' --pane --speed --from --idle-limit' ;;
        timeline) options+=' --out' ;;
        report) options+=' --json --out --sign --practice' ;;
        verify) options+=' --json --allowed-signers' ;;
        ledger) options+=' --ledger --checkpoint' ;;
        practice) options+=' --json --port' ;;
    esac
    case " ${COMP_WORDS[*]:0:COMP_CWORD} " in
        *' ledger '*'verify '*) options+=' --json --witness' ;;
        *' ledger '*'witness '*) options+=' --json --to --sign' ;;
        *' ledger '*'export '*) ;;
        *' ledger '*) options+=' verify witness export' ;;
    esac

    if [[ $current == -* || -z $verb || $verb == ledger ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
        return
    fi
    case $verb in
        list | show | lint | plan | run | trust | verify)
            compopt -o filenames
            COMPREPLY=($(compgen -f -- "$current"))
            ;;
        replay | timeline | report) COMPREPLY=($(compgen -W "$(_holdpoint_cli_runs)" -- "$current")) ;;
    esac
}

_holdpoint_cli_runs() {
    holdpoint-cli runs --json 2>/dev/null | grep -o '"id": *"[^"]*"' | cut -d '"' -f 4
}

complete -F _holdpoint_cli holdpoint-cli
