import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Claim } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import type { Named } from '../view/lookup.ts'
import type { Catalogue } from '../workbench/catalogue.ts'
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
export const documentNamed = <Document>(
  { documents }: { readonly documents: ReadonlyMap<string, Document> },
  given: string,
): Document | undefined => documents.get(idOf(given, 'documents', documents.keys(), (one) => documents.has(one)) ?? '')

export const sourceNamed = ({ sources }: Pick<Named, 'sources'>, given: string): Source | undefined =>
  sources.get(idOf(given, 'sources', sources.keys(), (one) => sources.has(one)) ?? '')

/** The claim of a report on a pile that is meant by a handle, or by the id of a statement of it. */
export function claimNamed(shelf: Shelf, given: string): Claim | undefined {
  const id = idOf(given, 'claims', shelf.statements.keys(), (one) => shelf.claimOf.has(one) || shelf.claims.has(one))
  return id === undefined ? undefined : (shelf.claimOf.get(id) ?? shelf.claims.get(id))
}

export function statementNamed(shelf: Shelf, given: string) {
  return shelf.statements.get(idOf(given, 'claims', shelf.statements.keys(), (one) => shelf.statements.has(one)) ?? '')
}

/**
 * The documents that a claim may stand in which is meant by a handle, or by the id of a statement or of itself: one, as a rule; all whose ids
 * are long, where it goes by a digest.
 */
export function documentsOfClaim(catalogue: Catalogue, given: string): readonly string[] {
  const handle = handleIn(given)
  if (handle && handle.kind !== 'claims') return []
  const name = handle?.name ?? given
  const named = [given, decoded(name) ?? '']
  const direct = named.flatMap((id) => documentOf(catalogue, id) ?? [])
  if (direct.length > 0) return direct.slice(0, 1)
  const isLong = name.startsWith('~')
  const claim = catalogue.claims.find(({ id, key }) => (isLong ? shortOf(key) === name : named.includes(id)))
  if (claim) return [documentOf(catalogue, claim.key) ?? '']
  return isLong ? [...catalogue.documents.keys()].filter((id) => shortOf(longestOf(id)).startsWith('~')) : []
}

/** The document that a statement stands in, by the id of the statement. */
function documentOf({ documents }: Pick<Catalogue, 'documents'>, statement: string): string | undefined {
  const id = statement.slice(0, Math.max(0, statement.lastIndexOf('#')))
  return documents.has(id) ? id : undefined
}

/** An id as long as one of a statement of a document can be. */
const longestOf = (document: string): string => `${document}#${'9'.repeat(20)}`

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
