import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './log.ts'

/** A way of looking at the claims that somebody gave a name: which of them, in what order, under what. Everybody at the collection sees it. */
export interface SavedView {
  /** Stays when it is given another name or asks for something else, so that its address does. */
  readonly id: string
  /** No two views of a collection have the same. */
  readonly name: string
  readonly asks: ViewQuestion
  /** Who saved it, and when: ISO 8601, UTC, with milliseconds. */
  readonly by: string
  readonly at: string
}

/** What a view is made of, in the words of the address of the claims. */
export const viewFields = ['q', 'finding', 'origins', 'story', 'origin', 'source', 'sort', 'group'] as const
export type ViewField = (typeof viewFields)[number]
export type ViewQuestion = Readonly<Partial<Record<ViewField, string>>>

/** A view as it is first saved. */
export function newView(name: string, asks: ViewQuestion, by: string, at: string): SavedView {
  const id = bytesToHex(sha256(utf8ToBytes(canonicalJson({ name, at, by, asks: { ...asks } })))).slice(0, 12)
  return { id, name, asks, by, at }
}

/** Whether two names would be taken for one another. */
export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** How many views a collection has at most: more than anybody can choose from. */
export const mostViews = 200
