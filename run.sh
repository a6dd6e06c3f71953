#!/usr/bin/env bash
# Installs what is missing, builds the release, and runs Labelwright.
#
#   ./run.sh                  opens the window on the bundled sample messages and labels them;
#                             without a display, does the same on the command line and prints the result
#   ./run.sh ARGS             opens the window with these arguments, for example a file
#   ./run.sh --cli ARGS       runs labelwright-cli with these arguments
#   ./run.sh --build [PRESET] only installs and builds (default: release); the other presets are in CMakePresets.json
#
# ./run.sh --cli --help tells what the program itself can do.
# CMAKE_BUILD_PARALLEL_LEVEL sets the number of compilers at work (default: one per processor).
# All progress goes to stderr; the build's whole output is in build/PRESET/build.log.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
export CMAKE_BUILD_PARALLEL_LEVEL

say() { printf '%s\n' "$*" >&2; }

# show_progress: passes on Ninja's [done/total] lines, in place on a terminal, else one in twenty.
show_progress() {
    local line last=0 percent
    while IFS= read -r line; do
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (.*) ]] || continue
        if [[ -t 2 ]]; then
            printf '\r\033[K[%s/%s] %.60s' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}" >&2
        else
            percent=$((100 * BASH_REMATCH[1] / BASH_REMATCH[2]))
            if ((percent / 5 > last / 5)); then
                say "  built ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
                last=$percent
            fi
        fi
    done
    if [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
}

# build_step PRESET WHAT COMMAND...: runs it in the source folder; its output goes to the log, and its end is shown on failure.
build_step() {
    local preset=$1 what=$2 log=$root/build/$1/build.log
    shift 2
    if ! (cd "$root" && "$@" </dev/null 2>&1) | tee -a "$log" | show_progress; then
        # The first error says more than the last lines, which may belong to a job that was still running.
        grep -n -m 3 -A 8 -E '(^|[: ])(fatal )?error:|^CMake Error|^FAILED:' "$log" >&2 || tail -n 40 "$log" >&2
        say "$what of preset $preset failed. Mend the error above; the whole output is in build/$preset/build.log."
        exit 1
    fi
}

# build PRESET [quiet]: bootstrap, configure where needed, build; then the times, with quiet only if there was something to do.
build() {
    local preset=$1 folder=$root/build/$1 start=$SECONDS installed configured
    "$root/installer/bootstrap.sh"
    installed=$SECONDS
    mkdir -p "$folder"
    : >"$folder/build.log"
    # Ninja configures again by itself when a CMakeLists.txt changes, but does not know of the presets.
    if [[ ! -f $folder/build.ninja || $root/CMakePresets.json -nt $folder/build.ninja ]]; then
        say "configuring $preset"
        build_step "$preset" "Configuring" cmake --preset "$preset"
    fi
    configured=$SECONDS
    build_step "$preset" "Building" cmake --build --preset "$preset"
    if [[ ${2:-} != quiet ]] || ((SECONDS - start > 2)); then
        say "set-up $((installed - start)) s, configuring $((configured - installed)) s, building $preset $((SECONDS - configured)) s"
    fi
}

case ${1:-} in
    --build)
        build "${2:-release}"
        exit 0
        ;;
    -h | --help)
        sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
        exit 0
        ;;
esac

build release quiet
bin=$root/build/release/bin
sample=$root/resources/samples/customer_messages.csv

if [[ ${1:-} == --cli ]]; then
    shift
    exec "$bin/labelwright-cli" "$@"
fi

if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    [[ $# -gt 0 ]] || set -- --sample
    exec "$bin/labelwright" "$@"
fi

if [[ $# -gt 0 ]]; then
    # Another platform plug-in (offscreen, vnc) was asked for by name: the program shall decide.
    if [[ -n ${QT_QPA_PLATFORM:-} ]]; then exec "$bin/labelwright" "$@"; fi
    say "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open."
    say "Start ./run.sh in a desktop session, or use the command line: ./run.sh --cli --help"
    exit 2
fi

output=$root/build/release/sample_labels.csv
say "There is no display, so the sample is labeled on the command line; the result goes to $output"
exec "$bin/labelwright-cli" classify "$sample" --labels 咨询,投诉,建议,表扬 --output "$output" --print-table
