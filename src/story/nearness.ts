/** Reports of one event come out within days; after a week likeness begins to count less, and after two months by half. */
export function nearness(a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? 1 : 1 / (1 + Math.max(0, Math.abs(a - b) - 7) / 60)
}

/** Days since 1970 of the date of an ISO 8601 moment. */
export function dayOf(published: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '')
  return match === null ? undefined : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000
}
