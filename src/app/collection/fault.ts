/** What was computed failed, and would fail again: it lies in the texts, the world had no part in it. */
export class Fault extends Error {}

/**
 * @throws Fault where it fails by what is in the texts, which says why. What the machine could not give (memory, a file) is thrown on as it is:
 * next time it may have it
 */
export function computed<T>(compute: () => T): T {
  try {
    return compute()
  } catch (cause) {
    if (cause instanceof Fault || isOfMachine(cause)) throw cause
    throw new Fault(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), { cause })
  }
}

/** Whether the machine failed: a call of the system, or the memory that something asked for. */
function isOfMachine(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall !== undefined || (code !== undefined && memoryCodes.has(code))) return true
  return error instanceof RangeError && noMemory.test(error.message)
}

const memoryCodes: ReadonlySet<string> = new Set(['ERR_MEMORY_ALLOCATION_FAILED', 'ERR_WORKER_OUT_OF_MEMORY'])

/** As V8 says it of buffers and of WebAssembly. A stack that overflows is none of these: it is the text that is nested so deep. */
const noMemory = /out of memory|allocation failed|allocate memory|unable to grow instance memory/i
