import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Document, Link, Refusal, SourceRange } from '../model/document.ts'
import { statedDate } from './dates/stated-date.ts'
import { languageOf } from './language.ts'
import { regionsOf } from './regions/regions.ts'

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
  readonly created?: string | undefined
  readonly url?: string | undefined
  readonly language?: string | undefined
  readonly links?: readonly Link[] | undefined
  /** From the final text back to the raw page; a reader that gives one has already made its text plain with `plainText`. */
  readonly map?: readonly SourceRange[] | undefined
  /** A feed entry's own id and summary. */
  readonly guid?: string | undefined
  readonly summary?: string | undefined
  /** An entry of a feed that shows no words is still a document: its address and date say that something was published. */
  readonly wordless?: boolean | undefined
}

/** An article is never this long (the longest novels are 3 million letters); what is longer is an archive of many. */
export const longestText = 5_000_000

/** Fixes the text: title, one blank line, body. From here on every span points into it. */
export function toDocument(draft: Draft): Document | Refusal {
  const title =
    plainText(draft.title ?? '')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  const body = withoutRepeatedTitle(plainText(draft.body), title)
  const text = title === undefined ? body : body === '' ? title : `${title}\n\n${body}`
  if (text.trim() === '' && !draft.wordless)
    return { input: draft.input, code: 'empty', says: 'there is no text in it' }
  if (text.length > longestText) {
    return {
      input: draft.input,
      code: 'too-large',
      says: `its text has ${text.length} characters, more than any report; split it into one file or JSONL line per report`,
    }
  }
  const published = tidy(draft.published)
  const day = statedDate(published)
  // Who was first hangs on it: a report with a day that nobody can read is not quietly one without a day.
  if (published !== undefined && day === undefined)
    return {
      input: draft.input,
      code: 'malformed',
      says: `“${published.slice(0, 40)}” is no day of publication; write 2026-02-03 or 2026-02-03T09:10:00Z, or leave it out`,
    }
  return {
    id: draft.id.toWellFormed(),
    input: draft.input.toWellFormed(),
    text,
    title,
    publisher: tidy(draft.publisher),
    byline: tidy(draft.byline),
    published: day,
    updated: tidy(draft.updated),
    url: tidy(draft.url),
    language: languageOf(draft.language, text),
    sha256: bytesToHex(sha256(utf8ToBytes(text))),
    ...regionsOf(text, title !== undefined),
    links: draft.links ?? [],
    map: draft.map ?? [],
    guid: tidy(draft.guid),
    summary: tidy(draft.summary),
    ...(draft.created === undefined ? {} : { created: draft.created }),
  }
}

/** Well-formed text with plain line ends, without byte-order marks, soft hyphens, zero-width spaces and control characters. */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')

/** Pages print the title once as such and once above the text. */
function withoutRepeatedTitle(body: string, title: string | undefined): string {
  const trimmed = body.trimEnd()
  if (title === undefined) return trimmed
  const start = trimmed.search(/\S/)
  const rest = trimmed.slice(Math.max(0, start))
  return rest.startsWith(title) && /^\s*(?:\n|$)/.test(rest.slice(title.length))
    ? rest.slice(title.length).replace(/^\s+/, '')
    : trimmed
}

const tidy = (value: string | undefined): string | undefined => value?.replace(/\s+/g, ' ').trim() || undefined
