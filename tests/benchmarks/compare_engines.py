"""See compare_engines.sh and README.md."""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

import comparison_report
import comparison_workloads as workloads
import docs_section
from comparison_peers import PeerProcess, onnx_serves

ROOT = docs_section.ROOT
ROUNDS = {"cpu": 5, "cuda": 3}  # fewer are not worth recording
TEXTS_FOR_CARD = {"bert-base": 3000, "zh-mini": 50000, "minilm": 0}  # these are Chinese, all-MiniLM-L6-v2 is not


class OurEngine:
    """labelwright-cli, started anew for every run. `seconds` is the summary's: from the first text to the last answer, without loading."""

    def __init__(self, cli, workload, precision, folder, device):
        self.folder, self.workload = folder, workload
        self.facts = {"setting": f"`--precision {precision}`"}
        with (folder / "texts.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["id", "text"])
            table.writerows(enumerate(workload.texts))
        (folder / "labels.txt").write_text("".join(label + "\n" for label in workload.labels), encoding="utf-8")
        self.command = [str(part) for part in (cli, "classify", folder / "texts.csv", "--output", folder / "out.jsonl", "--labels-file", folder / "labels.txt", "--template", workload.template,
                        "--model", workload.model, "--device", device, "--precision", precision, "--temperature", workload.temperature, "--scores", "probabilities", "--no-cache",
                        "--text-column", "text", "--summary", folder / "summary.json")]
        self.run()

    def run(self):
        start = time.perf_counter()
        done = subprocess.run(self.command, env={**os.environ, "LABELWRIGHT_HOME": str(self.folder / "home")}, capture_output=True, text=True)
        wall = time.perf_counter() - start
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(self.command)}\nended with {done.returncode}:\n{done.stderr}")
        summary = json.loads((self.folder / "summary.json").read_text(encoding="utf-8"))
        rows = [json.loads(line) for line in (self.folder / "out.jsonl").open(encoding="utf-8")]
        probabilities = np.array([[row["scores"][label] for label in self.workload.labels] for row in rows])
        return {"seconds": summary["seconds"], "wall": wall, "probabilities": probabilities, "summary": summary}

    def close(self):
        pass


def contenders(workload, cli, folder, device):
    """Name -> how to make it, in the order of the table."""
    makers = {}
    on_cpu = device == "cpu"
    if cli:
        for precision in ("fp32", "bf16") if on_cpu else ("fp32", "fp16", "bf16"):
            place = folder / f"{workload.name}-{precision}"
            place.mkdir()
            makers[f"Labelwright {precision}"] = lambda p=precision, f=place: OurEngine(cli, workload, p, f, device)
    first = "transformers pipeline" if workload.family == "cross" else "transformers loop"
    if on_cpu:
        others = [(first, "pipeline"), ("PyTorch, sorted", "torch"), ("ONNX Runtime", "onnx"), ("PyTorch bf16, sorted", "torch bfloat16")]
    else:
        others = [(f"{first} fp16", "pipeline float16"), ("PyTorch, sorted", "torch"), ("PyTorch fp16, sorted", "torch float16")]
        others += [("ONNX Runtime", "onnx")] if onnx_serves(device) else []
    for name, kind in others:
        makers[name] = lambda k=kind: PeerProcess(k, workload, device)
    return makers


def measure(workload, cli, rounds, folder, device):
    engines, runs, failed = {}, {}, {}
    for name, make in contenders(workload, cli, folder, device).items():
        print(f"{workload.name}: preparing {name}", file=sys.stderr, flush=True)
        try:
            engines[name] = make()
            runs[name] = []
        except RuntimeError as error:
            failed[name] = str(error)
            print(f"{workload.name}: {name} cannot take part:\n{error}", file=sys.stderr, flush=True)
    names = list(engines)
    for number in range(rounds):
        # A/B/A/B, each round beginning with another engine, so that none always runs after the same neighbour.
        for name in names[number % len(names) :] + names[: number % len(names)]:
            runs[name].append(engines[name].run())
        print(f"{workload.name}: round {number + 1} of {rounds}: " + ", ".join(f"{n} {runs[n][-1]['seconds']:.2f} s" for n in names), file=sys.stderr, flush=True)
    for engine in engines.values():
        engine.close()
    return {"workload": workload, "runs": runs, "facts": {name: engine.facts for name, engine in engines.items()}, "failed": failed,
            "flops": workloads.useful_flops(workload), "lengths": workloads.token_lengths(workload)}


