import { channels, cuePrepositions } from '../../language/en/cues.ts'
import { hasFinite } from '../syntax/clauses.ts'
import type { Page } from '../syntax/page.ts'
import { finite, isNominal, isSubjectPronoun, phraseAfter, phraseBefore, type Stretch } from '../syntax/phrases.ts'
import type { Quotation } from '../syntax/quotations.ts'
import { clauseStart, contentEnd, opensContent, sentenceEnd, skipAdverbials } from './bounds.ts'
import type { Draft } from './draft.ts'
import { isMereShow } from './mere-show.ts'
import { type Subject, sourceBefore } from './subject.ts'
import { type VerbGroup, verbGroupAt } from './verb-group.ts'

/** Attributions that a verb makes, in the order of their cues: "X said …", "…, X said", "“…,” said X". */
export function* speech(page: Page): Generator<Draft> {
  for (const sentence of page.sentences) {
    let previous: Draft | undefined
    for (let i = sentence.first; i < sentence.last; i++) {
      const floor = page.quotation(i)?.first ?? sentence.first
      const group = verbGroupAt(page, i, Math.max(floor, sentence.first))
      if (!group) continue
      const draft = fromVerb(page, group, sentence.first, previous)
      if (!draft) continue
      yield draft
      previous = draft
    }
  }
}

function fromVerb(page: Page, group: VerbGroup, floor: number, previous: Draft | undefined): Draft | undefined {
  if (group.manner === 'passive') return undefined
  if (group.manner === 'participle') return fromParticiple(page, group, previous, floor)
  const inside = page.quotation(group.verb)
  if (describesByAgent(page, group)) return byAgent(page, group, inside ? inside.first + 1 : floor)
  const lowest = Math.max(floor, inside ? inside.first + 1 : floor)
  if (page.word(group.first) === 'to' || (page.word(group.first - 1) === 'to' && group.first > lowest)) return undefined
  const source = sourceBefore(page, group.first, lowest) ?? sharedSubject(page, group, previous, lowest)
  if (source && isReader(page, group, source)) return undefined
  if (source && isMereShow(page, group, source.whole)) return undefined
  const make = (from: Stretch, content: readonly Stretch[]): Draft => draftOf(group, from, content)
  if (source) {
    const standsAfter = group.takes.includes('p') ? contentBefore(page, source.outer, group, lowest) : undefined
    if (standsAfter) return { ...make(source.whole, standsAfter), antecedent: source.antecedent }
    if (describesOnly(page, group, source.whole, lowest)) return undefined
    const after = contentAfter(page, group, source.relative)
    return after ? { ...make(source.whole, after.content), antecedent: source.antecedent } : undefined
  }
  return inverted(page, group, lowest, make)
}

/** "You might be wondering", "I think": no voice that could be asked. */
function isReader(page: Page, group: VerbGroup, { whole }: Subject): boolean {
  const word = page.word(whole.first)
  if (group.rule === 'attributions/believe' && /^(?:i|we)$/.test(word)) return true
  return word === 'you' && (group.rule === 'attributions/believe' || !page.quotation(group.verb))
}

/** "rose early [and said] …": the subject stands before the first of two joined verbs. */
function sharedSubject(page: Page, group: VerbGroup, previous: Draft | undefined, floor: number): Subject | undefined {
  const joined = /^(?:and|but|then)$/.test(page.word(group.first - 1)) && group.first - 1 > floor
  if (!joined || !/[cq]/.test(group.takes)) return undefined
  const same = previous?.source[0]
  const whole = same && same.first >= floor ? same : subjectOfClause(page, floor, group.first - 1)
  // Nothing that stands before can be its content.
  return whole && { whole, outer: { first: floor, last: group.first }, relative: false, antecedent: undefined }
}

/** "the 11 [reported] overnight": a participle that only describes a noun, behind a preposition or another verb. */
function describesOnly(page: Page, group: VerbGroup, source: Stretch, floor: number): boolean {
  if (group.first !== group.verb || !/ed$/.test(page.word(group.verb)) || page.word(group.last) === 'that') return false
  if (source.first <= floor || page.quotation(group.last)) return false
  const before = page.pos(source.first - 1)
  return before === 'ADP' || before === 'VERB' || page.pos(source.last - 1) === 'NUM'
}

