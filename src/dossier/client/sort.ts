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
  documents: 'descending',
  origins: 'ascending',
  positions: 'descending',
  findings: 'descending',
  certainty: 'ascending',
  firstSeen: 'descending',
  credibility: 'descending',
}

function sortBy(table: HTMLTableElement, key: string, up: boolean): void {
  const keyed = claimsOf(table).map((claim) => ({
    claim,
    value: sortable(claim.querySelector<HTMLElement>(`.facts .${key}`)?.dataset.sort ?? ''),
    rank: Number(claim.querySelector<HTMLElement>('.facts .gist')?.dataset.sort ?? 0),
  }))
  const order = up ? 1 : -1
  keyed.sort((a, b) => order * (Number(a.value > b.value) - Number(a.value < b.value)) || a.rank - b.rank)
  table.append(...keyed.map(({ claim }) => claim))
}

/** Amounts as numbers; days as they are written, which is their order. */
const sortable = (written: string): number | string => (/^-?[\d.]+$/.test(written) ? Number(written) : written)
