#!/usr/bin/env bash
# Speed of labelwright-cli against transformers' zero-shot pipeline, PyTorch and ONNX Runtime, on the same weights and texts, in one run.
# The first call fetches the other engines from PyPI into build/benchmark-venv (5 GB, some minutes); the run itself takes about ten minutes
# on two cores. Leave the machine alone meanwhile: the table says how loaded it was.
#
#   tests/benchmarks/compare_engines.sh                    everything, written to docs/benchmarks.md
#   tests/benchmarks/compare_engines.sh --print-only       everything, only printed
#   tests/benchmarks/compare_engines.sh --device cuda:0    on a graphics card, with more texts; a section of its own in docs/benchmarks.md
#   tests/benchmarks/compare_engines.sh --only NAME        one workload: bert-base, zh-mini or minilm; only printed
#   tests/benchmarks/compare_engines.sh --rounds N         default 5, on a card 3; fewer are only printed
#   tests/benchmarks/compare_engines.sh --texts N          only so many texts of each workload, to try it out; only printed
#   tests/benchmarks/compare_engines.sh --cli FILE         another labelwright-cli, nothing is built; FILE "none": only the other engines
#   tests/benchmarks/compare_engines.sh --encoder FILE     another encoder_benchmark; where build/bench has one, a card's section shows its output
#   tests/benchmarks/compare_engines.sh --record FILE      every single time, as JSON
#
# compare_engines.py takes the same options and needs only a Python that has the packages of requirements.txt.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=$root/build/benchmark-venv

if [[ " $* " != *" --cli"* && " $* " != *" --help "* ]]; then
    "$root/run.sh" --build release
fi

wanted=$(sha256sum "$here/requirements.txt" | cut -d' ' -f1)
if [[ $(cat "$venv/requirements.sha256" 2>/dev/null) != "$wanted" ]]; then
    mkdir -p "$root/build"
    if ! python3 -m venv "$venv" >&2; then
        printf 'Python cannot make a virtual environment. On Debian: apt-get install python3-venv\n' >&2
        exit 1
    fi
    wheels=${LABELWRIGHT_WHEEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/labelwright/wheels} # bootstrap.sh has fetched torch already
    finder=()
    [[ -d $wheels ]] && finder=(--find-links "$wheels")
    "$venv/bin/pip" install --disable-pip-version-check "${finder[@]}" --requirement "$here/requirements.txt" >&2
    printf '%s\n' "$wanted" >"$venv/requirements.sha256"
fi
exec "$venv/bin/python" "$here/compare_engines.py" "$@"