/** "the money [announced by] the ministry": a participle behind its noun, with who did it. */
function describesByAgent(page: Page, group: VerbGroup): boolean {
  const next = page.pos(group.last + 1)
  return (
    page.word(group.last) === 'by' &&
    !channels.has(page.word(group.last + 1)) &&
    group.first === group.verb &&
    /(?:ed|wn|id|ten|und|ught)$/.test(page.word(group.verb)) &&
    (next === 'DET' || next === 'PROPN' || (next === 'NOUN' && page.word(group.last + 2) !== 'that')) &&
    isNominal(page, group.verb - 1)
  )
}

/** The voice is who did it, and what it speaks of stands before. */
function byAgent(page: Page, group: VerbGroup, floor: number): Draft | undefined {
  const source = phraseAfter(page, group.last + 1, sentenceEnd(page, group.last))
  const content = phraseBefore(page, group.verb, floor)
  if (!source || !content || !group.takes.includes('n')) return undefined
  return { ...draftOf(group, source, [content]), cue: cueOf(group, group.last + 1) }
}

const draftOf = (group: VerbGroup, source: Stretch | undefined, content: readonly Stretch[]): Draft => ({
  source: source ? [source] : [],
  cue: cueOf(group, group.last),
  content,
  hidden: false,
  outer: undefined,
  rule: group.rule,
})

const cueOf = (group: VerbGroup, end: number): readonly Stretch[] => [
  { first: group.first, last: Math.max(end, group.last) },
]

/** "…, adding that …": the voice is that of the clause it hangs on. */
function fromParticiple(page: Page, group: VerbGroup, previous: Draft | undefined, floor: number): Draft | undefined {
  if (!/[cqno]/.test(group.takes)) return undefined
  const after = contentAfter(page, group, false)
  if (!after) return undefined
  const before = page.word(group.first - 1)
  const hangsOn =
    previous && previous.source.length > 0 && /^(?:,|and|–|—|--)$/.test(before) ? previous.source[0] : undefined
  if (hangsOn) return draftOf(group, hangsOn, after.content)
  const subject = /^(?:,|–|—|--)$/.test(before)
    ? subjectOfClause(page, floor, group.first)
    : phraseBefore(page, group.first, floor)
  return subject ? draftOf(group, subject, after.content) : undefined
}

/** The first noun phrase of a clause that a finite verb follows. */
function subjectOfClause(page: Page, from: number, end: number): Stretch | undefined {
  for (let i = from; i < Math.min(end, from + 30); i++) {
    if (!finite(page, i)) continue
    let last = i
    while (last > from && (page.pos(last - 1) === 'ADV' || page.pos(last - 1) === 'AUX')) last--
    return sourceBefore(page, last, from)?.whole
  }
  return undefined
}

/** “…,” said X · …, said the minister. */
function inverted(
  page: Page,
  group: VerbGroup,
  floor: number,
  make: (source: Stretch, content: readonly Stretch[]) => Draft,
): Draft | undefined {
  if (!/[qp]/.test(group.takes) || group.first !== group.verb) return undefined
  const before = group.first - 1
  const quoted = page.quotation(before) ?? (page.word(before) === ',' ? page.quotation(before - 1) : undefined)
  const spoken = quoted && page.quotation(group.verb) !== quoted ? quoted : undefined
  if (!spoken && !(page.word(before) === ',' && group.takes.includes('p'))) return undefined
  const end = sentenceEnd(page, group.verb)
  const phrase = phraseAfter(page, group.last, end)
  if (!phrase) return undefined
  const source = { first: phrase.first, last: withApposition(page, phrase.last, end) }
  const content = spoken ? quotedContent(page, spoken, floor) : plainBefore(page, before, floor)
  if (!content) return undefined
  const opener = spoken ? undefined : content[0]
  const comma = /^[,]$/.test(page.word(source.last)) ? source.last + 1 : source.last
  // "With the crews, said Ruiz, [90 would go]": what stands before the frame only opens the content.
  const opens = opener && comma < end && !hasFinite(page, opener.first, opener.last) && startsClause(page, comma, end)
  const rest = opens ? [{ first: comma, last: contentEnd(page, comma, false) }] : continuation(page, source.last)
  return make(source, [...content, ...rest])
}

