import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Document, Link, Region } from '../model/document.ts'

/** What a reader has found of a document before its text is fixed. */
export interface Draft {
  readonly id: string
  readonly input: string
  readonly title?: string | undefined
  readonly body: string
  readonly publisher?: string | undefined
  readonly byline?: string | undefined
  readonly published?: string | undefined
  readonly updated?: string | undefined
  readonly url?: string | undefined
  readonly language?: string | undefined
  readonly links?: readonly Link[]
}

/** Fixes the text: title, one blank line, body; from here on every span points into it. */
export function toDocument(draft: Draft): Document {
  const title = draft.title?.trim() || undefined
  const text = (title === undefined ? draft.body : `${title}\n\n${draft.body}`).toWellFormed()
  return {
    id: draft.id,
    input: draft.input,
    text,
    title,
    publisher: draft.publisher,
    byline: draft.byline,
    published: draft.published,
    updated: draft.updated,
    url: draft.url,
    language: draft.language ?? 'en',
    sha256: bytesToHex(sha256(utf8ToBytes(text))),
    regions: regionsOf(text, title !== undefined),
    credits: [],
    links: draft.links ?? [],
    map: [],
  }
}

/** One region per block between blank lines. */
function regionsOf(text: string, titled: boolean): readonly Region[] {
  return [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)].map((block, i) => ({
    start: block.index,
    end: block.index + block[0].trimEnd().length,
    kind: titled && i === 0 ? 'headline' : 'body',
    rule: 'regions/block',
  }))
}
