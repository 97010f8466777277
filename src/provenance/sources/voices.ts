import type { Attribution } from '../../model/attribution.ts'
import type { Reading } from '../../model/reading.ts'
import type { Source } from '../../model/source.ts'
import { learnRoles } from './affiliation.ts'
import { type Cast, castOf, type Member } from './cast.ts'
import { meaningOf } from './meaning.ts'
import type { Heard, Meant } from './meant.ts'
import { compare, slug } from './names.ts'
import { kindOf, nameOf } from './naming.ts'
import { genderOfPronoun, gendersIn, identityOf } from './pronouns.ts'

/** Every voice of a collection, one entity each across all documents, and which words mean it where. */
export interface Voices {
  readonly sources: readonly Source[]
  /** Source id of the voice that an attribution (by its index in the document's layer) names; null where the text names nobody. */
  voiceOf(document: string, attribution: number): string | null
  /** Source id of the document's publisher, when known. */
  outletOf(document: string): string | null
  /** The documents of this collection that a source published as an outlet, by id. */
  documentsOf(source: string): readonly string[]
  /** The top of the affiliation chain: what counts as one origin. A source without affiliation is its own body. */
  bodyOf(source: string): string
  /** What people decided of bodies, beyond what each belongs to. Absent where nobody decided anything. */
  readonly decided?: DecidedBodies
}

export interface DecidedBodies {
  /** Are these two bodies two, whatever they are called? */
  areApart(body: string, other: string): boolean
  /** The one of several bodies that bore the same name before anybody decided. */
  namesakeOf(body: string): string
}

/** Finds who speaks in these documents and which names, roles and descriptions mean the same voice. */
export function resolveVoices(unordered: readonly Reading[]): Voices {
  const readings = [...unordered].sort((a, b) => compare(a.document.id, b.document.id))
  const cast = castOf(readings)
  learnRoles(cast, readings)
  const book = openBook(new Set(readings.map(({ document }) => document.id)))
  const outlets = new Map<string, string>()
  const published = new Map<string, string[]>()
  const spoken = new Map<string, readonly (string | null)[]>()
  for (const { document } of readings) {
    const publisher = cast.publisherOf(document.id)
    if (!publisher) continue
    const id = book.enter({ member: publisher }, document.id, null)
    outlets.set(document.id, id)
    published.set(id, [...(published.get(id) ?? []), document.id])
  }
  for (const reading of readings) spoken.set(reading.document.id, voicesIn(cast, reading, book))
  const sources = book.sources()
  const above = new Map(sources.map((source) => [source.id, source.affiliation]))
  return {
    sources,
    voiceOf: (document, attribution) => spoken.get(document)?.[attribution] ?? null,
    outletOf: (document) => outlets.get(document) ?? null,
    documentsOf: (source) => published.get(source) ?? [],
    bodyOf: (source) => topOf(source, above),
  }
}

function topOf(source: string, above: ReadonlyMap<string, string | null>): string {
  const walked = new Set<string>()
  let at = source
  for (let next = above.get(at); next && !walked.has(next); next = above.get(at)) {
    walked.add(at)
    at = next
  }
  return at
}

function voicesIn(cast: Cast, reading: Reading, book: Book): readonly (string | null)[] {
  const document = reading.document.id
  const meant: (Meant | null)[] = reading.attributions.map(() => null)
  const order = reading.attributions
    .map((attribution, index) => ({
      attribution,
      index,
      at: attribution.source[0]?.start ?? attribution.content[0]?.start ?? 0,
    }))
    .sort((a, b) => Number(isOwn(a.attribution)) - Number(isOwn(b.attribution)) || a.at - b.at || a.index - b.index)
  const said: Heard[] = []
  const genders = gendersIn(cast, document)
  for (const { attribution, index, at } of order) {
    const around = attribution.within ?? quotedWithin(reading.attributions, attribution)
    const outer = around === null ? null : (meant[around] ?? null)
    const own = meaningOf({ cast, document, at, said, genders, outer }, attribution)
    meant[index] = own
    if (!own) continue
    said.push({ meant: own, at })
    const gender = genderOfPronoun(attribution.source[0]?.quote ?? '')
    if (gender && !genders.has(identityOf(own))) genders.set(identityOf(own), gender)
  }
  return meant.map((one, index) => (one ? book.enter(one, document, reading.attributions[index] ?? null) : null))
}

