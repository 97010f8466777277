/** Where somebody is in the workbench: every state worth sharing stands in here. */
export interface Address {
  /** `['claims', '1-iberia-wire#452-470']`, decoded. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
}

/** The address a path and its query mean. */
export function addressOf(path: string, search: string): Address {
  return { parts: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(search) }
}

/**
 * A link inside the workbench. Ids are written with letters, digits, `-`, `_` and `~` only: a server may take a path with a dot for a
 * file, and a number sign or slash in an id would end the path.
 */
export function hrefOf(parts: readonly string[], query: Readonly<Record<string, QueryValue>> = {}): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value))
  const words = asked.toString()
  return `/${parts.map(encoded).join('/')}${words ? `?${words}` : ''}`
}

export type QueryValue = string | number | undefined | null

/** The same place with some of its query changed; what is empty goes away. */
export function withQuery({ parts, query }: Address, changes: Readonly<Record<string, QueryValue>>): string {
  return hrefOf(parts, { ...Object.fromEntries(query), ...changes })
}

function encoded(part: string): string {
  return [...new TextEncoder().encode(part)]
    .map((byte) => {
      const letter = String.fromCharCode(byte)
      return /[A-Za-z0-9_-]/.test(letter) ? letter : `~${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
}

function decoded(part: string): string {
  const bytes: number[] = []
  for (const [, hex, letter = ''] of part.matchAll(/~([0-9A-Fa-f]{2})|([\s\S])/g))
    bytes.push(...(hex ? [Number.parseInt(hex, 16)] : new TextEncoder().encode(letter)))
  return new TextDecoder().decode(new Uint8Array(bytes))
}
