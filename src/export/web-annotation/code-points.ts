/**
 * From offsets in UTF-16 code units, which this program counts in, to code points, which W3C Web Annotation wants (4.2.4): every letter
 * beyond the basic plane is two units and one code point. One walk through the text, then each offset costs a search by halves.
 */
export function codePointsOf(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) {
    const isPair = (text.codePointAt(i) ?? 0) > 0xffff
    if (isPair) pairs.push(++i)
  }
  return (offset) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}
