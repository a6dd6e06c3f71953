"""See evaluation_check.sh."""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import numpy
from scipy import stats
from sklearn import calibration, metrics

ROOT = Path(__file__).resolve().parents[2]
TOLERANCE = 1e-9
SKIPPED = 77
SETS = ["tnews_dev", "eprstmt_dev", "thucnews_dev", "waimai", "weibo_emotion_train", "iflytek_dev", "cic_dev", "agnews_en", "banking77_train_en",
        "clinc150_val_en"]
NONE = "\0none"


def run(cli, home, *arguments):
    command = [str(part) for part in (cli, *arguments)]
    done = subprocess.run(command, env={**os.environ, "LABELWRIGHT_HOME": str(home)}, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stderr}")


def read_rows(file):
    return [json.loads(line) for line in file.open(encoding="utf-8")]


class Differences:
    """The greatest difference of the figures compared, and how many they were."""

    def __init__(self):
        self.greatest, self.where, self.count = 0.0, "", 0

    def add(self, where, found, expected):
        found, expected = numpy.atleast_1d(numpy.asarray(found, float)), numpy.atleast_1d(numpy.asarray(expected, float))
        if found.shape != expected.shape:
            sys.exit(f"{where}: {found.shape} figures against {expected.shape}")
        difference = float(numpy.abs(found - expected).max(initial=0))
        self.count += found.size
        if not difference <= self.greatest:  # NaN too
            self.greatest, self.where = difference, where

    def add_averages(self, report, gold, predicted, labels, occurring):
        keys = ("precision", "recall", "f1", "jaccard")

        def expected(average, labels):
            three = metrics.precision_recall_fscore_support(gold, predicted, labels=labels, average=average, zero_division=0)[:3]
            return [*three, metrics.jaccard_score(gold, predicted, labels=labels, average=average, zero_division=0)]

        self.add("labels", [[row[key] for row in report["labels"]] for key in keys], expected(None, labels))
        for average, wanted in (("micro", labels), ("macro", occurring), ("weighted", labels)):
            self.add(average, [report[average][key] for key in keys], expected(average, wanted))
        if "samples" in report:
            self.add("samples", [report["samples"][key] for key in keys], expected("samples", None))

    def add_reliability(self, report, right, probability):
        accuracy, mean = calibration.calibration_curve(right, probability, n_bins=10)
        bins = [each for each in report["bins"] if each["count"]]
        self.add("bins", [[each["accuracy"], each["meanProbability"]] for each in bins], numpy.transpose([accuracy, mean]))
        weights = numpy.array([each["count"] for each in bins]) / len(right)
        self.add("ECE", report["expectedError"], (weights * numpy.abs(accuracy - mean)).sum())

    def add_mcnemar(self, report, first, second):
        only_first, only_second = int((first & ~second).sum()), int((second & ~first).sum())
        discordant = only_first + only_second
        if discordant < 25:
            p_value = stats.binomtest(only_first, discordant, 0.5).pvalue if discordant else 1.0
        else:
            p_value = stats.chi2.sf(max(0, abs(only_first - only_second) - 1) ** 2 / discordant, 1)
        self.add("McNemar", [report["onlyThis"], report["onlyOther"], report["pValue"]], [only_first, only_second, p_value])


def probabilities_of(rows, names):
    # Through single precision, in which they were computed and which the program reads them into.
    return numpy.array([[row["scores"][name] for name in names] for row in rows], numpy.float32).astype(float)


def compare_single(report, rows, others, gold, names):
    differences = Differences()
    answer = lambda each: each["label"] if each["label"] is not None else NONE
    gold, predicted, second = (numpy.array(column) for column in (gold, [answer(row) for row in rows], [answer(row) for row in others]))
    labels = [row["label"] for row in report["labels"]]
    occurring = sorted((set(gold) | set(predicted)) - {NONE})
    differences.add("accuracy", report["accuracy"], metrics.accuracy_score(gold, predicted))
    differences.add_averages(report, gold, predicted, labels, occurring)
    place = {name: index for index, name in enumerate([*labels, None])}
    matrix = numpy.zeros((len(place), len(place)))
    for cell in report["confusion"]:
        matrix[place[cell["gold"]], place[cell["predicted"]]] = cell["rows"]
    differences.add("confusion matrix", matrix, metrics.confusion_matrix(gold, predicted, labels=[*labels, NONE]))
    probabilities = probabilities_of(rows, names)
    differences.add("log loss", report["calibration"]["logLoss"], metrics.log_loss(gold, y_proba=probabilities, labels=names))
    differences.add("Brier", report["calibration"]["brier"], metrics.brier_score_loss(gold, probabilities, labels=names, scale_by_half=False))
    right = numpy.array(names)[probabilities.argmax(axis=1)] == gold
    differences.add_reliability(report["calibration"], right, probabilities.max(axis=1))
    comparison = report["comparison"]
    differences.add("agreement", comparison["agreement"], metrics.accuracy_score(predicted, second))
    differences.add("kappa", comparison["kappa"], metrics.cohen_kappa_score(predicted, second))
    differences.add_mcnemar(comparison["mcNemar"], predicted == gold, second == gold)
    return differences


