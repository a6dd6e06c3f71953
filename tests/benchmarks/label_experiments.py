"""See label_experiments.sh. Python's own library only."""
import argparse
import json
import os
import subprocess
from pathlib import Path

import docs_section

LABELS, TEXTS = 200, 100_000


def spread(seconds):
    return f"{1000 * seconds['median']:.0f} ({1000 * seconds['least']:.0f}–{1000 * seconds['greatest']:.0f})"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--docs", action="store_true")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    run = subprocess.run([options.program, "--time", str(LABELS), str(TEXTS)], check=True, capture_output=True, text=True)
    found = json.loads(run.stdout)
    lines = [
        "## Experiments with labels",
        "",
        f"`tests/benchmarks/label_experiments.sh --docs`, {docs_section.today()}, revision {docs_section.revision()}; load average at the start {load:.1f}.",
        f"Machine: {docs_section.machine()}. Milliseconds of seven rounds: median (least–greatest). Labels and scores are made up; {TEXTS:,} texts.",
        "",
        "| what | labels | ms | forward passes |",
        "|---|---|---|---|",
        f"| merge suggestions, embeddings cached, no texts | {found['labels']} | {spread(found['spread'])} | {found['forwards']} (the first time {found['firstForwards']}) |",
        f"| merge suggestions, embeddings cached, with the scores of all texts | {found['labels']} | {spread(found['withTexts'])} | {found['forwardsWithTexts']} |",
    ]
    names = {"merge": "what if two labels were merged", "delete": "what if one were deleted", "mergeMulti": "what if two were merged, several labels a text"}
    for each in found["whatIfs"]:
        for key, name in names.items():
            lines.append(f"| {name} | {each['labels']} | {spread(each[key]['seconds'])} | 0 |")
    text = "\n".join(lines)
    print(text)
    if options.docs:
        docs_section.write("label-experiments", text)


if __name__ == "__main__":
    main()
