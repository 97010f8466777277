import { analyse } from '../../extract/read.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Store, Writing } from '../../ports/store.ts'
import { pipeline } from './acting.ts'

/** One version of a report. */
export async function documentIn(store: Store, id: string, version: number): Promise<Document | undefined> {
  const [latest] = await store.latest([id])
  if (latest?.version === version) return latest.document
  return (await store.versions(id)).find((kept) => kept.version === version)?.document
}

/** Keeps what was found in one version of a report. That it once could not be read is no longer so. */
export async function keepReading(writing: Writing, version: number, reading: Reading): Promise<void> {
  await writing.keepReading(version, pipeline, reading)
  await writing.forgetRefusal(reading.document.input, 'set-aside')
}

/**
 * Sets reports aside that the machine cannot read: they stay in the collection and in the answers with their words, but nothing is found in
 * them, and a refusal names each. Another version of Headwater tries them anew.
 *
 * @param says why, as a sentence with what can be done
 */
export async function setAside(
  store: Store,
  versions: readonly { readonly id: string; readonly version: number }[],
  says: string,
  at: string,
): Promise<void> {
  for (const { id, version } of versions) {
    const document = await documentIn(store, id, version)
    if (!document) continue
    await store.write(async (writing) => {
      await writing.keepReading(version, pipeline, unread(document))
      await writing.keepRefusal({ input: document.input, code: 'set-aside', says, at })
    })
  }
}

/** Whether a reading stands for one that could not be made. */
export const isSetAside = ({ document, sentences }: Reading): boolean =>
  sentences.length === 0 && document.text.trim() !== ''

/** Read by no stage. */
const unread = (document: Document): Reading => ({ document, ...analyse(document, []) })