def compare_several(report, rows, others, gold, names):
    differences = Differences()
    place = {row["label"]: index for index, row in enumerate(report["labels"])}

    def indicators(lists):
        matrix = numpy.zeros((len(lists), len(place)), int)
        for row, labels in enumerate(lists):
            matrix[row, [place[label] for label in labels]] = 1
        return matrix

    gold, predicted, second = (indicators(lists) for lists in ([[name] for name in gold], [row["labels"] for row in rows], [row["labels"] for row in others]))
    labels = list(range(len(place)))
    occurring = [label for label in labels if gold[:, label].any() or predicted[:, label].any()]
    differences.add("subset accuracy", report["subsetAccuracy"], metrics.accuracy_score(gold, predicted))
    differences.add("Hamming loss", report["hammingLoss"], metrics.hamming_loss(gold, predicted))
    differences.add_averages(report, gold, predicted, labels, occurring)
    probabilities = probabilities_of(rows, sorted(names, key=place.get))
    each_alone = lambda function: numpy.mean([function(gold[:, k], probabilities[:, k]) for k in labels])
    differences.add("log loss", report["calibration"]["logLoss"], each_alone(lambda y, p: metrics.log_loss(y, y_proba=p, labels=[0, 1])))
    differences.add("Brier", report["calibration"]["brier"], each_alone(metrics.brier_score_loss))
    differences.add_reliability(report["calibration"], gold.ravel(), probabilities.ravel())
    comparison = report["comparison"]
    differences.add("agreement", comparison["agreement"], metrics.accuracy_score(predicted, second))
    equal = lambda a, b: (a == b).all(axis=1)
    differences.add_mcnemar(comparison["mcNemar"], equal(predicted, gold), equal(second, gold))
    return differences


def check_set(cli, folder, file, most_rows, several):
    """Labels the rows twice and compares what both programs say of it."""
    rows = read_rows(file)
    labels = sorted({row["label"] for row in rows})
    rows = rows[:: max(1, len(rows) // most_rows)]
    texts, names, report = folder / "texts.jsonl", folder / "labels.txt", folder / "report.json"
    texts.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    names.write_text("".join(label + "\n" for label in labels), encoding="utf-8")
    outputs = [folder / "first.jsonl", folder / "second.jsonl"]
    mode = ["--multi", "--threshold", "0.7"] if several else ["--abstain", "0.2"]
    for output, template in zip(outputs, ["{}", "这是关于{}的"]):
        run(cli, folder / "home", "classify", texts, "--output", output, "--labels-file", names, "--template", template, "--text-column", "text",
            "--scores", "probabilities", "--quiet", *mode)
    run(cli, folder / "home", "evaluate", outputs[0], "--gold-file", texts, "--gold", "label", "--compare-with", outputs[1], "--output", report, "--quiet")
    compare = compare_several if several else compare_single
    return len(rows), len(labels), compare(json.loads(report.read_text(encoding="utf-8")), *map(read_rows, outputs), [row["label"] for row in rows], labels)


def main():
    parser = argparse.ArgumentParser(description="labelwright-cli evaluate against scikit-learn")
    parser.add_argument("--cli", type=Path, default=ROOT / "build/release/bin/labelwright-cli")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("LABELWRIGHT_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--only", default="")
    parser.add_argument("--rows", type=int, default=1000)
    options = parser.parse_args()
    if not options.cli.exists():
        sys.exit(f"{options.cli} is not built: ./run.sh --build release")
    files = [options.shared / f"data/{name}.jsonl" for name in SETS if options.only in name]
    files = [file for file in files if file.exists()]
    if not files:
        print(f"skipped: {options.shared} has no such set", file=sys.stderr)
        return SKIPPED
    warnings.filterwarnings("ignore")  # single precision does not add up to 1 in double precision
    greatest = 0.0
    print("| set | labels a text | rows | labels | figures | greatest difference | of |\n|---|---|---|---|---|---|---|")
    for file in files:
        for several in (False, True):
            with tempfile.TemporaryDirectory(prefix="labelwright-evaluation-") as folder:
                rows, labels, differences = check_set(options.cli, Path(folder), file, options.rows, several)
            greatest = max(greatest, differences.greatest)
            mode = "any number" if several else "one"
            print(f"| {file.stem} | {mode} | {rows} | {labels} | {differences.count} | {differences.greatest:.1e} | {differences.where} |", flush=True)
    print(f"greatest difference: {greatest:.1e}, allowed: {TOLERANCE:.0e}")
    return 0 if greatest <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
