import type { ReportDocument } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { Lookup } from '../view/lookup.ts'
import { slug } from './slug.ts'

/** The sentences of every document, paragraph by paragraph, each with an address inside the dossier. */
export interface Pages {
  readonly paragraphs: (document: string) => readonly (readonly Span[])[]
  /** `#…` of the sentence that holds this offset; of the document where there is none. */
  readonly address: (document: string, offset: number) => string
  readonly sentenceId: (document: string, sentence: Span) => string
}

export function pages(held: Lookup): Pages {
  const all = new Map(held.report.documents.map((document) => [document.id, paragraphsOf(document)]))
  const flat = new Map([...all].map(([id, paragraphs]) => [id, paragraphs.flat()]))
  const sentenceId = (document: string, { start }: Span) => `w-${slug(document)}-${start}`
  return {
    paragraphs: (document) => all.get(document) ?? [],
    sentenceId,
    address(document, offset) {
      const sentence = holding(flat.get(document) ?? [], offset)
      return sentence ? `#${sentenceId(document, sentence)}` : `#d-${slug(document)}`
    },
  }
}

/** The last sentence that starts at or before an offset. Sentences are in order, so halving finds it. */
function holding(sentences: readonly Span[], offset: number): Span | undefined {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return sentences[low - 1]
}

/** The title is a paragraph of one sentence; the others end at line breaks. */
function paragraphsOf({ text, title }: ReportDocument): readonly (readonly Span[])[] {
  const head = title && text.startsWith(title) ? title.length : 0
  const paragraphs: (readonly Span[])[] = head > 0 ? [[{ start: 0, end: head }]] : []
  let start = head
  while (start < text.length) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const sentences = splitSentences(text, { start, end })
    if (sentences.length > 0) paragraphs.push(sentences)
    start = end + 1
  }
  return paragraphs
}
