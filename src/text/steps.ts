/**
 * Work that is done step by step: whoever has others to answer can do so between two steps. What it gives is the same however it is done.
 */
export type Steps<T> = Generator<undefined, T>

/** Does all steps at once. */
export function ended<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
