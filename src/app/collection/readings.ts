import { analyse } from '../../extract/read.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { ReportVersion, Store, Writing } from '../../ports/store.ts'
import { type Acting, pipeline } from './acting.ts'
import { asideIn } from './aside.ts'

/** One version of a report. */
export async function documentIn(store: Store, id: string, version: number): Promise<Document | undefined> {
  const [latest] = await store.latest([id])
  if (latest?.version === version) return latest.document
  return (await store.versions(id)).find((kept) => kept.version === version)?.document
}

/** Keeps what was found in one version of a report. Where it was set aside before, it no longer is, and the log says so. */
export async function keepReading(
  writing: Writing,
  version: number,
  reading: Reading,
  { by, now }: Acting,
): Promise<void> {
  const { id, input } = reading.document
  // Whoever sets a version aside keeps a reading of it, in which nothing is found: of what nobody kept one, the log need not be asked.
  const isFirst = (await writing.readBy({ id, version })) === undefined
  await writing.keepReading(version, pipeline, reading)
  // A version that came late says nothing of the last one.
  const [latest] = await writing.latest([id])
  if (latest?.version === version) await writing.forgetRefusal(input, 'set-aside')
  if (!isFirst && (await asideIn(writing)).has({ id, version }))
    await writing.addLine({ kind: 'read-after-all', at: now(), by, body: { id, version, pipeline } })
}

/** Why reports are set aside. */
export interface Failure {
  /** A sentence with what can be done. */
  readonly says: string
  /** Each can be read, but not traced: that somebody read it does not help. */
  readonly isOfTracing: boolean
}

/** Why, of one that cannot be read. @param tried how often */
export const unreadable = (tried: string, fault: string): string =>
  `it was tried ${tried} and could not be read (${fault}); its words are kept, nothing is found in them until another version of Headwater reads it`

/**
 * Sets reports aside that the machine cannot read: they stay in the collection and in the answers with their words, but nothing is found in
 * them, and a refusal names each that stands in the answers: the last version of it. The answers take it into account when they are next brought up to date. Another version of Headwater tries them
 * anew.
 *
 * @returns those that were set aside: not those that already were, or that somebody read meanwhile
 */
export async function setAside(
  store: Store,
  reports: readonly ReportVersion[],
  { says, isOfTracing }: Failure,
  acting: Acting,
): Promise<readonly ReportVersion[]> {
  const done: ReportVersion[] = []
  for (const { id, version } of reports) {
    const document = await documentIn(store, id, version)
    if (!document) continue
    const isDone = await store.write(async (writing) => {
      const isRead = (await writing.unread([{ id, version }], pipeline)).length === 0
      if (isRead && (!isOfTracing || (await asideIn(writing)).has({ id, version }))) return false
      const at = acting.now()
      await writing.keepReading(version, pipeline, unread(document))
      const [latest] = await writing.latest([id])
      if (latest?.version === version) await writing.keepRefusal({ input: document.input, code: 'set-aside', says, at })
      await writing.addLine({ kind: 'set-aside', at, by: acting.by, body: { id, version, pipeline, says } })
      return true
    })
    if (isDone) done.push({ id, version })
  }
  return done
}

/** What stands for the reading of a report that could not be read: made by no stage. */
export const unread = (document: Document): Reading => ({ document, ...analyse(document, []) })
