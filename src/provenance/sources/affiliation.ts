import { bodyNouns, crowds, officers, spokespersons } from '../../language/en/voice-words.ts'
import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/sentence.ts'
import { bodyMeant, indexBefore } from './bodies.ts'
import type { Cast, Member, Use } from './cast.ts'
import { introduced } from './introduced.ts'
import { fold, withoutTitles, wordsOf } from './names.ts'
import { type Role, readRole, singular } from './role.ts'

/**
 * Learns what stands beside names: a body's nouns ("operator Lake Lines", "Lake Lines, a private company"), a person's
 * office and the body it belongs to ("the ministry's spokesman, Captain Alim"). Fills the members of the cast, once.
 */
export function learnRoles(cast: Cast, readings: readonly Reading[]): void {
  for (const reading of readings) {
    for (const use of cast.usesIn(reading.document.id)) if (use.member.kind === 'body') describeBody(reading, use)
  }
  for (const reading of readings) {
    for (const use of cast.usesIn(reading.document.id))
      if (use.member.kind === 'person') givePersonRoles(cast, reading, use, false)
  }
  for (const reading of readings) {
    for (const { member, role, at } of introduced(cast, reading)) {
      add(member, role)
      member.affiliation ??= bodyOfRole(cast, reading.document.id, role, at, member)
    }
  }
  // "its director" is the weakest word on whose director: asked only where no other report says.
  for (const reading of readings) {
    for (const use of cast.usesIn(reading.document.id))
      if (use.member.kind === 'person' && use.member.affiliation === null) givePersonRoles(cast, reading, use, true)
  }
}

function describeBody(reading: Reading, use: Use): void {
  const before = nounPhraseBefore(reading, use.start)
  const beforeRole = before.comma ? null : readRole(lastPhrase(before.words))
  const after = appositionAfter(reading, use.end)
  const afterRole = after && /^(?:the|a|an|one)\s/i.test(after) ? readRole(after) : null
  for (const role of [beforeRole, afterRole]) {
    if (!role || (role.possessor !== null && role === beforeRole)) continue
    if (role.head in bodyNouns) use.member.descriptors.add(role.head)
    if (
      /^(?:agency|service)$/.test(role.head) &&
      role.modifiers.some((word) => /^(?:news|wire|press|trade)$/.test(word))
    )
      use.member.descriptors.add('newswire')
    for (const word of role.modifiers) if (word in bodyNouns && role === beforeRole) use.member.descriptors.add(word)
  }
}

/** "the rail operator" of "guards and track staff at the rail operator". */
const lastPhrase = (words: string): string =>
  words.split(/\s(?:of|for|at)\s(?=(?:the|an?|its|their|our)\s)/i).at(-1) ?? words

