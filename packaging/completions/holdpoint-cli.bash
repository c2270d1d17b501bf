# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash disable=SC2207
# bash completion for holdpoint-cli

_holdpoint_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb='' word
    local verbs='list show lint plan run trust runs search practice replay timeline report stamp verify ledger'
    local common='--no-input --quiet --operator --data-dir --config-dir --identity --known-hosts --ssh-config --help'

    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ " $verbs " == *" $word "* ]] && verb=$word && break
    done

    compopt +o default 2>/dev/null
    case $previous in
        --data-dir | --config-dir | --out | --to | --witness) compopt -o filenames; COMPREPLY=($(compgen -d -- "$current")); return ;;
        --identity | --known-hosts | --ssh-config | --answers | --ledger | --checkpoint | --allowed-signers | \
            --sign-x509 | --ca | --crl | --tsa-ca)
            compopt -o filenames; COMPREPLY=($(compgen -f -- "$current")); return ;;
        --sign) COMPREPLY=($(compgen -W 'agent: keychain' -- "$current") $(compgen -f -- "$current")); return ;;
        --p12-password) COMPREPLY=($(compgen -W 'env: file: keychain:' -- "$current")); return ;;
        --resume | --run) COMPREPLY=($(compgen -W "$(_holdpoint_cli_runs)" -- "$current")); return ;;
        --host) COMPREPLY=($(compgen -A hostname -- "$current")); return ;;
        --format) COMPREPLY=($(compgen -W 'text json sarif' -- "$current")); return ;;
        --set | --set-secret | --port | --operator | --tsa | --since | --until | --by | --pane | --speed | --from | --idle-limit)
            return ;;
    esac

    local options=$common
    case $verb in
        '') options="$common --version $verbs" ;;
        list) options+=' --json' ;;
        show) options+=' --json' ;;
        runs) options+=' --json --since --until --runbook --host --verdict' ;;
        search) options+=' --json --run --host --runbook --by --limit' ;;
        lint) options+=' --json --format --no-shellcheck' ;;
        plan) options+=' --json --host --set' ;;
        run) options+=' --json --host --set --set-secret --answers --limit --break-glass --rehearse --practice --resume' ;;
        replay) options+=' --pane --speed --from --idle-limit' ;;
        timeline) options+=' --out' ;;
        report) options+=' --json --out --language --sign --sign-x509 --p12-password --tsa --tsa-ca --timestamp --zip --practice --pseudonymous --keep-key --with-recordings' ;;
        stamp) options+=' --json --tsa --tsa-ca --timestamp' ;;
        verify) options+=' --json --allowed-signers --ca --crl --tsa-ca' ;;
        ledger) options+=' --ledger --checkpoint' ;;
        practice) options+=' --json --port' ;;
    esac
    case " ${COMP_WORDS[*]:0:COMP_CWORD} " in
        *' ledger '*'verify '*) options+=' --json --witness --tsa-ca' ;;
        *' ledger '*'witness '*) options+=' --json --to --tsa --tsa-ca --timestamp --sign --first' ;;
        *' ledger '*'export '*) ;;
        *' ledger '*'retain '*) options+=' --json --dry-run --rules' ;;
        *' ledger '*'erase '*) options+=' --json --run --reason --yes' ;;
        *' ledger '*'views '*) options+=' --json --run' ;;
        *' ledger '*) options+=' verify witness export retain erase views' ;;
    esac

    if [[ $current == -* || -z $verb || $verb == ledger ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
        return
    fi
    case $verb in
        list | show | lint | plan | run | trust | stamp | verify)
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
