"""The measurements as a page of docs/benchmarks.md and as JSON."""
from importlib.metadata import version
from statistics import median

import numpy as np

import docs_section

OURS = ("Labelwright fp32", "Labelwright fp16", "Labelwright bf16")
REFERENCE = "PyTorch, sorted"


def spread(values, digits=2):
    return f"{median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def seconds_of(result, name):
    return [run["seconds"] for run in result["runs"][name]]


def ratios(result, slower, faster):
    """Round by round: how many times the one's time is the other's."""
    return [a / b for a, b in zip(seconds_of(result, slower), seconds_of(result, faster))]


def agreement(result, name):
    """Texts with the reference's label, and the greatest difference of a probability."""
    ours, reference = (result["runs"][n][-1]["probabilities"] for n in (name, REFERENCE))
    return float(np.mean(ours.argmax(1) == reference.argmax(1))), float(np.abs(ours - reference).max())


def table(result):
    workload, units = result["workload"], "pairs/s" if result["workload"].family == "cross" else "texts/s"
    count = len(workload.texts) * (len(workload.labels) if workload.family == "cross" else 1)
    own = [name for name in OURS if name in result["runs"]]
    heads = ["engine", "seconds", units, "useful GFLOP/s"] + [f"{name} is faster by" for name in own] + ["same label", "max \\|Δp\\|"]
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for name in result["runs"]:
        seconds = seconds_of(result, name)
        cells = [name, spread(seconds), f"{count / median(seconds):,.0f}", f"{result['flops'] / median(seconds) / 1e9:.0f}"]
        for ours in own:
            cells.append("–" if name == ours else spread(ratios(result, name, ours)))
        if name == REFERENCE or REFERENCE not in result["runs"]:
            cells += ["reference", ""]
        else:
            same, difference = agreement(result, name)
            cells += [f"{100 * same:.1f} %", f"{difference:.1e}"]
        lines.append("| " + " | ".join(cells) + " |")
    for name in result["failed"]:
        lines.append(f"| {name} | could not take part |" + " |" * (len(heads) - 2))
    return "\n".join(lines)


def section(result):
    workload, lengths = result["workload"], result["lengths"]
    passes = len(lengths)
    settings = "; ".join(f"{name}: {facts['setting']}" for name, facts in result["facts"].items() if name not in OURS)
    parts = [f"### {workload.title}", f"{len(workload.texts):,} texts ({workload.source}), {len(workload.labels)} labels, template `{workload.template}`: {passes:,} sequences, "
             f"{sum(lengths):,} tokens (shortest {min(lengths)}, median {median(lengths):.0f}, longest {max(lengths)}), {result['flops'] / 1e12:.2f} TFLOP.",
             table(result), f"Settings that were fastest: {settings}."]
    walls = [f"{name} {spread([run['wall'] for run in result['runs'][name]])} s" for name in OURS if name in result["runs"]]
    if walls:
        parts.append(f"Whole process of the command line, with its start, loading, reading and writing: {', '.join(walls)}.")
    return "\n\n".join(parts)


def page(results, rounds, load, duration, device, encoder):
    packages = ", ".join(f"{name} {version(name)}" for name in ("torch", "transformers", "tokenizers", "onnxruntime"))
    title, option, what, same_device = "Speed against other engines", "", docs_section.machine(), "all engines use every core"
    if device != "cpu":
        title, option, same_device = f"{title} on a graphics card", f" --device {device}", "all engines compute on the card"
        what = f"{docs_section.card(device)}; {what}"
    head = f"""## {title}

`tests/benchmarks/compare_engines.sh{option}`, {docs_section.today()}, revision {docs_section.revision()}; {rounds} rounds, {duration / 60:.0f} minutes; load average at the start {load:.1f}.
Machine: {what}. Others: {packages}; {same_device}.

Times are medians with (least–greatest); the engines take turns within a round, and a ratio is formed within its round. Everybody's time holds
tokenising, batching, forward passes and the softmax over labels, and no loading. Labelwright's is `seconds` of its summary, in a process that
is new for each run; the others are loaded once, warmed up, and use the fastest of several batch sizes and groupings. "Useful GFLOP/s" counts the
whole encoder on real tokens, also where an engine leaves out what nobody reads. Labels and probabilities are compared with sorted PyTorch in fp32."""
    alone = [f"### The encoder alone\n\n`encoder_benchmark base 3 {device}`:\n\n```\n{encoder.strip()}\n```"] if encoder else []
    return "\n\n".join([head] + [section(result) for result in results] + alone) + "\n"


def record(results):
    """Every single time, for whoever wants to look closer."""
    return [{"workload": r["workload"].name, "tokens": sum(r["lengths"]), "flops": r["flops"], "failed": r["failed"], "facts": r["facts"],
             "seconds": {name: seconds_of(r, name) for name in r["runs"]},
             "agreement": {name: agreement(r, name) for name in r["runs"] if REFERENCE in r["runs"]}} for r in results]