function givePersonRoles(cast: Cast, reading: Reading, use: Use, guess: boolean): void {
  const document = reading.document.id
  const titled = readRole(titleOf(reading.document.text.slice(use.start, use.end)))
  const before = nounPhraseBefore(reading, beforeTitles(reading.document.text, use.start))
  const beforeRole = readRole(before.words)
  const after = appositionAfter(reading, use.end)
  const afterRole = after
    ? readRole(after.replace(/^who (?:heads|chairs|leads|runs|directs|represents) /i, 'head of '))
    : null
  const of = /^\s(?:of|from|at|with) ((?:the )?\p{Lu}[\p{L}\p{N} '’&-]{2,80})/u.exec(
    reading.document.text.slice(use.end, use.end + 100),
  )
  if (titled) {
    add(use.member, titled)
  }
  const bare = titled ?? (before.comma ? null : beforeRole)
  const only = guess && bare && !bare.possessor && !bare.complement ? onlyMinistry(cast, document, bare) : null
  if (only) use.member.affiliation ??= only
  for (const [role, fromComma] of [
    [beforeRole, before.comma],
    [afterRole, true],
  ] as const) {
    if (!role || !isOffice(role)) continue
    if (fromComma && !role.definite && role === beforeRole) continue
    add(use.member, role)
    if (
      role.possessor !== null &&
      isPronoun.test(role.possessor) &&
      (!guess || isSomebodyElses(cast, reading, use.start))
    )
      continue
    const body = bodyOfRole(cast, document, guess ? ofTheLast(role) : role, use.start, use.member)
    if (body) use.member.affiliation ??= body
  }
  // "The president spoke at the White House" tells where; "Ada Noor, an analyst at Gara Bank" whose.
  const isPlace =
    /^\s(?:at|with)\s/.test(of?.[0] ?? '') && ![beforeRole, afterRole].some((role) => role && isOffice(role))
  const body = of?.[1] && !isPlace ? bodyMeant(cast, document, of[1], use.start) : null
  if (body && body !== use.member) use.member.affiliation ??= body
}

/** "The spokesman, Ada Noor," speaks for the body named last: as if "its spokesman" stood there. */
const ofTheLast = (role: Role): Role =>
  role.definite && spokespersons.has(role.head) && !role.possessor && !role.complement && role.modifiers.length === 0
    ? { ...role, possessor: 'its' }
    : role

/** "The works council was not asked. Its chair, …": between the last name and "its" stands a body that no name is given for. */
function isSomebodyElses(cast: Cast, { document }: Reading, at: number): boolean {
  const uses = cast.usesIn(document.id)
  let i = indexBefore(uses, at)
  while (i >= 0 && (uses[i]?.member.kind !== 'body' || (uses[i]?.end ?? 0) > at)) i--
  const between = document.text.slice(Math.max(uses[i]?.end ?? 0, at - mostBetween), at)
  const nouns = between.matchAll(
    /\b[Tt]he (?:\p{Ll}[\p{L}-]* ){0,2}?(\p{Ll}[\p{L}-]*)(?= (?:has|had|have|was|were|is|are|will|said|did)\b)/gu,
  )
  return [...nouns].some(
    ([, noun = '']) => bodyNouns[singular(noun)] !== undefined && bodyNouns[singular(noun)] !== 'company',
  )
}

/** How far back, in code units, "its" is read. */
const mostBetween = 400

/** Where the titles begin that stand before a name: "Lt. Gen. Ada Noor". An office ("director") is no such title. */
function beforeTitles(text: string, start: number): number {
  const titles = /(?:\b(?:lt|gen|col|maj|capt|cmdr|sgt|cpl|dr|prof|mr|mrs|ms|adm|brig)\.?\s+){1,3}$/i.exec(
    text.slice(Math.max(0, start - 30), start),
  )
  return titles ? start - titles[0].length : start
}

const isPronoun = /^(?:its|their|his|her|our)$/i

const isOffice = (role: Role): boolean =>
  officers.has(role.head) || spokespersons.has(role.head) || crowds.has(role.head) || role.complement !== null

/** "Deputy Minister" of "Deputy Minister Ada Noor". */
const titleOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf(withoutTitles(name)))).trim()

function add(member: Member, role: Role): void {
  if (!member.roles.some((own) => JSON.stringify(own) === JSON.stringify(role))) member.roles.push(role)
}

/** The body an office belongs to: by possessor, by "of …", by the words before it, or the ministry of that field. */
export function bodyOfRole(cast: Cast, document: string, role: Role, at: number, self: Member | null): Member | null {
  const office = officers.has(role.head) || spokespersons.has(role.head)
  if (!office) return null
  const options: (Member | null)[] = []
  if (role.possessor) options.push(bodyMeant(cast, document, role.possessor, at))
  const modifiers = role.modifiers.filter((word) => !officers.has(word))
  // "An IOFR spokeswoman in Geneva" speaks for the IOFR.
  if (modifiers.length > 0 && spokespersons.has(role.head)) options.push(cast.bodyNamed(modifiers.join(' '), document))
  if (role.complement && !isSettlement(role.complement))
    options.push(ministryOf(cast, document, role), bodyMeant(cast, document, role.complement, at))
  if (modifiers.some((word) => word in bodyNouns))
    options.push(bodyMeant(cast, document, `the ${modifiers.join(' ')}`, at))
  else if (modifiers.length > 0)
    options.push(cast.bodyNamed(modifiers.join(' '), document), ministryOf(cast, document, role))
  return options.find((body) => body !== null && body !== self && (body.forms.size > 0 || body.outlet)) ?? null
}

/** "captain of the village of Tarn": a place, not a body that bears its name. */
const isSettlement = (complement: string): boolean =>
  /(?:^|\s)(?:village|town|city|district|county|province|region|island|municipality|settlement|parish|borough) of \p{Lu}/u.test(
    complement,
  )

/** "the minister for dams": the ministry whose name holds that field. */
function ministryOf(cast: Cast, document: string, role: Role): Member | null {
  if (!/^(?:minister|secretary|undersecretary)$/.test(role.head)) return null
  const field = wordsOf([...role.modifiers, role.complement ?? ''].join(' ')).filter((word) => !ignored.has(word))
  if (field.length === 0) return null
  const fits = (member: Member): boolean => {
    const words = new Set([...member.words].map(singular))
    return (words.has('ministry') || words.has('department')) && field.every((word) => words.has(singular(word)))
  }
  const known = [...new Set([...cast.bodiesWith('ministry'), ...cast.bodiesWith('department')])].filter(fits)
  const here = new Set(cast.usesIn(document).map((use) => use.member))
  return known.find((member) => here.has(member)) ?? (known.length === 1 ? (known[0] ?? null) : null)
}

