"""Trains the network that finds who said what, from the parser's weights and from reports marked by people.

    npx tsx scripts/report-lessons.ts REPORTS.jsonl.gz LESSONS.jsonl
    python3 scripts/train-parser.py TREEBANK --units 96 --out PARSER.ts
    python3 scripts/train-reports.py TREEBANK LESSONS.jsonl --start PARSER.ts     half an hour on one core; needs numpy and torch

REPORTS is the train part of PolNeAR, TREEBANK the folder that scripts/train-parser.py takes. Writes src/language/en/report-weights.data.ts,
which src/parsing/report-network.ts reads. Only numbers leave the reports: words and parts of words are kept as hashes. The same seed,
library and machine give the same weights.

The network begins as a parser, somewhat smaller than the one that finds trees, and learns reports and trees together, so that what it knows of trees helps with reports
(Caruana 1997). It scores words as cues, and for each cue the places where the parts of its report may begin and end (Vinyals et al. 2015).
"""

import argparse
import base64
import importlib
import json
import random
import re
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

parser = importlib.import_module('train-parser')

VIEW = 64
ROUNDS, RATE, TOKENS = 4, 3e-3, 1500
# What the parser knows moves slower than what is new.
SLOWER = 0.4
# How often trees come up in each round, and sentences without a report.
TREE_TURNS, QUIET_TURNS = 3, 0.5
# How much each word that may be a cue, and each question about the parts of a report, counts beside the trees of a batch.
SPEECH, PARTS = 0.05, 0.015
RAREST_WORD, LONGEST = 5, 160
# What stands for an answer that is none of the places looked at, and how many questions there are.
NOWHERE, QUESTIONS = -1, 8


def read_lessons(path):
    """What scripts/report-lessons.ts writes: sizes, then sentences."""
    with open(path, encoding='utf8') as lines:
        sizes = json.loads(next(lines))
        sentences = [json.loads(line) for line in lines]
    return sizes, [s for s in sentences if 0 < len(s['words']) <= LONGEST]


class Lists(parser.Lists):
    """Knows also the words that are frequent in reports."""

    def __init__(self, train, lessons):
        super().__init__(train)
        news = Counter(parser.lower(form) for sentence in lessons for form in sentence['words'])
        more = [f'={word}' for word, count in news.items() if count >= RAREST_WORD and f'={word}' not in self.parts]
        self.words = self.words + news
        self.parts = {part: i + 1 for i, part in enumerate(sorted([*self.parts, *more], key=parser.fnv1a))}

    def lesson(self, sentence, sizes):
        """{speech: is a word a cue?, codes: what is seen around it, reports: one for each cue}."""
        speech = [0] * len(sentence['words'])
        reports = []
        for report in sentence['reports']:
            speech[report['cue']] = 1
            codes = np.array(report['codes'], dtype=np.int64).reshape(-1, sizes['codesPerPlace'])
            may = np.array(report['may'])[:, None] >> np.arange(QUESTIONS) & 1
            right = [place if place >= 0 and may[place, question] else NOWHERE for question, place in enumerate(report['answers'])]
            reports.append(dict(cue=report['cue'], codes=np.where(codes < 0, sizes['placeCodes'], codes), may=may, right=right))
        return dict(self.words_of(sentence['words']), codes=sentence['codes'], speech=speech, reports=reports)


def batch(examples):
    made = parser.batch([{name: e[name] for name in e if name != 'reports'} for e in examples])
    if 'reports' in examples[0]:
        made['reports'] = [(i, report) for i, e in enumerate(examples) for report in e['reports']]
    return made