/** Takes in what tells who X is: "said Ana Ruiz, the port's director, …". */
function withApposition(page: Page, from: number, end: number): number {
  let last = from
  for (let rounds = 0; rounds < 2; rounds++) {
    if (page.word(last) !== ',') break
    const next = page.pos(last + 1)
    if (/^(?:who|whose|which)$/.test(page.word(last + 1))) {
      const close = commaAfter(page, last + 1, end)
      return close < 0 ? end : close + 1
    }
    if (next !== 'DET' && next !== 'NOUN' && next !== 'PROPN' && next !== 'ADJ' && next !== 'NUM') break
    const phrase = phraseAfter(page, last + 1, end)
    if (
      !phrase ||
      (page.pos(phrase.last) === 'VERB' && page.word(phrase.last) !== ',') ||
      page.pos(phrase.last) === 'AUX'
    )
      break
    last = phrase.last
  }
  return last
}

function commaAfter(page: Page, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + 40); i++) if (page.word(i) === ',' && !page.quotation(i)) return i
  return -1
}

/** Content that stands before "X said": a quotation, or the clause up to the comma. */
function contentBefore(page: Page, outer: Stretch, group: VerbGroup, floor: number): readonly Stretch[] | undefined {
  const before = outer.first - 1
  if (before < floor - 1) return undefined
  const end = sentenceEnd(page, group.last)
  const after = skipAdverbials(
    page,
    group.takes.includes('a') ? afterAddressee(page, group.last, end) : group.last,
    end,
  )
  const spoken = quotationBefore(page, before, group.verb)
  // 'On “Harbour Morning,” the mayor said the dam was safe': the quotation is a name in front of the report.
  if (spoken && !isWhole(page, spoken, floor) && startsClause(page, after, end)) return undefined
  if (spoken && !opensContent(page, after)) {
    const content = quotedContent(page, spoken, floor)
    return content ? [...content, ...continuation(page, after)] : undefined
  }
  if (spoken && page.word(after) === ',' && page.quotation(after + 1)) {
    const content = quotedContent(page, spoken, floor)
    return content ? [...content, ...continuation(page, after)] : undefined
  }
  const comma = /^(?:,|—|–|--)$/.test(page.word(before))
  if (!comma || !closes(page, after) || opensContent(page, after)) return undefined
  const first = plainBefore(page, before, floor)
  if (!first) return undefined
  return [...first, ...parenthetic(page, after, first, floor)]
}

/**
 * The quotation that ends right before a frame. One that ended its own sentence with a full stop is another speech; "“No!” Ruiz said"
 * is one, though the mark seems to end a sentence.
 */
function quotationBefore(page: Page, before: number, verb: number): Quotation | undefined {
  const quoted = page.quotation(before) ?? (page.word(before) === ',' ? page.quotation(before - 1) : undefined)
  if (!quoted || page.quotation(verb) === quoted || quoted.last < before) return undefined
  const frame = page.sentence(verb)
  const speech = page.sentence(quoted.last - 1)
  if (frame === speech) return quoted
  const asks = /^[?!]/.test(page.word(quoted.last - 2))
  return asks && frame?.paragraph === speech?.paragraph ? quoted : undefined
}

/** Is there nothing more of a clause after the cue: a full stop, a comma, "in a statement", a date? */
function closes(page: Page, at: number): boolean {
  const word = page.word(at)
  if (at >= (page.sentence(at - 1)?.last ?? 0)) return true
  if (/^[.,;:!?…)—–-]+$/.test(word)) return true
  return (
    page.pos(at) === 'ADP' ||
    page.pos(at) === 'CCONJ' ||
    (page.pos(at) === 'SCONJ' && word !== 'that') ||
    page.quotation(at - 1) !== page.quotation(at)
  )
}

