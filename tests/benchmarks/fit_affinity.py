"""Fits the numbers of core/labels/meaning/affinity.h and writes resources/meaning/affinity.json. Called by fit_affinity.sh.

Data: groups of synonyms and pairs of antonyms in ../shared/data, and random pairs of the same words. Left out altogether are the words of
../shared/golden/merge_eval.tsv, and one word in ten (md5 % 10 == 0) so that figures on words nobody fitted can always be had.

Two steps, because the bundled model was trained on four words in five of the same lists, and its cosines for those say too much:
1. Evidence of the form (same against opposite): logistic regression on form features and on the directions in which opposite
   morphemes part, from the words the model may have seen. Word embeddings are not used here, only those of single characters.
2. Same, opposite or unrelated: multinomial logistic regression on the standardised cosine, that evidence and two more features, from
   pairs with a word the model has not seen (md5 % 5 == 0, its card's one in five).
The directions are the largest eigenvectors of a symmetric bilinear form; step 1 is then fitted again with what is left.
"""
import argparse
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
from sklearn.preprocessing import StandardScaler

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = 32  # of the embeddings, before the bilinear form is fitted
UNRELATED_WEIGHT = 3  # an unrelated pair against a synonym or an antonym: most pairs of labels are unrelated


def residue(word):
    return int(hashlib.md5(word.encode()).hexdigest(), 16) % 10


def read_data(shared):
    reserved = {w for line in (shared / "golden/merge_eval.tsv").read_text("utf-8").splitlines() for w in line.split("\t")[:2]}
    groups = [line.split() for line in (shared / "data/synonyms_zh.tsv").read_text("utf-8").splitlines()]
    antonyms = {frozenset(line.split("\t")) for line in (shared / "data/antonyms_zh.tsv").read_text("utf-8").splitlines() if line}
    antonyms = {pair for pair in antonyms if len(pair) == 2}
    words = {w for g in groups for w in g} | {w for pair in antonyms for w in pair}
    usable = sorted(w for w in words if w not in reserved and residue(w) != 0 and 1 <= len(w) <= 4)
    known = set(usable)
    chance = random.Random(1)
    same = set()
    together = set()
    for group in groups:
        members = [w for w in group if w in known]
        pairs = list(itertools.combinations(members, 2))
        if len(group) < 60:
            together |= {frozenset(p) for p in pairs}
        chance.shuffle(pairs)
        same |= {tuple(sorted(p)) for p in pairs[:10] if frozenset(p) not in antonyms}
    opposite = {tuple(sorted(p)) for p in antonyms if p <= known and p not in together}
    held = [w for w in usable if residue(w) == 5 and len(w) > 1]
    rest = [w for w in usable if len(w) > 1]
    unrelated = {(chance.choice(held), chance.choice(rest)) for _ in range(3000)}

    def unseen(pair):
        return 5 in (residue(pair[0]), residue(pair[1])) and min(map(len, pair)) > 1

    def seen(pair):
        return 5 not in (residue(pair[0]), residue(pair[1]))

    return {
        "form": [sorted(filter(seen, same)), sorted(filter(seen, opposite))],
        "meaning": [sorted(filter(unseen, same)), sorted(filter(unseen, opposite)), sorted(unrelated)],
    }


class Features:
    """Rows of meaning_benchmark for a list of pairs."""

    def __init__(self, program, pairs):
        with tempfile.TemporaryDirectory() as folder:
            table, numbers = Path(folder) / "pairs.tsv", Path(folder) / "numbers"
            table.write_text("".join(f"{a}\t{b}\n" for a, b in pairs), "utf-8")
            done = subprocess.run([program, "features", table, numbers], check=True, capture_output=True, text=True)
            self.about = json.loads(done.stdout)
            rows = numpy.fromfile(numbers, numpy.float32).reshape(len(pairs), -1)
        count, size = len(self.about["features"]), self.about["size"]
        self.cosine = rows[:, :1]
        self.form = rows[:, 1 : 1 + count]
        self.left, self.right = rows[:, 1 + count : 1 + count + size], rows[:, 1 + count + size :]


def weights(counts, shares):
    return numpy.concatenate([numpy.full(n, share / n) for n, share in zip(counts, shares)]) * sum(counts) / sum(shares)


def regression(rows, answers, weight, strength):
    """Logistic regression on standardised columns, given back for the plain ones: (coefficients [C, F], biases [C])."""
    scale = StandardScaler().fit(rows)
    spread = numpy.where(scale.scale_ > 0, scale.scale_, 1)
    model = LogisticRegression(C=strength, max_iter=4000).fit((rows - scale.mean_) / spread, answers, sample_weight=weight)
    coefficients = model.coef_ / spread
    return coefficients, model.intercept_ - coefficients @ scale.mean_


def bilinear_directions(data, answers, weight, features, rank):
    """Symmetric form on the leading components of the differing parts, as its `rank` largest eigenvectors [rank, size]."""
    stacked = numpy.vstack([data.left, data.right])
    _, _, axes = numpy.linalg.svd(stacked - stacked.mean(0), full_matrices=False)
    axes = axes[:COMPONENTS].T
    left, right = data.left @ axes, data.right @ axes
    upper = numpy.triu_indices(COMPONENTS)
    outer = numpy.einsum("ni,nj->nij", left, right)
    outer = (outer + outer.transpose(0, 2, 1))[:, upper[0], upper[1]]
    found, _ = regression(numpy.hstack([features, outer]), answers, weight, 0.003)
    form = numpy.zeros((COMPONENTS, COMPONENTS))
    form[upper] = found[0, features.shape[1] :]
    values, vectors = numpy.linalg.eigh(form + form.T)
    strongest = numpy.argsort(-abs(values))[:rank]
    return (axes @ vectors[:, strongest]).T


