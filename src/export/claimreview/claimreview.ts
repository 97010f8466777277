import type { Claim, ClaimReview, CreativeWork, NewsArticle, Organization, Person, Thing } from 'schema-dts'
import type { Report, Claim as ReportClaim, ReportDocument } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { version } from '../../model/version.ts'
import { listed } from '../json/pieces.ts'
import { type Period, periodOf } from '../naming/moments.ts'
import { type Names, namesIn, urn } from '../naming/names.ts'
import { webAddress } from '../naming/web-address.ts'
import { claimExplanation } from '../view/explanation.ts'
import { type Lookup, lookup, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'

/** One thing of schema.org that is written here. */
export type Described = Exclude<
  Claim | ClaimReview | CreativeWork | NewsArticle | Organization | Person | Thing,
  string
>

/**
 * Claims in the words of schema.org, for fact-checkers to start from: each with where it appears, where first, and who is named for it; and
 * for each a ClaimReview **without** `reviewRating`. A rating says how far a claim holds, which Headwater does not know and never says; what
 * it found stands in `reviewBody`, and the reports it goes by in `isBasedOn`.
 */
export function* claimReviews(report: Report): Generator<string> {
  yield* listed({ '@context': 'https://schema.org' }, '@graph', describedIn(report))
}

export function* describedIn(report: Report): Generator<Described> {
  const held = lookup(report)
  const names = namesIn(report)
  yield {
    '@type': 'Organization',
    '@id': interpreter(names),
    name: 'Headwater',
    description: `Software that finds who said what first, version ${version}. It judges no claim.`,
  }
  for (const document of report.documents) yield article(document, names)
  for (const source of report.sources) yield voice(source, names)
  for (const claim of report.claims) yield* claimAndReview(held, names, claim)
}

const interpreter = (names: Names): string => urn(names.of('software', 'headwater'))

function article(
  { id, title, publisher, byline, published, url, language, sha256 }: ReportDocument,
  names: Names,
): Described {
  const address = webAddress(url)
  return {
    '@type': 'NewsArticle',
    '@id': urn(names.document(id)),
    identifier: [id, { '@type': 'PropertyValue', propertyID: 'SHA-256 of the text', value: sha256 }],
    ...(title ? { headline: oneLine(title) } : {}),
    ...(publisher ? { publisher: { '@type': 'Organization', name: oneLine(publisher) } } : {}),
    ...(byline ? { author: { '@type': 'Person', name: oneLine(byline) } } : {}),
    ...(published && periodOf(published) ? { datePublished: published } : {}),
    ...(address ? { url: address } : {}),
    ...(language === 'und' ? {} : { inLanguage: language }),
  }
}

/** What a voice is in the words of schema.org. Of somebody unnamed not even that much is known. */
const types: Readonly<Record<Source['kind'], 'Person' | 'Organization' | 'CreativeWork' | 'Thing'>> = {
  person: 'Person',
  institution: 'Organization',
  outlet: 'Organization',
  anonymous: 'Thing',
  vague: 'Thing',
  document: 'CreativeWork',
  imagery: 'CreativeWork',
  data: 'CreativeWork',
}

const isWork = (source: Source | undefined): boolean => source !== undefined && types[source.kind] === 'CreativeWork'

function voice({ id, name, aliases, kind }: Source, names: Names): Described {
  const type = types[kind]
  return {
    '@type': type,
    '@id': urn(names.source(id)),
    name: oneLine(name) || id,
    ...(aliases.length > 0 ? { alternateName: aliases.map(oneLine) } : {}),
    ...(type === 'Person' || type === 'Organization' ? {} : { description: `Not named further: ${kind}.` }),
  }
}

/** The report that came before every other. None where one is undated, or dated so that it may have come as early. */
function firstOf(dated: readonly { readonly id: string; readonly period: Period | undefined }[]): string | undefined {
  let first: { readonly id: string; readonly period: Period } | undefined
  for (const { id, period } of dated) {
    if (period === undefined) return undefined
    if (first === undefined || period.to < first.period.to) first = { id, period }
  }
  const isFirst = dated.every(
    ({ id, period }) => id === first?.id || (period && first && first.period.to < period.from),
  )
  return isFirst ? first?.id : undefined
}

function* claimAndReview(held: Lookup, names: Names, claim: ReportClaim): Generator<Described> {
  const text = oneLine(claim.gist)
  const statements = claim.statements.flatMap((id) => held.statements.get(id) ?? [])
  const documents = [...new Set(statements.map(({ document }) => document))]
  const first = firstOf(documents.map((id) => ({ id, period: periodOf(held.documents.get(id)?.published ?? null) })))
  const origins = claim.origins.filter((id) => held.sources.has(id))
  const linked = (areWorks: boolean) =>
    origins.filter((id) => isWork(held.sources.get(id)) === areWorks).map((id) => ({ '@id': urn(names.source(id)) }))
  const [voices, works] = [linked(false), linked(true)]
  const appearances = documents.map((id) => ({ '@id': urn(names.document(id)) }))
  yield {
    '@type': 'Claim',
    '@id': urn(names.claim(claim.id)),
    identifier: claim.id,
    name: shorten(text, 150),
    text,
    claimInterpreter: { '@id': interpreter(names) },
    appearance: appearances,
    ...(first === undefined ? {} : { firstAppearance: { '@id': urn(names.document(first)) } }),
    ...(voices.length > 0 ? { author: voices } : {}),
    ...(works.length > 0 ? { isBasedOn: works } : {}),
    citation: statements.map(({ document, quote }) => `${nameOf(held, document)}: “${oneLine(quote)}”`),
  }
  yield {
    '@type': 'ClaimReview',
    '@id': urn(names.of('review', names.claim(claim.id))),
    claimReviewed: shorten(text, 150),
    itemReviewed: { '@id': urn(names.claim(claim.id)) },
    author: { '@id': interpreter(names) },
    reviewBody: claimExplanation(held, claim),
    isBasedOn: appearances,
  }
}
