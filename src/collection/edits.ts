import { diffArrays } from 'diff'
import type { Document } from '../model/document.ts'
import type { Reading } from '../model/reading.ts'
import { contains, type Excerpt, excerpt, type Span } from '../model/span.ts'
import { quotedSpans } from '../text/quoted.ts'
import { fold, wordPattern } from '../text/words.ts'
import type { NewAlert } from './alerts.ts'

/** Something of substance that an outlet changed in a report it had published. */
export interface Edit {
  readonly aspect: EditAspect
  /** The sentence as it was; null when it is new. */
  readonly before: Excerpt | null
  /** The sentence as it is; null when it is gone. */
  readonly after: Excerpt | null
  /** What stands there no more, and what does now, in words. */
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

export type EditAspect = 'figure' | 'source' | 'hedge' | 'quotation' | 'added' | 'removed'

/**
 * What changed of substance between two versions of one report: a figure, a source, a hedge, a quotation, or a sentence that holds one of
 * these and is new or gone. Commas, spelling and sentences that moved are none of these: whoever is told of every comma reads no alert.
 */
export function editsOf(before: Reading, after: Reading): readonly Edit[] {
  const [was, is] = [sentencesOf(before), sentencesOf(after)]
  const edits: Edit[] = []
  for (const { gone, come } of changedBlocks(was, is)) {
    const left = new Set(come)
    for (const sentence of gone) {
      const successor = likest(sentence, [...left])
      if (successor) left.delete(successor)
      edits.push(...(successor ? rewordings(sentence, successor) : loneEdit('removed', sentence)))
    }
    for (const sentence of left) edits.push(...loneEdit('added', sentence))
  }
  return edits
}

/** One sentence with what of substance stands in it. */
interface Told {
  readonly excerpt: Excerpt
  readonly words: readonly string[]
  readonly key: string
  readonly substance: Readonly<Record<Substance, readonly string[]>>
}

type Substance = 'figure' | 'source' | 'hedge' | 'quotation'
const substances = ['figure', 'source', 'hedge', 'quotation'] as const

function sentencesOf(reading: Reading): readonly Told[] {
  const { document } = reading
  const quotations = quotedSpans(document.text)
  return reading.sentences.map((sentence): Told => {
    const inside = <T extends Span>(spans: readonly T[]): readonly T[] =>
      spans.filter((span) => contains(sentence, span))
    const words = wordsIn(document, sentence)
    return {
      excerpt: excerpt(document.text, sentence.start, sentence.end),
      words,
      key: words.join(' '),
      substance: {
        figure: inside(reading.quantities).map(({ low, high, approximate, unit, per }) =>
          [
            approximate ? 'about' : '',
            low === high ? low : `${low ?? '…'} to ${high ?? '…'}`,
            unit ?? '',
            per ? `per ${per}` : '',
          ]
            .filter((part) => part !== '')
            .join(' '),
        ),
        source: inside(reading.attributions.flatMap(({ source }) => source)).map(({ quote }) => bare(quote)),
        hedge: inside(reading.hedges).map(({ quote }) => bare(quote)),
        quotation: quotations
          .filter((span) => span.start < sentence.end && span.end > sentence.start)
          .map((span) => wordsIn(document, span).join(' ')),
      },
    }
  })
}

const wordsIn = ({ text }: Document, { start, end }: Span): readonly string[] =>
  (text.slice(start, end).match(wordPattern) ?? []).map(fold)

const bare = (words: string): string => (words.match(wordPattern) ?? []).map(fold).join(' ')

/** Stretches of sentences that are not the same; what only moved is left out. */
function changedBlocks(was: readonly Told[], is: readonly Told[]): readonly { gone: Told[]; come: Told[] }[] {
  const [known, now] = [new Set(was.map(({ key }) => key)), new Set(is.map(({ key }) => key))]
  const isNew = ({ key }: Told): boolean => !known.has(key)
  const isGone = ({ key }: Told): boolean => !now.has(key)
  const parts = diffArrays([...was], [...is], {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: mostEdits,
  }) ?? [
    { value: [...was], removed: true, added: false },
    { value: [...is], removed: false, added: true },
  ]
  const blocks: { gone: Told[]; come: Told[] }[] = []
  let open: { gone: Told[]; come: Told[] } | undefined
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      open = undefined
      continue
    }
    if (!open) {
      open = { gone: [], come: [] }
      blocks.push(open)
    }
    if (removed) open.gone.push(...value.filter(isGone))
    else open.come.push(...value.filter(isNew))
  }
  return blocks
}

/** Texts that differ in more sentences are taken as wholly rewritten: Myers' algorithm takes the square of this. */
const mostEdits = 1_000

/** The sentence that shares most words, if it shares half. */
function likest(sentence: Told, others: readonly Told[]): Told | undefined {
  const own = new Set(sentence.words)
  let [best, most]: [Told | undefined, number] = [undefined, 0.5]
  for (const other of others.slice(0, 50)) {
    const theirs = new Set(other.words)
    let shared = 0
    for (const word of own) if (theirs.has(word)) shared++
    const likeness = (2 * shared) / (own.size + theirs.size)
    if (likeness > most) [best, most] = [other, likeness]
  }
  return best
}

function rewordings(before: Told, after: Told): readonly Edit[] {
  return substances.flatMap((aspect): readonly Edit[] => {
    const gone = without(before.substance[aspect], after.substance[aspect]).filter(isMissingIn(after, aspect))
    const come = without(after.substance[aspect], before.substance[aspect]).filter(isMissingIn(before, aspect))
    if (gone.length === 0 && come.length === 0) return []
    return [{ aspect, before: before.excerpt, after: after.excerpt, gone, come }]
  })
}

/** Words that still stand there changed nothing, even where they are not taken for a voice or a hedge any more. */
function isMissingIn({ key }: Told, aspect: Substance): (words: string) => boolean {
  return (words) => aspect === 'figure' || !` ${key} `.includes(` ${words} `)
}

function loneEdit(aspect: 'added' | 'removed', { excerpt, substance }: Told): readonly Edit[] {
  const held = substances.flatMap((kind) => substance[kind])
  if (held.length === 0) return []
  return aspect === 'added'
    ? [{ aspect, before: null, after: excerpt, gone: [], come: held }]
    : [{ aspect, before: excerpt, after: null, gone: held, come: [] }]
}

/** What stands in a list more often than in another. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other]
  return list.filter((item) => {
    const at = left.indexOf(item)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** An alert of everything that changed between two versions of a report. */
export function editAlert(was: Document, is: Document, edits: readonly Edit[], at: string): NewAlert {
  const shown = edits.slice(0, mostShown)
  const more = edits.length - shown.length
  return {
    at,
    kind: 'edited',
    about: is.title ?? is.id,
    says: `${is.publisher ?? is.id} edited it: ${shown.map(inWords).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    evidence: shown.flatMap(({ before, after }) => [
      ...(before ? [{ document: was.id, sha256: was.sha256, ...before }] : []),
      ...(after ? [{ document: is.id, sha256: is.sha256, ...after }] : []),
    ]),
  }
}

const mostShown = 5

function inWords({ aspect, gone, come, before, after }: Edit): string {
  if (aspect === 'added') return `new: “${after?.quote}”`
  if (aspect === 'removed') return `gone: “${before?.quote}”`
  if (gone.length === 0) return `${aspect} ${listed(come)} added`
  if (come.length === 0) return `${aspect} ${listed(gone)} removed`
  return `${aspect} ${listed(gone)} became ${listed(come)}`
}

const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')
