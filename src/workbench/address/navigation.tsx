import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'
import { type Address, addressOf, placeIn } from './address.ts'

/** Where the window is. Changes with `go`, with links, and with back and forward. */
export function useAddress(): Address {
  useSyncExternalStore(subscribe, () => location.pathname + location.search)
  return here()
}

let held: { readonly at: string; readonly address: Address } | undefined

/** The address of this moment, the same value as long as it does not change. */
export function here(): Address {
  const at = location.pathname + location.search
  if (held?.at !== at) held = { at, address: addressOf(location.pathname, location.search) }
  return held.address
}

/** Goes to a place of the collection that the window is in, or to one that is in none. A place that only refines the last one (a filter) replaces it, so that back leads out. */
export function go(place: string, how: 'push' | 'replace' = 'push'): void {
  const href = hereIn(place)
  if (href === location.pathname + location.search) return
  const samePage = new URL(href, location.href).pathname === location.pathname
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', href)
  for (const listener of listeners) listener()
  if (samePage) return
  scrollTo(0, 0)
  requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
}

/** A link inside the workbench: a plain anchor, so that it can be copied, opened beside, and reached by every reader. */
export function Link({ to, onClick, ...rest }: { readonly to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  return <a href={hereIn(to)} onClick={follow} {...rest} />
}

/** A place in the collection that the window is in. */
export const hereIn = (place: string): string => placeIn(here().collection, place)

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
