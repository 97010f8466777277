import { bodyNouns } from '../../language/en/voice-words.ts'
import { firstFrom } from '../../text/in-order.ts'
import { type Cast, isSite, type Member, type Use } from './cast.ts'
import { fold, nameWords } from './names.ts'
import { type Role, readRole, singular } from './role.ts'

/** "its director" seldom is the director of an outlet that is only quoted. */
const kindless = (member: Member): boolean => !member.outlet && classOf(member) !== 'outlet'

/** How far back a description may reach for the name it stands for, in named places. */
const reach = 80

/**
 * The body that a description means at a place: "the rescue ministry", "SCA", "the operator", "its".
 * First by words of the name, then by the nouns that stand beside it elsewhere, then the last one of its class.
 */
export function bodyMeant(cast: Cast, document: string, words: string, at: number): Member | null {
  const clean = words.replace(/['’]s?$/, '').trim()
  if (clean === '') return null
  if (/^(?:its|their|it|they)$/i.test(clean))
    return lastBody(cast, document, at, (member) => kindless(member)) ?? lastBody(cast, document, at, () => true)
  const named = namedInside(cast, document, clean)
  if (named || cast.isPlace(clean)) return named
  const role = readRole(clean)
  if (!role) return null
  return byName(cast, document, role, at) ?? byDescriptor(cast, document, role, at) ?? byClass(cast, document, role, at)
}

/** "operator Tumaini Lake Lines": the capitalised words are a name already known. */
function namedInside(cast: Cast, document: string, words: string): Member | null {
  const proper = /\p{Lu}[\p{L}\p{N}&'’.-]*(?: (?:(?:of|for|and|du|de|des|do|da|the) )*\p{Lu}[\p{L}\p{N}&'’.-]*)*/u.exec(
    words.replace(/^(?:The|A|An|Its|Their|Our) /, ''),
  )
  if (!proper) return null
  const member = cast.bodyNamed(proper[0].replace(/['’]s?$/, ''), document)
  return member && (member.forms.size > 0 || cast.publisherOf(document) === member) ? member : null
}

/** Every telling word of the description is a word of the name: "the rescue ministry", Ministry of Civil Rescue. */
function byName(cast: Cast, document: string, role: Role, at: number): Member | null {
  const wanted = [...role.modifiers, role.head, ...nameWords(role.complement ?? '')].map(singular)
  const fits = (member: Member): boolean => {
    const words = new Set([...member.words].map(singular))
    return wanted.every((word) => words.has(word))
  }
  const near = lastBody(cast, document, at, fits)
  if (near) return near
  const like = byField(cast, document, role)
  if (like) return like
  const anywhere = [...new Set([...cast.bodiesWith(role.head), ...cast.bodiesWith(`${role.head}s`)])].filter(fits)
  return anywhere.length === 1 && (wanted.length > 1 || isMinistry(role)) ? (anywhere[0] ?? null) : null
}

/** "The relief agency", where one body of this report has "relief" in its name and no other noun than "office", "agency" and the like. */
function byField(cast: Cast, document: string, role: Role): Member | null {
  if (!role.definite || !plainBodies.has(role.head) || role.modifiers.length === 0 || role.complement !== null)
    return null
  const field = role.modifiers.map(singular)
  const fits = ({ kind, outlet, words }: Member): boolean => {
    const own = [...words].map(singular)
    const plain = own.every((word) => !(word in bodyNouns) || plainBodies.has(word) || field.includes(word))
    return kind === 'body' && !outlet && plain && field.every((word) => own.includes(word))
  }
  const here = new Set(cast.usesIn(document).flatMap(({ member }) => (fits(member) ? [member] : [])))
  return here.size === 1 ? ([...here][0] ?? null) : null
}

/** What almost any public body may be called. */
const plainBodies: ReadonlySet<string> = new Set(
  'agency office body organisation organization bureau service'.split(' '),
)

/** Where the reports name one ministry only, "the ministry" is that one. */
const isMinistry = ({ head, definite }: Role): boolean => definite && (head === 'ministry' || head === 'department')

function byDescriptor(cast: Cast, document: string, role: Role, at: number): Member | null {
  const fits = (member: Member): boolean =>
    member.descriptors.has(role.head) && role.modifiers.every((word) => !(word in bodyNouns))
  return lastBody(cast, document, at, fits)
}

/** "the company" is the last body that may be a company and has no noun that says otherwise. */
function byClass(cast: Cast, document: string, role: Role, at: number): Member | null {
  const wanted = bodyNouns[role.head]
  if (wanted === undefined || !role.definite || role.modifiers.length > 0) return null
  const publisher = cast.publisherOf(document)
  return lastBody(cast, document, at, (member) => {
    const own = classOf(member)
    if (wanted === 'company')
      return own === 'company' || (own === undefined && member !== publisher && !member.outlet && !isSite(member))
    if (wanted === 'outlet') return member !== publisher && (own === 'outlet' || (own === undefined && member.outlet))
    return own === wanted && [...member.words, ...member.descriptors].some((word) => singular(word) === role.head)
  })
}

/** What a body is, by the words of its name, else by what stands beside it. */
export function classOf(member: Member): string | undefined {
  const own = [...member.words]
    .map((word) => bodyNouns[singular(word)] ?? bodyNouns[word])
    .filter((kind) => kind !== undefined)
  const beside = [...member.descriptors].map((word) => bodyNouns[word]).filter((kind) => kind !== undefined)
  return beside[0] ?? own.at(-1)
}

/** The last fitting body named before a place, else the first after it. */
function lastBody(cast: Cast, document: string, at: number, fits: (member: Member) => boolean): Member | null {
  const uses = cast.usesIn(document)
  const before = indexBefore(uses, at)
  for (let i = before; i >= 0 && i > before - reach; i--) {
    const member = uses[i]?.member
    if (member?.kind === 'body' && fits(member)) return member
  }
  for (let i = before + 1; i < uses.length && i <= before + reach; i++) {
    const member = uses[i]?.member
    if (member?.kind === 'body' && fits(member)) return member
  }
  return null
}

/** Index of the last use that starts before a place; -1 when there is none. */
export const indexBefore = (uses: readonly Use[], at: number): number => firstFrom(uses, at) - 1

/** The person who holds the office a description names: "the minister for dams", "the mayor". Null when none or several do. */
export function holderOf(cast: Cast, document: string, role: Role, at: number): Member | null {
  const wanted = new Set(
    [...role.modifiers, ...nameWords(role.complement ?? ''), ...nameWords(role.possessor ?? '')].map((word) =>
      singular(fold(word)),
    ),
  )
  const fits = (member: Member): boolean =>
    member.kind === 'person' &&
    member.roles.some(
      (own) => own.head === role.head && [...wanted].every((word) => besides(own, member).has(word) || word === 'its'),
    )
  const uses = cast.usesIn(document)
  for (let i = indexBefore(uses, at); i >= 0; i--) {
    const member = uses[i]?.member
    if (member && fits(member)) return member
  }
  const here = new Set(uses.map((use) => use.member).filter(fits))
  if (here.size > 0) return here.size === 1 ? ([...here][0] ?? null) : null
  if (wanted.size === 0) return null
  const anywhere = cast.members.filter(fits)
  return anywhere.length === 1 ? (anywhere[0] ?? null) : null
}

const besides = (role: Role, member: Member): ReadonlySet<string> =>
  new Set(
    [
      ...role.modifiers,
      ...nameWords(role.complement ?? ''),
      ...nameWords(role.possessor ?? ''),
      ...(member.affiliation?.words ?? []),
    ].map((word) => singular(fold(word))),
  )
