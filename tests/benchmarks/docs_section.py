"""Writes one section of docs/benchmarks.md, so that every figure there comes from the command that measures it."""
import datetime
import os
import platform
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Each section is written by the command that it names; nobody edits it by hand. `tests/benchmarks/README.md` says what each measures.
"""


def write(name, markdown):
    """Replaces the section `name`, or adds it at the end."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    section = f"{begin}\n{markdown.strip()}\n{end}"
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    page = pattern.sub(lambda _: section, page) if pattern.search(page) else f"{page.rstrip()}\n\n{section}\n"
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")


def _lines(path):
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def machine():
    """The machine in a line, without its name."""
    facts = dict(re.split(r"\s*:\s*", line, maxsplit=1) for line in _lines("/proc/cpuinfo") if ":" in line)
    flags = set(facts.get("flags", "").split())
    sets = [name for name in ("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16") if name in flags]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = dict(line.split("=", 1) for line in _lines("/etc/os-release") if "=" in line).get("PRETTY_NAME", platform.system()).strip('"')
    model = f"{facts.get('model name', platform.machine())} (family {facts.get('cpu family', '?')}, model {facts.get('model', '?')})"
    return f"{model}, {os.cpu_count()} cores, {', '.join(sets)}; {memory:.0f} GiB; {system}"


def card(device):
    """The graphics card by its driver's name."""
    import torch

    properties = torch.cuda.get_device_properties(device)
    return f"one {properties.name}, {properties.total_memory / 2**30:.0f} GiB"


def revision():
    """The commit that was measured; "+" where the working tree differs from it. LABELWRIGHT_REVISION names it where git does not know it."""
    if "LABELWRIGHT_REVISION" in os.environ:
        return os.environ["LABELWRIGHT_REVISION"]
    try:
        head = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
        # What the commands themselves write is no difference.
        changed = subprocess.run(["git", "status", "--porcelain", "--untracked-files=no", "--", ":!docs"], cwd=ROOT, capture_output=True, text=True, check=True)
        return head + ("+" if changed.stdout.strip() else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def today():
    return datetime.date.today().isoformat()
