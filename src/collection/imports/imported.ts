/** What somebody wrote elsewhere, as another program hands it over: the words, who wrote them, and what they are about. */
export interface ImportedNote {
  /** What the other program calls it, or its place in the file. */
  readonly id: string
  readonly kind: 'note' | 'tag' | 'state'
  readonly text: string
  readonly by: string | null
  /** ISO 8601, as given. */
  readonly at: string | null
  /** Id or name of the program or body that the format says made it: what Headwater made itself is no note. */
  readonly maker: string | null
  /** What it is about: each is looked for here. Empty where the file does not say. */
  readonly on: readonly Anchor[]
}

/** Something that a note is about, by whatever the other program knows of it. */
export interface Anchor {
  /** Ids that may be ours: the UUID in them is compared. */
  readonly ids: readonly string[]
  /** Addresses of the page. */
  readonly urls: readonly string[]
  /** Hex SHA-256 of the text. */
  readonly digests: readonly string[]
  /** Name of a voice. */
  readonly voice: string | null
  /** Words that it is about, with those before and after where given. */
  readonly quote: Quoted | null
}

export interface Quoted {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Whether the words may be a summary: then it is about the page where they do not stand on it. */
  readonly orPage?: boolean
}

/** The name of a format, and the notes of a file in it; undefined where the file is none of it. */
export interface NoteReader {
  readonly name: string
  read(things: readonly Json[]): readonly ImportedNote[] | undefined
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export const nowhere: Anchor = { ids: [], urls: [], digests: [], voice: null, quote: null }

/** A field of what may be no object at all. Only fields of its own: a file cannot reach what every object has. */
export const at = (thing: Json | undefined, key: string): Json | undefined =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing) && Object.hasOwn(thing, key)
    ? (thing as { readonly [key: string]: Json })[key]
    : undefined

export const wordsAt = (thing: Json | undefined, key: string): string | null => {
  const value = at(thing, key)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** One or many are a list; nothing is an empty one. */
export const listAt = (thing: Json | undefined, key: string): readonly Json[] => {
  const value = at(thing, key)
  return value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value]
}

/**
 * Things that a note may be about, and addresses, digests and places that are looked at of one thing: a file may name one again and again,
 * and each time it is named by a note all of them would be.
 */
export const mostOfOne = 100

/** As `listAt`, one more than is looked at: enough to see that there are too many. */
export const fewAt = (thing: Json | undefined, key: string): readonly Json[] =>
  listAt(thing, key).slice(0, mostOfOne + 1)

export const fewStringsAt = (thing: Json | undefined, key: string): readonly string[] =>
  fewAt(thing, key).filter(isWords)

export const stringsAt = (thing: Json | undefined, key: string): readonly string[] => listAt(thing, key).filter(isWords)

const isWords = (value: Json): value is string => typeof value === 'string' && value !== ''

/** What a tag or label says of the kind of a note. */
export const kindIn = (labels: readonly string[]): ImportedNote['kind'] =>
  labels.includes('state') ? 'state' : labels.includes('tag') ? 'tag' : 'note'
