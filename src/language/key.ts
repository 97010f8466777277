/** The key of a name: lower-case ASCII words joined by hyphens. "Kyrylo Budanov" becomes `kyrylo-budanov`; two spellings that differ in accents only are one. */
export function keyOf(name: string): string {
  const held = keys.get(name)
  if (held !== undefined) return held
  const made = make(name)
  if (keys.size >= mostKeys) keys.clear()
  keys.set(name, made)
  return made
}

/** Keys made lately: a report names the same few again and again. */
const keys = new Map<string, string>()
const mostKeys = 4096

function make(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'ʼ`.]/g, '')
    .replace(/[łøđðßæœıþ]/g, (letter) => unaccented[letter] ?? letter)
    .replace(/&/g, ' and ')
  return folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-')
}

/** Letters that Unicode does not take apart. */
export const unaccented: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
}
