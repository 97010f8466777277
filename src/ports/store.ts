import type { Alert, Delivery, NewAlert } from '../collection/alerts.ts'
import type { Follow } from '../collection/follow.ts'
import type { KeptCapture, KeptDocument, KeptRefusal } from '../collection/kept.ts'
import type { ListedKind, Listing } from '../collection/listing.ts'
import type { Json, LogFact, LogKind, LogLine } from '../collection/log.ts'
import type { KeptModelAnswer } from '../collection/model-answer.ts'
import type { SavedView } from '../collection/saved-view.ts'
import type { Findable, Found, Question } from '../collection/search.ts'
import type { RefusalCode } from '../model/document.ts'
import type { PlacedReport } from '../model/placed-report.ts'
import type { Reading } from '../model/reading.ts'
import type { Report } from '../model/report.ts'

/**
 * Where one collection is kept. What was captured, said and decided is only ever added to; what the machine made of it (readings, traced
 * piles, what can be searched) may be made anew at any time.
 *
 * Every adapter passes `test/conformance/store.ts`.
 */
export interface Store extends Looking {
  /** For people: a path, or an address without its password. */
  readonly name: string
  /**
   * All of it or nothing, also when the process is killed. One at a time for a collection, whichever process asks: `work` sees what all
   * writings before it left, and must wait for nothing but the store.
   */
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T>
  /**
   * Looks at the collection as it was at one moment, whatever others write meanwhile. Nobody's writing waits for it; whoever asks this same store for
   * something else may have to. `work` must use nothing but what it is given.
   */
  atOneMoment<T>(work: (looking: Looking) => Promise<T>): Promise<T>
  /**
   * Puts bytes where those of captures are kept, when that is not in the collection itself. Asked before the writing that adds the capture: no
   * writing waits for another machine. Asked of bytes that were kept there before, it mends them where they were damaged.
   */
  stow(sha256: string, bytes: Uint8Array): Promise<void>
  /** Whether it can only be looked at: on a medium, or by somebody, that may not write. */
  readonly isReadOnly: boolean
  close(): Promise<void>
}

/** What can be asked of a collection. Lists come in a fixed order: by number, or by id in the order of code units. */
export interface Looking {
  counts(): Promise<Counts>

  captures(): AsyncIterable<KeptCapture>
  capture(number: number): Promise<KeptCapture | undefined>
  /** The last capture of an address. */
  latestCapture(address: string): Promise<KeptCapture | undefined>
  /** The bytes of captures, by their SHA-256. */
  bytes(sha256: string): Promise<Uint8Array | undefined>

  /** The last version of every report, by id. */
  documents(): AsyncIterable<KeptDocument>
  /** The last version of those of these reports that are here, in whatever order. */
  latest(ids: readonly string[]): Promise<readonly KeptDocument[]>
  /** Every version of one report, the first version first. */
  versions(id: string): Promise<readonly KeptDocument[]>
  /** The last version of the report with this key. */
  documentWithKey(key: string): Promise<KeptDocument | undefined>
  /** Versions that were read from one capture. */
  documentsOf(capture: number): Promise<readonly KeptDocument[]>

  reading(id: string, version: number, pipeline: string): Promise<Reading | undefined>
  /** Those of these reports, each in some version, of which no reading by this pipeline is kept. */
  unread(reports: readonly ReportVersion[], pipeline: string): Promise<readonly ReportVersion[]>
  /** The pipeline whose reading of one version of a report is kept; undefined where none is. */
  readBy(report: ReportVersion): Promise<string | undefined>

