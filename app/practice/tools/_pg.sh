# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The practice database server. A database is a folder postgres/NAME of the state, a table a file in it that holds its
# number of rows: enough for dumps, restores and counts to agree with each other.

pg_require_server()
{
    state_get services/postgresql/active active
    [[ $REPLY == active ]] || practice_fail 2 "$practice_name: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: No such file or directory
	Is the server running locally and accepting connections on that socket?"
}

pg_require_database()
{
    state_safe_name "$1" && [[ -d $practice_state/postgres/$1 ]] ||
        practice_fail "${2:-1}" "$practice_name: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: FATAL:  database \"$1\" does not exist"
}

# The statements that make one database's tables.
pg_dump_tables()
{
    local table
    state_list "postgres/$1"
    for table in "${REPLIES[@]}"; do
        state_get "postgres/$1/$table"
        printf 'CREATE TABLE public.%s (id bigint NOT NULL, created_at timestamp with time zone);\n' "$table"
        printf '\\set practice_rows %s\n' "$REPLY"
        printf 'INSERT INTO public.%s SELECT n, now() FROM generate_series(1, %s) AS n;\n\n' "$table" "$REPLY"
    done
}

# pg_load DATABASE < SQL: what pg_dump_tables wrote; follows \connect of a cluster dump.
pg_load()
{
    local database=$1 line
    while IFS= read -r line; do
        if [[ $line =~ ^\\connect\ ([A-Za-z0-9_]+) ]]; then
            database=${BASH_REMATCH[1]}
        elif [[ $line =~ ^CREATE\ DATABASE\ ([A-Za-z0-9_]+) ]]; then
            mkdir -p "$practice_state/postgres/${BASH_REMATCH[1]}"
        elif [[ $line =~ ^INSERT\ INTO\ public\.([A-Za-z0-9_]+)\ .*generate_series\(1,\ ([0-9]+)\) ]]; then
            state_set "postgres/$database/${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
        fi
    done
}
