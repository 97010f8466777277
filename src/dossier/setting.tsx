import { isNamed, type Lookup } from '../export/view/lookup.ts'
import type { Report, ReportDocument, Series, Trail } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import { markOf } from '../views/parts/mark-of.ts'
import { type Paragraph, paragraphsOf } from '../views/reader/paragraphs.ts'
import type { LinkProps, Setting } from '../views/setting.ts'
import { type Badges, badges } from './badges.ts'
import { slug } from './slug.ts'

/** Everything that the sections of a dossier are drawn from. */
export interface Dossier {
  readonly held: Lookup
  readonly badges: Badges
  readonly setting: Setting
  /** The series that each claim has a part in. */
  readonly series: ReadonlyMap<string, readonly Series[]>
  readonly paragraphs: (document: string) => readonly Paragraph[]
  /** The words of a report that a hop of some trail rests on, with the ids they bear. */
  readonly evidence: (document: string) => readonly (Span & { readonly id: string })[]
}

/** The dossier as the views see it: every link leads to another place of the same page. */
export function dossierOf(held: Lookup): Dossier {
  const marks = badges(held)
  const paragraphs = new Map(held.report.documents.map((document) => [document.id, inParagraphs(held, document)]))
  const evidence = evidenceIn(held.report, (document) => paragraphs.get(document) ?? [])
  const report = (document: string) => `#d-${slug(document)}`
  return {
    held,
    badges: marks,
    series: seriesByClaim(held.report),
    paragraphs: (document) => paragraphs.get(document) ?? [],
    evidence: (document) => [
      ...new Map([...(evidence.get(document)?.values() ?? [])].map((place) => [place.id, place])).values(),
    ],
    setting: {
      Link,
      report,
      statement: ({ id }) => `#s-${slug(id)}`,
      words(document, { start }) {
        const place = evidence.get(document)?.get(start)
        return place ? `#${place.id}` : report(document)
      },
      // Who is named but stands at the end of no trail has letters too, in no colour: a question mark is for who has no name.
      mark: (node, name) => marks.of(node) ?? (isNamed(held, node) ? { ...markOf(name), hue: 0 } : undefined),
    },
  }
}

function Link({ to, ...rest }: LinkProps) {
  return <a href={to} {...rest} />
}

/** The headline is a paragraph of its own, where the text begins with it. */
function inParagraphs(held: Lookup, { id, text, title }: ReportDocument): readonly Paragraph[] {
  const whole = held.saidIn.get(id) ?? []
  const head = title && text.startsWith(title) ? title.length : 0
  const headline = { start: 0, end: head, blocks: [{ start: 0, end: head }] }
  return head === 0 ? paragraphsOf(text, whole) : [headline, ...paragraphsOf(text, whole, head)]
}

/** By report and by the offset that a hop names. Words that stand in no paragraph have no place; those that begin between two begin with the next. */
function evidenceIn(
  { claims }: Report,
  paragraphs: (document: string) => readonly Paragraph[],
): ReadonlyMap<string, ReadonlyMap<number, Span & { readonly id: string }>> {
  const found = new Map<string, Map<number, Span & { readonly id: string }>>()
  for (const { document, start, end } of hopsOf(claims.flatMap(({ trails }) => trails))) {
    const places = found.get(document) ?? new Map()
    found.set(document, places)
    if (places.has(start)) continue
    const block = paragraphs(document)
      .find((paragraph) => paragraph.end > start)
      ?.blocks.find((each) => each.end > start)
    const from = Math.max(start, block?.start ?? end)
    if (from < end) places.set(start, { id: `w-${slug(document)}-${from}`, start: from, end })
  }
  return found
}

const hopsOf = (trails: readonly Trail[]) => trails.flatMap(({ hops }) => hops)

function seriesByClaim({ series }: Report): ReadonlyMap<string, readonly Series[]> {
  const made = new Map<string, Series[]>()
  for (const each of series)
    for (const claim of each.claims) {
      const others = made.get(claim)
      if (others) others.push(each)
      else made.set(claim, [each])
    }
  return made
}
