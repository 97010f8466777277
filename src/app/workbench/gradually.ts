import type { Steps } from '../../text/steps.ts'

/** Does steps for so many milliseconds at a time, and lets others be answered in between. */
export async function gradually<T>(steps: Steps<T>, atOnce = 10): Promise<T> {
  for (let begun = performance.now(); ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - begun < atOnce) continue
    await new Promise(setImmediate)
    begun = performance.now()
  }
}
