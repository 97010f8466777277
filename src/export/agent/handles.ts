import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Claim } from '../../model/report.ts'
import { keyOf, type Shelf } from '../workbench/shelf.ts'

export const handleKinds = ['claims', 'documents', 'sources'] as const
export type HandleKind = (typeof handleKinds)[number]

/**
 * How an agent calls a claim, a document or a source: `headwater://claims/a1%2312-88`. Ids hold what a file or a feed was named, so they are
 * written in plain ASCII, and one that is longer than anybody needs goes by its digest. A claim goes by its first statement, because ids of
 * claims move when something comes in.
 */
export function handleOf(kind: HandleKind, id: string): string {
  return `headwater://${kind}/${shortOf(id)}`
}

export const claimHandle = (claim: Claim): string => handleOf('claims', keyOf(claim))

/** The kind and the name that a handle gives; undefined for what is none. */
export function handleIn(uri: string): { readonly kind: HandleKind; readonly name: string } | undefined {
  const [, kind, name = ''] = /^headwater:\/\/(\w+)\/([^/?#\s]+)$/.exec(uri) ?? []
  const known = handleKinds.find((one) => one === kind)
  return known && { kind: known, name }
}

/** What is meant by a handle, or by an id as it is; undefined where there is no such thing. */
export function claimNamed(shelf: Shelf, given: string): Claim | undefined {
  const id = idOf(given, 'claims', shelf.statements.keys(), (one) => shelf.claimOf.has(one) || shelf.claims.has(one))
  return id === undefined ? undefined : (shelf.claimOf.get(id) ?? shelf.claims.get(id))
}

export function statementNamed(shelf: Shelf, given: string) {
  return shelf.statements.get(idOf(given, 'claims', shelf.statements.keys(), (one) => shelf.statements.has(one)) ?? '')
}

export function documentNamed(shelf: Shelf, given: string) {
  return shelf.documents.get(idOf(given, 'documents', shelf.documents.keys(), (one) => shelf.documents.has(one)) ?? '')
}

export function sourceNamed(shelf: Shelf, given: string) {
  return shelf.sources.get(idOf(given, 'sources', shelf.sources.keys(), (one) => shelf.sources.has(one)) ?? '')
}

function idOf(
  given: string,
  kind: HandleKind,
  ids: Iterable<string>,
  isKnown: (id: string) => boolean,
): string | undefined {
  if (isKnown(given)) return given
  const handle = handleIn(given)
  if (handle && handle.kind !== kind) return undefined
  const name = handle?.name ?? given
  if (name.startsWith('~')) return [...ids].find((id) => shortOf(id) === name)
  const id = decoded(name)
  return id !== undefined && isKnown(id) ? id : undefined
}

/** An id in plain ASCII, of no more than 120 letters. */
export function shortOf(id: string): string {
  const written = encodeURIComponent(id.toWellFormed())
  const isShort = written.length <= longest && !written.startsWith('~') && id.isWellFormed()
  return isShort ? written : `~${bytesToHex(sha256(utf8ToBytes(id))).slice(0, 24)}`
}

const longest = 120

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}
