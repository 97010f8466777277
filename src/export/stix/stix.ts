import type { Derivation } from '../../model/derivation.ts'
import type { Annotation, Claim, Report, ReportDocument } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { version } from '../../model/version.ts'
import { listed } from '../json/pieces.ts'
import { type Moments, momentsOf, periodOf, timestamp } from '../naming/moments.ts'
import { type Names, namesIn } from '../naming/names.ts'
import { uuidOf } from '../naming/uuid.ts'
import { webAddress } from '../naming/web-address.ts'
import { claimCounts, claimExplanation } from '../view/explanation.ts'
import { figureWords } from '../view/figure-words.ts'
import { type Lookup, lookup, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'
import type { Marking } from './marking-names.ts'
import { markings } from './markings.ts'
import { us } from './us.ts'

export interface StixOptions {
  readonly moments?: Moments
  /** The traffic light that every object is marked with. Nothing is marked when absent. */
  readonly marking?: Marking | undefined
}

/** One object of a bundle. What each type must have is told by STIX 2.1 (OASIS Standard, 2021-06-10). */
export type StixObject = { readonly type: string; readonly id: string } & Readonly<Record<string, unknown>>

/**
 * A report as a STIX 2.1 bundle: reports as observed data, voices as identities, claims as notes, and opinions, of which ours is `neutral`
 * always: it carries the count and its reasons, and never says whether a claim holds.
 */
export function* stixBundle(report: Report, options: StixOptions = {}): Generator<string> {
  const id = `bundle--${namesIn(report).of('bundle', namesIn(report).report)}`
  yield* listed({ type: 'bundle', id }, 'objects', stixObjects(report, options))
}

export function* stixObjects(
  report: Report,
  { moments = momentsOf(report), marking }: StixOptions = {},
): Generator<StixObject> {
  const made: Making = { held: lookup(report), names: namesIn(report), moments, marking: marking && markings[marking] }
  const all: string[] = []
  for (const object of madeOf(made)) {
    all.push(object.id)
    yield object
  }
  yield domainObject(made, 'report', made.names.report, {
    name: `What ${report.coverage.documents} reports say, and from whom they have it`,
    description: `Independent origins found in this collection by Headwater ${version}. Nothing is said of whether a claim holds.`,
    report_types: ['observed-data'],
    published: moments.upTo,
    object_refs: all,
  })
}

interface Making {
  readonly held: Lookup
  readonly names: Names
  readonly moments: Moments
  readonly marking: StixObject | undefined
}

function* madeOf(made: Making): Generator<StixObject> {
  const { held, marking } = made
  const { documents, sources, claims, derivations, annotations = [] } = held.report
  if (marking) yield marking
  yield ourselves(made)
  for (const source of sources) yield identity(made, source)
  const seen = new Set<string>()
  for (const document of documents)
    for (const object of observed(made, document)) {
      if (!seen.has(object.id)) yield object
      seen.add(object.id)
    }
  for (const claim of claims) {
    yield claimNote(made, claim)
    yield* opinions(made, claim)
  }
  const related = new Set<string>()
  for (const derivation of derivations) {
    const object = relationship(made, derivation)
    if (!related.has(object.id)) yield object
    related.add(object.id)
  }
  for (const annotation of annotations) yield writtenNote(made, annotation)
}

const identityId = ({ names }: Making, source: string): string => `identity--${names.source(source)}`
const observedId = ({ names }: Making, document: string): string => `observed-data--${names.document(document)}`
const claimId = ({ names }: Making, claim: string): string => `note--${names.claim(claim)}`
const nodeId = (made: Making, node: string): string =>
  made.held.documents.has(node) ? observedId(made, node) : identityId(made, node)

function domainObject(
  { moments, marking }: Making,
  type: string,
  uuid: string,
  properties: Readonly<Record<string, unknown>>,
): StixObject {
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${uuid}`,
    created_by_ref: us,
    created: moments.since,
    modified: moments.upTo,
    ...properties,
    ...(marking ? { object_marking_refs: [marking.id] } : {}),
  }
}

/** The same from every collection and version: one object must not come in two shapes at one time. */
const ourselves = ({ marking }: Making): StixObject => ({
  type: 'identity',
  spec_version: '2.1',
  id: us,
  created: '2025-01-01T00:00:00.000Z',
  modified: '2025-01-01T00:00:00.000Z',
  name: 'Headwater',
  description: 'Software that finds who said what first. It judges no claim.',
  identity_class: 'system',
  ...(marking ? { object_marking_refs: [marking.id] } : {}),
})

const classes: Readonly<Record<Source['kind'], string>> = {
  person: 'individual',
  institution: 'organization',
  outlet: 'organization',
  anonymous: 'unspecified',
  vague: 'unspecified',
  document: 'unspecified',
  imagery: 'unspecified',
  data: 'unspecified',
}

const identity = (made: Making, { id, name, aliases, kind, affiliation, grade }: Source): StixObject =>
  domainObject(made, 'identity', made.names.source(id), {
    name: oneLine(name) || id,
    description: [
      `A voice named by reports: ${kind}.`,
      ...(aliases.length > 0 ? [`Also called ${aliases.map((alias) => `“${oneLine(alias)}”`).join(', ')}.`] : []),
      ...(affiliation ? [`Counts as one with ${nameOf(made.held, affiliation)}.`] : []),
      ...(grade ? [`Graded by a person: ${grade.letter} (STANAG 2511), ${oneLine(grade.reason)}.`] : []),
    ].join(' '),
    identity_class: classes[kind],
  })

/** The text that was read, as a file with its digest, its address, and that it was seen. */
function observed(made: Making, document: ReportDocument): readonly StixObject[] {
  const { moments, marking } = made
  const marked = { spec_version: '2.1', ...(marking ? { object_marking_refs: [marking.id] } : {}) }
  const contributing = { hashes: { 'SHA-256': document.sha256 }, name: `${document.id}.txt`.toWellFormed() }
  const file = {
    type: 'file',
    id: `file--${observableUuid(contributing)}`,
    ...marked,
    ...contributing,
    mime_type: 'text/plain',
  }
  const value = webAddress(document.url)
  const url = value ? [{ type: 'url', id: `url--${observableUuid({ value })}`, ...marked, value }] : []
  // Of an undated report it is only known that it was here when the last thing came.
  const seen = periodOf(document.published) ?? { from: moments.since, to: moments.upTo }
  return [
    file,
    ...url,
    domainObject(made, 'observed-data', made.names.document(document.id), {
      first_observed: seen.from,
      last_observed: seen.to,
      number_observed: 1,
      object_refs: [file.id, ...url.map(({ id }) => id)],
      ...(document.language === 'und' ? {} : { lang: document.language }),
      external_references: [
        {
          source_name: nameOf(made.held, document.id),
          ...(document.title ? { description: oneLine(document.title) } : {}),
          ...(value ? { url: value } : {}),
          external_id: document.id,
        },
      ],
    }),
  ]
}

/** The namespace and the way of naming that STIX 2.1 gives for observables (section 2.9): their own properties in canonical JSON. */
export const observableUuid = (contributing: Readonly<Record<string, unknown>>): string =>
  uuidOf('00abedb4-aa42-466c-9c01-fed23315a9b7', JSON.stringify(contributing))

/** One question that reports answer: every answer, every quotation, and on what it is. */
function claimNote(made: Making, claim: Claim): StixObject {
  const { held } = made
  const statements = claim.statements.flatMap((id) => held.statements.get(id) ?? [])
  const answers = claim.positions.map(({ figures, polarity, origins, independent }) => {
    const who = [...new Set(origins.map((node) => nameOf(held, node)))].join(', ')
    const words = (figures ?? []).map(figureWords).join('; ')
    return `- ${polarity}${words ? `: ${words}` : ''} (${independent} independent${who ? `: ${who}` : ''})`
  })
  return domainObject(made, 'note', made.names.claim(claim.id), {
    abstract: shorten(oneLine(claim.gist), 500),
    content: [oneLine(claim.gist), ...answers, claimCounts(claim)].join('\n'),
    labels: ['claim'],
    object_refs: [
      ...new Set([
        ...statements.map(({ document }) => observedId(made, document)),
        ...claim.origins.map((node) => nodeId(made, node)),
      ]),
    ],
    external_references: statements.map(({ id, document, quote }) => {
      const url = webAddress(held.documents.get(document)?.url ?? null)
      return { source_name: nameOf(held, document), description: quote, ...(url ? { url } : {}), external_id: id }
    }),
  })
}

/** Ours, which takes no side, and that of each voice that denies what others affirm, in its own name. */
function* opinions(made: Making, claim: Claim): Generator<StixObject> {
  const { held, names } = made
  yield domainObject(made, 'opinion', names.of('opinion', names.claim(claim.id)), {
    opinion: 'neutral',
    explanation: claimExplanation(held, claim),
    object_refs: [claimId(made, claim.id)],
  })
  if (!claim.positions.some(({ polarity }) => polarity === 'affirmed')) return
  const denying = new Map<string, string>()
  for (const { polarity, origins, statements } of claim.positions)
    if (polarity === 'denied')
      for (const origin of origins) denying.set(origin, held.statements.get(statements[0] ?? '')?.quote ?? '')
  for (const [origin, quote] of denying)
    yield domainObject(made, 'opinion', names.of('opinion', `${names.claim(claim.id)} ${names.node(origin)}`), {
      opinion: 'disagree',
      explanation: `Not Headwater's opinion but that of ${nameOf(held, origin)}, as reported: “${oneLine(quote)}”`,
      authors: [nameOf(held, origin)],
      object_refs: [claimId(made, claim.id)],
    })
}

