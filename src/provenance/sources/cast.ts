import { bodyNouns } from '../../language/en/voice-words.ts'
import { knownById } from '../../language/entities.ts'
import type { Reading } from '../../model/reading.ts'
import { listed } from './listed.ts'
import { type Named, namesIn } from './named.ts'
import { bodyKey, compare, fold, initials, isAcronym, nameWords, slug, withoutTitles, wordsOf } from './names.ts'
import type { Role } from './role.ts'

/** Somebody or something that is named in the collection and could speak. */
export interface Member {
  readonly key: string
  readonly kind: 'person' | 'body'
  readonly words: ReadonlySet<string>
  /** Every form as written, with the number of uses. */
  readonly forms: Map<string, number>
  /** Nouns that stand beside the name: "operator", "daily". */
  readonly descriptors: Set<string>
  readonly roles: Role[]
  /** Named as an outlet, or publishing documents of this collection. */
  outlet: boolean
  organisation: boolean
  affiliation: Member | null
}

/** A place in a document where a member is named. */
export interface Use {
  readonly start: number
  readonly end: number
  readonly member: Member
}

/** Everybody named in a collection and where. */
export interface Cast {
  readonly members: readonly Member[]
  usesIn(document: string): readonly Use[]
  textOf(document: string): string
  /** Whoever this document names that bears exactly this name or one of whose forms it is; of several the first named. */
  calledIn(name: string, document: string): Member | null
  /** Is this one word the name of a place in these reports? */
  isPlace(word: string): boolean
  publisherOf(document: string): Member | null
  /** The bodies whose name holds this word. */
  bodiesWith(word: string): readonly Member[]
  /** The body of this name, acronym or web domain, in this document or else in the collection. */
  bodyNamed(name: string, document: string): Member | null
  /** The person of this name. */
  personNamed(name: string, document: string): Member | null
}

/** Reads off who is named, and joins the forms of one name: full name and surname, title, acronym, shortened name, domain. */
export function castOf(readings: readonly Reading[]): Cast {
  const ordered = [...readings].sort((a, b) => compare(a.document.id, b.document.id))
  const named = withOneKind(ordered, new Map(ordered.map((reading) => [reading.document.id, namesIn(reading)])))
  const people = peopleOf(named)
  const bodies = bodiesOf(named, ordered)
  const uses = new Map<string, readonly Use[]>()
  for (const [document, names] of named) uses.set(document, usesOf(document, names, people, bodies))
  const texts = new Map(ordered.map(({ document }) => [document.id, document.text]))
  const members = [...people.members.values(), ...bodies.members.values()]
  const registers = new Map<string, Register>()
  const registerOf = (document: string): Register => {
    const known = registers.get(document) ?? registerFrom(uses.get(document) ?? [])
    registers.set(document, known)
    return known
  }
  return {
    members,
    usesIn: (document) => uses.get(document) ?? [],
    textOf: (document) => texts.get(document) ?? '',
    calledIn: (name, document) => registerOf(document)(name),
    isPlace: bodies.isPlaceWord,
    publisherOf: (document) => bodies.publishers.get(document) ?? null,
    bodiesWith: (word) => bodies.byWord.get(word) ?? [],
    bodyNamed: (name, document) => bodies.find(name, document, false),
    personNamed: (name, document) => people.find(name, document, Number.POSITIVE_INFINITY, false),
  }
}

type Register = (name: string) => Member | null

/** Who is named in a document, by key and by every form of the name. */
function registerFrom(uses: readonly Use[]): Register {
  const order = new Map([...new Set(uses.map(({ member }) => member))].map((member, i) => [member, i]))
  const byKey = new Map<string, Member>()
  const byForm = new Map<string, Member>()
  for (const member of order.keys()) {
    if (!byKey.has(member.key)) byKey.set(member.key, member)
    for (const form of member.forms.keys()) if (!byForm.has(slug(form))) byForm.set(slug(form), member)
  }
  return (name) => {
    const found = [byKey.get(fold(name)), byForm.get(slug(name))].flatMap((member) => member ?? [])
    return found.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))[0] ?? null
  }
}

/** A name that is a publisher's, or is read as a body at least as often as a person, is a body everywhere. */
function withOneKind(
  readings: readonly Reading[],
  named: ReadonlyMap<string, readonly Named[]>,
): ReadonlyMap<string, readonly Named[]> {
  const votes = new Map<string, number>()
  const vote = (name: string, weight: number): void => {
    votes.set(bodyKey(name), (votes.get(bodyKey(name)) ?? 0) + weight)
  }
  for (const { document } of readings) if (document.publisher) vote(document.publisher, 1000)
  for (const names of named.values()) for (const { full, kind } of names) vote(full, kind === 'person' ? -1 : 1)
  for (const { document } of readings)
    for (const { full, kind, start, end } of named.get(document.id) ?? [])
      if (kind === 'person' && isDescribedAsBody(document.text, start, end)) vote(full, describedVote)
  const isBody = ({ full }: Named): boolean =>
    (votes.get(bodyKey(full)) ?? 0) >= 0 || wordsOf(full).some((word) => bodyNouns[word] === 'company')
  return new Map(
    [...named].map(([document, names]) => [
      document,
      names.map((name) => (name.kind === 'person' && isBody(name) ? { ...name, kind: 'body' as const } : name)),
    ]),
  )
}

