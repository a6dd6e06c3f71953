"""The other engines, each in a process of its own so that no thread pool disturbs another's turn.

A peer's `run` takes strings and gives probabilities [texts, labels]: tokenising, batching, forward passes and the last softmax are timed,
loading and exporting are not. Each has some settings to choose from; the fastest on a third of the texts is taken.
"""
import multiprocessing
import os
import time
import traceback

import numpy as np

from comparison_workloads import BUILD

BATCH_SIZES = {"cpu": (1, 8, 16, 32), "cuda": (64, 256, 1024)}  # by kind of device


def batch_sizes(device):
    return BATCH_SIZES[device.split(":")[0]]


def softmax(scores):
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exponents / exponents.sum(axis=1, keepdims=True)


class Batches:
    """Index lists over inputs of known lengths."""

    def __init__(self, grouping, size):
        self.grouping, self.size = grouping, size

    def __str__(self):
        words = {"in order": "in the order given, padded", "sorted": "sorted by length, padded", "equal": "batches of equal length, no padding"}
        return f"{words[self.grouping]}, at most {self.size}"

    def split(self, lengths):
        order = list(range(len(lengths)))
        if self.grouping != "in order":
            order.sort(key=lambda i: -lengths[i])
        batch = []
        for i in order:
            if batch and (len(batch) == self.size or (self.grouping == "equal" and lengths[i] != lengths[batch[0]])):
                yield batch
                batch = []
            batch.append(i)
        if batch:
            yield batch


class TokenizedPeer:
    """Tokenises, batches and scores; `forward` of a subclass maps padded int64 arrays to logits (cross) or unit embeddings (bi)."""

    def __init__(self, workload):
        from tokenizers import Tokenizer

        self.workload = workload
        self.tokenizer = Tokenizer.from_file(str(workload.model / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(workload.max_tokens)

    def run(self, texts, batches):
        w = self.workload
        if w.family == "cross":
            logits = self.outputs([(text, hypothesis) for text in texts for hypothesis in w.hypotheses], batches)
            return softmax(logits[:, self.entailment].reshape(len(texts), len(w.labels)) / w.temperature)
        embeddings = self.outputs(list(texts) + w.hypotheses, batches)
        return softmax(embeddings[: len(texts)] @ embeddings[len(texts) :].T / w.temperature)

    def outputs(self, inputs, batches):
        encodings = self.tokenizer.encode_batch(inputs)
        ids, types = [e.ids for e in encodings], [e.type_ids for e in encodings]
        found = [None] * len(ids)
        for batch in batches.split([len(i) for i in ids]):
            shape = (len(batch), max(len(ids[i]) for i in batch))
            arrays = [np.zeros(shape, np.int64) for _ in range(3)]
            for row, i in enumerate(batch):
                for array, values in zip(arrays, (ids[i], [1] * len(ids[i]), types[i])):
                    array[row, : len(values)] = values
            for i, output in zip(batch, self.forward(*arrays)):
                found[i] = output
        return np.stack(found)


def load_model(workload, dtype):
    """The encoder with what the family puts on it, as one module of (ids, mask, types)."""
    import torch
    from transformers import BertForSequenceClassification, BertModel

    class Scores(torch.nn.Module):
        def __init__(self, bert, cross):
            super().__init__()
            self.bert, self.cross = bert, cross

        def forward(self, ids, mask, types):
            out = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)
            if self.cross:
                return out.logits
            weights = mask.unsqueeze(-1).to(out.last_hidden_state.dtype)
            return torch.nn.functional.normalize((out.last_hidden_state * weights).sum(1) / weights.sum(1), dim=1)

    cross = workload.family == "cross"
    loader = BertForSequenceClassification if cross else BertModel
    extra = {} if cross else {"add_pooling_layer": False}
    bert = loader.from_pretrained(workload.model, dtype=dtype, attn_implementation="sdpa", **extra).eval()
    entailment = next((i for name, i in bert.config.label2id.items() if name.lower().startswith("entail")), None) if cross else None
    return Scores(bert, cross).eval(), entailment


class TorchPeer(TokenizedPeer):
    def __init__(self, workload, dtype, groupings, device):
        import torch

        super().__init__(workload)
        self.torch, self.device = torch, device
        torch.set_num_threads(os.cpu_count())
        model, self.entailment = load_model(workload, getattr(torch, dtype))
        self.model = model.to(device)
        self.settings = [Batches(grouping, size) for grouping in groupings for size in batch_sizes(device) if size > 1 or grouping == "in order"]

    def forward(self, ids, mask, types):
        with self.torch.inference_mode():
            return self.model(*(self.torch.from_numpy(array).to(self.device) for array in (ids, mask, types))).float().cpu().numpy()


class PipelinePeer:
    """transformers' zero-shot-classification pipeline."""

    class Setting(int):
        def __str__(self):
            return f"batch_size={int(self)}"

    def __init__(self, workload, dtype, device):
        import torch
        from transformers import BertForSequenceClassification, PreTrainedTokenizerFast, pipeline

        torch.set_num_threads(os.cpu_count())
        self.workload = workload
        # From tokenizer.json alone, so that every engine tokenises by the same rules.
        tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(workload.model / "tokenizer.json"), pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]", unk_token="[UNK]",
                                            model_max_length=workload.max_tokens, model_input_names=["input_ids", "token_type_ids", "attention_mask"])
        model = BertForSequenceClassification.from_pretrained(workload.model, dtype=getattr(torch, dtype))
        self.pipeline = pipeline("zero-shot-classification", model=model, tokenizer=tokenizer, device=device)
        self.settings = [self.Setting(size) for size in batch_sizes(device)]

    def run(self, texts, batch_size):
        labels = list(self.workload.labels)
        answers = self.pipeline(list(texts), candidate_labels=labels, hypothesis_template=self.workload.template, batch_size=int(batch_size))
        return np.array([[dict(zip(a["labels"], a["scores"]))[label] for label in labels] for a in answers])


