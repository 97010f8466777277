import { keyOf } from './key.ts'
import { agencies } from './known/agencies.ts'
import { bodies } from './known/bodies.ts'
import { companies } from './known/companies.ts'
import { ministries } from './known/ministries.ts'
import { ngos } from './known/ngos.ts'
import { labels, namedOnly, officeOf, offices, standIns } from './known/offices.ts'
import { outlets } from './known/outlets.ts'
import type { KnownRow } from './known/row.ts'
import { services } from './known/services.ts'
import { countries } from './places/countries.ts'

/** An outlet, agency, institution or service that many reports name, so that "Japan's public broadcaster", NHK and nhk.or.jp are one voice. Facts only. */
export interface KnownEntity {
  /** Stable key: `nhk`. */
  readonly id: string
  readonly name: string
  /** Other names and acronyms, as written: "Japan Broadcasting Corporation". */
  readonly aliases: readonly string[]
  readonly kind: 'outlet' | 'agency' | 'institution' | 'organisation' | 'company'
  /** What it is, and to its country: "public broadcaster", "military intelligence". */
  readonly role: string
  /** Descriptions that mean it and nothing else: "Japan's public broadcaster". */
  readonly descriptors: readonly string[]
  /** Web domains it publishes under: "nhk.or.jp". */
  readonly domains: readonly string[]
  /** ISO 3166-1 alpha-2; `EU` for what is the Union's. */
  readonly country: string | undefined
  /** Id of the body it belongs to: a ministry's intelligence service, a newspaper's owner is not meant. */
  readonly affiliation: string | undefined
}

/**
 * Who is meant by a name, an acronym, an unmistakable description, a domain or an address; undefined where nobody sure.
 *
 * "the", a possessive ending and quotation marks are passed over. Acronyms count only as written: "WHO" is, "who" is not.
 * "Ghana's health ministry" is found too, though no list names it: nearly every state has one, and only one.
 */
export function findKnown(name: string): KnownEntity | undefined {
  const words = name
    .trim()
    .replace(/^["'“”‘’«(]+|["'“”’»),;:]+$/g, '')
    .replace(/(?:['’]s|(?<=s)['’])$/, '')
    .trim()
  if (words === '' || words.length > 120) return undefined
  return byName(words) ?? byDomain(words) ?? byRole(words) ?? afterLabel(words)
}

/** As `findKnown`, but only by name, acronym, fixed description or domain: what a reader of running text may ask of every word. */
export const findNamed = (name: string): KnownEntity | undefined => byName(name) ?? byDomain(name)

/** Does any listed name begin with this word? A cheap question to ask before longer ones. */
export const startsKnown = (word: string): boolean => index().firstWords.has(plain(word).split(/[ -]/)[0] ?? '')

/** The entity with this id, as `affiliation` names it. */
export const knownById = (id: string): KnownEntity | undefined => index().ids.get(id) ?? madeOffices.get(id)

const families: readonly (readonly [KnownEntity['kind'], readonly KnownRow[]])[] = [
  ['outlet', outlets],
  ['agency', agencies],
  ['institution', ministries],
  ['institution', services],
  ['organisation', bodies],
  ['organisation', ngos],
  ['company', companies],
]

/** Everything the lists name. */
export const known: readonly KnownEntity[] = families.flatMap(([kind, rows]) => rows.map((row) => entityOf(kind, row)))

function entityOf(kind: KnownEntity['kind'], row: KnownRow): KnownEntity {
  const [name, country, role, aliases, domains, affiliation, descriptors] = row
  const bare = name.replace(/ \([^)]*\)$/, '')
  return {
    id: keyOf(name),
    name: bare,
    aliases: bare === name ? cell(aliases) : [name, ...cell(aliases)],
    kind,
    role,
    descriptors: cell(descriptors),
    domains: cell(domains),
    country: country === '' ? undefined : country,
    affiliation: affiliation === undefined || affiliation === '' ? undefined : keyOf(affiliation),
  }
}

function cell(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split('|').filter((part) => part !== '')
}

interface Index {
  readonly ids: ReadonlyMap<string, KnownEntity>
  /** Acronyms, as written. */
  readonly exact: ReadonlyMap<string, KnownEntity>
  /** All other names and descriptors, in lower case without "the". */
  readonly loose: ReadonlyMap<string, KnownEntity>
  readonly domains: ReadonlyMap<string, KnownEntity>
  /** First words of all names, in lower case. */
  readonly firstWords: ReadonlySet<string>
  /** "JP/public broadcaster"; null where more than one fills the role. */
  readonly roles: ReadonlyMap<string, KnownEntity | null>
  /** "japanese", "japan" to JP. */
  readonly lands: ReadonlyMap<string, string>
  /** "ministry of defence" to "defence ministry". */
  readonly wordings: ReadonlyMap<string, string>
}

let built: Index | undefined

function index(): Index {
  if (built) return built
  const ids = new Map<string, KnownEntity>()
  const exact = new Map<string, KnownEntity>()
  const loose = new Map<string, KnownEntity>()
  const domains = new Map<string, KnownEntity>()
  const roles = new Map<string, KnownEntity | null>()
  for (const entity of known) {
    ids.set(entity.id, entity)
    const role = `${entity.country}/${entity.role}`
    roles.set(role, roles.has(role) ? null : entity)
    for (const domain of entity.domains) if (!domains.has(domain)) domains.set(domain, entity)
    // A bracketed name ("The Star (Kenya)") says that the bare one is shared, so only the full one means it.
    const shared = entity.aliases[0]?.startsWith(`${entity.name} (`) === true
    for (const name of [...(shared ? [] : [entity.name]), ...entity.aliases, ...entity.descriptors]) {
      if (isAcronym(name)) {
        if (!exact.has(name)) exact.set(name, entity)
      } else if (!loose.has(plain(name))) loose.set(plain(name), entity)
    }
  }
  const lands = new Map<string, string>()
  for (const [code, name, demonyms, others] of countries)
    for (const word of [name, ...cell(demonyms), ...cell(others)])
      if (!lands.has(plain(word))) lands.set(plain(word), code)
  const wordings = new Map<string, string>()
  for (const [role, words] of offices) for (const wording of cell(words)) wordings.set(plain(wording), role)
  const firstWords = new Set([...exact.keys(), ...loose.keys()].map((name) => plain(name).split(/[ -]/)[0] ?? ''))
  built = { ids, exact, loose, domains, firstWords, roles, lands, wordings }
  return built
}

/** "NHK", "U.N.", "MoD", "OPEC+": short, one word, with at least two capitals. */
const isAcronym = (name: string): boolean =>
  !/\s/.test(name) && name.length <= 8 && /\p{Lu}[^\p{Ll}]*\p{Lu}|\p{Lu}\p{Ll}\p{Lu}/u.test(name)

/** Lower case, straight apostrophes, single spaces, without a leading "the". */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^the (?=.)/, '')