/** "Deputy Minister Ada Noor" in a report that names one ministry. */
function onlyMinistry(cast: Cast, document: string, { head }: Role): Member | null {
  if (!/^(?:minister|undersecretary)$/.test(head)) return null
  const named = new Set(
    cast
      .usesIn(document)
      .flatMap(({ member }) => (member.words.has('ministry') && member.words.size > 1 ? [member] : [])),
  )
  return named.size === 1 ? ([...named][0] ?? null) : null
}

const ignored = new Set('for of and the deputy prime vice former first'.split(' '))

/** The noun phrase that leads up to a name: "the minister for dams and waterways," before "Josue Etoga". */
function nounPhraseBefore(reading: Reading, at: number): { readonly words: string; readonly comma: boolean } {
  const nothing = { words: '', comma: false }
  let i = tokenBefore(reading.tokens, at)
  const sentence = reading.tokens[i]?.sentence
  const mark = reading.tokens[i]
  if (mark?.text === ',') return { words: determined(clauseBefore(reading, i)), comma: true }
  let from = i + 1
  for (let steps = 0; steps < 10; steps++, i--) {
    const token = reading.tokens[i]
    if (!token || token.sentence !== sentence || !nominal(token)) break
    from = i
    if (/^(?:the|a|an|its|his|her|their|our)$/.test(token.lower) && !prepositionBefore(reading.tokens[i - 1])) break
  }
  const first = reading.tokens[from]
  if (!first || first.start >= at || first.sentence !== sentence) return nothing
  return { words: reading.document.text.slice(first.start, at).replace(/[\s,]+$/, ''), comma: false }
}

/** The words between the mark before and a comma, at most a dozen tokens back. */
function clauseBefore(reading: Reading, comma: number): string {
  const end = reading.tokens[comma]
  let first = end
  for (let i = comma - 1; i >= 0 && i > comma - 16; i--) {
    const token = reading.tokens[i]
    // The acronym of "the Tide Directorate (TD) head" does not end the clause.
    const bracket = token?.text === ')' && reading.tokens[i - 2]?.text === '('
    if (!token || token.sentence !== end?.sentence) break
    if (token.pos === 'PUNCT' && token.lower !== "'" && !bracket) break
    if (bracket) i -= 2
    first = reading.tokens[i]
  }
  return first && end ? reading.document.text.slice(first.start, end.start).replace(/\s*\([^()]{1,12}\)/g, '') : ''
}

/** From the last determiner that opens a noun phrase; empty without one. */
function determined(words: string): string {
  const openings = [...words.matchAll(/(?<!\b(?:of|for|at|and)\s)\b(?:the|an?|its|his|her|their|our)\s/gi)]
  const last = openings.at(-1)
  if (last) return words.slice(last.index).trim()
  return ownedByName.exec(words)?.[0].trim() ?? (/['’]s?\s/.test(words) ? words.trim() : '')
}

/** "Sarnia's Tide Directorate head" of "this agrees with what Sarnia's Tide Directorate head". */
const ownedByName = /(?:\p{Lu}[\p{L}\p{N}.-]*\s){0,4}\p{Lu}[\p{L}\p{N}.-]*['’]s?\s[^'’]*$/u

const nominal = (token: Token): boolean =>
  /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(token.pos) ||
  /^(?:of|for|and|at|its|his|her|their|our|'s|the|a|an)$/.test(token.lower) ||
  officers.has(singular(fold(token.text))) ||
  spokespersons.has(singular(fold(token.text)))

const prepositionBefore = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:of|for|at)$/.test(token.lower)

/** What follows a name between commas: "headman of Ouro Dabang". Null when nothing does. */
function appositionAfter(reading: Reading, at: number): string | null {
  const window = reading.document.text.slice(at, at + 130)
  const match = /^,\s+((?:who (?:heads|chairs|leads|runs|directs|represents) )?[^,;.:!?"“”\n()]{3,110})/u.exec(window)
  const words = match?.[1]?.trim()
  if (
    words === undefined ||
    /^(?:and|but|who(?! heads| chairs| leads| runs| directs| represents)|which|said|told|has|was|had|is|he|she|they|it)\b/i.test(
      words,
    )
  )
    return null
  return words
}

/** Index of the last token that ends at or before a place; -1 when there is none. */
function tokenBefore(tokens: readonly Token[], at: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
