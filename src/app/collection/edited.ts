import type { NewAlert } from '../../collection/alerts.ts'
import { editAlert, editsOf } from '../../collection/edits.ts'
import type { KeptDocument, KeptRefusal } from '../../collection/kept.ts'
import type { Document, Refusal } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Looking, ReportVersion, Store } from '../../ports/store.ts'
import type { Acting } from './acting.ts'
import { asideIn } from './aside.ts'
import { readingOf } from './held-readings.ts'
import { orSetAside } from './or-set-aside.ts'
import { memberOf } from './piles.ts'

/** A report that came in another version: what its outlet edited is looked for between the two. */
export interface Edited {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** The two versions. */
export const versionsOf = ({ id, from, to }: Edited): readonly [ReportVersion, ReportVersion] => [
  { id, version: from },
  { id, version: to },
]

/** Reports that came in another version, of the same place, between two lines of the log. */
export async function editedBetween(store: Looking, after: number, upTo: number): Promise<readonly Edited[]> {
  const edited = new Map<string, Edited>()
  for await (const { number, body } of store.log(after, 'capture')) {
    if (number > upTo) break
    for (const { id, version } of (body as unknown as { readonly documents: readonly ReportVersion[] }).documents)
      if (version > 1) edited.set(id, { id, from: edited.get(id)?.from ?? version - 1, to: version })
  }
  const found: Edited[] = []
  for (const one of edited.values()) {
    const [was, is] = await keptOf(store, one)
    // What a feed told of a report until its page could be read was never what the page said.
    if (was && is && (await isOfOnePlace(store, was, is))) found.push(one)
  }
  return found
}

/** What came of comparing. */
export interface Compared {
  readonly alerts: readonly NewAlert[]
  /** Why nothing is told of what was edited in some. */
  readonly refusals: readonly KeptRefusal[]
}

/**
 * Looks for what outlets edited. A version that breaks the reader is set aside as any other is: then the result is undefined, and once more it is
 * passed over, with a refusal that says so.
 */
export async function compared(
  store: Store,
  edited: readonly Edited[],
  acting: Acting,
  read: (document: Document) => Reading,
  refused: (refusal: Refusal) => void,
): Promise<Compared | undefined> {
  const alerts: NewAlert[] = []
  const refusals: KeptRefusal[] = []
  const aside = await asideIn(store)
  let isSetAside = false
  for (const one of edited) {
    const [was, is] = await keptOf(store, one)
    if (!was || !is) continue
    const why = aside.why({ id: one.id, version: one.from })
    // Of the one that stands in the answers a refusal tells already.
    if (aside.has({ id: one.id, version: one.to })) continue
    if (why !== undefined) {
      refusals.push({ input: is.document.input, code: 'set-aside', says: uncompared(one, why), at: acting.now() })
      continue
    }
    const [before, after] = [await readingHere(was), await readingHere(is)]
    if (!before || !after) {
      isSetAside = true
      continue
    }
    const found = editsOf(before, after)
    if (found.length > 0) alerts.push(editAlert(was.document, is.document, found, acting.now()))
  }
  return isSetAside ? undefined : { alerts, refusals }

  /** Undefined where it is set aside: since it was looked which are, or now. */
  async function readingHere(kept: KeptDocument): Promise<Reading | undefined> {
    const got = await orSetAside(store, acting, refused, () => readingOf(store, memberOf(kept, aside), read))
    return got === 'set aside' ? undefined : got?.reading
  }
}

const uncompared = ({ id, from, to }: Edited, why: string): string =>
  `version ${from} of ${id} is not compared with version ${to}, so that nothing is told of what was edited: ${why}; both are kept and can be compared by eye`

async function keptOf(store: Looking, { id, from, to }: Edited): Promise<readonly (KeptDocument | undefined)[]> {
  const versions = await store.versions(id)
  return [from, to].map((wanted) => versions.find(({ version }) => version === wanted))
}

async function isOfOnePlace(store: Looking, was: KeptDocument, is: KeptDocument): Promise<boolean> {
  const [before, after] = [await store.capture(was.capture), await store.capture(is.capture)]
  return before?.address === after?.address
}
