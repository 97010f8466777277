import type { Claim, ClaimReview, NewsArticle, Organization, Person } from 'schema-dts'
import type { Report, Claim as ReportClaim, ReportDocument } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { version } from '../../model/version.ts'
import { listed } from '../json/pieces.ts'
import { webAddress } from '../markdown/escape.ts'
import { type Names, namesIn, urn } from '../naming/names.ts'
import { claimExplanation } from '../view/explanation.ts'
import { type Lookup, lookup, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'

/** One thing of schema.org that is written here. */
export type Described = Exclude<Claim | ClaimReview | NewsArticle | Organization | Person, string>

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
    ...(published ? { datePublished: published } : {}),
    ...(address ? { url: address } : {}),
    ...(language === 'und' ? {} : { inLanguage: language }),
  }
}

const voice = ({ id, name, aliases, kind }: Source, names: Names): Described => ({
  '@type': kind === 'person' ? 'Person' : 'Organization',
  '@id': urn(names.source(id)),
  name: oneLine(name),
  ...(aliases.length > 0 ? { alternateName: aliases.map(oneLine) } : {}),
  ...(kind === 'person' || kind === 'institution' || kind === 'outlet'
    ? {}
    : { description: `Not named further: ${kind}.` }),
})

function* claimAndReview(held: Lookup, names: Names, claim: ReportClaim): Generator<Described> {
  const text = oneLine(claim.gist)
  const statements = claim.statements.flatMap((id) => held.statements.get(id) ?? [])
  const documents = [...new Set(statements.map(({ document }) => document))]
  const dated = documents
    .flatMap((id) => {
      const published = held.documents.get(id)?.published
      return published ? [{ id, published }] : []
    })
    .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
  const [first] = dated
  const appearances = documents.map((id) => ({ '@id': urn(names.document(id)) }))
  yield {
    '@type': 'Claim',
    '@id': urn(names.claim(claim.id)),
    identifier: claim.id,
    name: shorten(text, 150),
    text,
    claimInterpreter: { '@id': interpreter(names) },
    appearance: appearances,
    // Only where every report is dated: an undated one may have been first.
    ...(first && dated.length === documents.length
      ? { firstAppearance: { '@id': urn(names.document(first.id)) } }
      : {}),
    ...(claim.origins.length > 0
      ? {
          author: claim.origins
            .filter((node) => held.sources.has(node))
            .map((node) => ({ '@id': urn(names.source(node)) })),
        }
      : {}),
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