/** "The talks, he said, were over": the clause goes on behind the cue. */
function parenthetic(page: Page, at: number, first: readonly Stretch[], floor: number): readonly Stretch[] {
  if (!/^(?:,|—|–|--)$/.test(page.word(at)) || page.quotation(at) !== page.quotation(at - 1)) return []
  const opening = first[0]
  const end = contentEnd(page, at + 1, false)
  const next = page.pos(at + 1)
  if (end <= at + 1 || !opening) return []
  const complete = hasFinite(page, Math.max(opening.first, floor), opening.last)
  const carriesOn =
    !complete || page.word(at + 1) === 'and' || ((next === 'VERB' || next === 'AUX') && finite(page, at + 1))
  return carriesOn && hasFinite(page, at + 1, end) ? [{ first: at + 1, last: end }] : []
}

/** The clause before a comma, from where the sentence or the clause starts. */
function plainBefore(page: Page, comma: number, floor: number): readonly Stretch[] | undefined {
  let first = clauseStart(page, comma, floor)
  while (first < comma && /^(?:but|and|so|yet|however|meanwhile|,)$/.test(page.word(first))) first++
  return comma - first >= 2 ? [{ first, last: comma }] : undefined
}

/** Does the quotation begin its sentence, or stand behind a mark that sets it off? */
const isWhole = (page: Page, quotation: Quotation, floor: number): boolean =>
  quotation.first <= floor ||
  page.sentence(quotation.first)?.first === quotation.first ||
  /^[:,.—–]$/.test(page.word(quotation.first - 1))

/** The quotation, with the words before it where it only ends the sentence: 'It was “an intentional act,” X said'. */
function quotedContent(page: Page, quotation: Quotation, floor: number): readonly Stretch[] | undefined {
  const starts = isWhole(page, quotation, floor)
  if (starts) return [{ first: quotation.first, last: quotation.last }]
  const first = clauseStart(page, quotation.first, page.sentence(quotation.first)?.first ?? floor)
  return [{ first, last: quotation.last }]
}

/** More of the same speech behind the cue: “…,” he said, “…” and “…,” he said. “…”, and paragraphs that carry a speech on. */
function continuation(page: Page, at: number): readonly Stretch[] {
  const sentence = page.sentence(at - 1)
  if (!sentence) return []
  let next = at
  if (/^[,:;—–]$/.test(page.word(next))) next++
  const direct = page.quotation(next)
  if (direct && direct.first === next && next < sentence.last) return withRest(page, direct)
  // The next sentence of the paragraph is a quotation with no frame of its own.
  for (let i = at; i < sentence.last; i++) if (page.quotation(i)) return []
  const following = page.quotation(sentence.last)
  const index = page.tokens[sentence.last]?.sentence ?? -1
  if (!following || following.first !== sentence.last || page.sentences[index]?.paragraph !== sentence.paragraph)
    return []
  const after = following.last
  return after >= page.tokens.length || page.sentence(after)?.first === after ? withRest(page, following) : []
}

/** A quotation and the paragraphs of the same speech that follow it. */
export function withRest(page: Page, quotation: Quotation): readonly Stretch[] {
  const parts: Stretch[] = [{ first: quotation.first, last: quotation.last }]
  let current: Quotation | undefined = quotation
  while (current?.goesOn && parts.length < 20) {
    current = page.quotation(current.last)
    if (current) parts.push({ first: current.first, last: current.last })
  }
  return parts
}

interface After {
  readonly content: readonly Stretch[]
  readonly cueEnd: number
}

