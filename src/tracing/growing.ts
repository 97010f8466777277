import type { Document, Refusal } from '../model/document.ts'
import type { Digest } from '../model/placed-report.ts'
import type { Reading } from '../model/reading.ts'
import type { Report } from '../model/report.ts'
import { digestOf } from '../story/topics/digest.ts'
import { withDistinctIds } from '../text/distinct-ids.ts'
import type { InForce } from './in-force.ts'
import { joined } from './joined.ts'
import { pilesOf } from './piles.ts'
import { readForTracing, traceTopic } from './topic.ts'
import { namesOf, openTouching } from './touching.ts'

/** A collection that is traced while it grows and shrinks. */
export interface Tracing {
  add(documents: readonly Document[]): void
  /** Takes away the documents that were added under these ids. */
  remove(ids: readonly string[]): void
  /** Sets the decisions that hold from now on, as `inForce` reads them off their log; those set before hold no more. */
  decide(decisions: readonly InForce[]): void
  /**
   * The same, byte for byte, as `trace` of all that is in it. Only the piles are traced again that changed since the last call, or that
   * a decision touches which was not there then, or is there no more.
   */
  report(refusals?: readonly Refusal[]): Report
}

/**
 * Opens an empty collection.
 *
 * @param reader gives the reading of a document; asked for those of a pile whenever that is traced anew, so that whoever keeps readings
 * can give them. The one that is taken when none is given remembers the last few hundred.
 */
export function openTracing(reader: (document: Document) => Reading = remembering(readForTracing)): Tracing {
  const given = new Map<string, Document[]>()
  const digests = new WeakMap<Document, Digest>()
  const reports = openMemo<Traced>()
  let here = new Map<string, Document>()
  let decisions: readonly InForce[] = []
  let touching = openTouching(decisions)

  return {
    add(documents) {
      for (const document of documents) given.set(document.id, [...(given.get(document.id) ?? []), document])
    },
    remove(ids) {
      for (const id of ids) given.delete(id)
    },
    decide(now) {
      decisions = now
      touching = openTouching(now)
    },
    report(refusals = []) {
      settle()
      const traced = pilesOf([...here.values()], decisions, digested).map((pile) =>
        reports.get(
          pile,
          () => traceAnew(pile),
          (known) => known.decided === decidedOf(pile, known.names),
        ),
      )
      reports.forget()
      return joined(
        traced.map(({ report }) => report),
        refusals,
        decisions,
      )
    },
  }

  function traceAnew(pile: readonly Document[]): Traced {
    const report = traceTopic(pile.map(reader), decisions)
    const names = namesOf(report.sources)
    return { report, names, decided: decidedOf(pile, names) }
  }

  /** What people decided of a pile, as one text. */
  function decidedOf(pile: readonly Document[], names: ReadonlySet<string>): string {
    return JSON.stringify(
      touching(
        pile.map(({ id }) => id),
        names,
      ).map(({ id, decision }) => [id, decision]),
    )
  }

  /** Takes up what has been given. */
  function settle(): void {
    here = new Map(distinct([...given.values()].flat()).map((document) => [document.id, document]))
  }

  function digested(document: Document): Digest {
    const digest = digests.get(document) ?? digestOf(document)
    digests.set(document, digest)
    return digest
  }

  /** A document that got another id stays the same object, so that its pile stays the same pile. */
  function distinct(documents: readonly Document[]): readonly Document[] {
    return withDistinctIds(documents).map((document) => {
      const known = here.get(document.id)
      return known && alike(known, document) ? known : document
    })
  }
}

const alike = (a: Document, b: Document): boolean =>
  Object.entries(a).every(([key, value]) => b[key as keyof Document] === value) &&
  Object.keys(a).length === Object.keys(b).length

/** The report on a pile, the names that its voices go by, and the decisions that it was traced with. */
interface Traced {
  readonly report: Report
  readonly names: ReadonlySet<string>
  readonly decided: string
}

/** What was worked out for lists of documents, remembered while they are asked for. */
function openMemo<Value>() {
  const serials = new WeakMap<Document, number>()
  let [next, known, asked] = [0, new Map<string, Value>(), new Map<string, Value>()]
  const serialOf = (document: Document): number => {
    const serial = serials.get(document) ?? next++
    serials.set(document, serial)
    return serial
  }
  return {
    get(documents: readonly Document[], work: () => Value, holds: (value: Value) => boolean): Value {
      const key = documents.map(serialOf).join(' ')
      const found = known.get(key)
      const value = found !== undefined && holds(found) ? found : work()
      asked.set(key, value)
      return value
    },
    /** Drops what was not asked for since the last time. */
    forget(): void {
      ;[known, asked] = [asked, new Map()]
    },
  }
}

/** Readings of the documents that were asked for last. A reading takes some hundred times the memory of its document. */
function remembering(read: (document: Document) => Reading): (document: Document) => Reading {
  const readings = new Map<Document, Reading>()
  return (document) => {
    const reading = readings.get(document) ?? read(document)
    readings.delete(document)
    readings.set(document, reading)
    const [oldest] = readings.keys()
    if (readings.size > remembered && oldest) readings.delete(oldest)
    return reading
  }
}

const remembered = 400
