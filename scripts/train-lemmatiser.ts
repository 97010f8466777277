// Learns the endings of English words for src/parsing/lemmatiser.ts from a treebank in CoNLL-U, for the tags that scripts/train-parser.py chose.
//   npx tsx scripts/train-lemmatiser.ts FOLDER     FOLDER holds train.conllu.gz (UD_English-EWT, CC BY-SA 4.0)
// Writes src/language/en/lemma-endings.data.ts. Only endings of words, and the whole words that have none of the common ones, leave the treebank.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tags as tagNames } from '../src/language/en/parser-weights.data.ts'
import { learnEndings } from './learn-endings.ts'
import { readTreebank } from './treebank.ts'

const tags = tagNames.split('|')
const words = readTreebank(join(process.argv[2] ?? '', 'train.conllu.gz')).flatMap((sentence) => sentence.words)
const endings = learnEndings(words.map((word) => ({ ...word, tag: tagOf(`${word.pos} ${word.fine}`, word.pos) })))
writeFileSync(
  'src/language/en/lemma-endings.data.ts',
  `// Made by scripts/train-lemmatiser.ts from the Universal Dependencies English Web Treebank (https://universaldependencies.org/treebanks/en_ewt/).\n// SPDX-License-Identifier: CC-BY-SA-4.0\n\nexport const endings =\n  ${quoted(endings)}\n`,
)

/** A tag that is too rare for the parser's list goes with the commonest of its universal tag. */
function tagOf(name: string, pos: string): string {
  return tags.find((tag) => tag === name) ?? tags.find((tag) => tag.startsWith(`${pos} `)) ?? tags[0] ?? ''
}

/** With the marks that need fewer escapes, as the formatter has it. */
function quoted(text: string): string {
  const mark = text.split("'").length > text.split('"').length ? '"' : "'"
  return mark + text.replace(/\\/g, '\\\\').replaceAll(mark, `\\${mark}`).replace(/\n/g, '\\n') + mark
}
