#!/usr/bin/env bash
# Every export for another tool, read by that tool's own library: label-studio-sdk, argilla, spaCy (through our convert.py), datasets
# (through our card), openpyxl, pandas. Builds the release first and fetches the libraries from PyPI into build/exchange-venv (about 1 GB).
#
#   tests/benchmarks/exchange_check.sh              one line for each format; exit status 1 if one does not hold
#   tests/benchmarks/exchange_check.sh --cli FILE   another labelwright-cli, nothing is built
#   EXCHANGE_VENV=FOLDER                            a Python environment that has the libraries
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=${EXCHANGE_VENV:-$root/build/exchange-venv}

[[ " $* " == *" --cli"* ]] || "$root/run.sh" --build release
if [[ -z ${EXCHANGE_VENV:-} && ! -x $venv/bin/pip ]]; then
    python3 -m venv "$venv" >&2
    "$venv/bin/pip" install --disable-pip-version-check --quiet --requirement "$root/tests/fixtures/exchange/requirements.txt" >&2
fi
HF_HUB_OFFLINE=1 exec "$venv/bin/python" "$here/exchange_check.py" "$@"