/** "We" needs to know who is being quoted, so it comes last. */
const isOwn = ({ source }: Attribution): boolean => /^(?:we|i|us|our)\b/i.test(source[0]?.quote ?? '')

/** The quotation in which somebody says "we": the index of the attribution whose quoted words hold this one. */
function quotedWithin(attributions: readonly Attribution[], inner: Attribution): number | null {
  const own = inner.source[0]
  if (!own || !/^(?:we|i|us|our)\b/i.test(own.quote)) return null
  const found = attributions.findIndex(
    (one) =>
      one !== inner &&
      one.kind !== 'indirect' &&
      one.content.some((part) => part.start <= own.start && own.end <= part.end),
  )
  return found < 0 ? null : found
}

/**
 * What the words of an attribution call its voice: "The mayor" of "The mayor, Ada Noor, who …". Empty for pronouns, for two
 * voices in one breath, and for what is too long to be a name.
 */
function aliasIn({ source }: Attribution): string {
  const whole = source
    .map(({ quote }) => quote)
    .join(' ')
    .trim()
  const words = (whole.split(/[,;:(]|\s+(?:who|which|whose|that|seen|obtained|quoted|cited)\s/)[0] ?? '').trim()
  const isPronoun = /^(?:he|she|it|they|we|i|him|her|them|us|who|which|that|this|these|those)$/i.test(words)
  const isPair = /\sand (?:the )?\p{Lu}/u.test(words) && /\p{Lu}.*\sand /u.test(words.slice(1))
  // "Neither the mayor nor the operator", "no official": what nobody said is nobody's name.
  const isNobody = /^(?:neither|either|no|none|nobody)\b/i.test(words)
  return isPronoun || isPair || isNobody || words.length > longestAlias ? '' : words.replace(/['’]s$/, '')
}

const longestAlias = 70

/** Where voices are entered one after the other, and each gets one id. */
interface Book {
  enter(meant: Meant, document: string, attribution: Attribution | null): string
  sources(): readonly Source[]
}

interface Entry {
  readonly key: string
  readonly base: string
  name: string
  kind: Source['kind']
  readonly aliases: Set<string>
  affiliation: string | null
}

function openBook(taken: ReadonlySet<string>): Book {
  const used = new Set<string>()
  const entries = new Map<string, Entry>()
  return { enter, sources }

  function enter(meant: Meant, document: string, attribution: Attribution | null): string {
    const entry = entryOf(meant, document)
    const words = attribution ? aliasIn(attribution) : ''
    if (words !== '') entry.aliases.add(words)
    return entry.key
  }

  function entryOf(meant: Meant, document: string): Entry {
    if ('member' in meant) return memberEntry(meant.member)
    const key = meant.issuer
      ? `${slug(nameOf(meant.issuer))}-${slug(meant.head)}`
      : `${slug(meant.name)}@${meant.shared ? '' : document}`.replace(/@$/, '')
    const known = entries.get(key)
    if (known) return known
    const entry: Entry = {
      key: unique(key),
      base: key,
      name: meant.name,
      kind: meant.kind,
      aliases: new Set(),
      affiliation: null,
    }
    entries.set(key, entry)
    if (meant.issuer && !meant.leaked) entry.affiliation = memberEntry(meant.issuer).key
    return entry
  }

  function memberEntry(member: Member): Entry {
    const base = `${member.kind}:${member.key}`
    const known = entries.get(base)
    if (known) return known
    const name = nameOf(member)
    const entry: Entry = {
      key: unique(slug(name)),
      base,
      name,
      kind: kindOf(member),
      aliases: new Set(member.forms.keys()),
      affiliation: null,
    }
    entries.set(base, entry)
    if (member.affiliation && member.affiliation !== member) entry.affiliation = memberEntry(member.affiliation).key
    return entry
  }

  function unique(key: string): string {
    let free = key
    for (let n = 2; taken.has(free) || used.has(free); n++) free = `${key}-${n}`
    used.add(free)
    return free
  }

  function sources(): readonly Source[] {
    return [...entries.values()]
      .map(({ key, name, kind, aliases, affiliation }) => ({
        id: key,
        name,
        aliases: [...aliases].filter((alias) => alias !== name).sort(compare),
        kind,
        affiliation,
      }))
      .sort((a, b) => compare(a.id, b.id))
  }
}
