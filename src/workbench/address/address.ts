/** Where somebody is in the workbench: every state worth sharing stands in here. */
export interface Address {
  /** The collection it is in; undefined for what is in none, the list of them for one. */
  readonly collection: string | undefined
  /** `['claims', '1-iberia-wire#452-470']`, decoded. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
}

/** The address a path and its query mean: `/collections/desk/claims?q=dam` is the place `/claims?q=dam` of the collection `desk`. */
export function addressOf(path: string, search: string): Address {
  const parts = path.split('/').filter(Boolean).map(decoded)
  const [first, collection, ...inside] = parts
  const query = new URLSearchParams(search)
  return first === under && collection !== undefined
    ? { collection, parts: inside, query }
    : { collection: undefined, parts, query }
}

/** A place, in a collection: as a window has it in its address. Places that are in none stay as they are. */
export function placeIn(collection: string | undefined, place: string): string {
  const [first = ''] = place.split(/[/?]/).slice(1)
  return collection === undefined || ofNone.has(first) ? place : `/${under}/${encoded(collection)}${place}`
}

const under = 'collections'

/** First words of places that are in no collection. */
const ofNone: ReadonlySet<string> = new Set([under, 'sign-in', 'join', 'account', 'people'])

/**
 * A place of the workbench, for links. Ids are written with letters, digits, `-`, `_` and `~` only: a server may take a path with a dot for a
 * file, and a number sign or slash in an id would end the path.
 */
export function hrefOf(parts: readonly string[], query: Readonly<Record<string, QueryValue>> = {}): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value))
  const words = asked.toString()
  return `/${parts.map(encoded).join('/')}${words ? `?${words}` : ''}`
}

export type QueryValue = string | number | undefined | null

/** The same place with some of its query changed; what is empty goes away. */
export function withQuery({ parts, query }: Address, changes: Readonly<Record<string, QueryValue>>): string {
  return hrefOf(parts, { ...Object.fromEntries(query), ...changes })
}

function encoded(part: string): string {
  return part.replace(/[^A-Za-z0-9_-]+/g, (letters) => [...new TextEncoder().encode(letters)].map(escaped).join(''))
}

const escaped = (byte: number): string => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`

function decoded(part: string): string {
  const bytes: number[] = []
  for (const [, hex, letter = ''] of part.matchAll(/~([0-9A-Fa-f]{2})|([\s\S])/g))
    bytes.push(...(hex ? [Number.parseInt(hex, 16)] : new TextEncoder().encode(letter)))
  return new TextDecoder().decode(new Uint8Array(bytes))
}
