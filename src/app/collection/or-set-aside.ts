import type { Refusal } from '../../model/document.ts'
import type { Store } from '../../ports/store.ts'
import type { Acting } from './acting.ts'
import { Unreadable } from './held-readings.ts'
import { setAside, unreadable } from './readings.ts'

/**
 * Does what reads reports. The one that breaks the reader is set aside, so that the others go on without it: then the result is undefined.
 *
 * @param refused told which it is, and what can be done
 */
export async function orSetAside<T>(
  store: Store,
  acting: Acting,
  refused: (refusal: Refusal) => void,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const { document, version, message } = error
    const says = unreadable('once', message)
    const done = await setAside(store, [{ id: document.id, version }], { says, isOfTracing: false }, acting)
    if (done.length > 0) refused({ input: document.input, code: 'set-aside', says })
    return undefined
  }
}
