#!/bin/bash
# A database filled with half a year of a trading firm, and what crm makes of it. ./dev demo builds crm and runs this.
#
# Usage: demo.sh [--mail FILE…] [--subjects FILE…]     with your own mail, customers or both instead
#                [--database URI]                      in an empty database of yours, instead of a new file
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)

mail=() subjects=() into='' database=build/demo/demo.db
for argument; do
    if [ "$into" = database ]; then database=$argument into= && continue; fi
    case $argument in
    --database) into=database ;;
    --mail | --subjects) into=${argument#--} ;;
    -*) echo "demo: takes --mail FILE…, --subjects FILE… and --database URI, not $argument." >&2 && exit 2 ;;
    *)
        [ -n "$into" ] || { echo "demo: say what $argument is: --mail or --subjects." >&2 && exit 2; }
        [ -e "$argument" ] || { echo "demo: there is nothing at $argument." >&2 && exit 2; }
        declare -n list=$into
        list+=("$(realpath --relative-to="$root" "$argument")")
        ;;
    esac
done
cd "$root"

say() { printf '\n%s\n' "$*"; }

# step COMMAND…: shows a command, and runs it. Whatever fails ends the demo, with what it says.
step() {
    printf '\n$ %s\n' "$(quoted "$@")"
    "$@" || { code=$? && printf '\ndemo: the last command failed (%s), and the demo ends here.\n' "$code" >&2 && exit "$code"; }
}

# own COMMAND…: the same for your own data, of which some rows may be refused (1).
own() {
    printf '\n$ %s\n' "$(quoted "$@")"
    "$@" || { code=$? && [ "$code" = 1 ]; } ||
        { printf '\ndemo: the last command failed (%s), and the demo ends here.\n' "$code" >&2 && exit "$code"; }
}

# The words of a command as one types them.
quoted() {
    local word words=()
    for word; do
        if [[ $word =~ ^[A-Za-z0-9_./:=,@%+-]+$ ]]; then words+=("$word"); else words+=("'${word//\'/\'\\\'\'}'"); fi
    done
    echo "${words[*]}"
}

use() {
    local shown=$1
    [ "$1" = build/demo/demo.db ] || shown="\"\$YOUR_DATABASE\""  # which may have a password
    printf '\n$ export CRM_DB=%s CRM_OPERATOR=%s\n' "$shown" "$2"
    export CRM_DB=$1 CRM_OPERATOR=$2
}

mkdir -p build/demo
rm -f build/demo/demo.db* build/demo/funnel.svg

if [ -n "${mail[*]}${subjects[*]}" ]; then
    say "A new database, with your own data."
    use "$database" me
    printf 'code,name,email\nme,%s,\n' "${USER:-Me}" >build/demo/operators.csv
    step ./dev crmdb init --starter sales-en --operators build/demo/operators.csv
    for file in "${subjects[@]}"; do own ./dev crmdb import subjects "$file"; done
    say "Senders whom nobody knows become natural subjects, each with its person."
    for file in "${mail[@]}"; do own ./dev crmdb mail import "$file" --create-unknown; done
    step ./dev crmdb find subjects --limit 10
    step ./dev crmdb find contacts --order=-at --limit 10
    step ./dev crmdb info
    say "The database is there. In this shell, with the export above, go on with:"
    cat <<'END'
    ./dev crmdb timeline --subject 'a part of a name'
    ./dev crmdb find contacts "summary contains 'offer'"
    ./dev crmdb mail waiting
    ./dev crmdb --help
END
    exit
fi

say "Half a year of Dachmar sp. z o.o., roofing and insulation; docs/sample/README.md tells what is in it."
use "$database" anna
step ./dev crmdb init --starter sales-en --operators docs/sample/operators.csv
step ./dev crmdb import bases docs/sample/bases.csv
step ./dev crmdb import subjects docs/sample/subjects.csv
step ./dev crmdb import persons docs/sample/persons.csv
step ./dev crmdb import cases docs/sample/cases.csv --leave-open
step ./dev crmdb import notes docs/sample/notes.csv
step ./dev crmdb import tasks docs/sample/tasks.csv

say "The mail of that time becomes contacts of who wrote, in the cases that it was about."
step ./dev crmdb mail import docs/sample/mail.mbox
say "Twice is once:"
step ./dev crmdb mail import docs/sample/mail.mbox
say "Cases that have ended are closed last: a closed case takes no more tasks."
step ./dev crmdb import closings docs/sample/cases.csv
say "Whose address two subjects share is for somebody to say:"
step ./dev crmdb mail review

say "What happened in a case, newest first:"
step ./dev crmdb timeline --case S26-001 --limit 15
say "And the funnel of sales, in the table and as a picture:"
step ./dev crmdb funnel --type sale --svg build/demo/funnel.svg
step ./dev crmdb find cases "stage = active and expected.amount >= 20000.00" --order=-expected.amount --limit 5

say "The database is there, the picture in build/demo/funnel.svg. With the export above, go on with:"
cat <<'END'
    ./dev crmdb timeline --subject K001
    ./dev crmdb history case S26-001
    ./dev crmdb funnel --as-of 2026-05-01
    ./dev crmdb mail waiting
    ./dev crmdb find subjects "in_base 'wykonawcy'"
    ./dev crmdb --help
  or with data of your own:
    ./dev demo --mail my.mbox --subjects my-customers.csv
END