def english_model():
    for folder in (Path(os.environ.get("LABELWRIGHT_DEPS_DIR", ROOT / ".deps")) / "models/all-MiniLM-L6-v2", ROOT / "resources/models/all-MiniLM-L6-v2"):
        if folder.exists():
            return folder
    sys.exit("all-MiniLM-L6-v2 is not here: run installer/bootstrap.sh")


def workloads_for(options):
    makers = {"bert-base": workloads.bert_base, "zh-mini": lambda: workloads.zh_mini(options.shared), "minilm": lambda: workloads.minilm(options.shared, english_model())}
    for name, make in makers.items():
        if options.only not in (None, name) or (options.device != "cpu" and not TEXTS_FOR_CARD[name]):
            continue
        workload = make() if options.device == "cpu" else workloads.for_card(make(), TEXTS_FOR_CARD[name])
        if options.texts:
            workload = replace(workload, texts=workload.texts[: options.texts], source=workload.source + ", shortened")
        yield workload


def encoder_alone(program, device):
    """What encoder_benchmark prints about this card; None where it is not built."""
    if device == "cpu" or not program.exists():
        return None
    return subprocess.run([program, "base", "3", device], capture_output=True, text=True, check=True).stdout


def main():
    parser = argparse.ArgumentParser(description="Speed against other engines, in one run")
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/labelwright-cli"))
    parser.add_argument("--device", default="cpu", help="cpu or cuda:N")
    parser.add_argument("--encoder", type=Path, default=ROOT / "build/bench/benchmarks/encoder_benchmark", help="the program whose output joins a card's section")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("LABELWRIGHT_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--only", choices=tuple(TEXTS_FOR_CARD))
    parser.add_argument("--texts", type=int, help="only so many of each workload, to try the command out")
    parser.add_argument("--print-only", action="store_true")
    parser.add_argument("--record", type=Path)
    options = parser.parse_args()
    cli = None if options.cli == "none" else Path(options.cli)
    if cli and not cli.exists():
        sys.exit(f"{cli} is not built: ./run.sh --build release")
    least = ROUNDS[options.device.split(":")[0]]
    rounds = options.rounds or least

    start, load = time.time(), os.getloadavg()[0]
    if load > 0.5:
        print(f"warning: the machine is busy (load {load:.1f}); compare nothing but ratios, or wait", file=sys.stderr)
    encoder = encoder_alone(options.encoder, options.device)
    results = []
    with tempfile.TemporaryDirectory(prefix="labelwright-compare-") as folder:
        for workload in workloads_for(options):
            results.append(measure(workload, cli, rounds, Path(folder), options.device))
            print(comparison_report.section(results[-1]), file=sys.stderr, flush=True)  # whatever becomes of the rest
            if options.record:
                options.record.write_text(json.dumps(comparison_report.record(results), indent=1) + "\n", encoding="utf-8")
    text = comparison_report.page(results, rounds, load, time.time() - start, options.device, encoder)
    print(text)
    complete = cli and not options.only and not options.texts and rounds >= least and not any(r["failed"] for r in results)
    if complete and not options.print_only:
        docs_section.write("engines" if options.device == "cpu" else "engines-card", text)
        print(f"written to {docs_section.PAGE.relative_to(ROOT)}", file=sys.stderr)
    return 1 if any(result["failed"] for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
