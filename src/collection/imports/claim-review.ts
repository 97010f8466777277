import {
  type Anchor,
  at,
  fewAt,
  fewStringsAt,
  type ImportedNote,
  type Json,
  listAt,
  type NoteReader,
  nowhere,
  stringsAt,
  wordsAt,
} from './imported.ts'

/**
 * What fact-checkers published as ClaimReview: their words as a note, their rating in their words. Headwater takes no side by it: a note
 * moves no count.
 */
export const reviewNotes: NoteReader = {
  name: 'ClaimReview',
  read: (things) => {
    const nodes = things.flatMap((thing) => [thing, ...listAt(thing, '@graph')])
    const reviews = nodes.filter((node) => stringsAt(node, '@type').includes('ClaimReview'))
    if (reviews.length === 0) return undefined
    const byId = new Map(
      nodes.flatMap((node) => (wordsAt(node, '@id') === null ? [] : [[wordsAt(node, '@id') ?? '', node]])),
    )
    const whole = (node: Json): Json => byId.get(wordsAt(node, '@id') ?? '') ?? node
    return reviews.map((review, i) => noteOf(review, whole, `review ${i + 1}`))
  },
}

function noteOf(review: Json, whole: (node: Json) => Json, place: string): ImportedNote {
  const [author] = fewAt(review, 'author').map(whole)
  const rating = fewAt(review, 'reviewRating').flatMap(
    (one) => wordsAt(one, 'alternateName') ?? wordsAt(one, 'name') ?? figureOf(one) ?? [],
  )
  const claimed = wordsAt(review, 'claimReviewed')
  const text = [
    wordsAt(review, 'reviewBody') ?? wordsAt(review, 'description') ?? wordsAt(review, 'name'),
    ...(rating.length > 0 ? [`Rated by them: “${rating.join(', ')}”`] : []),
    ...(claimed === null ? [] : [`Of: “${claimed}”`]),
    wordsAt(review, 'url'),
  ].filter((part) => part !== null)
  const items = fewAt(review, 'itemReviewed').map(whole)
  return {
    id: wordsAt(review, '@id') ?? wordsAt(review, 'url') ?? place,
    kind: 'note',
    text: text.join('\n'),
    by: wordsAt(author, 'name') ?? wordsAt(author, 'url'),
    at: wordsAt(review, 'datePublished'),
    maker: wordsAt(author, '@id'),
    on: items.flatMap((item) => anchorsOf(item, claimed, whole)),
  }
}

/** "2 of 5": most give a number, and some nothing else. */
function figureOf(rating: Json): string | undefined {
  const [value, best] = ['ratingValue', 'bestRating'].map((key) => {
    const given = at(rating, key)
    return typeof given === 'number' ? String(given) : (wordsAt(rating, key) ?? undefined)
  })
  return value === undefined || best === undefined ? value : `${value} of ${best}`
}

/** The claim itself where it is ours, else its words on the pages where it appears. */
function anchorsOf(item: Json, claimed: string | null, whole: (node: Json) => Json): readonly Anchor[] {
  const works = [...fewAt(item, 'firstAppearance'), ...fewAt(item, 'appearance')].map(whole)
  const quote = claimed === null ? null : { exact: claimed, prefix: '', suffix: '', orPage: true }
  const pages = works.map((work): Anchor => ({ ...nowhere, ...placeOf(work), quote }))
  const own: Anchor = { ...nowhere, ...placeOf(item), quote: null }
  return [...(own.ids.length + own.urls.length > 0 ? [own] : []), ...pages]
}

function placeOf(work: Json): Pick<Anchor, 'ids' | 'urls'> {
  const id = typeof work === 'string' ? work : wordsAt(work, '@id')
  const urls = [...fewStringsAt(work, 'url'), ...(id !== null && /^https?:/.test(id) ? [id] : [])]
  return {
    ids: id?.startsWith('urn:') ? [id] : [],
    urls: urls.length > 0 ? urls : fewStringsAt(work, 'sameAs'),
  }
}
