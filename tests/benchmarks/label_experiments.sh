#!/usr/bin/env bash
# What experiments with labels cost where scores are stored: merge suggestions for 200 labels, with their embeddings cached, without texts and
# with the scores of 100,000; what-ifs (a merge, a deletion) on those scores. Labels and scores are made up, so nothing is needed beside this
# folder.
#
#   tests/benchmarks/label_experiments.sh            prints
#   tests/benchmarks/label_experiments.sh --docs     also writes its section of docs/benchmarks.md
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${LABELWRIGHT_BUILD:-$root/build/bench}
if [[ ! -v LABELWRIGHT_BUILD ]]; then
    "$root/run.sh" --build bench
fi
exec python3 "$here/label_experiments.py" --program "$build/benchmarks/suggestions_benchmark" "$@"
