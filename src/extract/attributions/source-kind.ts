import {
  institutionWords,
  nobodysPapers,
  nobodysWords,
  outletWords,
  sourceKinds,
} from '../../language/en/source-kinds.ts'
import { placesNamed } from '../../language/places/gazetteer.ts'
import type { SourceKind } from '../../model/attribution.ts'
import type { Mention } from '../../model/mention.ts'
import type { Page } from '../syntax/page.ts'
import { isNominal, type Stretch } from '../syntax/phrases.ts'

/** What manner of voice the words name, by the head of the phrase and, where the mentions know better, by what is named. */
export function sourceKind(page: Page, source: Stretch, mention: Mention | undefined): SourceKind {
  const head = headOf(page, source)
  const word = page.word(head)
  // "a document seen by the Post": the paper speaks, the Post only saw it.
  const paper = page.pos(head) === 'NOUN' ? kindOfHead(page, head) : undefined
  const apart = mention !== undefined && mention.start > (page.tokens[head]?.end ?? 0)
  if (apart && (paper === 'document' || paper === 'imagery') && isSeen(page, head)) return paper
  if (mention && mention.end >= (page.tokens[head]?.end ?? 0)) {
    if (mention.kind === 'person') return 'person'
    if (mention.kind === 'outlet') return 'outlet'
    if (mention.kind === 'organisation' && page.pos(head) === 'PROPN') return 'institution'
  }
  if (isNobodysPaper(page, source)) return 'vague'
  if (word === 'it' || word === 'they') return 'institution'
  if (word === 'we') return 'outlet'
  if (page.pos(head) === 'PROPN') {
    const known = namedKind(page, source, head)
    if (known) return known
  }
  const found = kindOfHead(page, head)
  if (found)
    return found === 'person' && isIndefinite(page, source) && page.pos(head) === 'NOUN'
      ? 'anonymous'
      : refined(page, source, head, found)
  if (page.pos(head) === 'PROPN' && isCountry(page, source, head)) return 'institution'
  return page.pos(head) === 'PROPN' ? 'person' : /s$/.test(word) ? 'vague' : 'anonymous'
}

/** "North Korea", "Russia and North Korea": a state speaks as a body, not as a person. */
function isCountry(page: Page, source: Stretch, head: number): boolean {
  let first = head
  while (first > source.first && page.pos(first - 1) === 'PROPN') first -= 1
  const name = page.text.slice(page.tokens[first]?.start, page.tokens[head]?.end)
  return placesNamed(name)[0]?.what === 'country'
}

const isSeen = (page: Page, head: number): boolean =>
  /^(?:seen|obtained|reviewed|viewed|examined|read)$/.test(page.word(head + 1)) && page.word(head + 2) === 'by'

/** "a spokesman" speaks for a house; "Dr. Ruiz, a doctor" is a person with a name; "the guard" of a named one is not known here. */
function refined(page: Page, source: Stretch, head: number, kind: SourceKind): SourceKind {
  if (kind !== 'anonymous') return kind
  for (let i = source.first; i < source.last; i++) if (page.pos(i) === 'PROPN' && i > head) return 'person'
  return /^(?:police|fire|health|government|military|city|state|port|hospital)$/.test(page.word(head - 1)) &&
    !/^(?:a|an|one|two|three)$/.test(page.word(source.first))
    ? 'institution'
    : kind
}

/** "reports", "the latest reports", "multiple media reports": neither words before nor behind them tell whose. */
export function isNobodysPaper(page: Page, source: Stretch): boolean {
  const head = headOf(page, source)
  if (!nobodysPapers.has(page.word(head))) return false
  for (let i = source.first; i < source.last; i++) {
    const pos = page.pos(i)
    const open = pos === 'DET' || pos === 'ADJ' || pos === 'ADV' || pos === 'NUM' || nobodysWords.has(page.word(i))
    if (i !== head && !open) return false
  }
  return page.word(head + 1) !== 'by'
}

function namedKind(page: Page, source: Stretch, head: number): SourceKind | undefined {
  for (let i = head; i >= source.first && (isNominal(page, i) || page.pos(i) === 'ADP' || page.pos(i) === 'DET'); i--) {
    const word = page.word(i)
    if (outletWords.has(word) && i === head) return 'outlet'
    if (institutionWords.has(word)) return 'institution'
  }
  return /\.(?:com|org|net|de|uk|jp|example|[a-z]{2,3})$/.test(page.word(head)) ? 'outlet' : undefined
}

const isIndefinite = (page: Page, source: Stretch): boolean =>
  /^(?:a|an|one|two|three|several|some|another)$/.test(page.word(source.first))

/** The head of the first noun phrase: its last noun before a preposition, a comma or a verb. */
export function headOf(page: Page, source: Stretch): number {
  let head = source.first
  for (let i = source.first; i < source.last; i++) {
    const pos = page.pos(i)
    if (isNominal(page, i) || pos === 'PRON') {
      if (page.word(i + 1) !== "'s" && page.word(i + 1) !== '’s') head = i
    } else if ((pos === 'ADP' || pos === 'PUNCT' || pos === 'VERB') && i > head && isNominal(page, head)) {
      if (page.word(i) !== '-' && page.word(i) !== '.') break
    }
  }
  return head
}

/** The kind that a head noun stands for; undefined for nouns that are no voice. */
export function kindOfHead(page: Page, head: number): SourceKind | undefined {
  const lemma = page.tokens[head]?.lemma ?? ''
  const word = page.word(head)
  // A capital at the start of a sentence hides a plural from the tagger: "Reports suggest".
  const singular =
    word.length > 4 && /[^s]s$/.test(word) && page.sentence(head)?.first === head ? word.slice(0, -1) : word
  return sourceKinds.find(({ heads }) => heads.has(lemma) || heads.has(word) || heads.has(singular))?.kind
}
