"""Fits the numbers of core/labels/meaning/affinity.h and writes resources/meaning/affinity.json. Called by fit_affinity.sh.

Data: groups of synonyms and pairs of antonyms in ../shared/data, and random pairs of the same words. Left out altogether are the words of
../shared/golden/merge_eval.tsv. With --hold-out one word in ten (md5 % 10 == 0) is left out too and the figures are those of these words:
that is how sizes and strengths were chosen. Without it all of them are used, which is what ships.

The bundled model was trained on four words in five of the same lists, and its cosines for those say too much. So:
1. Directions in which opposite characters part, and the evidence of the form with them (the same against the opposite): logistic
   regression without the names' own embeddings, only those of single characters; all pairs.
   For step 2 it is fitted without the pairs of step 2, which would else trust it too much.
2. Related against unrelated, and the same against the opposite: logistic regressions on the standardised cosine, the product of the
   embeddings by dimension, and form features or the evidence of step 1; only pairs with a word that the model has not seen
   (md5 % 5 == 0, its card's one in five).
"""
import argparse
import copy
import hashlib
import itertools
import json
import random
import subprocess
import tempfile
from pathlib import Path

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = 48  # of the embeddings, before the directions are fitted
DIRECTIONS = 24
# How sharply each probability counts in the score: one that says "related" more surely keeps unrelated pairs below synonyms at a small cost
# to the order of synonyms and antonyms.
SHARPNESS = {"related": 1.5, "same": 0.75}


def residue(word):
    return int(hashlib.md5(word.encode()).hexdigest(), 16) % 10


def unseen(pair):
    """By the bundled model."""
    return any(residue(word) % 5 == 0 for word in pair)


def sampled_pairs(groups, antonyms, usable, chance, most):
    known = set(usable)
    same, together = set(), set()
    for group in groups:
        pairs = list(itertools.combinations([word for word in group if word in known], 2))
        if len(group) < 60:
            together |= {frozenset(pair) for pair in pairs}
        chance.shuffle(pairs)
        same |= {tuple(sorted(pair)) for pair in pairs[:most] if frozenset(pair) not in antonyms}
    opposite = {tuple(sorted(pair)) for pair in antonyms if pair <= known and pair not in together}
    return same, opposite


def read_data(shared, hold_out):
    """Lists of pairs: form [same, opposite], meaning and held (each same, opposite, unrelated)."""
    reserved = {w for line in (shared / "golden/merge_eval.tsv").read_text("utf-8").splitlines() for w in line.split("\t")[:2]}
    groups = [line.split() for line in (shared / "data/synonyms_zh.tsv").read_text("utf-8").splitlines()]
    antonyms = {frozenset(line.split("\t")) for line in (shared / "data/antonyms_zh.tsv").read_text("utf-8").splitlines() if line}
    antonyms = {pair for pair in antonyms if len(pair) == 2}
    words = {w for g in groups for w in g} | {w for pair in antonyms for w in pair}
    usable = sorted(w for w in words if w not in reserved and 1 <= len(w) <= 4)
    chance = random.Random(1)
    same, opposite = sampled_pairs(groups, antonyms, usable, chance, 10)
    long_words = [w for w in usable if len(w) > 1]
    strange = [w for w in long_words if residue(w) % 5 == 0]
    unrelated = {(chance.choice(strange), chance.choice(long_words)) for _ in range(8000)}

    def held(pair):
        return hold_out and any(residue(word) == 0 for word in pair)

    def kept(pair):
        return not held(pair)

    def strange_pair(pair):
        return unseen(pair) and min(map(len, pair)) > 1

    return {
        "form": [sorted(filter(kept, part)) for part in (same, opposite)],
        "meaning": [sorted(filter(strange_pair, filter(kept, part))) for part in (same, opposite, unrelated)],
        "held": [sorted(filter(strange_pair, filter(held, part))) for part in (same, opposite, unrelated)],
    }


class Features:
    """Rows of meaning_benchmark for lists of pairs."""

    def __init__(self, program, parts):
        self.counts = [len(part) for part in parts]
        pairs = self.pairs = list(itertools.chain(*parts))
        with tempfile.TemporaryDirectory() as folder:
            table, numbers = Path(folder) / "pairs.tsv", Path(folder) / "numbers"
            table.write_text("".join(f"{a}\t{b}\n" for a, b in pairs), "utf-8")
            done = subprocess.run([program, "features", table, numbers], check=True, capture_output=True, text=True)
            self.about = json.loads(done.stdout)
            rows = numpy.fromfile(numbers, numpy.float32).reshape(len(pairs), -1)
        count, size = len(self.about["features"]), self.about["size"]
        self.cosine, self.form, self.left, self.right, self.product = numpy.split(
            rows, numpy.cumsum([1, count, size, size]), axis=1)

    def rows_of(self, *kinds):
        """Indices of the pairs of these kinds."""
        ends = numpy.cumsum([0] + self.counts)
        return numpy.concatenate([numpy.arange(ends[kind], ends[kind + 1]) for kind in kinds])


