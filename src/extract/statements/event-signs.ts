import { negatingWords } from '../../language/en/negations.ts'
import type { Tree, TreeWord } from '../syntax/trees.ts'
import { addNearSigns } from './near-signs.ts'

/** What bears on whether an event took place, as names that weights are learned for. */
export interface EventSigns {
  readonly own: readonly string[]
  /** Shared by all events of a sentence. */
  readonly sentence: SentenceSigns
}

export interface SentenceSigns {
  readonly kinds: readonly string[]
  /** Each word in lower case, once: they tell a report from a letter. */
  readonly words: readonly string[]
}

/** How many words that embed an event are looked at, from the nearest up. */
const levels = 3
/** A row of conjuncts longer than this is a list. */
const reach = 6

/**
 * What in a sentence bears on whether an event took place: the word itself, its auxiliaries, negation and marks ("if", "to"), what
 * embeds it and the same of that, the words around it, and who speaks. After Stanovsky et al. (2017), Nairn et al. (2006)
 * and Saurí and Pustejovsky (2009), whose lists of factive and implicative words the weights take the place of.
 */
export function eventSigns(tree: Tree, event: number, sentence: SentenceSigns): EventSigns {
  const signs = new Set<string>()
  const word = tree.words[event]
  if (!word) return { own: [], sentence }
  signs.add(`pos:${word.pos}`)
  signs.add(`fine:${word.fine}`)
  signs.add(`lemma:${word.pos}:${word.lemma}`)
  signs.add(`rel:${word.relation}`)
  signs.add(`rel-fine:${word.relation}:${word.fine}`)
  around(tree, event, '', true, signs)
  above(tree, event, word, signs)
  addNearSigns(tree, event, signs)
  if (isAfter(tree, event, '"')) signs.add('quoted')
  if (tree.words.slice(0, event).some(({ lower }) => lower === 'if')) signs.add('if-before')
  return { own: [...signs], sentence }
}

