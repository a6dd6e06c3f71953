"""See accuracy.sh. Needs nothing but Python itself."""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import docs_section

ROOT = docs_section.ROOT
TOLERANCE = 0.2  # points of 100
MODELS = {"minilm": "all-MiniLM-L6-v2", "zh_mini": "labelwright-zh-mini"}
SKIPPED = 77


def classify(cli, folder, texts, labels, template, model):
    """The label of each text, as the command line gives it, and the run's summary."""
    source, target, names, summary = (folder / name for name in ("texts.jsonl", "out.jsonl", "labels.txt", "summary.json"))
    source.write_text("".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts), encoding="utf-8")
    names.write_text("".join(label + "\n" for label in labels), encoding="utf-8")
    command = [cli, "classify", source, "--output", target, "--labels-file", names, "--template", template, "--model", model, "--device", "cpu",
               "--precision", "fp32", "--no-cache", "--text-column", "text", "--summary", summary]
    done = subprocess.run([str(part) for part in command], env={**os.environ, "LABELWRIGHT_HOME": str(folder / "home")}, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(part) for part in command)}\nended with {done.returncode}:\n{done.stderr}")
    rows = [json.loads(line) for line in target.open(encoding="utf-8")]
    if len(rows) != len(texts):
        sys.exit(f"{len(texts)} texts went in, {len(rows)} rows came out")
    return [row["label"] for row in rows], json.loads(summary.read_text(encoding="utf-8"))


def reference_sets(shared):
    """(model, set, template, reference) for each entry of the reference files."""
    for key, model in MODELS.items():
        for name, reference in json.loads((shared / f"golden/accuracy_{key}.json").read_text(encoding="utf-8")).items():
            data, template = name.split(" ", 1)
            yield model, data, template, reference


def measure_set(cli, folder, shared, model, data, template, reference):
    rows = [json.loads(line) for line in (shared / f"data/{data}.jsonl").open(encoding="utf-8")]
    labels = sorted({row["label"] for row in rows})  # of the whole set, by name
    rows = rows[:: reference["every"]]
    if len(rows) != reference["rows"]:
        sys.exit(f"{data}: {len(rows)} rows, but the reference was made with {reference['rows']}")
    found, summary = classify(cli, folder, [row["text"] for row in rows], labels, template, model)
    accuracy = 100 * sum(a == row["label"] for a, row in zip(found, rows)) / len(rows)
    expected = 100 * reference["accuracy"]
    return {"model": model, "set": data, "template": template, "rows": len(rows), "labels": len(labels), "accuracy": accuracy, "reference": expected,
            "held": abs(accuracy - expected) <= TOLERANCE + 1e-9, "truncated": summary["truncated"], "seconds": summary["seconds"]}


def measure_sample(cli, folder):
    """The bundled sample against its author's reading: there is no reference, so it is only shown."""
    sample = ROOT / "resources/samples"
    texts = [row["text"] for row in csv.DictReader((sample / "customer_messages.csv").open(encoding="utf-8", newline=""))]
    truth = [row["label"] for row in csv.DictReader((sample / "customer_messages.labels.csv").open(encoding="utf-8", newline=""))]
    found, summary = classify(cli, folder, texts, ["咨询", "投诉", "建议", "表扬"], "{}", "labelwright-zh-mini")
    accuracy = 100 * sum(a == b for a, b in zip(found, truth)) / len(truth)
    return {"model": "labelwright-zh-mini", "set": "bundled sample", "template": "{}", "rows": len(truth), "labels": 4, "accuracy": accuracy,
            "reference": None, "held": True, "truncated": summary["truncated"], "seconds": summary["seconds"]}


def as_table(results):
    head = ["model", "set", "template", "rows", "labels", "cut", "reference %", "ours %", "difference", "texts/s", ""]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for r in results:
        reference = "–" if r["reference"] is None else f"{r['reference']:.2f}"
        difference = "–" if r["reference"] is None else f"{r['accuracy'] - r['reference']:+.2f}"
        verdict = "author's reading" if r["reference"] is None else "held" if r["held"] else "**missed**"
        cells = [r["model"], r["set"], f"`{r['template']}`", r["rows"], r["labels"], r["truncated"], reference, f"{r['accuracy']:.2f}", difference,
                 f"{r['rows'] / max(r['seconds'], 1e-9):,.0f}", verdict]
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description="Accuracy of the bundled models against the reference")
    parser.add_argument("--cli", type=Path, default=ROOT / "build/release/bin/labelwright-cli")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("LABELWRIGHT_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--only", default="")
    parser.add_argument("--docs", action="store_true")
    options = parser.parse_args()
    if not options.cli.exists():
        sys.exit(f"{options.cli} is not built: ./run.sh --build release")
    shared_missing = not (options.shared / "golden/accuracy_minilm.json").exists()
    results = []
    with tempfile.TemporaryDirectory(prefix="labelwright-accuracy-") as name:
        if not shared_missing:
            for case in reference_sets(options.shared):
                if options.only in case[1]:
                    results.append(measure_set(options.cli, Path(name), options.shared, *case))
                    print(f"{case[0]} {case[1]}: {results[-1]['accuracy']:.2f} %", file=sys.stderr, flush=True)
        if not options.only:
            results.append(measure_sample(options.cli, Path(name)))
    table = as_table(results)
    print(table)
    if shared_missing:
        print(f"skipped: {options.shared} is not here, so there is nothing to compare with", file=sys.stderr)
        return SKIPPED
    missed = sum(not r["held"] for r in results)
    print(f"{missed} of {len(results)} sets differ by more than {TOLERANCE} points from the reference" if missed else f"every set is within {TOLERANCE} points of the reference")
    if options.docs and not options.only and not missed:
        docs_section.write("accuracy", f"""## Accuracy of the bundled models

`tests/benchmarks/accuracy.sh --docs`, {docs_section.today()}, revision {docs_section.revision()}: `labelwright-cli classify` in fp32 on the CPU, without cache, against
PyTorch and transformers on the same rows. "Cut" counts the texts that are longer than the model reads. Allowed difference: {TOLERANCE} points.

{table}""")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