/** Content behind the verb, by what the verb takes. */
function contentAfter(page: Page, group: VerbGroup, relative: boolean): After | undefined {
  const end = sentenceEnd(page, group.last)
  let at = group.last
  if (group.takes.includes('a')) at = afterAddressee(page, at, end)
  const skipped = skipAdverbials(page, at, end)
  const start =
    clauseOpener(page, skipped) || opensContent(page, skipped) || startsClause(page, skipped, end) ? skipped : at
  const colon = page.word(start) === ':' || page.word(start) === ','
  const first = colon ? start + 1 : start
  const quotation = page.quotation(first)
  const cueEnd = group.last
  if (quotation && quotation.first === first && quotation !== page.quotation(group.verb) && /[q]/.test(group.takes)) {
    return { content: quotedAfter(page, quotation, first, relative), cueEnd }
  }
  if (colon) {
    if (page.word(start) !== ':' || !/[cq]/.test(group.takes)) return undefined
    if (first >= (page.sentence(group.verb)?.last ?? 0)) return nextParagraph(page, first)
    return { content: [{ first, last: contentEnd(page, first, false) }], cueEnd: start }
  }
  const last = contentEnd(page, first, relative)
  if (last <= first) return undefined
  const clause = clauseOpener(page, first) || startsClause(page, first, last)
  if (group.takes.includes('c') && clause) return { content: [{ first, last }], cueEnd }
  if (group.takes.includes('i') && page.word(first) === 'to' && page.pos(first + 1) === 'VERB')
    return { content: [{ first, last }], cueEnd }
  if (
    group.takes.includes('o') &&
    cuePrepositions.get(group.lemma)?.has(page.word(group.last)) &&
    startsPhrase(page, group.last + 1)
  ) {
    const first = group.last
    return { content: [{ first: first + 1, last: objectEnd(page, first + 1, last) }], cueEnd: first + 1 }
  }
  if (group.takes.includes('n') && startsPhrase(page, first))
    return { content: [{ first, last: objectEnd(page, first, last) }], cueEnd }
  return undefined
}

/** A quotation after the cue; where it only begins the content ('said “never” was the word'), the clause goes on. */
function quotedAfter(page: Page, quotation: Quotation, first: number, relative: boolean): readonly Stretch[] {
  const sentence = page.sentence(first)
  const ends =
    quotation.last >= (sentence?.last ?? 0) ||
    /^[.,;]$/.test(page.word(quotation.last)) ||
    /^[.,!?]$/.test(page.word(quotation.last - 2))
  if (ends) return withRest(page, quotation)
  return [{ first, last: contentEnd(page, first, relative) }]
}

/** "The ministry said:" with the speech in the paragraphs below. */
function nextParagraph(page: Page, at: number): After | undefined {
  const quotation = page.quotation(at)
  return quotation && quotation.first === at ? { content: withRest(page, quotation), cueEnd: at } : undefined
}

function afterAddressee(page: Page, at: number, end: number): number {
  const phrase = phraseAfter(page, at, Math.min(end, at + 12))
  if (!phrase) return at
  // "told the workers were gone" has no addressee.
  return phrase.last
}

const clauseOpener = (page: Page, i: number): boolean =>
  /^(?:that|whether|if|how|why|what|where|when|who|which)$/.test(page.word(i))

/** A clause without "that": a noun phrase and a finite verb behind it. */
function startsClause(page: Page, first: number, last: number): boolean {
  let at = first
  if (page.pos(at) === 'ADV' || page.pos(at) === 'ADP' || page.pos(at) === 'SCONJ') at++
  if (!startsPhrase(page, at)) return false
  for (let i = at; i < Math.min(last, at + 25); i++) {
    if (finite(page, i) && i > at) return true
  }
  return false
}

const startsPhrase = (page: Page, i: number): boolean =>
  isNominal(page, i) ||
  isSubjectPronoun(page, i) ||
  /^(?:DET|ADJ|NUM|ADV)$/.test(page.pos(i) ?? '') ||
  (page.pos(i) === 'PRON' && page.word(i) !== 'who') ||
  page.quotation(i)?.first === i

/** A noun phrase as content ends where another clause begins. */
function objectEnd(page: Page, first: number, last: number): number {
  for (let i = first + 1; i < last; i++) {
    if (page.quotation(i)) continue
    if (/^(?:,|;|while|when|after|before|because|but)$/.test(page.word(i))) return i
  }
  return last
}
