import { unaccented } from '../key.ts'

/** A place name as the gazetteer keys it: ASCII letters in lower case, single spaces, "St." and "Mt." in full. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[łøđðßæœıþ]/g, (letter) => unaccented[letter] ?? letter)
    .replace(/\bst\.? (?=\p{L})/gu, 'saint ')
    .replace(/\bmt\.? (?=\p{L})/gu, 'mount ')
    .replace(/\bft\.? (?=\p{L})/gu, 'fort ')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
