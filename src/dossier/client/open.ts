import { claimsOf } from './claims.ts'

/** A row opens its reasoning; arrows walk from claim to claim; a link to something closed opens it; printing opens everything. */
export function openOnDemand(table: HTMLTableElement): void {
  for (const claim of claimsOf(table)) {
    claim.classList.add('openable')
    claim.querySelector('.facts')?.addEventListener('click', (event) => {
      const inside = event.target instanceof Element && event.target.closest('a, button')
      const details = claim.querySelector('details')
      if (!inside && details && !getSelection()?.toString()) details.open = !details.open
    })
  }
  table.addEventListener('keydown', walk)
  openAllButton(table)
  addEventListener('hashchange', openTarget)
  openTarget()
  let closed: readonly HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    closed = [...table.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const details of closed) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false
  })
}

function walk(event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches('.detail > td > details > summary')) return
  const table = event.target.closest('table')
  const summaries = table
    ? [...table.querySelectorAll<HTMLElement>('tbody:not([hidden]) > .detail > td > details > summary')]
    : []
  const at = summaries.indexOf(event.target)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: summaries.length - 1,
  }
  const next = summaries[steps[event.key] ?? -1]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function openAllButton(table: HTMLTableElement): void {
  const button = document.querySelector<HTMLButtonElement>('.toggle-all')
  button?.addEventListener('click', () => {
    const open = button.getAttribute('aria-pressed') !== 'true'
    button.setAttribute('aria-pressed', String(open))
    button.textContent = open ? 'Close all' : 'Open all'
    for (const details of table.querySelectorAll<HTMLDetailsElement>('.detail > td > details')) details.open = open
  })
}

function openTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  if (!target) return
  if (target.matches('tbody.claim')) {
    target.hidden = false
    const details = target.querySelector('details')
    if (details) details.open = true
  }
  for (let at = target.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true
  target.scrollIntoView({ block: target.offsetHeight > innerHeight / 2 ? 'start' : 'center' })
}