/** What the sentence as a whole says about its kind: a question, an order, a personal letter, a report. */
export function sentenceSigns({ words, root }: Tree): SentenceSigns {
  const signs = new Set<string>([`words:${Math.min(5, words.length >> 3)}`])
  const [head] = words.slice(root, root + 1)
  if (head?.fine === 'VB' && auxiliaries(words, head).length === 0 && !head.kids.some((k) => isSubject(words[k])))
    signs.add('order')
  for (const { lower } of words.slice(-2)) {
    if (lower === '?') signs.add('question')
    if (lower === '!') signs.add('exclaims')
  }
  for (const { lower, pos } of words) {
    const person = persons.get(lower)
    if (person) signs.add(person)
    if (pos === 'PROPN') signs.add('names')
    if (pos === 'NUM') signs.add('numbers')
    if (lower !== "'s" && /^(?:'\p{L}+|n't)$/u.test(lower)) signs.add('contracts')
    if (/^(?:"|\(|\.\.+|:|;|--|—)$/.test(lower)) signs.add(`mark:${lower}`)
  }
  return { kinds: [...signs], words: [...new Set(words.map(({ lower }) => lower))] }
}

const persons: ReadonlyMap<string, string> = new Map(
  Object.entries({
    first: 'i me my we us our',
    second: 'you your',
    third: 'he she him her his they them their',
    thing: 'it its this these',
  }).flatMap(([person, words]) => words.split(' ').map((word) => [word, `person:${person}`] as const)),
)

/** Signs of the words that embed an event, from the nearest up to the root. */
function above(tree: Tree, event: number, word: TreeWord, signs: Set<string>): void {
  let at = event
  let path = ''
  for (let level = 1; level <= levels; level++) {
    const { head, relation } = governor(tree, at)
    path += `/${relation}`
    const over = tree.words[head]
    if (!over) {
      signs.add(`top:${level}`)
      signs.add(`path:${path}`)
      return
    }
    const where = `up${level}-`
    signs.add(`${where}rel:${relation}:${over.pos}`)
    signs.add(`${where}by:${relation.split(':')[0]}:${over.lemma}`)
    if (level === 1) nearest(tree, word, relation, over, signs)
    around(tree, head, where, false, signs)
    at = head
  }
}

/** "[refused] to leave", "the [threat] of a strike": the word that embeds the event tells most. */
function nearest({ words }: Tree, word: TreeWord, relation: string, over: TreeWord, signs: Set<string>): void {
  const { lemma } = over
  signs.add(`by:${lemma}`)
  signs.add(`by-fine:${lemma}:${word.fine}`)
  signs.add(`by-form:${relation}:${word.fine}:${over.fine}`)
  if (negationOf(words, over)) signs.add(`by-not:${lemma}`)
  const to = word.kids.some((kid) => isTo(words[kid])) ? 'to' : ''
  signs.add(`by-to:${to}:${lemma}:${over.fine}`)
  const preposition = word.kids.map((kid) => words[kid]).find((kid) => kid?.relation === 'case')
  if (preposition) signs.add(`by-case:${preposition.lower}:${lemma}`)
}

/** Signs of one word: its auxiliaries, negation, marks, adverbs, subject and determiners. */
function around({ words }: Tree, at: number, where: string, own: boolean, signs: Set<string>): void {
  const word = words[at]
  if (!word) return
  const carrier = carrierOf(words, at)
  const auxes = auxiliaries(words, words[carrier] ?? word)
  if (carrier !== at) signs.add(`${where}shared`)
  for (const aux of auxes) signs.add(`${where}aux:${aux}`)
  signs.add(`${where}group:${auxes.join('+')}+${word.fine}`)
  const negation = negationOf(words, word)
  if (negation) {
    signs.add(`${where}not`)
    signs.add(`${where}not:${negation}`)
    signs.add(`${where}not-group:${auxes.join('+')}`)
  } else if (carrier !== at && negationOf(words, words[carrier] ?? word)) signs.add(`${where}not-shared`)
  for (const place of word.kids) {
    const kid = words[place]
    if (kid) ofKid(words, kid, where, own, signs)
  }
}

function ofKid(words: readonly TreeWord[], kid: TreeWord, where: string, own: boolean, signs: Set<string>): void {
  const { relation, lower, pos } = kid
  if (relation === 'mark') signs.add(`${where}mark:${lower}`)
  if (relation === 'advmod') signs.add(`${where}adverb:${lower}`)
  if (relation === 'det' || relation === 'case') signs.add(`${where}${relation}:${lower}`)
  if (relation === 'amod') signs.add(`${where}adjective:${kid.lemma}`)
  if (isSubject(kid)) signs.add(`${where}subject:${pos === 'PRON' || pos === 'DET' ? lower : pos}`)
  if (told.has(relation)) signs.add(`${where}has:${relation}`)
  if (!own || !clauses.has(relation)) return
  const mark = kid.kids.map((place) => words[place]).find((inner) => inner?.relation === 'mark')
  signs.add(`holds:${relation}:${mark?.lower ?? ''}`)
}

const told: ReadonlySet<string> = new Set(['obj', 'expl', 'iobj', 'nsubj:pass', 'cop', 'nummod', 'nmod:poss'])
const clauses: ReadonlySet<string> = new Set([
  'ccomp',
  'xcomp',
  'advcl',
  'advcl:relcl',
  'acl',
  'acl:relcl',
  'csubj',
  'csubj:pass',
  'parataxis',
])

/** The word that embeds a word; of conjuncts, the one that embeds the first of them. */
function governor({ words }: Tree, at: number): { readonly head: number; readonly relation: string } {
  let word = words[at]
  for (let n = 0; n < reach && word?.relation === 'conj' && word.head >= 0; n++) word = words[word.head]
  return { head: word?.head ?? -1, relation: word?.relation ?? '' }
}

/** "will [close] and move": a conjunct without auxiliaries and subject of its own, of the same form, has those of the first. */
function carrierOf(words: readonly TreeWord[], at: number): number {
  const word = words[at]
  if (word?.relation !== 'conj' || auxiliaries(words, word).length > 0) return at
  if (word.kids.some((kid) => isSubject(words[kid]))) return at
  let carrier = word.head
  for (let n = 0; n < reach; n++) {
    const before = words[carrier]
    if (before?.relation !== 'conj' || before.head < 0 || auxiliaries(words, before).length > 0) break
    carrier = before.head
  }
  return words[carrier]?.pos === word.pos ? carrier : at
}

function auxiliaries(words: readonly TreeWord[], word: TreeWord): readonly string[] {
  const found = word.kids.some((kid) => isTo(words[kid])) ? ['to'] : []
  for (const kid of word.kids) {
    const aux = words[kid]
    if (aux?.relation !== 'aux' && aux?.relation !== 'aux:pass' && aux?.relation !== 'cop') continue
    found.push(
      /^(?:be|have|do)$/.test(aux.lemma) ? `${aux.lemma}:${aux.fine}` : (shortModals.get(aux.lower) ?? aux.lower),
    )
  }
  return found
}

const shortModals: ReadonlyMap<string, string> = new Map([
  ["'ll", 'will'],
  ['wo', 'will'],
  ["'d", 'would'],
  ['ca', 'can'],
])

/** What negates a word: "not", "no" before its object ("took [no] part"), nobody as its subject. */
function negationOf(words: readonly TreeWord[], word: TreeWord): string | undefined {
  for (const place of word.kids) {
    const kid = words[place]
    if (!kid) continue
    if (negatingWords.has(kid.lower)) return kid.lower
    const role = kid.relation.slice(0, 5)
    if ((role === 'nsubj' || role === 'obj') && kid.kids.some((inner) => negatesNoun(words[inner]?.lower))) return role
  }
  return undefined
}

const negatesNoun = (word: string | undefined): boolean => /^(?:no|neither|few|little)$/.test(word ?? '')
const isSubject = (word: TreeWord | undefined): boolean => word?.relation.startsWith('nsubj') ?? false
const isTo = (word: TreeWord | undefined): boolean => word?.relation === 'mark' && word.lower === 'to'

const isAfter = ({ words }: Tree, at: number, mark: string): boolean =>
  words.slice(0, at).filter(({ lower }) => lower === mark).length % 2 === 1
