#!/usr/bin/env bash
# Every figure of `labelwright-cli evaluate` against scikit-learn's on the same rows: the sets of ../shared/data, labeled by the bundled
# models with two templates, one label a text and several. Builds the release first and fetches scikit-learn from PyPI into
# build/evaluation-venv. A few minutes.
#
#   tests/benchmarks/evaluation_check.sh               the greatest difference of each set; exit status 1 above 1e-9, 77 without ../shared
#   tests/benchmarks/evaluation_check.sh --rows N      so many rows of each set, evenly spaced (default 1000)
#   tests/benchmarks/evaluation_check.sh --only tnews  only the sets whose name holds this
#   tests/benchmarks/evaluation_check.sh --cli FILE    another labelwright-cli, nothing is built
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=$root/build/evaluation-venv

if [[ " $* " != *" --cli"* && " $* " != *" --help "* ]]; then
    "$root/run.sh" --build release
fi

wanted=$(sha256sum "$here/evaluation_requirements.txt" | cut -d' ' -f1)
if [[ $(cat "$venv/requirements.sha256" 2>/dev/null) != "$wanted" ]]; then
    mkdir -p "$root/build"
    if ! python3 -m venv "$venv" >&2; then
        printf 'Python cannot make a virtual environment. On Debian: apt-get install python3-venv\n' >&2
        exit 1
    fi
    "$venv/bin/pip" install --disable-pip-version-check --quiet --requirement "$here/evaluation_requirements.txt" >&2
    printf '%s\n' "$wanted" >"$venv/requirements.sha256"
fi
exec "$venv/bin/python" "$here/evaluation_check.py" "$@"