function relationship(made: Making, derivation: Derivation): StixObject {
  const { from, to, manner, basis, confidence, evidence, rule } = derivation
  return domainObject(made, 'relationship', made.names.derivation(derivation), {
    relationship_type: made.held.documents.has(from) ? 'derived-from' : 'related-to',
    description: `${manner}, ${basis} (${rule}): ${evidence.map(({ quote }) => `“${shorten(oneLine(quote), 300)}”`).join(' … ')}`,
    confidence: Math.round(confidence * 100),
    source_ref: observedId(made, to),
    target_ref: nodeId(made, from),
  })
}

/** What a person of this collection wrote; the external reference says on what, so that it can be brought back. */
function writtenNote(made: Making, annotation: Annotation): StixObject {
  const { on, kind, text, by, at } = annotation
  const statement = on.kind === 'statement' ? made.held.statements.get(on.id) : undefined
  const refs: Readonly<Record<Annotation['on']['kind'], string>> = {
    document: observedId(made, on.id),
    source: identityId(made, on.id),
    claim: claimId(made, on.id),
    statement: observedId(made, statement?.document ?? ''),
  }
  const moment = timestamp(at) ?? made.moments.upTo
  return domainObject(made, 'note', made.names.annotation(annotation), {
    created: moment,
    modified: moment,
    content: text,
    authors: [by],
    labels: [kind],
    object_refs: [refs[on.kind]],
    ...(statement
      ? { external_references: [{ source_name: 'quotation', description: statement.quote, external_id: statement.id }] }
      : {}),
  })
}
