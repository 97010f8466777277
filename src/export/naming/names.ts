import type { Derivation } from '../../model/derivation.ts'
import type { Annotation, Report } from '../../model/report.ts'
import { heardOnlyIn } from '../../model/source.ts'
import { uuidOf } from './uuid.ts'

/**
 * What the things of a report are called outside of it. Ids of a report hold within one collection only (`c1`, `a1#12-40`), so each thing
 * gets a UUID made of what it is: a report of its address and the digest of its text, a statement of its report and place, a voice of its
 * name, a claim of its first statement. The same thing has the same UUID in every format and in every collection that holds it.
 */
export interface Names {
  readonly document: (id: string) => string
  readonly source: (id: string) => string
  readonly statement: (id: string) => string
  readonly claim: (id: string) => string
  /** A document or a source, whichever it is. */
  readonly node: (id: string) => string
  readonly derivation: (derivation: Derivation) => string
  /** A note, tag or state. */
  readonly annotation: (annotation: Annotation) => string
  /** Anything else of one of these: the file that holds it, the opinion on it. */
  readonly of: (what: string, uuid: string) => string
  /** The report as a whole, made of the documents in it. */
  readonly report: string
}

/** UUIDv5 of the name `headwater/report@1` in the namespace of URLs of RFC 9562. */
export const namespace = uuidOf('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'headwater/report@1')

/** As an address that leads nowhere and names one thing only. */
export const urn = (uuid: string): string => `urn:uuid:${uuid}`

export function namesIn(report: Report): Names {
  const named = (...parts: readonly string[]): string => uuidOf(namespace, JSON.stringify(parts))
  const taken = new Set<string>()
  // Of two that would be called the same (one page saved twice, two people of one name) the later is told apart by its id.
  const once = (plain: string, apart: string): string => {
    const name = taken.has(plain) ? apart : plain
    taken.add(name)
    return name
  }
  const documents = new Map(
    report.documents.map(({ id, url, sha256 }) => [
      id,
      once(named('document', url ?? id, sha256), named('document', url ?? id, sha256, id)),
    ]),
  )
  const document = (id: string): string => documents.get(id) ?? named('document', id)
  const sources = new Map<string, string>()
  for (const { id, name, kind } of report.sources) {
    const heard = heardOnlyIn(id)
    const plain =
      heard && documents.has(heard.document)
        ? named('source', kind, heard.what, document(heard.document))
        : named('source', kind, name)
    sources.set(id, once(plain, named('source', kind, name, id)))
  }
  const source = (id: string): string => sources.get(id) ?? named('source', id)
  const statements = new Map(
    report.statements.map((one) => {
      const place = [document(one.document), `${one.start}-${one.end}`] as const
      return [one.id, once(named('statement', ...place), named('statement', ...place, one.id))]
    }),
  )
  const statement = (id: string): string => statements.get(id) ?? named('statement', id)
  const claims = new Map(
    report.claims.map(({ id, statements: [first = id] }) => [id, named('claim', statement(first))]),
  )
  const claim = (id: string): string => claims.get(id) ?? named('claim', id)
  const node = (id: string): string => (documents.has(id) ? document(id) : source(id))
  const things = { document, source, statement, claim }
  return {
    ...things,
    node,
    derivation: ({ from, to, manner }) => named('derivation', node(from), node(to), manner),
    annotation: ({ on, kind, text, by, decision }) =>
      named('annotation', things[on.kind](on.id), kind, text, by, decision),
    of: named,
    report: named('report', ...[...documents.values()].sort()),
  }
}
