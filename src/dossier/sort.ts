import { claimsOf } from './claims.ts'

/** Turns the column heads into buttons that sort; a second press turns the order round, `aria-sort` says which it is. */
export function sortClaims(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')]
  for (const head of heads) {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    head.setAttribute('aria-sort', 'none')
    button.addEventListener('click', () => {
      const up =
        head.getAttribute('aria-sort') === FIRST[head.dataset.key ?? '']
          ? head.getAttribute('aria-sort') === 'descending'
          : FIRST[head.dataset.key ?? ''] !== 'descending'
      for (const other of heads) other.setAttribute('aria-sort', 'none')
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending')
      sortBy(table, head.dataset.key ?? '', up)
    })
  }
  heads[0]?.setAttribute('aria-sort', 'ascending')
}

/** Big numbers are what people look for first; the claim column starts in the order of attention. */
const FIRST: Readonly<Record<string, string>> = {
  gist: 'ascending',
  reports: 'descending',
  origins: 'ascending',
  answers: 'descending',
  noted: 'descending',
  certainty: 'ascending',
  credibility: 'descending',
}

function sortBy(table: HTMLTableElement, key: string, up: boolean): void {
  const keyed = claimsOf(table).map((claim) => ({
    claim,
    value: Number(claim.querySelector<HTMLElement>(`.facts .${key}`)?.dataset.sort ?? 0),
    rank: Number(claim.querySelector<HTMLElement>('.facts .gist')?.dataset.sort ?? 0),
  }))
  keyed.sort((a, b) => (up ? a.value - b.value : b.value - a.value) || a.rank - b.rank)
  table.append(...keyed.map(({ claim }) => claim))
}
