"""See merge_suggestions.sh. Python's own library only."""
import argparse
import json
import random
import re
import subprocess
from bisect import bisect_left, bisect_right
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/merge-suggestions.md"
SHOWN_FROM = 0.6  # suggestedFrom of core/labels/suggestions/suggest_merges.h
SETS = {"cic_dev": "118 intents of Chinese customer service", "clinc150_val_en": "151 intents of an English assistant"}


def auc(higher, lower):
    """Share of pairs in which the one that should be higher is; a tie counts half."""
    order = sorted(lower)
    return sum(bisect_left(order, value) + bisect_right(order, value) for value in higher) / (2 * len(order) * len(higher))


def with_interval(figure, *lists, rounds=200):
    """The figure and its 95 % bootstrap interval."""
    chance = random.Random(1)
    drawn = sorted(figure(*([chance.choice(part) for _ in part] for part in lists)) for _ in range(rounds))
    return f"{figure(*lists):.3f} ({drawn[rounds // 40]:.3f}–{drawn[-1 - rounds // 40]:.3f})"


def word_pairs(programs, shared):
    run = subprocess.run([programs / "meaning_benchmark", "affinity", shared / "golden/merge_eval.tsv"], check=True, capture_output=True, text=True)
    kinds = {"synonym": [], "antonym": [], "random": []}
    for line in run.stdout.splitlines():
        same, _, _, cosine, opposition, _, _, kind = line.split("\t")[:8]
        kinds[kind].append((float(same), float(cosine), opposition != "0"))
    score = {kind: [pair[0] for pair in pairs] for kind, pairs in kinds.items()}
    cosine = {kind: [pair[1] for pair in pairs] for kind, pairs in kinds.items()}
    shown = {kind: sum(same >= SHOWN_FROM and not opposed for same, _, opposed in pairs) for kind, pairs in kinds.items()}
    lines = ["| | suggestion score | cosine alone |", "|---|---|---|"]
    for other in ("antonym", "random"):
        lines.append(f"| AUC, synonyms against {other}s | {with_interval(auc, score['synonym'], score[other])} | {auc(cosine['synonym'], cosine[other]):.3f} |".replace("randoms", "random pairs"))
    total = sum(shown.values())
    lines += ["", f"Shown by default (score from {SHOWN_FROM}, no opposites): {shown['synonym']} of {len(kinds['synonym'])} synonyms, {shown['antonym']} of {len(kinds['antonym'])} antonyms, "
              f"{shown['random']} of {len(kinds['random'])} random pairs: precision {shown['synonym'] / total:.3f} at recall {shown['synonym'] / len(kinds['synonym']):.3f}."]
    return "\n".join(lines)


def judged(programs, shared, name, judgements):
    run = subprocess.run([programs / "suggestions_benchmark", shared / f"data/{name}.jsonl"], check=True, capture_output=True, text=True)
    found = json.loads(run.stdout)
    lines = [f"**{SETS[name]}** (`{name}`, {found['texts']:,} texts, model {found['model']}): {found['shown']} suggestions are shown by default; accuracy {100 * found['before']:.1f} % before. "
             f"With the {found['accepted']} merges among them accepted, {found['labelsAfter']} labels are left: {100 * found['after']:.1f} %, where the same answers with the merged labels "
             f"counted as one give {100 * found['beforeCollapsed']:.1f} % (merging always makes a question easier; what is above that is the merge's own). "
             f"Time {found['seconds']:.2f} s with embeddings cached.", "",
             "| | act | labels | score | meaning | deviations | correlation | runner-up, close | judged | why |", "|---|---|---|---|---|---|---|---|---|---|"]
    for number, each in enumerate(found["suggestions"], 1):
        labels = " · ".join(each["labels"])
        verdict, why = judgements.get(f"{name}\t" + "\t".join(sorted(each["labels"])), ("not judged", ""))
        act = ("merge" if each["merge"] else "put below") + ("" if each["score"] >= SHOWN_FROM else ", not shown")
        lines.append(f"| {number} | {act} | {labels} | {each['score']:.2f} | {each['same']:.2f} | {each['deviations']:.1f} | {each['correlation']:.2f} | {each['close']} | {verdict} | {why} |")
    return "\n".join(lines)


def read_judgements():
    """Tab-separated: set, verdict, why, labels …"""
    verdicts = {}
    for line in (Path(__file__).parent / "merge_judgements.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, verdict, why, *labels = line.split("\t")
            verdicts[f"{name}\t" + "\t".join(sorted(labels))] = (verdict, why)
    return verdicts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--print", action="store_true", dest="only_print")
    options = parser.parse_args()
    parts = [word_pairs(options.programs, options.shared)]
    judgements = read_judgements()
    parts += [judged(options.programs, options.shared, name, judgements) for name in SETS]
    time = json.loads(subprocess.run([options.programs / "suggestions_benchmark", "--time", "200"], check=True, capture_output=True, text=True).stdout)
    parts.append(f"Two hundred labels, embeddings cached: {time['seconds']:.2f} s, {time['forwards']} forward passes ({time['firstForwards']} the first time).")
    text = "\n\n".join(parts) + "\n"
    print(text)
    if not options.only_print:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(re.sub(r"(<!-- figures -->\n).*?(<!-- end -->)", lambda match: match[1] + text + match[2], page, flags=re.S), "utf-8")


if __name__ == "__main__":
    main()
