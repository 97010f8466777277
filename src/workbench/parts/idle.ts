import { useEffect, useState } from 'react'

/** True from the first moment at which the browser has nothing else to do: for what nobody waits for. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => whenIdle(() => setIdle(true)), [])
  return idle
}

/** Calls once when there is nothing else to do; gives what takes the call back. */
export function whenIdle(then: () => void): () => void {
  // Safari has no such call.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(then, longest / 4)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(then, { timeout: longest })
  return () => cancelIdleCallback(asked)
}

/** Before this many milliseconds are over, however busy the browser is. */
const longest = 1_000
