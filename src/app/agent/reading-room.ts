import type { Store } from '../../ports/store.ts'
import { type Acting, pipeline } from '../collection/acting.ts'
import { leavesItTo } from '../collection/builds.ts'
import { refresh } from '../collection/refresh.ts'
import type { Answer } from '../workbench/answer.ts'
import { openAnswers } from '../workbench/answers.ts'

/** A collection for somebody who asks now and then: the answer is brought up to date before it is given. */
export interface ReadingRoom {
  readonly store: Store
  readonly acting: Acting
  answer(): Promise<Answer>
  /** Does something with the answer; once more with a newer one, where what it needs of this one was put away meanwhile. */
  tell<Told>(work: (answer: Answer) => Told | Promise<Told>): Promise<Told>
}

/** @param tell told, once, where a newer build makes the answers */
export function openReadingRoom(
  store: Store,
  acting: Acting,
  tell: (says: string) => void = () => undefined,
): ReadingRoom {
  const answers = openAnswers(store)
  let refreshing: Promise<void> | undefined
  let toldOf: string | undefined
  return {
    store,
    acting,
    async answer() {
      await bringUpToDate()
      return answers.now()
    },
    async tell(work) {
      await bringUpToDate()
      return answers.tell(work)
    },
  }

  async function bringUpToDate(): Promise<void> {
    // Who asks meanwhile waits for the same, and asks once more whether something came in since it began.
    if (refreshing) await refreshing.catch(() => undefined)
    refreshing ??= renewed().finally(() => {
      refreshing = undefined
    })
    await refreshing
  }

  async function renewed(): Promise<void> {
    const { leftTo } = await refresh(store, acting)
    if (leftTo !== undefined && leftTo !== toldOf) tell(leavesItTo(leftTo, pipeline))
    toldOf = leftTo
    await answers.renew()
  }
}