class OnnxPeer(TokenizedPeer):
    """ONNX Runtime on the exported model, plain and after its own transformer optimiser."""

    class Setting:
        def __init__(self, graph, batches):
            self.graph, self.batches = graph, batches

        def __str__(self):
            return f"{self.graph} graph, {self.batches}"

    def __init__(self, workload, device):
        import onnxruntime

        super().__init__(workload)
        files = self.exported()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = os.cpu_count()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        self.sessions = {name: onnxruntime.InferenceSession(str(file), options, providers=[provider(device)]) for name, file in files.items()}
        self.settings = [self.Setting(name, Batches(grouping, size)) for name in files for grouping in ("sorted", "equal") for size in batch_sizes(device) if size > 1]

    def exported(self):
        import torch
        from onnxruntime.transformers import optimizer
        from onnxruntime.transformers.fusion_options import FusionOptions

        module, self.entailment = load_model(self.workload, torch.float32)
        config = module.bert.config
        BUILD.mkdir(parents=True, exist_ok=True)
        plain, fused = BUILD / f"{self.workload.name}.onnx", BUILD / f"{self.workload.name}.optimised.onnx"
        example = (torch.ones((2, 7), dtype=torch.int64), torch.ones((2, 7), dtype=torch.int64), torch.zeros((2, 7), dtype=torch.int64))
        dynamic = {name: {0: "batch", 1: "length"} for name in ("ids", "mask", "types")}
        # Eager attention is what the optimiser recognises and fuses into one node.
        module.bert.set_attn_implementation("eager")
        with torch.inference_mode():
            torch.onnx.export(module, example, str(plain), input_names=["ids", "mask", "types"], output_names=["scores"], dynamic_axes=dynamic, opset_version=17, dynamo=False)
        options = FusionOptions("bert")
        optimised = optimizer.optimize_model(str(plain), model_type="bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size, opt_level=0, optimization_options=options)
        self.fusions = optimised.get_fused_operator_statistics()
        optimised.save_model_to_file(str(fused))
        return {"plain": plain, "optimised": fused}

    def forward(self, ids, mask, types):
        session = self.sessions[self.graph]
        names = {i.name for i in session.get_inputs()}
        feed = {name: array for name, array in (("ids", ids), ("mask", mask), ("types", types)) if name in names}
        return session.run(None, feed)[0]

    def run(self, texts, setting):
        self.graph = setting.graph
        return super().run(texts, setting.batches)


def provider(device):
    return "CPUExecutionProvider" if device == "cpu" else "CUDAExecutionProvider"


def onnx_serves(device):
    """Its package for processors has no provider for cards; the one for cards is a different package."""
    import onnxruntime

    return provider(device) in onnxruntime.get_available_providers()


def make(kind, workload, device):
    """`kind`: a name, and after a space the precision where it is not fp32."""
    kind, _, dtype = kind.partition(" ")
    dtype = dtype or "float32"
    if kind == "pipeline":
        return PipelinePeer(workload, dtype, device) if workload.family == "cross" else TorchPeer(workload, dtype, ["in order"], device)
    if kind == "torch":
        # Batches of equal length are many small ones; on a card that is never the faster way.
        return TorchPeer(workload, dtype, ["sorted", "equal"] if device == "cpu" else ["sorted"], device)
    return OnnxPeer(workload, device)


def serve(connection, kind, workload, device):
    """Body of a peer's process: chooses its setting, then runs whenever it is told to."""
    try:
        import warnings

        import transformers

        warnings.filterwarnings("ignore")  # of the exporter, about itself
        transformers.logging.set_verbosity_error()
        transformers.utils.logging.disable_progress_bar()
        peer = make(kind, workload, device)
        part = workload.texts[::3]
        peer.run(part, peer.settings[0])  # warms up caches and allocators
        trials = []
        for setting in peer.settings:
            start = time.perf_counter()
            peer.run(part, setting)
            trials.append((time.perf_counter() - start, str(setting), setting))
        trials.sort(key=lambda trial: trial[0])
        best = trials[0][2]
        peer.run(workload.texts, best)
        connection.send({"setting": str(best), "trials": [(name, seconds) for seconds, name, _ in trials], "fusions": getattr(peer, "fusions", None)})
        while connection.recv():
            start = time.perf_counter()
            probabilities = peer.run(workload.texts, best)
            connection.send((time.perf_counter() - start, probabilities))
    except EOFError:
        pass
    except Exception:  # the parent prints it
        connection.send(traceback.format_exc())


class PeerProcess:
    def __init__(self, kind, workload, device):
        context = multiprocessing.get_context("spawn")
        self.connection, other = context.Pipe()
        self.process = context.Process(target=serve, args=(other, kind, workload, device), daemon=True)
        self.process.start()
        other.close()
        self.facts = self._receive()

    def _receive(self):
        answer = self.connection.recv()
        if isinstance(answer, str):
            raise RuntimeError(answer)
        return answer

    def run(self):
        self.connection.send(True)
        seconds, probabilities = self._receive()
        return {"seconds": seconds, "probabilities": probabilities}

    def close(self):
        self.connection.close()
        self.process.join(10)
