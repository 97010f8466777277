/** In the blame view, hovering or focusing a statement shows its trail, taken from the claim's reasoning, in a card beside it. */
export function showTrails(): void {
  const card = document.querySelector<HTMLElement>('#trail-card')
  if (!card) return
  let current: Element | undefined

  const show = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a.st') : null
    const trail = link && document.getElementById(link.dataset.trail ?? '')?.closest('li')
    if (!link || !trail || link === current) return
    hide()
    current = link
    card.replaceChildren(...[...trail.querySelectorAll(':scope > ol, :scope > p')].map(withoutLinks))
    card.hidden = false
    link.setAttribute('aria-describedby', card.id)
    place(card, link)
  }
  const hide = () => {
    current?.removeAttribute('aria-describedby')
    current = undefined
    card.hidden = true
  }
  document.addEventListener('pointerover', show)
  document.addEventListener('focusin', show)
  document.addEventListener('pointerout', (event) => {
    if (event.target === current) hide()
  })
  document.addEventListener('focusout', hide)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide()
  })
}

/** A tooltip holds no links: a copy with their words only. */
function withoutLinks(part: Element): Element {
  const copy = part.cloneNode(true) as Element
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id')
  return copy
}

/** Under the first line of the words, or above them where there is no room below; never past the edge of the page. */
function place(card: HTMLElement, link: HTMLElement): void {
  const line = link.getClientRects()[0] ?? link.getBoundingClientRect()
  const whole = link.getBoundingClientRect()
  const below = whole.bottom + card.offsetHeight + 12 < innerHeight
  const left = Math.max(16, Math.min(line.left, document.documentElement.clientWidth - card.offsetWidth - 16))
  card.style.left = `${left + scrollX}px`
  card.style.top = `${(below ? whole.bottom + 8 : whole.top - card.offsetHeight - 8) + scrollY}px`
}
