import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Store, Writing } from '../../ports/store.ts'
import { remembered } from '../../text/remembered.ts'
import { readForTracing } from '../../tracing/topic.ts'
import { type Acting, pipeline } from './acting.ts'
import { asideIn } from './aside.ts'
import { computed, Fault } from './fault.ts'
import { openHeld } from './held.ts'
import { documentIn, keepReading, unread } from './readings.ts'

/** A document of a pile in the version that it had when the pile was planned, whatever came since. */
export interface Member {
  readonly id: string
  readonly version: number
  readonly sha256: string
  /** Whether it could not be read: then nothing is found in it. */
  readonly isSetAside: boolean
}

/** The readings of a collection that were asked for last. */
export interface HeldReadings {
  /**
   * The readings of documents in these versions, made where none is kept. The same object for as long as it is held, so that whatever
   * tracing remembers of a reading, or of two, holds from one tracing to the next. Undefined where one of them was set aside since the pile was
   * planned.
   *
   * @throws Unreadable
   */
  of(members: readonly Member[], read?: (document: Document) => Reading): Promise<readonly HeldReading[] | undefined>
  /** Keeps those with the collection that it does not have yet, in one writing with what belongs to them. */
  keep(readings: readonly HeldReading[], acting: Acting, besides?: (writing: Writing) => Promise<void>): Promise<void>
}

export interface HeldReading {
  readonly version: number
  readonly reading: Reading
}

/** Of one opened collection. */
export const heldReadingsOf = remembered((store: Store): HeldReadings => openHeldReadings(store))

/**
 * How many letters the texts of held readings may have together: three hundred reports of 2,000, so that of most news a pile of the largest
 * size stays. With its reading and all that is remembered of it, a letter takes some 350 bytes.
 */
const mostLetters = 600_000

export function openHeldReadings(store: Store, most: number = mostLetters): HeldReadings {
  const held = openHeld<string, HeldReading>(most, ({ reading }) => reading.document.text.length)
  const fresh = new WeakSet<Reading>()

  return {
    async of(members, read = readForTracing) {
      const found: HeldReading[] = []
      for (const member of members) {
        const one = held.get(memberKey(member)) ?? (await got(member, read))
        if (one === 'set aside') return undefined
        if (!one) continue
        held.hold(memberKey(member), one)
        found.push(one)
      }
      return found
    },
    async keep(readings, acting, besides = async () => undefined) {
      const unkept = readings.filter(({ reading }) => fresh.has(reading))
      await store.write(async (writing) => {
        for (const { version, reading } of unkept) await keepReading(writing, version, reading, acting)
        await besides(writing)
      })
      // Only now: of a writing that fails nothing is kept.
      for (const { reading } of unkept) fresh.delete(reading)
    },
  }

  async function got(
    member: Member,
    read: (document: Document) => Reading,
  ): Promise<HeldReading | 'set aside' | undefined> {
    const one = await readingOf(store, member, read)
    if (one === undefined || one === 'set aside') return one
    if (one.isFresh) fresh.add(one.reading)
    return { version: member.version, reading: one.reading }
  }
}

/** The reader broke on one version of a report. */
export class Unreadable extends Fault {
  readonly document: Document
  readonly version: number

  constructor(says: string, document: Document, version: number) {
    super(says)
    this.document = document
    this.version = version
  }
}

/**
 * The reading of a document in one version, made where none is kept; what stands for it where it was set aside before, but not where it was since.
 *
 * @throws Unreadable
 */
export async function readingOf(
  store: Store,
  { id, version, isSetAside }: Member,
  read: (document: Document) => Reading,
): Promise<{ readonly reading: Reading; readonly isFresh: boolean } | 'set aside' | undefined> {
  const kept = isSetAside ? undefined : await store.reading(id, version, pipeline)
  if (kept)
    return isEmpty(kept) && (await asideIn(store)).has({ id, version })
      ? 'set aside'
      : { reading: kept, isFresh: false }
  const document = await documentIn(store, id, version)
  if (!document) return undefined
  if (isSetAside) return { reading: unread(document), isFresh: false }
  try {
    return { reading: computed(() => read(document)), isFresh: true }
  } catch (error) {
    throw error instanceof Fault ? new Unreadable(error.message, document, version) : error
  }
}

/** As one that was set aside is. */
const isEmpty = ({ sentences }: Reading): boolean => sentences.length === 0

/** What tells one from another. */
export const memberKey = ({ id, version, sha256, isSetAside }: Member): string =>
  JSON.stringify([id, version, sha256, ...(isSetAside ? ['set aside'] : [])])
