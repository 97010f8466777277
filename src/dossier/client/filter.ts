import { claimsOf } from './claims.ts'

/** Shows the filter form and lets it hide the claims that do not fit; the count is read out by screen readers. */
export function filterClaims(table: HTMLTableElement): void {
  const form = document.querySelector<HTMLFormElement>('#filters')
  const found = document.querySelector<HTMLElement>('#found')
  const none = document.querySelector<HTMLElement>('.none-found')
  if (!form || !found || !none) return
  const claims = claimsOf(table).map((claim) => ({
    claim,
    words: (claim.querySelector('.facts .gist')?.textContent ?? '').toLowerCase(),
    more: undefined as string | undefined,
    kinds: (claim.dataset.kinds ?? '').split(' '),
    independent: Number(claim.dataset.independent ?? 0),
  }))
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', apply)
  none.querySelector('button')?.addEventListener('click', () => {
    form.reset()
    apply()
    form.querySelector('input')?.focus()
  })

  function apply(): void {
    const data = new FormData(form ?? undefined)
    const words = String(data.get('words') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
    const kind = String(data.get('kind') ?? '')
    const origins = String(data.get('origins') ?? '')
    let shown = 0
    for (const each of claims) {
      const fits =
        (kind === '' || each.kinds.includes(kind)) &&
        (origins === '' || (origins === '2' ? each.independent >= 2 : each.independent === Number(origins))) &&
        (words.length === 0 ||
          words.every((word) => each.words.includes(word)) ||
          words.every((word) => all(each).includes(word)))
      each.claim.hidden = !fits
      if (fits) shown += 1
    }
    const whole = claims.length
    if (found)
      found.textContent =
        shown === whole ? `${whole} ${whole === 1 ? 'claim' : 'claims'}` : `${shown} of ${whole} claims`
    if (none) none.hidden = shown > 0
  }

  /** Names and quotations of the reasoning count too; they are gathered once, when first needed. */
  function all(each: (typeof claims)[number]): string {
    each.more ??= (each.claim.textContent ?? '').toLowerCase()
    return each.more
  }
}
