/** Orders strings by code unit, the same on every machine; `localeCompare` is not. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Smallest first. */
export const byNumber = (a: number, b: number): number => a - b
