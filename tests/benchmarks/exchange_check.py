"""Reads labelwright-cli's exports with the libraries of the tools they are for; see exchange_check.sh."""
import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

root = Path(__file__).resolve().parents[2]
texts = ["我想查询订单状态", 'Terrible "service", really', "多行\n文本", "=1+1", "fine, thanks"]
decided = {"1": ["投诉"], "2": ["咨询"], "4": []}


def project(cli, folder):
    """Five texts, three of them decided, in a project."""
    with open(folder / "texts.jsonl", "w", encoding="utf-8") as out:
        for number, text in enumerate(texts, start=1):
            row = {"id": str(number), "text": text, "channel": "电话", "human_labels": decided.get(str(number))}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    subprocess.run([cli, "project", "import", "p.lwproj", "texts.jsonl"], cwd=folder, check=True, capture_output=True)


def export(cli, folder, kind, name):
    subprocess.run([cli, "project", "export", "p.lwproj", "--format", kind, "--output", name], cwd=folder, check=True, capture_output=True)
    return folder / name


def label_studio(file):
    from label_studio_sdk.converter import Converter
    config = file.with_name(file.stem + ".label_config.xml").read_text(encoding="utf-8")
    out = file.parent / "converted"
    Converter(config, project_dir=None).convert(str(file), str(out), "JSON_MIN", is_dir=False)
    written = out if out.is_file() else next(iter(out.iterdir()))
    rows = json.loads(written.read_text(encoding="utf-8"))
    assert {row["row_id"]: row.get("label") for row in rows}["1"] == "投诉", rows
    assert [row["text"] for row in rows if row["row_id"] == "2"] == [texts[1]]


def argilla(file):
    import argilla as rg
    records = [rg.Record.from_dict(record) for record in json.loads(file.read_text(encoding="utf-8"))]
    assert [record.fields["text"] for record in records] == texts
    assert [response.value for response in records[0].responses] == ["投诉"]
    assert len(records[3].responses) == 0 and records[3].metadata["human_labels"] == []
    compile(file.with_name(file.stem + ".load.py").read_text(encoding="utf-8"), "load.py", "exec")


def spacy(file):
    import spacy
    from spacy.tokens import DocBin
    subprocess.run([sys.executable, file.with_name(file.stem + ".convert.py"), "en"], check=True)
    documents = list(DocBin().from_disk(file.with_suffix(".spacy")).get_docs(spacy.blank("en").vocab))
    assert [document.text for document in documents] == [texts[0], texts[1], texts[3]]
    assert documents[0].cats == {"投诉": 1.0, "咨询": 0.0}, documents[0].cats


def hugging_face(file):
    import datasets
    folder = file.parent / "dataset"
    folder.mkdir()
    shutil.copy(file, folder / file.name)
    shutil.copy(file.with_name(file.stem + ".README.md"), folder / "README.md")
    dataset = datasets.load_dataset(str(folder), split="train", cache_dir=str(file.parent / "cache"))
    names = dataset.features["label"].names
    assert [None if label is None else names[label] for label in dataset["label"]] == ["投诉", "咨询", None], dataset["label"]
    assert dataset["text"][1] == texts[1]


def openpyxl(file):
    import openpyxl
    import pandas
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["data", "labels", "info"]
    assert book["data"]["B5"].value == "=1+1" and book["data"]["B5"].data_type == "s", "a text, not a formula"
    assert book["data"].freeze_panes == "A2" and book["data"].auto_filter.ref
    frame = pandas.read_excel(file, keep_default_na=False)
    assert list(frame["text"]) == texts and list(frame["human_label"])[:2] == ["投诉", "咨询"]


def pandas(file):
    import pandas
    frame = pandas.read_csv(file, keep_default_na=False, sep="\t" if file.suffix == ".tsv" else ",")
    assert [text.removeprefix("'") for text in frame["text"]] == texts


checks = [("label-studio", "ls.json", label_studio), ("argilla", "argilla.json", argilla), ("spacy", "spacy.jsonl", spacy),
          ("huggingface", "train.jsonl", hugging_face), ("xlsx", "book.xlsx", openpyxl), ("csv", "table.csv", pandas),
          ("tsv", "table.tsv", pandas)]
parser = argparse.ArgumentParser()
parser.add_argument("--cli", default=str(root / "build/release/app/cli/labelwright-cli"))
cli = str(Path(parser.parse_args().cli).resolve())
failed = 0
with tempfile.TemporaryDirectory() as name:
    project(cli, Path(name))
    for kind, file, check in checks:
        try:
            check(export(cli, Path(name), kind, file))
            print(f"{kind}: read back by {check.__name__}")
        except Exception as error:  # one format that fails must not hide the others
            failed += 1
            print(f"{kind}: FAILED: {type(error).__name__}: {error}")
sys.exit(1 if failed else 0)
