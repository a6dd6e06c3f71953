#!/usr/bin/env bash
# Makes the desktop know the program: an entry in the menu, and a double click on a project (*.lwproj) opens it. For the present user only.
#
#   installer/linux/register.sh            after ./run.sh has built it
#   installer/linux/register.sh --remove   takes it back
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/labelwright.desktop
kind=$data/mime/packages/labelwright.xml
icon=$data/icons/hicolor/scalable/apps/labelwright.svg

refresh() {
    ! command -v update-mime-database >/dev/null || update-mime-database "$data/mime"
    ! command -v update-desktop-database >/dev/null || update-desktop-database "$data/applications"
}

case ${1:-} in
    --remove)
        rm -f "$entry" "$kind" "$icon"
        refresh
        exit 0
        ;;
    '') ;;
    *)
        sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
        exit 2
        ;;
esac

program=$root/build/release/bin/labelwright
if [[ ! -x $program ]]; then
    echo "The program is not built yet; run $root/run.sh first." >&2
    exit 1
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$kind")" "$(dirname "$icon")"
install -m 644 "$root/installer/linux/labelwright.xml" "$kind"
install -m 644 "$root/resources/icons/label.svg" "$icon"
# A path in Exec stands in quotes, in which ` $ " and \ need a backslash (Desktop Entry Specification).
quoted=$(printf '%s' "$program" | sed 's/[`$"\\]/\\&/g')
sed "s|@program@|${quoted//[|&\\]/\\&}|" "$root/installer/linux/labelwright.desktop" >"$entry"
refresh
echo "Labelwright is in the menu, and projects open with it."