class Network(parser.Network):
    def __init__(self, lists, sizes):
        super().__init__(lists)
        width = 2 * parser.SIZES['second'] + parser.SIZES['middle']
        self.asCue, self.asPlace, self.speech = nn.Linear(width, VIEW), nn.Linear(width, VIEW), nn.Linear(width, 1)
        self.odds = nn.Embedding(sizes['cueCodes'], 1)
        self.place = nn.Embedding(sizes['placeCodes'] + 1, VIEW, padding_idx=sizes['placeCodes'])
        self.answer = nn.Linear(VIEW, QUESTIONS)
        nn.init.zeros_(self.odds.weight)
        nn.init.normal_(self.place.weight, 0, 0.1)
        with torch.no_grad():
            self.place.weight[-1] = 0

    def loss(self, b):
        return self.report_loss(b) if 'reports' in b else super().loss(b)

    def report_loss(self, b):
        _, o = self.states(b)
        m = b['mask']
        loss = SPEECH * F.binary_cross_entropy_with_logits(self.speech_odds(b, o)[m], b['speech'][m].float(), reduction='sum')
        if not b['reports']:
            return loss
        right = torch.tensor([report['right'] for _, report in b['reports']]).flatten()
        return loss + PARTS * F.cross_entropy(self.answers(b, o).flatten(0, 1), right, ignore_index=NOWHERE, reduction='sum')

    def speech_odds(self, b, o):
        return (self.speech(o) + self.odds(b['codes']).sum(2)).squeeze(-1)

    def answers(self, b, o):
        """Scores of each place for each question, for each report."""
        reports = [report for _, report in b['reports']]
        most = max(len(report['codes']) for report in reports)
        codes = np.full((len(reports), most, reports[0]['codes'].shape[1]), self.place.padding_idx)
        may = np.zeros((len(reports), most, QUESTIONS), dtype=bool)
        for i, report in enumerate(reports):
            codes[i, : len(report['codes'])], may[i, : len(report['codes'])] = report['codes'], report['may']
        rows = torch.tensor([row for row, _ in b['reports']])
        cues = torch.tensor([report['cue'] for report in reports])
        places = torch.arange(most)[None].expand(len(reports), -1)
        inside = (places < b['sizes'][rows, None]).float()[..., None]
        words = self.asPlace(o)[rows[:, None], places.clamp(max=o.shape[1] - 1)] * inside
        seen = words + self.asCue(o[rows, cues])[:, None] + self.place(torch.from_numpy(codes)).sum(2)
        scores = self.answer(F.dropout(F.relu(seen), 0.2, self.training))
        return scores.masked_fill(~torch.from_numpy(may), -1e4).transpose(1, 2)


def is_new(name):
    return name.split('.')[0] in ('asCue', 'asPlace', 'speech', 'odds', 'place', 'answer')


def figures(network, examples):
    """F1 of cues, and how many questions about their parts are answered rightly, in per cent."""
    network.eval()
    found = cues = both = asked = right = 0
    with torch.no_grad():
        for order in parser.batches(examples, False):
            b = batch([examples[i] for i in order])
            _, o = network.states(b)
            speaks = (network.speech_odds(b, o) > 0) & b['mask']
            found, cues, both = found + int(speaks.sum()), cues + int(b['speech'].sum()), both + int((speaks & (b['speech'] > 0)).sum())
            if b['reports']:
                wanted = torch.tensor([report['right'] for _, report in b['reports']])
                asked, right = asked + int((wanted >= 0).sum()), right + int((network.answers(b, o).argmax(-1) == wanted).sum())
    network.train()
    return f'cues {200 * both / max(1, found + cues):.1f}, parts {100 * right / max(1, asked):.1f}'