function byName(words: string): KnownEntity | undefined {
  const { exact, loose } = index()
  const bare = words.replace(/^[Tt]he\s+/, '')
  const acronym = exact.get(words) ?? exact.get(bare)
  if (acronym) return acronym
  // A single common word in lower case is a word: "time", "meta", "shell".
  if (!/\s/.test(bare) && /^\p{Ll}/u.test(bare) && !/[\p{Lu}.]/u.test(bare)) return undefined
  return loose.get(plain(words))
}

/** A host or address: "https://www.twz.com/air/…" and "en.twz.com" are twz.com. */
function byDomain(words: string): KnownEntity | undefined {
  const host = /^(?:https?:\/\/)?(?:[^\s/@?#]{0,64}@)?([\p{L}\p{N}.-]{3,253})(?:[:/?#]\S*)?$/u
    .exec(words)?.[1]
    ?.toLowerCase()
  if (host === undefined || !host.includes('.')) return undefined
  const labels = host.split('.')
  for (let i = 0; i + 2 <= labels.length && i < 8; i++) {
    const found = index().domains.get(labels.slice(i).join('.'))
    if (found) return found
  }
  return undefined
}

/** "Japan's public broadcaster", "the Ukrainian defence ministry", "Ministry of Health of Ghana". */
function byRole(words: string): KnownEntity | undefined {
  for (const [country, wording] of readings(words)) {
    const role = index().wordings.get(wording)
    if (role === undefined) continue
    const found = holderOf(country, role)
    if (found) return found
  }
  return undefined
}

/** Ways to part a phrase into a country's code and the rest. */
function readings(words: string): readonly (readonly [country: string, rest: string])[] {
  const { lands } = index()
  const parts = plain(words).split(' ')
  const found: (readonly [string, string])[] = []
  for (let size = 1; size <= Math.min(5, parts.length - 1); size++) {
    const first = parts
      .slice(0, size)
      .join(' ')
      .replace(/'s$|(?<=s)'$/, '')
    const front = lands.get(first)
    if (front !== undefined) found.push([front, parts.slice(size).join(' ')])
    const back = lands.get(parts.slice(-size).join(' ').replace(/^the /, ''))
    const rest = parts.slice(0, -size)
    while (rest.at(-1) === 'the') rest.pop()
    const joint = rest.pop()
    if (back !== undefined && (joint === 'of' || joint === 'in')) found.push([back, rest.join(' ')])
  }
  return found
}

function holderOf(country: string, role: string): KnownEntity | undefined {
  for (const candidate of [role, ...(standIns[role] ?? [])]) {
    const named = index().roles.get(`${country}/${candidate}`)
    if (named) return named
  }
  return namedOnly.has(role) ? undefined : officeFor(country, role)
}

const madeOffices = new Map<string, KnownEntity>()

/** The one body of a state that fills a role, where no list gives it a name of its own. */
function officeFor(country: string, role: string): KnownEntity | undefined {
  const land = countries.find(([code]) => code === country)
  if (land === undefined) return undefined
  const name = `${land[1]} ${role}`
  const id = keyOf(name)
  const held = madeOffices.get(id)
  if (held) return held
  const above = officeOf[role]
  const made: KnownEntity = {
    id,
    name,
    aliases: [],
    kind: 'institution',
    role,
    descriptors: [`${land[1]}'s ${role}`],
    domains: [],
    country,
    affiliation: above === undefined ? undefined : holderOf(country, above)?.id,
  }
  madeOffices.set(id, made)
  return made
}

/** "the Ukrainian outlet Militarnyi", "the weekly Der Spiegel": words that only label, then a name. */
function afterLabel(words: string): KnownEntity | undefined {
  const parts = words.replace(/^[Tt]he\s+/, '').split(/\s+/)
  const { lands } = index()
  let at = 0
  for (let size = 3; size > 0; size--) {
    const land = plain(parts.slice(0, size).join(' ')).replace(/'s$/, '')
    if (parts.length > size && lands.has(land)) {
      at = size
      break
    }
  }
  let labelled = at
  while (labelled < parts.length - 1 && labels.has((parts[labelled] ?? '').toLowerCase())) labelled++
  if (labelled === at) return undefined
  const rest = parts.slice(labelled).join(' ')
  return byName(rest) ?? byDomain(rest)
}
