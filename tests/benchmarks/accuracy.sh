#!/usr/bin/env bash
# Accuracy of the two bundled models on the labeled sets in ../shared/data, compared with the reference in ../shared/golden
# (PyTorch and transformers). Builds the release first. About a minute.
#
#   tests/benchmarks/accuracy.sh                the table; exit status 1 if a set differs by more than 0.2 points, 77 without ../shared
#   tests/benchmarks/accuracy.sh --docs         also writes it to docs/benchmarks.md
#   tests/benchmarks/accuracy.sh --cli FILE     another labelwright-cli, nothing is built
#   tests/benchmarks/accuracy.sh --only tnews   only the sets whose name holds this
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [[ " $* " != *" --cli"* ]]; then
    "$here/../../run.sh" --build release
fi
exec python3 "$here/accuracy.py" "$@"