  /** What the report was made with; undefined before the first tracing. */
  tracing(): Promise<Traced | undefined>
  /** The builds of Headwater that made the report, or set out to, in the order in which they first came. */
  builds(): Promise<readonly string[]>
  /** The piles that the report is made of, in order. */
  piles(): AsyncIterable<TracedPile>
  /** The same by their keys alone. */
  pileKeys(): Promise<readonly string[]>
  /** Those of these piles that the report is made of. */
  tracedPiles(keys: readonly string[]): Promise<readonly TracedPile[]>
  /** The keys of the piles that the report is made of but that are not there any more. */
  lostPiles(): Promise<readonly string[]>
  pile(key: string): Promise<Report | undefined>
  /** What was traced of the same documents, with whatever decisions, by key. */
  pilesOf(base: string): Promise<ReadonlyMap<string, Report>>
  /** The keys of what was traced of each of these, with whatever decisions. */
  keysOf(bases: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  /** The keys of the piles that hold one of these documents, by document. */
  pilesHolding(documents: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Those of these piles that are planned to be traced, by what names their documents. */
  planned(bases: readonly string[]): Promise<ReadonlyMap<string, PlannedPile>>
  /** How many of these piles are planned to be traced. */
  countPlanned(bases: readonly string[]): Promise<number>
  /** The documents in a pile. */
  inPile(key: string): Promise<readonly string[]>
  /** The digests of the piles that the report is made of, as far as they were listed by this version, by key. */
  listings(version: number): AsyncIterable<readonly [string, Json]>
  /** The digest of one pile. */
  listing(key: string, version: number): Promise<Json | undefined>
  /** The keys of the piles that the report is made of but that this version did not list. */
  unlistedPiles(version: number): Promise<readonly string[]>
  /** What rows of lists hold, by the keys that `rowKey` gives. */
  listed(keys: readonly string[]): Promise<ReadonlyMap<string, Json>>
  /** The rows of a kind of these piles, by key. */
  listedOf(kind: ListedKind, piles: readonly string[]): Promise<ReadonlyMap<string, Json>>
  /** The keys of the rows of a kind of these piles in which all of these words stand. */
  listedWith(kind: ListedKind, piles: readonly string[], words: readonly string[]): Promise<readonly string[]>
  /** The keys of the piles in which a voice goes by one of these names. */
  pilesNaming(names: readonly string[]): Promise<readonly string[]>

  /** Those of these reports that stand in the forest of topics. */
  placed(ids: readonly string[]): Promise<readonly PlacedReport[]>
  /** The reports that hang on one of these, by id. */
  hangingOn(ids: readonly string[]): Promise<readonly string[]>
  /** The places (`order`) of reports that are led by a word, next to a place and without it, the nearest first. */
  ledBy(word: number, side: 'before' | 'after', order: string, count: number): Promise<readonly string[]>

  /** @param kind only lines of this kind */
  log(after?: number, kind?: LogKind): AsyncIterable<LogLine>
  firstLine(): Promise<LogLine | undefined>
  /** @param kinds the last of these kinds */
  lastLine(kinds?: readonly LogKind[]): Promise<LogLine | undefined>

  search(question: Question): Promise<Found>

  /** What a model answered, by the digest of its question. */
  modelAnswer(digest: string): Promise<KeptModelAnswer | undefined>
  /** All of them, by digest. */
  modelAnswers(): AsyncIterable<KeptModelAnswer>

  refusals(): Promise<readonly KeptRefusal[]>
  follows(): Promise<readonly Follow[]>
  /** Ways of looking at the claims that somebody saved, by id. */
  views(): Promise<readonly SavedView[]>
  alerts(after?: number): AsyncIterable<Alert>
  /** The highest number of an alert that is or was on its way to a place; undefined where there is none. */
  lastDelivery(to: string): Promise<number | undefined>
  /** Deliveries that are to be tried at this moment or before. */
  dueDeliveries(at: string): Promise<readonly Delivery[]>
}

/** What can be written; everything asked here sees what was written before it. */
export interface Writing extends Looking {
  addCapture(capture: Omit<KeptCapture, 'number'>, bytes: Uint8Array): Promise<KeptCapture>
  /** Adds a version; one with the same id that was current is so no longer. */
  addDocument(kept: KeptDocument): Promise<void>
  /** Replaces what was kept of that version, whatever pipeline made it. */
  keepReading(version: number, pipeline: string, reading: Reading): Promise<void>
  /** Keeps the report on a pile until the next `keepTracing`, which says whether the report is made of it. */
  keepPile(key: string, base: string, report: Report): Promise<void>
  /** Keeps what lists show of a pile, in place of what was kept before; nothing where the pile was forgotten. */
  keepListing(key: string, version: number, listing: Listing): Promise<void>
  /** From now on this build is the last that came, be it a new one or not. */
  addBuild(pipeline: string): Promise<void>
  /** Plans piles, for whoever comes to trace them, until the next `keepTracing`. */
  plan(piles: readonly PlannedPile[]): Promise<void>
  /** Counts that something could not be computed; forgotten with the next `keepTracing`. Gives how often that was. */
  countFailure(about: string): Promise<number>
  /** Says what the report is made of now, as far as that changed, and forgets all else. */
  keepTracing(traced: Omit<Traced, 'documents'>, change: TracingChange): Promise<void>
  /** Replaces all that can be found under a name, a document's id or `sources`. Nothing is written where the digest is the same. */
  keepFindable(under: string, digest: string, rows: readonly Findable[]): Promise<void>
  /** Takes away all that can be found under these names. */
  dropFindable(names: readonly string[]): Promise<void>
  /** The first answer to a question stays. */
  keepModelAnswer(answer: KeptModelAnswer): Promise<void>
  /** Forgets what a model answered; all that any did when none is named. Gives how many answers that were. */
  forgetModelAnswers(model?: string): Promise<number>
  addLine(fact: LogFact): Promise<LogLine>
  /** One for each input: the last one. */
  keepRefusal(refusal: KeptRefusal): Promise<void>
  /** @param code only where it was refused for this */
  forgetRefusal(input: string, code?: RefusalCode): Promise<void>
  keepFollow(follow: Follow): Promise<void>
  dropFollow(address: string): Promise<boolean>
  /** Replaces the one of this id. */
  keepView(view: SavedView): Promise<void>
  dropView(id: string): Promise<boolean>
  addAlert(alert: NewAlert): Promise<Alert>
  keepDelivery(delivery: Delivery): Promise<void>
}

/** One version of a report. */
export interface ReportVersion {
  readonly id: string
  readonly version: number
}

/** What the report of a collection was made with. */
export interface Traced {
  readonly pipeline: string
  /** The number of the last line of the log that it takes into account, of those that answers are made of. */
  readonly upTo: number
  /** How many documents stand in the forest of topics. */
  readonly documents: number
}

/** A pile that is to be traced. */
export interface PlannedPile {
  /** What names its documents in these versions, read in this way. */
  readonly base: string
  /** The line of the log up to which decisions are taken into account. */
  readonly upTo: number
  readonly members: readonly ReportVersion[]
}

/** What changes in what a report is made of. */
export interface TracingChange {
  /** Whether nothing stays of what was there: then `gone` names nothing. */
  readonly isWhole: boolean
  /** Keys of piles. */
  readonly gone: readonly string[]
  readonly come: readonly TracedPile[]
  /** Reports in the forest, as they were and as they are. */
  readonly placed: readonly { readonly was: PlacedReport | undefined; readonly is: PlacedReport | undefined }[]
}

export interface TracedPile {
  readonly key: string
  /** What names the documents in it, whatever people decided. */
  readonly base: string
  /** Where its first document stands in the order of all: piles come in this order. */
  readonly order: string
  /** Ids, in canonical order. */
  readonly documents: readonly string[]
  /** What its voices go by, as `namesOf` tells: decisions on these concern it. */
  readonly names: readonly string[]
  /** What its voices can be found under. */
  readonly sources: string
}

export interface Counts {
  readonly captures: number
  readonly documents: number
  readonly versions: number
  readonly lines: number
  readonly alerts: number
}
