// The words of real reports by kind, so that others can be put in their place: for reports of the benchmark's own making.

/** Words and numbers. */
export const content = /\p{L}[\p{L}'’]*|\d+/gu

/** Words that carry the grammar of reporting stay, so that there is as much to find in whatever is made. */
const kept = new Set(
  `about after again against among another around because before being between could during either every first
  following hundred least might million nearly nothing other others over people percent shall should since their there
  these those though three through under until usual where whether which while whose within without would according
  announced confirmed denied reported reportedly several spokesman spokeswoman statement thousand told yesterday`.split(
    /\s+/,
  ),
)

/** Days and months stay what they are. */
export const calendar =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/

/** All lower-case words of five letters or more by their ending, so that a verb is replaced by a verb; each list in order. */
export function wordsByEnding(texts) {
  const classes = new Map()
  for (const word of new Set(texts.flatMap((text) => text.match(content) ?? []))) {
    if (!isCommon(word)) continue
    const list = classes.get(endingOf(word))
    if (list) list.push(word)
    else classes.set(endingOf(word), [word])
  }
  return [...classes.values()].map((words) => words.sort())
}

const isCommon = (word) => /^\p{Ll}{5,}$/u.test(word) && !kept.has(word)
const endingOf = (word) => /(?:ed|ing|s|ly)$/.exec(word)?.[0] ?? ''