def regression(rows, positive, strength, weights_of_columns=1.0):
    """Logistic regression in which both answers weigh the same, on standardised columns, given back for the plain ones: (coefficients [F],
    bias). A column's penalty falls with the square of its weight."""
    weight = numpy.where(positive, 0.5 / positive.mean(), 0.5 / (1 - positive.mean()))
    mean, spread = rows.mean(0), rows.std(0)
    factor = weights_of_columns / numpy.where(spread > 0, spread, 1)
    model = LogisticRegression(C=strength, max_iter=4000).fit((rows - mean) * factor, positive, sample_weight=weight)
    coefficients = model.coef_[0] * factor
    return coefficients, model.intercept_[0] - coefficients @ mean


def without(data, left_out):
    """The same features without the pairs of which left_out(pair)."""
    kept = numpy.array([not left_out(pair) for pair in data.pairs])
    rest = copy.copy(data)
    for name in ("cosine", "form", "left", "right", "product"):
        setattr(rest, name, getattr(data, name)[kept])
    ends = numpy.cumsum([0] + data.counts)
    rest.counts = [int(kept[begin:end].sum()) for begin, end in zip(ends, ends[1:])]
    rest.pairs = [pair for pair, keep in zip(data.pairs, kept) if keep]
    return rest


def parting_directions(data, positive):
    """Symmetric bilinear form on the leading components of the differing parts, as its largest eigenvectors [DIRECTIONS, size]."""
    stacked = numpy.vstack([data.left, data.right])
    _, _, axes = numpy.linalg.svd(stacked - stacked.mean(0), full_matrices=False)
    axes = axes[:COMPONENTS].T
    left, right = data.left @ axes, data.right @ axes
    upper = numpy.triu_indices(COMPONENTS)
    outer = numpy.einsum("ni,nj->nij", left, right)
    outer = (outer + outer.transpose(0, 2, 1))[:, upper[0], upper[1]]
    found, _ = regression(numpy.hstack([data.form, outer]), positive, 0.001)
    form = numpy.zeros((COMPONENTS, COMPONENTS))
    form[upper] = found[data.form.shape[1] :]
    values, vectors = numpy.linalg.eigh(form + form.T)
    strongest = numpy.argsort(-abs(values))[:DIRECTIONS]
    return (axes @ vectors[:, strongest]).T


def answers(data, positives, negatives):
    rows = data.rows_of(*positives, *negatives)
    return rows, numpy.isin(rows, data.rows_of(*positives))


class Evidence:
    """LinearEvidence of affinity_coefficients.h, and for `same` what comes to it."""

    def __init__(self, cosine, form, dimensions, bias, strengths=None, directions=None):
        self.cosine, self.form, self.dimensions, self.bias = cosine, form, dimensions, bias
        self.strengths, self.directions = strengths, directions

    def __call__(self, data):
        value = self.cosine * data.cosine[:, 0] + data.form @ self.form + data.product @ self.dimensions + self.bias
        if self.strengths is not None:
            value = value + (data.left @ self.directions.T * (data.right @ self.directions.T)) @ self.strengths
        return value

    def scaled(self, by):
        strengths = None if self.strengths is None else self.strengths * by
        return Evidence(self.cosine * by, self.form * by, self.dimensions * by, self.bias * by, strengths, self.directions)

    def json(self, names):
        numbers = {
            "bias": round(float(self.bias), 4),
            "cosine": round(float(self.cosine), 4),
            "form": {name: round(float(value), 4) for name, value in zip(names, self.form) if value},
        }
        if self.dimensions.any():
            numbers["dimensions"] = [round(float(value), 2) for value in self.dimensions]
        return numbers


def fit_form(data, columns, directions):
    """(coefficients of the form, strengths, bias) of the same against the opposite."""
    rows, positive = answers(data, [0], [1])
    parting = data.left @ directions.T * (data.right @ directions.T)
    found, bias = regression(numpy.hstack([data.form[:, columns], parting])[rows], positive, 1.0)
    form = numpy.zeros(data.form.shape[1])
    form[columns] = found[: len(columns)]
    return form, found[len(columns) :], bias


def form_evidence(data, columns, own):
    directions = numpy.zeros((0, data.left.shape[1]))
    if own:
        directions = parting_directions(data, numpy.repeat([True, False], data.counts))
    form, strengths, bias = fit_form(data, columns, directions)
    return Evidence(0, form, numpy.zeros(data.product.shape[1]), bias, strengths, directions)


