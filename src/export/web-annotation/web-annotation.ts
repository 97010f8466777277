import type { Finding } from '../../model/finding.ts'
import type { Annotation, Figure, Report, ReportDocument, ReportStatement, Voice } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'
import type { Hedge } from '../../model/statement.ts'
import { version } from '../../model/version.ts'
import { addTo } from '../../text/listed.ts'
import { listed } from '../json/pieces.ts'
import { type Moments, momentsOf, timestamp } from '../naming/moments.ts'
import { type Names, namesIn, urn } from '../naming/names.ts'
import { webAddress } from '../naming/web-address.ts'
import { claimCounts, statementExplanation } from '../view/explanation.ts'
import { figureWords } from '../view/figure-words.ts'
import { type Lookup, lookup, nameOf } from '../view/lookup.ts'
import { oneLine } from '../view/plain.ts'
import { codePointsOf } from './code-points.ts'

/** Anything of JSON-LD with its own id and type. */
export type WebAnnotation = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: 'Annotation' }

/**
 * Every statement, attribution, hedge and figure of a report as a W3C Web Annotation (Recommendation of 2017-02-23) on its page: the
 * words, what stands around them, their place in code points of the text that was read, and in the body what was found, in sentences.
 */
export function* webAnnotations(report: Report, moments: Moments = momentsOf(report)): Generator<string> {
  const names = namesIn(report)
  const id = urn(names.of('annotations', names.report))
  const head = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: 'Who says what, from whom, and how sure, as Headwater reads it',
    total: totalOf(report),
  }
  const page = { id: urn(names.of('page', names.report)), type: 'AnnotationPage', partOf: id, startIndex: 0 }
  yield `${JSON.stringify(head).slice(0, -1)},\n"first": `
  yield* listed(page, 'items', annotationsIn(report, moments), '}}')
}

export function* annotationsIn(report: Report, moments: Moments): Generator<WebAnnotation> {
  const held = lookup(report)
  const names = namesIn(report)
  const findings = new Map<string, Finding[]>()
  for (const finding of report.findings)
    for (const id of new Set([finding.from, finding.to])) if (id !== null) addTo(findings, id, finding)
  for (const document of report.documents) {
    const making: Making = { held, names, moments, findings, document, place: placesIn(document, names) }
    for (const statement of held.saidIn.get(document.id) ?? []) yield* ofStatement(making, statement)
  }
  for (const annotation of report.annotations ?? []) yield written(held, names, annotation)
}

const totalOf = ({ statements, annotations = [] }: Report): number =>
  statements.reduce((sum, one) => sum + 1 + one.attribution.length + one.hedges.length + one.figures.length, 0) +
  annotations.length

interface Making {
  readonly held: Lookup
  readonly names: Names
  readonly moments: Moments
  /** What was found between a statement and another. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  readonly document: ReportDocument
  readonly place: (span: Span) => Readonly<Record<string, unknown>>
}

function* ofStatement(making: Making, statement: ReportStatement): Generator<WebAnnotation> {
  const { held, names, place } = making
  const uuid = names.statement(statement.id)
  const claim = held.claims.get(statement.claim ?? '')
  yield annotation(making, uuid, 'classifying', place(statement), [
    tag(statement.certainty),
    text(statementExplanation(held, statement)),
    ...(claim
      ? [
          { type: 'SpecificResource', purpose: 'classifying', source: urn(names.claim(claim.id)) },
          text(`Claim: “${oneLine(claim.gist)}”. ${claimCounts(claim)}`),
        ]
      : []),
    ...(making.findings.get(statement.id) ?? []).map(({ says }) => text(oneLine(says))),
  ])
  const part = (kind: string, i: number): string => names.of(kind, `${uuid} ${i}`)
  for (const [i, voice] of statement.attribution.entries()) yield ofVoice(making, part('voice', i), voice)
  for (const [i, hedge] of statement.hedges.entries()) yield ofHedge(making, part('hedge', i), hedge)
  for (const [i, figure] of statement.figures.entries()) yield ofFigure(making, part('figure', i), figure)
}

function ofVoice(making: Making, uuid: string, voice: Voice): WebAnnotation {
  const { held, names, place } = making
  const name = nameOf(held, voice.source)
  return annotation(making, uuid, 'identifying', place(voice), [
    tag('attribution'),
    { type: 'SpecificResource', purpose: 'identifying', source: urn(names.source(voice.source)) },
    text(`Named as the source: ${name}${voice.cue ? `, by “${oneLine(voice.cue)}”` : ''}.`),
  ])
}

const ofHedge = (making: Making, uuid: string, hedge: Hedge): WebAnnotation =>
  annotation(making, uuid, 'tagging', making.place(hedge), [
    tag('hedge'),
    text(`These words weaken what is said (${hedge.rule}).`),
  ])

const ofFigure = (making: Making, uuid: string, figure: Figure): WebAnnotation =>
  annotation(making, uuid, 'tagging', making.place(figure), [tag('figure'), text(`Read as: ${figureWords(figure)}.`)])

function annotation(
  { moments, names }: Pick<Making, 'moments' | 'names'>,
  uuid: string,
  motivation: string,
  target: unknown,
  body: readonly unknown[],
): WebAnnotation {
  const generator = { id: urn(names.of('software', version)), type: 'Software', name: `Headwater ${version}` }
  return { id: urn(uuid), type: 'Annotation', motivation, generator, generated: moments.upTo, target, body }
}

/** What a person wrote, on the words, the page or, for a claim or a voice, on the thing itself. */
function written(held: Lookup, names: Names, annotation: Annotation): WebAnnotation {
  const { on, kind, text: value, by, at } = annotation
  const statement = on.kind === 'statement' ? held.statements.get(on.id) : undefined
  const document = held.documents.get(statement?.document ?? on.id)
  const target =
    statement && document
      ? placesIn(document, names)(statement)
      : on.kind === 'document' && document
        ? addressOf(document, names)
        : urn(names[on.kind](on.id))
  return {
    id: urn(names.annotation(annotation)),
    type: 'Annotation',
    motivation: kind === 'note' ? 'commenting' : 'tagging',
    creator: { id: urn(names.of('person', by)), type: 'Person', name: by },
    ...(timestamp(at) ? { created: timestamp(at) } : {}),
    target,
    body: [{ type: 'TextualBody', purpose: kind === 'note' ? 'commenting' : 'tagging', value, format: 'text/plain' }],
  }
}

const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })
const text = (value: string) => ({
  type: 'TextualBody',
  purpose: 'describing',
  value,
  format: 'text/plain',
  language: 'en',
})

const addressOf = (document: ReportDocument, names: Names): string =>
  webAddress(document.url) ?? urn(names.document(document.id))

/** Both selectors for a place of a document: its words with 32 letters on either side, and where it stands. */
function placesIn(document: ReportDocument, names: Names): Making['place'] {
  const { text } = document
  const at = codePointsOf(text)
  return ({ start, end }) => ({
    type: 'SpecificResource',
    source: addressOf(document, names),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: wholeLetters(text.slice(Math.max(0, start - around), start)),
        suffix: wholeLetters(text.slice(end, end + around)),
      },
      { type: 'TextPositionSelector', start: at(start), end: at(end) },
    ],
  })
}

/** As much as Hypothesis takes. */
const around = 32

/** Without the half of a letter at either end. */
const wholeLetters = (words: string): string => words.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
