import type { RuleId } from './rule.ts'
import type { Excerpt, Span } from './span.ts'

/** What a stretch of the text is: the report itself, or what stands around it on the page. */
export type RegionKind = 'headline' | 'body' | 'dateline' | 'caption' | 'credit' | 'biography' | 'clutter'

/** Every character of the text outside white space lies in exactly one region. Only headline and body are read for statements. */
export interface Region extends Span {
  readonly kind: RegionKind
  readonly rule: RuleId
}

/** What the document itself says it was made from: "Original Source: www.twz.com", "- Sources: - ntv.de". */
export interface Credit extends Span {
  readonly name: string
  readonly rule: RuleId
}

/** A hyperlink. The span is that of its words in the text, absent when they were not kept. */
export interface Link {
  readonly url: string
  readonly words: Excerpt | undefined
}

/** A stretch of the text and the range of the raw page that it was taken from, both half-open, in code units. */
export interface SourceRange {
  readonly text: Span
  readonly raw: Span
}

/**
 * One report as published by one outlet. The text is fixed at intake; every span points into it.
 * Two outlets that print the same words are two documents.
 */
export interface Document {
  readonly id: string
  /** The file or address it came from, as the user named it; `stories.jsonl:3` for a line. */
  readonly input: string
  /** The title, one blank line, then the body as extracted; well-formed UTF-16. Without a title, the body alone. */
  readonly text: string
  readonly title: string | undefined
  readonly publisher: string | undefined
  readonly byline: string | undefined
  /** ISO 8601 with the precision the page gave: `2025-06-19` or `2025-06-19T09:10:00Z`. Never invented. */
  readonly published: string | undefined
  readonly updated: string | undefined
  /** When the file was made, as it says itself (PDF, DOCX). Nobody need have published it then. */
  readonly created?: string | undefined
  readonly url: string | undefined
  /** ISO 639-1, or `und`. */
  readonly language: string
  /** Hex SHA-256 of the text in UTF-8. */
  readonly sha256: string
  readonly regions: readonly Region[]
  readonly credits: readonly Credit[]
  readonly links: readonly Link[]
  /** A feed entry's own id and summary. */
  readonly guid: string | undefined
  readonly summary: string | undefined
  /** From text back to the raw page, where the reader can tell; empty otherwise. */
  readonly map: readonly SourceRange[]
}

/** A bad input as a value: named, with the reason and the remedy in one sentence. The rest goes on. */
export interface Refusal {
  readonly input: string
  readonly code: RefusalCode
  readonly says: string
}

export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'unreadable'
  | 'not-found'
  | 'malformed'
  | 'no-text'
  | 'unsupported'
  | 'too-deep'
  | 'forbidden-address'
  | 'robots'
  | 'http-error'
  | 'timed-out'
  | 'unreachable'
  | 'redirects'
  | 'set-aside'
