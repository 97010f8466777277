// Labelled stories for scripts/train-claims.ts, measured with the program's own modules.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../src/extract/read.ts'
import { withAnswersApart } from '../src/extract/statements/answers.ts'
import { withoutInner } from '../src/extract/statements/without-inner.ts'
import { toDocument } from '../src/intake/draft.ts'
import type { Derivation } from '../src/model/derivation.ts'
import type { Reading } from '../src/model/reading.ts'
import { overlap } from '../src/model/span.ts'
import { type Comparer, comparerOf } from '../src/provenance/claims/comparison.ts'
import type { Content } from '../src/provenance/claims/content.ts'
import { comparableContents } from '../src/provenance/claims/pair-judge.ts'
import { findReuse, type Reuse } from '../src/provenance/copying/reuse.ts'
import { derive } from '../src/provenance/derivations.ts'
import { voicesOfOriginals } from '../src/provenance/graph/voices-of-originals.ts'
import { copyShare, takings } from '../src/provenance/rewriting/copied.ts'

/** A story whose statements a person has sorted into claims. `statements[].quote` stands word for word in title or text. */
export interface LabelledStory {
  readonly id: string
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly url?: string
    readonly outlet?: string
    readonly byline?: string | null
    readonly published?: string | null
  }[]
  readonly claims: readonly {
    readonly id: string
    readonly statements: readonly {
      readonly doc: string
      readonly quote: string
      readonly figures: readonly { readonly low?: number | null; readonly high?: number | null }[]
    }[]
  }[]
  readonly distractors: readonly (readonly [string, string])[]
}

/** A story as the program sees it when it groups statements, with the claim of each statement as far as a person has named one. */
export interface MeasuredStory {
  readonly id: string
  readonly contents: readonly Content[]
  readonly labels: readonly (string | null)[]
  readonly compare: Comparer
  readonly readings: readonly Reading[]
  readonly derivations: readonly Derivation[]
  readonly reuse: readonly Reuse[]
  readonly distractors: LabelledStory['distractors']
}

export const storiesIn = (folder: string): readonly LabelledStory[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelledStory)

export function measured(story: LabelledStory): MeasuredStory {
  const documents = story.documents.flatMap(({ id, title, text, url, outlet, byline, published }) => {
    const document = toDocument({
      id,
      input: id,
      title,
      body: text,
      url,
      publisher: outlet,
      byline: byline ?? undefined,
      published: published ?? undefined,
    })
    return 'code' in document ? [] : [document]
  })
  const all = documents.map((document) => withAnswersApart(withoutInner(read(document))))
  const reuse = findReuse(documents)
  const voices = voicesOfOriginals(all, reuse)
  const derivations = derive(all, voices, reuse)
  // Copies join the claims of their originals without being compared.
  const copies = new Set(
    takings(all, reuse)
      .filter(({ share }) => share >= copyShare)
      .map(({ to }) => to),
  )
  const readings = all.filter(({ document }) => !copies.has(document.id))
  const contents = comparableContents(readings)
  const compare = comparerOf(contents, { readings, voices })
  const labels = labelsOf(story, contents, new Map(all.map(({ document }) => [document.id, document.text])))
  return { id: story.id, contents, labels, compare, readings, derivations, reuse, distractors: story.distractors }
}

/** Least share of a person's quotation that a statement must cover to be the one meant. */
const found = 0.3

function labelsOf(
  story: LabelledStory,
  contents: readonly Content[],
  texts: ReadonlyMap<string, string>,
): readonly (string | null)[] {
  const claimOf = new Map<Content, string>()
  for (const claim of story.claims) {
    for (const { doc, quote, figures } of claim.statements) {
      const start = texts.get(doc)?.indexOf(quote) ?? -1
      const place = { start, end: start + quote.length }
      const covered = (content: Content) => overlap(content, place) / quote.length
      const right = (content: Content) =>
        figures.length > 0 &&
        figures.every(({ low, high }) =>
          content.measures.some(({ quantity }) => quantity.low === (low ?? null) && quantity.high === (high ?? null)),
        )
      const rank = (content: Content) =>
        Math.round(10 * covered(content)) * 10 +
        (right(content) ? 5 : 0) +
        overlap(content, place) / (content.end - content.start + quote.length)
      const [best] = contents
        .filter((content) => start >= 0 && content.document === doc && covered(content) >= found)
        .sort((a, b) => rank(b) - rank(a))
      if (best && !claimOf.has(best)) claimOf.set(best, claim.id)
    }
  }
  return contents.map((content) => claimOf.get(content) ?? null)
}
