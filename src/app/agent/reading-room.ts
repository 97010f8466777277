import type { Shelf } from '../../export/workbench/shelf.ts'
import type { Store } from '../../ports/store.ts'
import type { Acting } from '../collection/acting.ts'
import { refresh } from '../collection/refresh.ts'
import { openAnswers } from '../workbench/answer.ts'

/** A collection for somebody who asks now and then: the answer is brought up to date before it is given. */
export interface ReadingRoom {
  readonly store: Store
  readonly acting: Acting
  shelf(): Promise<Shelf>
}

export function openReadingRoom(store: Store, acting: Acting): ReadingRoom {
  const answers = openAnswers(store)
  let refreshing: Promise<void> | undefined
  return {
    store,
    acting,
    async shelf() {
      // Who asks meanwhile waits for the same, and asks once more whether something came in since it began.
      if (refreshing) await refreshing.catch(() => undefined)
      refreshing ??= renewed().finally(() => {
        refreshing = undefined
      })
      await refreshing
      return (await answers.now()).shelf
    },
  }

  async function renewed(): Promise<void> {
    await refresh(store, acting)
    await answers.renew()
  }
}
