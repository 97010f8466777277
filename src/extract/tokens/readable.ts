/**
 * The same words as the tagger can read them, every letter in its place, so that its offsets hold here too.
 *
 * Its model was made for English: it cuts words at letters beyond Latin-1 ("Ko|š|ice") and clock times with a full stop
 * ("10.4|5pm"). Such a letter is shown to it as the plain letter under it, and such a stop as a colon.
 */
export function readable(text: string): string {
  const spelled = /[\u0100-\u024f\u1e00-\u1eff]/.test(text)
    ? text.replace(/[\u0100-\u024f\u1e00-\u1eff]/g, plainLetter)
    : text
  return /\d\.\d\d/.test(spelled)
    ? spelled.replace(/(?<![\d.:,])(\d{1,2})\.([0-5]\d)(?=[ap]\.?m\b)/gi, '$1:$2')
    : spelled
}

/** Letters that no accent was added to, so that nothing can be taken away. */
const stroked: Readonly<Record<string, string>> = {
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  œ: 'o',
  ŧ: 't',
  ƒ: 'f',
  ƙ: 'k',
  ɓ: 'b',
  ɗ: 'd',
  ǝ: 'e',
}

function plainLetter(letter: string): string {
  const base = letter.normalize('NFD').charAt(0)
  if (/[a-z]/i.test(base)) return base
  const lower = letter.toLowerCase()
  const plain = stroked[lower] ?? 'e'
  return lower === letter ? plain : plain.toUpperCase()
}
