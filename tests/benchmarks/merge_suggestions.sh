#!/usr/bin/env bash
# How good merge suggestions are: the score on word pairs that neither the model nor the rules were made from, suggestions for two label
# sets of customer intents with what they do to accuracy, and the time they take. Prints; needs ../shared, exit status 77 without it.
#
#   tests/benchmarks/merge_suggestions.sh            everything, written to docs/merge-suggestions.md where it says "figures"
#   tests/benchmarks/merge_suggestions.sh --print    only printed
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
shared=${LABELWRIGHT_SHARED:-$root/../shared}
if [[ ! -f $shared/golden/merge_eval.tsv ]]; then
    echo "there is no $shared/golden/merge_eval.tsv: nothing to judge by" >&2
    exit 77
fi
build=${LABELWRIGHT_BUILD:-$root/build/bench}
if [[ ! -v LABELWRIGHT_BUILD ]]; then
    "$root/run.sh" --build bench
fi
exec python3 "$here/merge_suggestions.py" --programs "$build/benchmarks" --shared "$shared" "$@"