/** What stands beside a name outweighs how often it was read as a person's. */
const describedVote = 100

/** "Adler Foods, the company that …", "the operator, Adler Foods", "images taken by Adler Imaging". */
function isDescribedAsBody(text: string, start: number, end: number): boolean {
  const after = /^, (?:the|a|an|one of the) ([\p{L} -]{3,60})(?!['’\p{L}])/u.exec(text.slice(end, end + 70))?.[1]
  const nouns = wordsOf(after?.split(/\s+(?:of|for|in|that|which|who|at|from|with)\s/)[0] ?? '')
  const before = /(?:(?:^|[.!?”"]\s+)(?:The|Its) ([\p{L}-]+), |(?<!\bfor (?:the )?)\b([\p{L}-]+) )$/u
    .exec(text.slice(Math.max(0, start - 30), start))
    ?.slice(1)
    .find((noun) => noun !== undefined)
  const beside = [nouns.at(-1), before === undefined ? undefined : fold(before)]
  if (
    beside.some(
      (noun) => noun !== undefined && (bodyNouns[noun] === 'company' || /^(?:union|charity|hospital)$/.test(noun)),
    )
  )
    return true
  return /\b(?:images?|imagery|photos?|photographs?|footage) (?:taken|made|released|published|provided|processed|supplied) by $/i.test(
    text.slice(Math.max(0, start - 60), start),
  )
}

function usesOf(
  document: string,
  names: readonly Named[],
  people: ReturnType<typeof peopleOf>,
  bodies: ReturnType<typeof bodiesOf>,
): readonly Use[] {
  const found: Use[] = []
  for (const name of names) {
    const member =
      name.kind === 'person'
        ? people.find(name.full, document, name.start, true)
        : bodies.find(name.full, document, true, name.kind === 'outlet')
    if (!member) continue
    member.forms.set(name.full, (member.forms.get(name.full) ?? 0) + 1)
    if (name.words !== name.full) member.forms.set(name.words, (member.forms.get(name.words) ?? 0) + 1)
    if (name.kind === 'outlet') member.outlet = true
    if (name.kind === 'body') member.organisation = true
    found.push({ start: name.start, end: name.end, member })
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

function makeMember(key: string, kind: Member['kind'], name: string): Member {
  return {
    key,
    kind,
    words: new Set(nameWords(name)),
    forms: new Map(),
    descriptors: new Set(),
    roles: [],
    outlet: false,
    organisation: false,
    affiliation: null,
  }
}

/** Persons by first and last name; a surname alone means the one full name of its document, else of the collection. */
function peopleOf(named: ReadonlyMap<string, readonly Named[]>) {
  const members = new Map<string, Member>()
  const byLast = new Map<string, Member[]>()
  const inDocument = new Map<string, { readonly member: Member; readonly start: number }[]>()
  for (const [document, names] of named) {
    for (const name of names) {
      if (name.kind !== 'person') continue
      const words = wordsOf(withoutTitles(name.full))
      if (words.length < 2) continue
      const member = fullPerson(words)
      const here = inDocument.get(document) ?? []
      here.push({ member, start: name.start })
      inDocument.set(document, here)
    }
  }
  return { members, find }

  function fullPerson(words: readonly string[]): Member {
    const last = words.at(-1) ?? ''
    const first = words[0] ?? ''
    const known = byLast.get(last) ?? []
    const same = known.find((member) => sameFirstName(first, member.key.split(' ')[0] ?? ''))
    if (same) return same
    const member = makeMember(`${first} ${last}`, 'person', words.join(' '))
    members.set(member.key, member)
    byLast.set(last, [...known, member])
    return member
  }

  function find(name: string, document: string, at: number, create: boolean): Member | null {
    const words = wordsOf(withoutTitles(name))
    if (words.length === 0) return null
    if (words.length > 1) {
      const known = (byLast.get(words.at(-1) ?? '') ?? []).find((member) =>
        sameFirstName(words[0] ?? '', member.key.split(' ')[0] ?? ''),
      )
      if (known) return known
    }
    const word = words.at(-1) ?? ''
    const here = (inDocument.get(document) ?? []).filter(({ member }) => member.words.has(word))
    const before = here.filter(({ start }) => start <= at).at(-1) ?? here[0]
    if (before) return before.member
    const anywhere = byLast.get(word) ?? []
    if (anywhere.length === 1 && anywhere[0]) return anywhere[0]
    if (!create) return members.get(word) ?? null
    const own = members.get(word) ?? makeMember(word, 'person', words.join(' '))
    members.set(word, own)
    return own
  }
}

/** Sergei and Sergey, K. and Kyrylo: one first name, spelled or shortened differently. */
function sameFirstName(a: string, b: string): boolean {
  if (a === b) return true
  if (a.slice(0, 1) !== b.slice(0, 1)) return false
  if (a.length === 1 || b.length === 1) return true
  return Math.min(a.length, b.length) >= 5 && a.slice(0, 4) === b.slice(0, 4) && Math.abs(a.length - b.length) <= 1
}

/** Bodies by the set of their telling words; acronyms, shortened names and domains lead to the full name. */
function bodiesOf(named: ReadonlyMap<string, readonly Named[]>, readings: readonly Reading[]) {
  const members = new Map<string, Member>()
  const byWord = new Map<string, Member[]>()
  const byInitials = new Map<string, Member[]>()
  const byJoined = new Map<string, Member>()
  const here = new Map<string, Set<Member>>()
  const publishers = new Map<string, Member>()
  const spelledOut = new Map<string, Set<Member>>()
  const places = new Set(
    readings.flatMap(({ mentions }) => mentions.flatMap(({ kind, quote }) => (kind === 'place' ? [fold(quote)] : []))),
  )

  for (const { document } of readings) {
    if (document.publisher === undefined || document.publisher.trim() === '') continue
    const member = add(document.publisher, document.id)
    if (!member) continue
    if (!onPressPage(document.url)) member.outlet = true
    member.forms.set(document.publisher, (member.forms.get(document.publisher) ?? 0) + 1)
    publishers.set(document.id, member)
    const host = hostLabel(document.url)
    if (host) byJoined.set(host, byJoined.get(host) ?? member)
    const dateline = /\(([\p{Lu}][\p{L}.& -]{1,40})\)\s+[-–—]/u.exec(document.text.slice(0, 400))
    if (dateline?.[1] && !/ /.test(dateline[1])) spellOut(dateline[1], member)
    // Who puts its own mark into the dateline is a news agency, whatever its name.
    if (dateline?.[1] && isMarkOf(dateline[1], document.publisher)) member.descriptors.add('newswire')
  }
  for (const [document, names] of named) {
    for (const name of names) if (name.kind !== 'person' && !isAcronym(name.full)) add(name.full, document)
  }
  for (const reading of readings) {
    const { text } = reading.document
    for (const { index, 1: acronym = '' } of text.matchAll(/ \((\p{Lu}[\p{L}&-]{1,7})\)/gu)) {
      const before = text.slice(Math.max(0, index - longestName), index)
      const words = /\p{Lu}[\p{L}\p{N} '’&-]{3,}$/u.exec(before)?.[0].split(' ') ?? []
      for (let from = 0; from < words.length; from++) {
        const name = words.slice(from).join(' ')
        if (!initials(name).includes(acronym.toLowerCase())) continue
        const member = members.get(bodyKey(name))
        if (member) spellOut(acronym, member)
        break
      }
    }
  }
  return { members, byWord, publishers, find, isPlaceWord }

  function spellOut(acronym: string, member: Member): void {
    const known = spelledOut.get(fold(acronym)) ?? new Set()
    known.add(member)
    spelledOut.set(fold(acronym), known)
    member.forms.set(acronym, (member.forms.get(acronym) ?? 0) + 1)
  }

  function add(written: string, document: string): Member | null {
    const known = listed(written)
    const name = known?.name ?? written
    const key = bodyKey(name)
    if (key === '' || key in bodyNouns) return null
    let member = members.get(key) ?? ofDomain(name)
    if (member) members.set(key, member)
    else {
      member = makeMember(key, 'body', name)
      members.set(key, member)
      for (const word of member.words) byWord.set(word, [...(byWord.get(word) ?? []), member])
      for (const letters of initials(name)) byInitials.set(letters, [...(byInitials.get(letters) ?? []), member])
      byJoined.set(wordsOf(name).join(''), member)
      const label = domainName.test(name) ? hostLabel(`https://${name}`) : undefined
      if (label) byJoined.set(label, member)
      const above = known?.affiliation === undefined ? undefined : knownById(known.affiliation)
      if (above) member.affiliation = add(above.name, document)
    }
    const seen = here.get(document) ?? new Set()
    seen.add(member)
    here.set(document, seen)
    return member
  }

  /** "Quay Courier" of a publisher that calls itself quaycourier.example. */
  function ofDomain(name: string): Member | undefined {
    const words = wordsOf(name)
    const member = words.length > 1 ? byJoined.get(words.join('')) : undefined
    if (!member || !domainName.test([...member.forms.keys()][0] ?? '')) return undefined
    for (const word of nameWords(name)) byWord.set(word, [...(byWord.get(word) ?? []), member])
    return member
  }

  function find(written: string, document: string, create: boolean, outlet = false): Member | null {
    // An acronym that these reports spell out means that here, whatever it means elsewhere.
    const here = isAcronym(written) ? choose(spelled(written), document) : null
    if (here) return here
    const name = listed(written)?.name ?? written
    const key = bodyKey(name)
    if (name !== written && members.has(key)) return members.get(key) ?? null
    if (key === '' || key in bodyNouns) return null
    if (/^[\w-]+(?:\.[\w-]+)+$/.test(name)) {
      const byDomain = byJoined.get(hostLabel(`https://${name}`) ?? '')
      if (byDomain) return byDomain
    }
    if (isAcronym(name) || spelledOut.has(fold(name))) {
      const member = choose(spelled(name), document)
      if (member) return member
    }
    const exact = members.get(key)
    const wider = widen(new Set(nameWords(name)), exact, document, isPlaceWord(name) && !outlet)
    if (wider) return wider
    return exact ?? (create ? add(name, document) : null)
  }

  function spelled(acronym: string): readonly Member[] {
    return [...(spelledOut.get(fold(acronym)) ?? []), ...(byInitials.get(fold(acronym)) ?? [])]
  }

  /** "Geneva" is the town, even where the Geneva Courier writes of it. */
  function isPlaceWord(name: string): boolean {
    return !/\s/.test(name.trim()) && places.has(fold(name))
  }

  /** "the Courrier" where one "Courrier du Mayo" is about. */
  function widen(
    words: ReadonlySet<string>,
    exact: Member | undefined,
    document: string,
    place: boolean,
  ): Member | null {
    if (words.size === 0 || words.size > 4) return null
    const lists = [...words].map((word) => byWord.get(word) ?? [])
    const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a))
    const holders = rarest.filter(
      (member) =>
        member !== exact &&
        member.words.size > words.size &&
        [...words].every((word) => member.words.has(word)) &&
        (!place || isCompany(member)) &&
        !isSiteOf(member, words),
    )
    return choose(holders, document)
  }

  /** The only one in this document, else the only one in the collection. */
  function choose(candidates: readonly Member[], document: string): Member | null {
    const distinct = [...new Set(candidates)]
    const mine = distinct.filter((member) => here.get(document)?.has(member) || publishers.get(document) === member)
    if (mine.length === 1) return mine[0] ?? null
    return mine.length === 0 && distinct.length === 1 ? (distinct[0] ?? null) : null
  }
}

/** How far back, in code units, the name begins that an acronym in brackets stands for. */
const longestName = 71

/** "Adler Foods depot" is a place that Adler Foods owns; who says "Adler Foods" does not mean the place. */
const isSiteOf = (member: Member, words: ReadonlySet<string>): boolean =>
  [...member.words].some((word) => sites.has(word) && !words.has(word))

const sites = new Set(
  'depot factory plant warehouse terminal refinery mine mill yard shipyard site complex building headquarters port pier quay store tower pipeline bridge stadium'.split(
    ' ',
  ),
)

/** A company or fund may go by the name of a place; a school, a paper or an office may not. */
const isCompany = (member: Member): boolean => [...member.words].some((word) => bodyNouns[word] === 'company')

/** An organisation's own press page: who publishes there speaks for itself, and is no outlet. */
const onPressPage = (url: string | undefined): boolean =>
  /\/(?:press|press-?releases?|media-?releases?|newsroom|presse|prensa|imprensa|stampa|statements?|communiques?)(?:[/-]|$)/i.test(
    url ?? '',
  )

/** "SCA" and "Sahel" of the Sahel Coast Agency. */
const isMarkOf = (mark: string, publisher: string): boolean =>
  initials(publisher).includes(mark.toLowerCase()) || wordsOf(mark).every((word) => wordsOf(publisher).includes(word))

/** Is the body a place that others own: "Adler Foods depot"? */
export const isSite = (member: Member): boolean => [...member.words].some((word) => sites.has(word))

const domainName = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u

/** "palmdaily" of https://www.palmdaily.co.uk/…; undefined without an address. */
function hostLabel(url: string | undefined): string | undefined {
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(url ?? '')?.[1]
  const labels =
    host
      ?.toLowerCase()
      .replace(/^www\d?\./, '')
      .split('.') ?? []
  const last = labels.length >= 3 && /^(?:co|com|org|net|ac|gov|or|ne)$/.test(labels.at(-2) ?? '') ? -3 : -2
  return labels.length >= 2 ? fold(labels.at(last) ?? '') : undefined
}