def fit(form_data, form_counts, data, counts, columns, rank):
    answers = numpy.r_[numpy.ones(form_counts[0]), numpy.zeros(form_counts[1])]
    weight = weights(form_counts, (1, 1))
    use = form_data.form[:, :columns]
    directions = bilinear_directions(form_data, answers, weight, use, rank) if rank else numpy.zeros((0, form_data.left.shape[1]))

    def parting(of):
        return (of.left @ directions.T) * (of.right @ directions.T)

    found, bias = regression(numpy.hstack([use, parting(form_data)]), answers, weight, 1.0)

    def inputs(of):
        evidence = numpy.hstack([of.form[:, :columns], parting(of)]) @ found[0] + bias[0]
        rows = numpy.column_stack([of.cosine, evidence, of.form[:, 11:13]])
        if columns <= 11:
            rows[:, 2:] = 0
        return rows

    labels = numpy.repeat([0, 1, 2], counts)
    meaning, biases = regression(inputs(data), labels, weights(counts, (1, 1, UNRELATED_WEIGHT)), 1.0)
    # Weighted back to a third each, so that "same" is a probability among equally many of each kind.
    biases = biases - numpy.log([1, 1, UNRELATED_WEIGHT])
    names = form_data.about["features"][:columns]
    numbers = {
        "form": {"bias": round(bias[0], 4)} | {name: round(float(value), 4) for name, value in zip(names, found[0])},
        "meaning": {
            outcome: [round(float(value), 4) for value in (biases[i], *meaning[i])]
            for i, outcome in enumerate(("same", "opposite", "unrelated"))
        },
    }
    if rank:
        numbers["strengths"] = [round(float(value), 3) for value in found[0, columns:]]
        numbers["directions"] = [[round(float(value), 4) for value in row] for row in directions]

    def score(of):
        rows = numpy.column_stack([numpy.ones(len(of.cosine)), inputs(of)]) @ numpy.column_stack([biases, meaning]).T
        return rows[:, 0] - numpy.logaddexp(rows[:, 1], rows[:, 2])

    return numbers, score


def report(name, score, counts):
    first, second = counts[0], counts[0] + counts[1]
    same, opposite, unrelated = score[:first], score[first:second], score[second:]
    answers = numpy.r_[numpy.ones(len(same)), numpy.zeros(len(opposite) + len(unrelated))]
    weight = weights(counts, (1, 1, 1))
    order = numpy.argsort(-score)
    precision = numpy.cumsum((answers * weight)[order]) / numpy.cumsum(weight[order])
    good = numpy.flatnonzero(precision >= 0.9)
    last = good.max() if len(good) else 0
    print(
        f"{name:32} same/opposite {roc_auc_score(numpy.r_[numpy.ones(len(same)), numpy.zeros(len(opposite))], numpy.r_[same, opposite]):.4f}"
        f"  same/unrelated {roc_auc_score(numpy.r_[numpy.ones(len(same)), numpy.zeros(len(unrelated))], numpy.r_[same, unrelated]):.4f}"
        f"  precision 0.9 from {1 / (1 + numpy.exp(-score[order[last]])):.2f} at recall {answers[order[: last + 1]].sum() / len(same):.3f}"
    )


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
    parser.add_argument("--rank", type=int, default=8, help="directions that are kept")
    parser.add_argument("--check", action="store_true", help="also print the figures on merge_eval.tsv; nothing is chosen by them")
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    data = read_data(options.shared)
    form_counts, counts = [len(part) for part in data["form"]], [len(part) for part in data["meaning"]]
    print("pairs: form", form_counts, "meaning", counts)
    form = Features(options.program, list(itertools.chain(*data["form"])))
    meaning = Features(options.program, list(itertools.chain(*data["meaning"])))
    columns = len(form.about["features"])
    any_model, any_score = fit(form, form_counts, meaning, counts, form.about["withoutVectors"], 0)
    own, own_score = fit(form, form_counts, meaning, counts, columns, options.rank)
    for name, score in (("any model", any_score), ("bundled model", own_score)):
        report(name + ", fitted pairs", score(meaning), counts)
    if options.check:
        rows = [line.split("\t") for line in (options.shared / "golden/merge_eval.tsv").read_text("utf-8").splitlines()]
        kinds = ("synonym", "antonym", "random")
        parts = [[(a, b) for a, b, kind in rows if kind == wanted] for wanted in kinds]
        check = Features(options.program, list(itertools.chain(*parts)))
        for name, score in (("cosine alone", lambda of: of.cosine[:, 0]), ("any model", any_score), ("bundled model", own_score)):
            report(name + ", merge_eval", score(check), [len(part) for part in parts])
    if options.dry_run:
        return
    fitted = {
        "about": "Fitted by tests/benchmarks/fit_affinity.sh; nobody edits this by hand. core/labels/meaning/affinity_coefficients.h says what each number does.",
        "anyModel": any_model,
        "models": [{"fingerprint": form.about["fingerprint"]} | own],
    }
    (ROOT / "resources/meaning/affinity.json").write_text(rounded_rows(fitted), "utf-8")


if __name__ == "__main__":
    main()
