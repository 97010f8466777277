"""Trains the English tagger and parser of src/parsing from a treebank in CoNLL-U.

    python3 scripts/train-parser.py FOLDER     needs numpy and torch, and no graphics card: twenty minutes on one core

FOLDER holds train.conllu.gz and dev.conllu.gz (UD_English-EWT, CC BY-SA 4.0). Writes src/language/en/parser-weights.data.ts, which
src/parsing/network.ts reads. Only numbers leave the treebank: words and parts of words are kept as hashes. Dev is looked at to print how
well it goes, and never chooses anything. The same seed, library and machine give the same weights.

The network: vectors of words and their beginnings, endings and shapes are added up, with the word's GloVe vector; two layers of long
short-term memory read the sentence both ways (Kiperwasser and Goldberg 2016); heads and relations are scored for pairs of words (Dozat
and Manning 2017), tags for words. Averages of the weights over time are kept (Polyak averaging).
"""

import argparse
import base64
import gzip
import random
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

UNITS = 128


def sizes_of(units):
    """A word's vector, the state of each memory in one direction, what stands between the two, what pairs are scored by."""
    return dict(word=units, first=units, middle=units, second=units, arc=units // 2, label=units // 2)


SIZES = sizes_of(UNITS)
ROUNDS, RATE, TOKENS = 24, 3e-3, 1000
DROP, WORD_DROP = 0.3, 0.3
# Tags, words and parts of words seen less often are left out; a part is counted once for each word that has it.
RAREST_TAG, RAREST_WORD, RAREST_PART = 8, 2, 4
FARTHEST = 31
VECTOR = 48

ENGLISH = Path(__file__).parent.parent / 'src' / 'language' / 'en'


def read(path):
    sentences = []
    for block in gzip.open(path, 'rt', encoding='utf8').read().split('\n\n'):
        rows = [line.split('\t') for line in block.split('\n') if line and not line.startswith('#')]
        words = [(r[1], f'{r[3]} {r[4]}', int(r[6]), r[7]) for r in rows if r[0].isdigit()]
        if words:
            sentences.append(words)
    return sentences


def fnv1a(text):
    value, units = 0x811C9DC5, text.encode('utf-16-le')
    for i in range(0, len(units), 2):
        value = ((value ^ (units[i] | units[i + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    return value


def exact(word):
    return re.sub('[“”„‟«»]', '"', re.sub('[‘’‛`´]', "'", word))


def lower(word):
    return re.sub('[0-9]', '0', exact(word).lower())


def shape(word):
    out = ''
    for char in exact(word)[:24]:
        kind = unicodedata.category(char)
        mark = {'Lu': 'A', 'Ll': 'a'}.get(kind, '0' if kind[0] == 'N' else char)
        if not (mark in 'Aa0' and out.endswith(mark)):
            out += mark
    return out


def parts(word):
    """The word, its endings and beginnings of up to four and three letters, and its shape: as `partsOf` in src/parsing/word-parts.ts."""
    low = lower(word)
    ends = [f'{k}-{low[-k:]}' for k in (1, 2, 3, 4)]
    begins = [f'{k}+{low[:k]}' for k in (1, 2, 3)]
    return [f'={low}', *ends, *begins, f'~{shape(word)}']


class Lists:
    """What is known by number: tags, relations, parts of words, and words that have a vector."""

    def __init__(self, train):
        tags = Counter(tag for s in train for _, tag, _, _ in s)
        self.tags = [tag for tag, count in tags.most_common() if count >= RAREST_TAG]
        source = (ENGLISH.parent.parent / 'parsing' / 'relations.ts').read_text()
        self.relations = re.findall(r"'([a-z:]+)'", source.split('] as const')[0])
        self.words = Counter(lower(form) for s in train for form, _, _, _ in s)
        counts = Counter(part for form in {form for s in train for form, _, _, _ in s} for part in parts(form)[1:])
        kept = [f'={word}' for word, count in self.words.most_common() if count >= RAREST_WORD]
        kept += [part for part, count in counts.most_common() if count >= RAREST_PART]
        self.parts = {part: i + 1 for i, part in enumerate(sorted(kept, key=fnv1a))}
        source = (ENGLISH / 'word-vectors.data.ts').read_text()
        common = re.search(r"words =\s+'([^']*)'", source).group(1).split(' ')
        self.common = {word: i + 1 for i, word in enumerate(common)}
        raw = base64.b64decode(re.search(r"bytes =\s+'([^']*)'", source).group(1))
        rows = np.frombuffer(raw, dtype=np.int8).reshape(len(common), VECTOR).astype(np.float32) / 127
        self.vectors = np.vstack([np.zeros((1, VECTOR), np.float32), rows])

    def tag(self, name):
        pos = name.split(' ')[0] + ' '
        return self.tags.index(name) if name in self.tags else next((i for i, t in enumerate(self.tags) if t.startswith(pos)), 0)

    def words_of(self, forms):
        return dict(
            parts=[[self.parts.get(part, 0) for part in parts(form)] for form in forms],
            vector=[self.common.get(lower(form), 0) for form in forms],
            count=[self.words[lower(form)] for form in forms],
        )

    def example(self, sentence):
        return dict(
            self.words_of([form for form, _, _, _ in sentence]),
            tag=[self.tag(tag) for _, tag, _, _ in sentence],
            head=[head for _, _, head, _ in sentence],
            relation=[self.relations.index(r) for _, _, _, r in sentence],
        )


def batch(examples):
    longest = max(len(e['count']) for e in examples)

    def padded(name):
        rows = [np.array(e[name]) for e in examples]
        out = np.zeros((len(rows), longest, *rows[0].shape[1:]), dtype=np.int64)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return torch.from_numpy(out)

    made = {name: padded(name) for name in examples[0]}
    made['sizes'] = torch.tensor([len(e['count']) for e in examples])
    made['mask'] = torch.arange(longest)[None] < made['sizes'][:, None]
    return made


def batches(examples, mixed):
    order = list(range(len(examples)))
    if mixed:
        random.shuffle(order)
    order.sort(key=lambda i: len(examples[i]['count']) + (random.random() * 3 if mixed else 0))
    made, current = [], []
    for i in order:
        if current and (len(current) + 1) * len(examples[i]['count']) > TOKENS:
            made.append(current)
            current = []
        current.append(i)
    made.append(current)
    if mixed:
        random.shuffle(made)
    return made


class Network(nn.Module):
    def __init__(self, lists):
        super().__init__()
        z = SIZES
        self.part = nn.Embedding(len(lists.parts) + 1, z['word'], padding_idx=0)
        nn.init.normal_(self.part.weight, 0, 0.1)
        with torch.no_grad():
            self.part.weight[0] = 0
        self.vectors = nn.Embedding.from_pretrained(torch.from_numpy(lists.vectors), freeze=True)
        self.vector = nn.Linear(VECTOR, z['word'])
        self.first = nn.LSTM(z['word'], z['first'], bidirectional=True, batch_first=True)
        self.middle = nn.Linear(2 * z['first'] + z['word'], z['middle'])
        self.early = nn.Linear(z['middle'], len(lists.tags))
        self.second = nn.LSTM(z['middle'], z['second'], bidirectional=True, batch_first=True)
        size = 2 * z['second'] + z['middle']
        self.tag = nn.Linear(size, len(lists.tags))
        self.dependent, self.head = nn.Linear(size, z['arc']), nn.Linear(size, z['arc'])
        self.attraction = nn.Linear(size, 1)
        self.labelDependent, self.labelHead = nn.Linear(size, z['label']), nn.Linear(size, z['label'])
        self.relation = nn.Linear(z['label'], len(lists.relations))
        self.rootHead = nn.Parameter(torch.randn(z['arc']) * 0.1)
        self.rootLabel = nn.Parameter(torch.zeros(z['label']))
        self.rootAttraction = nn.Parameter(torch.zeros(1))
        self.distance = nn.Parameter(torch.zeros(2 * FARTHEST + 1))

    def types(self, b):
        part, vector = self.part(b['parts']), self.vectors(b['vector'])
        if self.training:
            count = b['count'].float()
            known = (torch.rand(count.shape) >= 0.3 / (0.3 + count)).float()[..., None]
            part = torch.cat([part[:, :, :1] * known[..., None], part[:, :, 1:]], 2)
            vector = vector * (torch.rand(count.shape) > 0.05).float()[..., None]
        return F.relu(part.sum(2) + self.vector(vector))

    def drop(self, x, rate):
        """The same units in every word of a sentence."""
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) > rate).float() / (1 - rate) if self.training else x

    def remember(self, memory, x, sizes):
        packed = nn.utils.rnn.pack_padded_sequence(x, sizes, batch_first=True, enforce_sorted=False)
        return nn.utils.rnn.pad_packed_sequence(memory(packed)[0], batch_first=True, total_length=x.shape[1])[0]

    def states(self, b):
        x = F.dropout(self.types(b), WORD_DROP, self.training)
        first = self.drop(self.remember(self.first, x, b['sizes']), DROP)
        middle = self.drop(F.relu(self.middle(torch.cat([first, x], -1))), DROP)
        second = self.remember(self.second, middle, b['sizes'])
        return middle, self.drop(torch.cat([second, middle], -1), DROP)

    def forward(self, b):
        count, longest = b['mask'].shape
        middle, o = self.states(b)
        heads = torch.cat([self.rootHead.expand(count, 1, -1), self.head(o)], 1)
        attraction = torch.cat([self.rootAttraction.expand(count, 1, 1), self.attraction(o)], 1)
        steps = torch.arange(1, longest + 1)[None] - torch.arange(1, longest + 1)[:, None]
        distance = F.pad(self.distance[steps.clamp(-FARTHEST, FARTHEST) + FARTHEST], (1, 0))
        arcs = self.dependent(o) @ heads.transpose(1, 2) + attraction.transpose(1, 2) + distance
        arcs = arcs.masked_fill(~F.pad(b['mask'], (1, 0), value=True)[:, None], -1e4)
        labels = torch.cat([self.rootLabel.expand(count, 1, -1), self.labelHead(o)], 1)
        return self.early(middle), self.tag(o), arcs, self.labelDependent(o), labels

    def relations(self, dependents, heads, chosen):
        own = heads.gather(1, chosen[..., None].expand(-1, -1, heads.shape[-1]))
        return self.relation(F.relu(dependents + own))

    def loss(self, b):
        early, tags, arcs, dependents, heads = self(b)
        m = b['mask']
        relations = self.relations(dependents, heads, b['head'])
        return (
            F.cross_entropy(tags[m], b['tag'][m])
            + 0.5 * F.cross_entropy(early[m], b['tag'][m])
            + F.cross_entropy(arcs[m], b['head'][m])
            + F.cross_entropy(relations[m], b['relation'][m])
        )


def figures(network, examples, lists):
    """Per cent of words, each head chosen by itself: the program's own choice of a whole tree comes out a little better."""
    network.eval()
    pos = torch.tensor([[t.split(' ')[0] for t in lists.tags].index(t.split(' ')[0]) for t in lists.tags])
    plain = [r.split(':')[0] for r in lists.relations]
    plain = torch.tensor([plain.index(r) for r in plain])
    words, right = 0, np.zeros(3)
    with torch.no_grad():
        for order in batches(examples, False):
            b = batch([examples[i] for i in order])
            _, tags, arcs, dependents, heads = network(b)
            m, found = b['mask'], arcs.argmax(-1)
            relations = network.relations(dependents, heads, found).argmax(-1)
            attached = found[m] == b['head'][m]
            words += int(m.sum())
            right[0] += int((pos[tags.argmax(-1)[m]] == pos[b['tag'][m]]).sum())
            right[1] += int(attached.sum())
            right[2] += int((attached & (plain[relations[m]] == plain[b['relation'][m]])).sum())
    network.train()
    return 'UPOS {:.2f}, UAS {:.2f}, LAS {:.2f}'.format(*(100 * right / words))


def fit(network, examples, trials, lists):
    learned = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.Adam(learned, lr=RATE, betas=(0.9, 0.95))
    mean = {name: p.detach().clone() for name, p in network.named_parameters() if p.requires_grad}
    step, steps, start = 0, ROUNDS * len(batches(examples, True)), time.time()

    def exchange():
        for name, p in network.named_parameters():
            if p.requires_grad:
                p.data, mean[name] = mean[name], p.data

    for number in range(ROUNDS):
        for order in batches(examples, True):
            for group in optimiser.param_groups:
                group['lr'] = RATE * min(1, (step + 1) / 100) * max(0.0, 1 - step / steps)
            loss = network.loss(batch([examples[i] for i in order]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 5.0)
            optimiser.step()
            step += 1
            if step % 5 == 0:
                keep = min(0.998, (1 + step) / (10 + step)) ** 5
                with torch.no_grad():
                    for name, p in network.named_parameters():
                        if p.requires_grad:
                            mean[name].mul_(keep).add_(p, alpha=1 - keep)
        exchange()
        print(f'{number + 1}: {time.time() - start:.0f} s, {figures(network, trials, lists)}', flush=True)
        if number < ROUNDS - 1:
            exchange()


def packers(out):
    """What adds a table of weights, plain numbers, and a layer, to a list of bytes."""

    def table(rows):
        """Each row: a scale of four bytes; then all rows, each weight one signed byte."""
        rows = rows.detach().numpy().astype(np.float32)
        scales = np.abs(rows).max(1) / 127 + 1e-12
        out.append(scales.astype('<f4').tobytes())
        out.append(np.round(rows / scales[:, None]).astype(np.int8).tobytes())

    def floats(values):
        out.append(values.detach().numpy().astype('<f4').tobytes())

    def layer(weight, bias):
        table(weight)
        floats(bias)

    return table, floats, layer


def pack_encoder(out, n, parts):
    """As src/parsing/encoder.ts reads it, the same in both networks: vectors of parts, of words, and the two memories."""
    table, _, layer = packers(out)
    table(parts)
    layer(n.vector.weight, n.vector.bias)
    for memory in (n.first, n.second):
        for side in ('', '_reverse'):
            own = lambda name: getattr(memory, f'{name}_l0{side}')
            layer(own('weight_ih'), own('bias_ih') + own('bias_hh'))
            table(own('weight_hh'))
        if memory is n.first:
            layer(n.middle.weight, n.middle.bias)


def packed(network, lists):
    """As `readNetwork` in src/parsing/network.ts reads it: sizes, hashes of the parts, then one table after another."""
    z = SIZES
    sizes = [z['word'], z['first'], z['middle'], z['second'], z['arc'], z['label'], len(lists.tags), len(lists.relations), len(lists.parts), FARTHEST]
    out = [np.array(sizes, dtype='<u2').tobytes(), np.array([fnv1a(part) for part in lists.parts], dtype='<u4').tobytes()]

    table, _, layer = packers(out)
    n = network
    pack_encoder(out, n, n.part.weight[1:])
    for part in (n.tag, n.dependent, n.head, n.attraction, n.labelDependent, n.labelHead, n.relation):
        layer(part.weight, part.bias)
    table(n.rootHead[None])
    table(n.rootLabel[None])
    table(n.rootAttraction[None])
    table(n.distance[None])
    return b''.join(out)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('folder', type=Path)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--units', type=int, default=UNITS, help='a multiple of 32')
    options.add_argument('--out', type=Path, default=ENGLISH / 'parser-weights.data.ts')
    chosen = options.parse_args()
    SIZES.update(sizes_of(chosen.units))
    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    random.seed(chosen.seed)
    train, dev = read(chosen.folder / 'train.conllu.gz'), read(chosen.folder / 'dev.conllu.gz')
    lists = Lists(train)
    network = Network(lists)
    print(f'{len(lists.parts)} parts of words, {sum(p.numel() for p in network.parameters() if p.requires_grad)} weights', flush=True)
    fit(network, [lists.example(s) for s in train], [lists.example(s) for s in dev], lists)
    weights = base64.b64encode(packed(network, lists)).decode()
    tags = '|'.join(lists.tags)
    mark = '"' if "'" in tags else "'"
    chosen.out.write_text(
        '// Made by scripts/train-parser.py from the Universal Dependencies English Web Treebank (https://universaldependencies.org/treebanks/en_ewt/).\n'
        '// SPDX-License-Identifier: CC-BY-SA-4.0\n\n'
        f'export const tags =\n  {mark}{tags}{mark}\n\nexport const weights =\n  \'{weights}\'\n'
    )


if __name__ == '__main__':
    main()
