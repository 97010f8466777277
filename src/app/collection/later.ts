/** So many milliseconds after a moment; both moments ISO 8601 in UTC. */
export const laterThan = (moment: string, milliseconds: number): string =>
  new Date(Date.parse(moment) + milliseconds).toISOString()
