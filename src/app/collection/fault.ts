/** What was computed failed, and would fail again: it lies in the texts, the world had no part in it. */
export class Fault extends Error {}

/** @throws Fault where it fails, which says why */
export function computed<T>(compute: () => T): T {
  try {
    return compute()
  } catch (cause) {
    throw new Fault(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), { cause })
  }
}
