import type { Report, ReportStatement } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { version } from '../../model/version.ts'
import { timestamp } from '../naming/moments.ts'
import { type Names, namesIn } from '../naming/names.ts'
import { webAddress } from '../naming/web-address.ts'
import { claimExplanation, statementExplanation } from '../view/explanation.ts'
import { type Lookup, lookup, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'
import { languageCodes } from './language-codes.ts'

/** One entity of FollowTheMoney, a line of JSON for itself: what Aleph and OpenSanctions take in. Every property is a list of words. */
export interface FtmEntity {
  readonly id: string
  readonly schema:
    | 'Article'
    | 'Document'
    | 'Person'
    | 'Organization'
    | 'LegalEntity'
    | 'Mention'
    | 'Note'
    | 'UnknownLink'
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** A report as FollowTheMoney 3.8, an entity a line; links and notes follow what they are about. */
export function* ftmLines(report: Report): Generator<string> {
  for (const entity of ftmEntities(report)) yield `${JSON.stringify(entity)}\n`
}

export function* ftmEntities(report: Report): Generator<FtmEntity> {
  const made: Making = { held: lookup(report), names: namesIn(report) }
  const { names, held } = made
  for (const document of report.documents) {
    const { id, title, publisher, byline, published, url, language } = document
    yield entity(names.document(id), 'Article', {
      name: [oneLine(title ?? '') || id],
      title: [title],
      fileName: [`${id}.txt`],
      publisher: [publisher],
      author: [byline],
      publishedAt: [prefixOf(published)],
      sourceUrl: [webAddress(url)],
      language: [languageCodes.get(language)],
    })
  }
  for (const source of report.sources) yield voice(names, source)
  for (const source of report.sources)
    if (source.affiliation !== null) yield affiliation(made, source, source.affiliation)
  yield* mentions(made)
  for (const statement of report.statements) yield statementNote(made, statement)
  for (const claim of report.claims) {
    const documents = claim.statements.flatMap((id) => held.statements.get(id)?.document ?? [])
    yield entity(names.claim(claim.id), 'Note', {
      name: [shorten(oneLine(claim.gist), 300)],
      description: [oneLine(claim.gist)],
      summary: [claimExplanation(held, claim)],
      keywords: ['claim', `${claim.independent} independent`],
      publisher: [us],
      entity: [...new Set([...documents.map(names.document), ...claim.origins.map(names.node)])],
    })
  }
  const linked = new Set<string>()
  for (const derivation of report.derivations) {
    const { from, to, manner, basis, confidence, evidence, rule } = derivation
    const id = names.derivation(derivation)
    if (linked.has(id)) continue
    linked.add(id)
    yield entity(id, 'UnknownLink', {
      subject: [names.document(to)],
      object: [names.node(from)],
      role: [`${manner} (${basis})`],
      summary: [`${rule}, confidence ${confidence}: ${evidence.map(({ quote }) => `“${oneLine(quote)}”`).join(' … ')}`],
      date: [prefixOf(held.documents.get(to)?.published ?? null)],
    })
  }
  for (const annotation of report.annotations ?? []) {
    const { on, kind, text, by, at } = annotation
    yield entity(names.annotation(annotation), 'Note', {
      name: [`${kind} by ${by}`],
      description: [text],
      keywords: [kind],
      publisher: [by],
      createdAt: [prefixOf(at)],
      entity: [names[on.kind](on.id)],
    })
  }
}

/** Who wrote the notes that no person did. */
const us = `Headwater ${version}`

/** A date as FollowTheMoney takes it: as much of ISO 8601 as is known, and a time of day in UTC to the second, since it reads no zone after less or more. */
function prefixOf(date: string | null): string | undefined {
  const moment = timestamp(date)
  if (date === null || moment === undefined || !/^[12]/.test(moment)) return undefined
  return date.includes('T') ? moment.slice(0, 19) : date
}

interface Making {
  readonly held: Lookup
  readonly names: Names
}

const schemata: Readonly<Record<Source['kind'], FtmEntity['schema']>> = {
  person: 'Person',
  institution: 'Organization',
  outlet: 'Organization',
  anonymous: 'LegalEntity',
  vague: 'LegalEntity',
  document: 'Document',
  imagery: 'Document',
  data: 'Document',
}

function voice(names: Names, { id, name, aliases, kind, grade }: Source): FtmEntity {
  const schema = schemata[kind]
  return entity(names.source(id), schema, {
    name: [oneLine(name) || id],
    ...(schema === 'Document' ? { fileName: [oneLine(name) || id] } : {}),
    alias: aliases.map(oneLine),
    summary: [
      kind === 'anonymous' || kind === 'vague'
        ? `Nobody is named: ${kind} voice of one report.`
        : `Named by reports: ${kind}.`,
      ...(grade ? [`Graded by a person: ${grade.letter} (STANAG 2511), ${oneLine(grade.reason)}`] : []),
    ],
  })
}

const affiliation = ({ names }: Making, { id }: Source, to: string): FtmEntity =>
  entity(names.of('affiliation', `${names.source(id)} ${names.source(to)}`), 'UnknownLink', {
    subject: [names.source(id)],
    object: [names.source(to)],
    role: ['counts as one voice with'],
  })

/** Who is named in which document, once for each pair. What is no legal entity is mentioned without being resolved. */
function* mentions({ held, names }: Making): Generator<FtmEntity> {
  const seen = new Set<string>()
  for (const { document, attribution } of held.report.statements)
    for (const { source, quote } of attribution) {
      const id = names.of('mention', `${names.document(document)} ${names.source(source)}`)
      const kind = held.sources.get(source)?.kind
      if (seen.has(id) || kind === undefined) continue
      seen.add(id)
      const schema = schemata[kind]
      yield entity(id, 'Mention', {
        document: [names.document(document)],
        name: [oneLine(quote), nameOf(held, source)],
        detectedSchema: [schema],
        resolved: [schema === 'Document' ? undefined : names.source(source)],
      })
    }
}

function statementNote({ held, names }: Making, statement: ReportStatement): FtmEntity {
  const { id, document, quote, certainty, claim, attribution } = statement
  return entity(names.statement(id), 'Note', {
    name: [shorten(oneLine(quote), 300)],
    description: [quote],
    summary: [statementExplanation(held, statement)],
    keywords: ['statement', certainty],
    publisher: [us],
    entity: [
      ...new Set([
        names.document(document),
        ...attribution.map(({ source }) => names.source(source)),
        ...(claim === null ? [] : [names.claim(claim)]),
      ]),
    ],
  })
}

/** Without what is absent or empty; FollowTheMoney counts neither. */
function entity(
  id: string,
  schema: FtmEntity['schema'],
  properties: Readonly<Record<string, readonly (string | null | undefined)[]>>,
): FtmEntity {
  const filled = Object.entries(properties).map(([name, values]) => {
    const words = values.filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    return [name, [...new Set(words.map((word) => shorten(word.toWellFormed(), longest[name] ?? 384)))]] as const
  })
  return { id, schema, properties: Object.fromEntries(filled.filter(([, values]) => values.length > 0)) }
}

/** How many letters the model takes of a property, where it is more than of a name. */
const longest: Readonly<Record<string, number>> = {
  description: 65_000,
  summary: 65_000,
  sourceUrl: 4_096,
  fileName: 1_024,
}
