import type { Report } from '../model/report.ts'

/** The reports in piles, one for each event: reports stand together where they make the same claim or one was made from the other. */
export function eventsOf({ documents, claims, statements, derivations }: Report): readonly (readonly string[])[] {
  const leader = new Map(documents.map(({ id }) => [id, id]))
  const documentOf = new Map(statements.map(({ id, document }) => [id, document]))
  for (const { statements } of claims) {
    const [first, ...others] = statements.flatMap((id) => documentOf.get(id) ?? [])
    for (const other of others) join(first ?? other, other)
  }
  for (const { from, to } of derivations) if (leader.has(from)) join(from, to)
  const piles = new Map<string, string[]>()
  for (const { id } of documents) {
    const pile = piles.get(leaderOf(id))
    if (pile) pile.push(id)
    else piles.set(leaderOf(id), [id])
  }
  return [...piles.values()]

  function leaderOf(id: string): string {
    let at = id
    for (let next = leader.get(at) ?? at; next !== at; next = leader.get(at) ?? at) {
      leader.set(at, leader.get(next) ?? next)
      at = next
    }
    return at
  }

  function join(one: string, other: string): void {
    const [a, b] = [leaderOf(one), leaderOf(other)]
    if (a !== b) leader.set(b, a)
  }
}
