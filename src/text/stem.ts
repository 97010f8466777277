/**
 * A light stem of a folded word: plural, past, -ing and possessive endings are taken off (after Harman's S stemmer and the
 * first steps of Porter's). It is only ever compared with other stems, never shown.
 */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '')
  if (bare.length <= 3) return bare
  return trimE(pastOrGerund(plural(bare)))
}

function plural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word
  if (/(?:xes|ches|shes|sses|zes)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function pastOrGerund(word: string): string {
  if (/ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  const bare = /ing$/.test(word) ? word.slice(0, -3) : /ed$/.test(word) ? word.slice(0, -2) : word
  if (bare === word || bare.length < 3 || !/[aeiouy]/.test(bare)) return word
  return /([bdfgmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare
}

/** "increase", "increas(ing)" and "increas(ed)" meet without their e. */
const trimE = (word: string): string => (word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word)
