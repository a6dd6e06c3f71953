#!/usr/bin/env bash
# Fits the numbers of core/labels/meaning/affinity.h on the word lists in ../shared/data and writes resources/meaning/affinity.json.
# Needs Python with numpy and scikit-learn (PYTHON names it). About five minutes.
#
#   tests/benchmarks/fit_affinity.sh             writes; exit status 77 without ../shared
#   tests/benchmarks/fit_affinity.sh --hold-out  writes nothing; prints figures of words that this fit has not seen
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
shared=${LABELWRIGHT_SHARED:-$root/../shared}
if [[ ! -d $shared/data ]]; then
    echo "there is no $shared/data: nothing to fit on" >&2
    exit 77
fi
build=${LABELWRIGHT_BUILD:-$root/build/release}
if [[ ! -v LABELWRIGHT_BUILD ]]; then
    "$root/run.sh" --build release
    cmake --build "$build" --target meaning_benchmark
fi
exec "${PYTHON:-python3}" "$here/fit_affinity.py" --program "$build/benchmarks/meaning_benchmark" --shared "$shared" "$@"