def fit_evidence(data, positives, negatives, plain, strength, with_product):
    """On plain columns, which hardly any penalty holds back, and the products by dimension."""
    rows, positive = answers(data, positives, negatives)
    columns = numpy.hstack([plain, data.product]) if with_product else plain
    weights = numpy.r_[numpy.full(plain.shape[1], 5.0), numpy.full(columns.shape[1] - plain.shape[1], 0.07)]
    found, bias = regression(columns[rows], positive, strength, weights)
    dimensions = found[plain.shape[1] :] if with_product else numpy.zeros(data.product.shape[1])
    return found[: plain.shape[1]], dimensions, bias


def fit(form_data, data, own):
    """(related, same) for the bundled model, or for any model."""
    count = form_data.about["withoutVectors"]
    everything = numpy.arange(data.form.shape[1]) if own else numpy.arange(count)
    # What says that names are opposite says nothing about unrelated ones.
    flags = [form_data.about["features"].index(name) for name in ("antonyms", "negation", "differentHead", "oneInsideOther", "nothingDiffers")]
    columns = numpy.array([column for column in everything if column not in flags])
    related, dimensions, bias = fit_evidence(data, [0], [2], numpy.hstack([data.cosine, data.form[:, columns]]), 0.01, own)
    form = numpy.zeros(data.form.shape[1])
    form[columns] = related[1:]
    related = Evidence(related[0], form, dimensions, bias)
    evidence = form_evidence(without(form_data, unseen), everything, own)
    same, dimensions, bias = fit_evidence(data, [0], [1], numpy.column_stack([data.cosine, evidence(data)]), 0.001, own)
    part = form_evidence(form_data, everything, own).scaled(same[1])
    same = Evidence(same[0], part.form, dimensions, part.bias + bias, part.strengths, part.directions)
    return related.scaled(SHARPNESS["related"]), same.scaled(SHARPNESS["same"])


def score(related, same, data):
    """Logarithm of Affinity::same."""
    return -numpy.logaddexp(0, -related(data)) - numpy.logaddexp(0, -same(data))


def auc(higher, lower):
    return roc_auc_score(numpy.r_[numpy.ones(len(higher)), numpy.zeros(len(lower))], numpy.r_[higher, lower])


def report(name, values, data):
    same, opposite, unrelated = (values[data.rows_of(kind)] for kind in range(3))
    print(f"{name:36} same/opposite {auc(same, opposite):.4f}  same/unrelated {auc(same, unrelated):.4f}")
    for bound in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        rates = [(numpy.exp(part) >= bound).mean() for part in (same, opposite, unrelated)]
        print(f"{'':36} from {bound}: precision {rates[0] / max(sum(rates), 1e-9):.3f}  recall {rates[0]:.3f}")


def rounded_rows(value):
    """JSON with one line for each list of numbers."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    lines, inside = [], False
    for line in text.splitlines():
        if inside:
            lines[-1] += line.strip() + (" " if line.rstrip().endswith(",") else "")
            inside = line.strip() not in ("]", "],")
        else:
            lines.append(line)
            inside = line.rstrip().endswith("[") and '"models"' not in line and '"directions"' not in line
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--hold-out", action="store_true", help="print figures of one word in ten; write nothing")
    options = parser.parse_args()
    parts = read_data(options.shared, options.hold_out)
    print("pairs:", {name: [len(part) for part in of] for name, of in parts.items()})
    form_data, data = Features(options.program, parts["form"]), Features(options.program, parts["meaning"])
    fitted = {"any model": fit(form_data, data, False), "bundled model": fit(form_data, data, True)}
    judged = Features(options.program, parts["held"]) if options.hold_out else data
    for name, evidence in fitted.items():
        report(name + (", held-out words" if options.hold_out else ", fitted words"), score(*evidence, judged), judged)
    if options.hold_out:
        return

    def json_of(related, same):
        numbers = {"related": related.json(data.about["features"]), "same": same.json(data.about["features"])}
        if len(same.strengths):
            numbers["strengths"] = [round(float(value), 3) for value in same.strengths]
            numbers["directions"] = [[round(float(value), 4) for value in row] for row in same.directions]
        return numbers

    written = {
        "about": "Fitted by tests/benchmarks/fit_affinity.sh; nobody edits this by hand. core/labels/meaning/affinity_coefficients.h says what each number does.",
        "anyModel": json_of(*fitted["any model"]),
        "models": [{"fingerprint": data.about["fingerprint"]} | json_of(*fitted["bundled model"])],
    }
    (ROOT / "resources/meaning/affinity.json").write_text(rounded_rows(written), "utf-8")


if __name__ == "__main__":
    main()
