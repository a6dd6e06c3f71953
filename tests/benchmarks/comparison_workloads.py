"""What the engines are compared on: a model, texts, labels. Every engine gets the same strings and the same files."""
import csv
import json
import random
import re
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from docs_section import ROOT

BUILD = ROOT / "build/benchmark-models"


@dataclass(frozen=True)
class Workload:
    name: str
    title: str
    family: str  # "cross": one forward pass for a (text, label) pair; "bi": one for a text and one for a label
    model: Path  # a Hugging Face folder
    texts: tuple
    labels: tuple
    template: str
    temperature: float  # of the softmax over labels
    max_tokens: int
    source: str = field(default="")

    @property
    def hypotheses(self):
        return [self.template.replace("{}", label) for label in self.labels]


def sample_rows():
    path = ROOT / "resources/samples/customer_messages.csv"
    return [row["text"] for row in csv.DictReader(path.open(encoding="utf-8", newline=""))]


def is_chinese(text):
    return re.search("[\u4e00-\u9fff]", text) is not None


def rows_of(shared, name, count):
    """`count` texts of a set, evenly spread over it."""
    rows = [json.loads(line)["text"] for line in (shared / f"data/{name}.jsonl").open(encoding="utf-8")]
    return [rows[i * len(rows) // count] for i in range(min(count, len(rows)))]


def random_bert_base():
    """A three-way NLI BERT-base in Hugging Face's layout with seeded weights: fit for speed and agreement, useless for labels."""
    folder = BUILD / "random-bert-base-nli"
    if (folder / "done").exists():
        return folder
    import torch
    from transformers import BertConfig, BertForSequenceClassification
    from transformers.utils import logging

    logging.disable_progress_bar()
    vocabulary = ROOT / "tests/fixtures/tokenizers"
    size = len((vocabulary / "vocab.txt").read_text(encoding="utf-8").splitlines())
    names = {0: "CONTRADICTION", 1: "NEUTRAL", 2: "ENTAILMENT"}
    config = BertConfig(vocab_size=size, hidden_size=768, num_hidden_layers=12, num_attention_heads=12, intermediate_size=3072, pad_token_id=0,
                        id2label=names, label2id={name: i for i, name in names.items()}, architectures=["BertForSequenceClassification"])
    model = BertForSequenceClassification(config).eval()
    generator = torch.Generator().manual_seed(20251124)
    with torch.no_grad():
        for name, weight in sorted(model.named_parameters()):
            if name.endswith("LayerNorm.weight"):
                weight.copy_(1 + 0.1 * torch.randn(weight.shape, generator=generator))
            elif weight.dim() == 1:
                weight.copy_(0.05 * torch.randn(weight.shape, generator=generator))
            else:  # wide enough that attention is no plain average and texts differ in their answers
                scale = 1.0 if "embeddings" in name else 1.6 / weight.shape[-1] ** 0.5
                weight.copy_(scale * torch.randn(weight.shape, generator=generator))
    shutil.rmtree(folder, ignore_errors=True)
    model.save_pretrained(folder)
    shutil.copy(vocabulary / "vocab.txt", folder / "vocab.txt")
    shutil.copy(vocabulary / "lower_zh.json", folder / "tokenizer.json")
    tokenizer = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "strip_accents": None, "tokenize_chinese_chars": True, "model_max_length": 512}
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer, indent=1) + "\n", encoding="utf-8")
    (folder / "done").touch()
    return folder


def bert_base():
    chinese = sorted((text for text in sample_rows() if is_chinese(text) and len(text) <= 200), key=lambda text: (len(text), text))
    texts = [chinese[(2 * i + 1) * len(chinese) // 48] for i in range(24)]
    # Not in order of length: no engine shall get the sorting for nothing.
    texts = [texts[(i * 7) % 24] for i in range(24)]
    labels = ("咨询", "投诉", "建议", "表扬", "物流", "售后", "价格", "质量问题", "账号", "退款")
    return Workload("bert-base", "BERT-base, cross-encoder (12 x 768, random weights: its labels lie close together)", "cross", random_bert_base(), tuple(texts), labels, "这段话的意思是{}。", 1.0, 512,
                    "24 messages of the bundled sample, spread over its lengths")


def zh_mini(shared):
    if shared.exists():
        texts = rows_of(shared, "tnews_dev", 1098) + rows_of(shared, "eprstmt_dev", 320) + rows_of(shared, "iflytek_dev", 300)
        source = "1,098 news titles, 320 reviews, 300 app descriptions of `../shared/data`"
    else:
        texts, source = [text for text in sample_rows() if is_chinese(text)] * 8, "the Chinese messages of the bundled sample, eight times"
    labels = ("体育", "军事", "农业", "国际", "娱乐", "房产", "教育", "旅游", "汽车", "科技")
    return Workload("zh-mini", "labelwright-zh-mini, bi-encoder (3 x 256)", "bi", ROOT / "resources/models/labelwright-zh-mini", tuple(texts), labels, "{}", 0.0731, 256, source)


def minilm(shared, folder):
    if shared.exists():
        texts = rows_of(shared, "agnews_en", 500) + rows_of(shared, "banking77_train_en", 500)
        source = "500 news items and 500 bank messages of `../shared/data`"
    else:
        texts, source = [text for text in sample_rows() if not is_chinese(text)] * 30, "the English messages of the bundled sample, thirty times"
    labels = ("business", "sports", "world", "science", "card", "transfer", "refund", "exchange rate", "account", "security")
    return Workload("minilm", "all-MiniLM-L6-v2, bi-encoder (6 x 384)", "bi", folder, tuple(texts), labels, "{}", 0.05, 256, source)


def passages(count):
    """Distinct Chinese texts cut from the sample's messages in random order; log-normal lengths, half of them between 17 and 38 characters, as short messages have."""
    generator = random.Random(20251126)
    messages = [text for text in sample_rows() if is_chinese(text)]
    found = {}
    while len(found) < count:
        length = min(110, max(6, round(generator.lognormvariate(3.24, 0.6))))
        text = "，".join(generator.sample(messages, 6))
        start = generator.randrange(max(1, len(text) - length))
        found[text[start : start + length].strip()] = None
    return tuple(found)


def for_card(workload, count):
    """The same model and labels with so many texts that a graphics card is busy."""
    return replace(workload, texts=passages(count), source="cut at random from the Chinese messages of the bundled sample, log-normal lengths")


def token_lengths(workload):
    """Real tokens of every forward pass that the labels need: pairs of a cross-encoder; texts, then labels of a bi-encoder."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(workload.model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(workload.max_tokens)
    if workload.family == "cross":
        inputs = [(text, hypothesis) for text in workload.texts for hypothesis in workload.hypotheses]
    else:
        inputs = list(workload.texts) + workload.hypotheses
    return [len(encoding.ids) for encoding in tokenizer.encode_batch(inputs)]


def useful_flops(workload):
    """Of the unpruned encoder on real tokens, 2 for a multiply-add: projections 8H², feed-forward 4HI, attention 4SH for a token and layer."""
    config = json.loads((workload.model / "config.json").read_text(encoding="utf-8"))
    layers, hidden, inner = config["num_hidden_layers"], config["hidden_size"], config["intermediate_size"]
    return sum(layers * (length * (8 * hidden**2 + 4 * hidden * inner) + 4 * length**2 * hidden) for length in token_lengths(workload))
