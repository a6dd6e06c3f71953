#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test; ctest's summary comes last and its exit status is ours.
#
#   ./test.sh                        preset dev
#   ./test.sh --preset asan          another preset of CMakePresets.json: asan, tsan
#   ./test.sh [--preset P] ARGS      further arguments go to ctest, for example -R tokenizer
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
preset=dev
case ${1:-} in
    --preset)
        preset=${2:?"--preset needs a name: dev, asan or tsan"}
        shift 2
        ;;
    --preset=*)
        preset=${1#*=}
        shift
        ;;
    -h | --help)
        sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
        exit 0
        ;;
esac

start=$SECONDS
"$root/run.sh" --build "$preset"
printf 'testing after %d s\n' $((SECONDS - start)) >&2

# A home of their own: tests never read or change the user's settings, caches and models, and need no HOME at all.
home=$root/build/$preset/test_home
rm -rf "$home"
mkdir -p "$home"/{config,cache,data,state}
mkdir -m 700 "$home/runtime"
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache XDG_DATA_HOME=$home/data \
    XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/runtime
if [[ -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
    export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
fi

cd "$root"
exec ctest --preset "$preset" --output-on-failure -j "${CTEST_PARALLEL_LEVEL:-2}" --no-tests=error "$@"