def fit(network, trees, told, quiet, show):
    learned = {name: p for name, p in network.named_parameters() if p.requires_grad}
    optimiser = torch.optim.Adam([dict(params=[p], own=1 if is_new(name) else SLOWER) for name, p in learned.items()], betas=(0.9, 0.95))
    mean = {name: p.detach().clone() for name, p in learned.items()}

    def turns():
        some = random.sample(quiet, int(QUIET_TURNS * len(quiet)))
        made = [(part, order) for part in [trees] * TREE_TURNS + [told, some] for order in parser.batches(part, True)]
        return random.sample(made, len(made))

    def exchange():
        for name, p in learned.items():
            p.data, mean[name] = mean[name], p.data

    step, steps, start = 0, ROUNDS * len(turns()), time.time()
    for number in range(ROUNDS):
        for part, order in turns():
            for group in optimiser.param_groups:
                group['lr'] = group['own'] * RATE * min(1, (step + 1) / 100) * max(0.0, 1 - step / steps)
            loss = network.loss(batch([part[i] for i in order]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned.values(), 5.0)
            optimiser.step()
            step += 1
            if step % 5 == 0:
                keep = min(0.998, (1 + step) / (10 + step)) ** 5
                with torch.no_grad():
                    for name, p in learned.items():
                        mean[name].mul_(keep).add_(p, alpha=1 - keep)
        exchange()
        print(f'{number + 1}: {time.time() - start:.0f} s, {show()}', flush=True)
        if number < ROUNDS - 1:
            exchange()


def weights_in(path):
    return base64.b64decode(re.search(r"weights =\s+'([^']*)'", path.read_text()).group(1))


def begin_as_parser(network, lists, raw):
    """Takes the weights that scripts/train-parser.py wrote; words that come new begin at nearly nothing."""
    at = 0

    def numbers(count, kind):
        nonlocal at
        found = np.frombuffer(raw, kind, count, at)
        at += found.nbytes
        return found

    def table(shape):
        scales = numbers(shape[0], '<f4')
        return torch.from_numpy(numbers(shape[0] * shape[1], np.int8).reshape(shape).astype(np.float32) * scales[:, None])

    def layer(weight, bias):
        weight.data = table(weight.shape)
        bias.data = torch.from_numpy(numbers(len(bias), '<f4').copy())

    n, sizes = network, numbers(10, '<u2')
    keys = {int(key): i for i, key in enumerate(numbers(int(sizes[8]), '<u4'))}
    rows = table((len(keys), int(sizes[0])))
    n.part.weight.data *= 0.2
    for part, place in lists.parts.items():
        if parser.fnv1a(part) in keys:
            n.part.weight.data[place] = rows[keys[parser.fnv1a(part)]]
    layer(n.vector.weight, n.vector.bias)
    for memory in (n.first, n.second):
        for side in ('', '_reverse'):
            own = lambda name: getattr(memory, f'{name}_l0{side}')
            layer(own('weight_ih'), own('bias_ih'))
            own('bias_hh').data.zero_()
            own('weight_hh').data = table(own('weight_hh').shape)
        if memory is n.first:
            layer(n.middle.weight, n.middle.bias)
    for part in (n.tag, n.dependent, n.head, n.attraction, n.labelDependent, n.labelHead, n.relation):
        layer(part.weight, part.bias)
    for row in (n.rootHead, n.rootLabel, n.rootAttraction, n.distance):
        row.data = table((1, len(row)))[0]


def packed(network, lists, examples, sizes):
    """As src/parsing/report-network.ts reads it: sizes, hashes of the parts that reports have, then one table after another."""
    met = {place for e in examples for word in e['parts'] for place in word}
    kept = [(part, place) for part, place in lists.parts.items() if place in met]
    z = parser.SIZES
    out = [np.array([z['word'], z['first'], z['middle'], z['second'], VIEW, len(kept), sizes['cueCodes'], sizes['placeCodes']], dtype='<u2').tobytes()]
    out.append(np.array([parser.fnv1a(part) for part, _ in kept], dtype='<u4').tobytes())

    table, floats, layer = parser.packers(out)
    n = network
    parser.pack_encoder(out, n, n.part.weight[[place for _, place in kept]])
    for view in (n.asCue, n.asPlace, n.speech):
        layer(view.weight, view.bias)
    floats(n.odds.weight[:, 0])
    table(n.place.weight[:-1])
    layer(n.answer.weight, n.answer.bias)
    return b''.join(out)


def write(path, network, lists, examples, sizes):
    weights = base64.b64encode(packed(network, lists, examples, sizes)).decode()
    path.write_text(
        '// Made by scripts/train-reports.py from the Universal Dependencies English Web Treebank (https://universaldependencies.org/treebanks/en_ewt/)\n'
        '// and PolNeAR 1.0; see docs/extract/attributions.md. SPDX-License-Identifier: CC-BY-SA-4.0\n\n'
        f'export const weights =\n  \'{weights}\'\n'
    )


def main():
    options = argparse.ArgumentParser()
    options.add_argument('treebank', type=Path)
    options.add_argument('lessons', type=Path)
    options.add_argument('--trial', type=Path, help='lessons from other reports, to print figures of')
    options.add_argument('--start', type=Path, default=parser.ENGLISH / 'parser-weights.data.ts', help='weights of a parser')
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--out', type=Path, default=parser.ENGLISH / 'report-weights.data.ts')
    chosen = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    random.seed(chosen.seed)
    parser.TOKENS = TOKENS
    start = weights_in(chosen.start)
    parser.SIZES.update(parser.sizes_of(int(np.frombuffer(start, '<u2', 1)[0])))
    train = parser.read(chosen.treebank / 'train.conllu.gz')
    sizes, lessons = read_lessons(chosen.lessons)
    lists = Lists(train, lessons)
    network = Network(lists, sizes)
    begin_as_parser(network, lists, start)
    examples = [lists.lesson(s, sizes) for s in lessons]
    trial = [lists.lesson(s, sizes) for s in read_lessons(chosen.trial)[1]] if chosen.trial else []
    told, quiet = ([e for e in examples if bool(e['reports']) == has] for has in (True, False))
    fit(network, [lists.example(s) for s in train], told, quiet, lambda: figures(network, trial))
    write(chosen.out, network, lists, examples, sizes)


if __name__ == '__main__':
    main()
