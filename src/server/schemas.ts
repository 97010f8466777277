import { z } from '@hono/zod-openapi'
import type { Verified as Checked } from '../app/collection/verify.ts'
import type { Job } from '../app/workbench/desk.ts'
import type { CollectionPage, VersionPage, VersionRow } from '../app/workbench/pages.ts'
import type { Done } from '../app/workbench/work.ts'
import type { Alert } from '../collection/alerts.ts'
import { decisionSchema } from '../collection/decision-schema.ts'
import type { Edit } from '../collection/edits.ts'
import type { Follow } from '../collection/follow.ts'
import type { KeptCapture } from '../collection/kept.ts'
import type { LogLine } from '../collection/log.ts'
import { viewFields } from '../collection/saved-view.ts'
import type { Hit } from '../collection/search.ts'
import {
  annotation,
  basis,
  certainty,
  claim,
  derivation,
  documentHead,
  excerpt,
  finding,
  list,
  manner,
  passage,
  refusal,
  series,
  source,
  sourceKind,
  statement,
  trail,
  wholeText,
} from '../export/json/report-shapes.ts'
import type { AlertRow } from '../export/workbench/alert-rows.ts'
import type { Blamed } from '../export/workbench/blame.ts'
import type { ClaimPage } from '../export/workbench/claim-page.ts'
import type { ClaimRow } from '../export/workbench/claim-rows.ts'
import type { DecisionRow } from '../export/workbench/decision-rows.ts'
import type { DocumentRow } from '../export/workbench/document-page.ts'
import type { SourcePage, SourceRow } from '../export/workbench/source-rows.ts'
import type { StatementRow } from '../export/workbench/statement-rows.ts'
import type { StoryPage, StoryRow } from '../export/workbench/story-page.ts'
import type { ViewRow } from '../export/workbench/view-rows.ts'
import type { Decided, Decision } from '../model/decision.ts'
import type { Derivation } from '../model/derivation.ts'
import type { Claim, ReportDocument, ReportStatement } from '../model/report.ts'
import type { Source } from '../model/source.ts'

/** The shapes of everything that goes in and out, once: for checking, for the OpenAPI document, and held to the model by the compiler. */

export { certainty, findingKind, list } from '../export/json/report-shapes.ts'

/** One page of a list. `next` is what to ask for as `after`; null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: list(item), total: z.int(), next: z.string().nullable() })

const text = z.string()
const maybe = z.string().nullable()
const span = { start: z.int(), end: z.int() }

export const reportDocument = documentHead
  .extend({ text: wholeText })
  .openapi('Document') satisfies z.ZodType<ReportDocument>

export const statementRow = z
  .object({ ...statement.shape, outlet: text, title: maybe, published: maybe })
  .openapi('StatementRow')

export const collection = z
  .object({
    name: text,
    place: maybe.openapi({ description: 'Where it is kept; told to its admins only' }),
    counts: z.object({
      documents: z.int(),
      versions: z.int(),
      captures: z.int(),
      claims: z.int(),
      sources: z.int(),
      alerts: z.int(),
      lines: z.int(),
    }),
    independentOrigins: z.int().openapi({ description: 'The most independent origins behind any one claim' }),
    voices: z.int().openapi({ description: 'Voices that are named, each counted once' }),
    addNothing: z.int().openapi({ description: 'Reports whose every claim has its origin elsewhere' }),
    stories: z.int(),
    summary: z.object({
      reports: z.int(),
      outlets: z.int(),
      unplaced: z.int().openapi({ description: 'Reports of which no outlet is known' }),
      claims: z.int(),
      all: z.int(),
      most: z.int(),
      origins: z.int(),
      singleOrigin: z.int(),
      noOrigin: z.int(),
      changed: z.int(),
      disputed: z.int(),
      published: maybe,
    }),
    upToDate: z.boolean(),
    upTo: z.int(),
    version: text.openapi({ description: 'Of the program' }),
  })
  .openapi('Collection') satisfies z.ZodType<CollectionPage>

export const documentRow = z
  .object({
    id: text,
    title: maybe,
    publisher: maybe,
    published: maybe,
    url: maybe,
    language: text,
    words: z.int(),
    versions: z.int(),
    claims: z.int(),
    story: maybe,
    addsNothing: z.boolean(),
  })
  .openapi('DocumentRow') satisfies z.ZodType<DocumentRow>

const versionRow = z
  .object({ version: z.int(), capture: z.int(), addedAt: text, sha256: text, current: z.boolean() })
  .openapi('VersionRow') satisfies z.ZodType<VersionRow>

const blamed = z
  .object({
    ...span,
    statement: text,
    claim: maybe.openapi({ description: 'Key of the claim' }),
    trail: trail.nullable(),
    endsIn: list(z.object({ id: text, name: text, kind: z.enum(['document', 'source']) })),
  })
  .openapi('Blamed') satisfies z.ZodType<Blamed>

export const documentPage = z
  .object({
    document: reportDocument,
    versions: list(versionRow),
    statements: list(statement),
    passages: list(passage),
    derivations: list(derivation),
    origins: list(blamed),
    documents: list(documentHead),
    sources: list(source),
  })
  .openapi('DocumentPage')

const shown = z.object(excerpt).nullable()
const edit = z
  .object({
    aspect: z.enum(['figure', 'source', 'hedge', 'quotation', 'added', 'removed']),
    before: shown,
    after: shown,
    gone: list(text),
    come: list(text),
  })
  .openapi('Edit') satisfies z.ZodType<Edit>

export const versionPage = z
  .object({
    document: z.object({
      id: text,
      title: maybe,
      publisher: maybe,
      byline: maybe,
      published: maybe,
      updated: maybe,
      url: maybe,
      text,
      language: text,
      sha256: text,
    }),
    edits: list(edit),
    unreadable: list(z.int()).describe(
      'Of this version and the one before, those that cannot be read: then no edits are known',
    ),
  })
  .openapi('VersionPage') satisfies z.ZodType<VersionPage>

export const capture = z
  .object({
    number: z.int(),
    address: text,
    input: text,
    sha256: text,
    size: z.int(),
    mediaType: maybe,
    retrieval: z
      .object({
        asked: text,
        answered: text,
        hops: list(text),
        status: z.int(),
        requestHeaders: list(z.tuple([text, text]).readonly()),
        responseHeaders: list(z.tuple([text, text]).readonly()),
        retrievedAt: text,
      })
      .nullable(),
    addedAt: text,
    tool: text,
  })
  .openapi('Capture') satisfies z.ZodType<KeptCapture>

export const claimRow = z
  .object({
    key: text.openapi({ description: 'Id of its first statement: what it is addressed by' }),
    id: text,
    gist: text,
    documents: z.int(),
    independent: z.int(),
    paths: z.int(),
    notEstablished: z.int(),
    doubtful: z.int(),
    origins: list(z.object({ id: text, name: text })),
    bottleneck: z.object({ id: text, name: text }).nullable(),
    credibility: z.enum(['1', '2', '3', '4', '5', '6']),
    credibilityReason: text,
    positions: list(z.object({ words: text, independent: z.int(), statements: z.int() })),
    findings: z.record(text, z.int()),
    certainty: z.object({ least: z.number(), most: z.number() }),
    firstSeen: maybe,
    story: maybe,
    state: maybe,
    tags: list(text),
  })
  .openapi('ClaimRow') satisfies z.ZodType<ClaimRow>

const viewText = z.string().trim().min(1).max(1_000)
/** What a view asks for: a filter that is absent asks for nothing. */
export const viewQuestion = z
  .strictObject(Object.fromEntries(viewFields.map((field) => [field, viewText.optional()])))
  .openapi('ViewQuestion') as z.ZodType<ViewRow['asks']>

export const viewRow = z
  .object({
    id: text,
    name: text,
    asks: viewQuestion,
    by: text,
    at: text,
    gone: list(z.enum(viewFields)),
  })
  .openapi('ViewRow') satisfies z.ZodType<ViewRow>

export const claimPage = z
  .object({
    claim,
    key: text,
    statements: list(statement),
    documents: list(documentHead),
    sources: list(source),
    findings: list(finding),
    derivations: list(derivation),
    series: list(series),
    annotations: list(annotation),
    related: list(z.object({ key: text, gist: text, why: text })),
  })
  .openapi('ClaimPage')

const sourceFields = {
  id: text,
  name: text,
  aliases: list(text),
  kind: sourceKind,
  affiliation: maybe,
  originOf: z.int(),
  relayedBy: z.int(),
  grade: maybe,
}
export const sourceRow = z
  .object({ ...sourceFields, claims: z.int() })
  .openapi('SourceRow') satisfies z.ZodType<SourceRow>

export const sourcePage = z
  .object({
    ...sourceFields,
    affiliationName: maybe,
    claims: list(claimRow),
    said: z.int(),
    statements: list(statementRow),
  })
  .openapi('SourcePage')

export const storyRow = z
  .object({ id: text, title: text, documents: z.int(), claims: z.int(), from: maybe, to: maybe })
  .openapi('StoryRow') satisfies z.ZodType<StoryRow>

export const storyPage = z
  .object({
    id: text,
    title: text,
    figures: z.object({ reports: z.int(), independentOrigins: z.int(), addNothing: z.int() }),
    river: z.object({
      nodes: list(
        z.object({
          id: text,
          kind: z.enum(['origin', 'document', 'group']),
          name: text,
          published: maybe,
          column: z.int(),
          members: list(text).optional(),
          isUnnamed: z.boolean().optional(),
        }),
      ),
      links: list(
        z.object({ from: text, to: text, shared: z.int(), basis, confidence: z.number(), manner: manner.nullable() }),
      ),
      bottlenecks: list(text),
    }),
    timeline: list(
      z.object({
        when: text,
        kind: z.enum(['published', 'told']),
        document: text,
        statement: text.optional(),
        words: text,
      }),
    ),
    places: list(
      z.object({
        name: text,
        extent: z.enum(['spot', 'country', 'area']),
        latitude: z.number(),
        longitude: z.number(),
        mentions: z.int(),
        documents: z.int(),
      }),
    ),
  })
  .openapi('StoryPage')

const hit = z
  .object({
    kind: z.enum(['statement', 'document', 'source']),
    id: text,
    document: maybe,
    start: z.int(),
    outlet: maybe,
    published: maybe,
    certainty: certainty.nullable(),
    sources: list(text),
    findings: list(text),
    quote: text,
    marks: list(z.object(span)),
    report: maybe.openapi({
      description: 'What its report is called: the outlet, else the host of the address, else the title',
    }),
  })
  .openapi('Hit') satisfies z.ZodType<Hit>

export const found = z.object({ hits: list(hit), total: z.int() }).openapi('Found')

export const alert = z
  .object({
    number: z.int(),
    at: text,
    kind: z.enum(['second-origin', 'bottleneck-gone', 'figure-changed', 'conflict', 'correction', 'edited']),
    about: text,
    says: text,
    evidence: list(z.object({ document: text, sha256: text, ...excerpt })),
  })
  .openapi('Alert') satisfies z.ZodType<Alert>

export const alertRow = z
  .object({
    ...alert.shape,
    evidence: list(z.object({ document: text, sha256: text, ...excerpt, outlet: text, title: maybe })),
  })
  .openapi('AlertRow') satisfies z.ZodType<AlertRow>

export const follow = z
  .object({
    address: text,
    every: text,
    addedAt: text,
    nextAt: text,
    lastAt: maybe,
    etag: maybe,
    lastModified: maybe,
    failures: z.int(),
    says: maybe,
  })
  .openapi('Follow') satisfies z.ZodType<Follow>

/** Made where this library is not known, so that it goes by no name of its own in the OpenAPI document. */
export const decision = decisionSchema

export const decided = z
  .object({
    id: text,
    at: text,
    by: text,
    reason: text.optional(),
    decision: decision.nullable(),
    undoes: text.optional(),
  })
  .openapi('Decided')

export const decisionRow = z
  .object({ ...decided.shape, words: text, undone: z.boolean(), unapplied: maybe })
  .openapi('DecisionRow')

const part = z.object({
  id: text,
  kind: z.enum(['statement', 'source', 'document', 'words']),
  words: text,
  outlet: text.optional(),
  published: maybe.optional(),
})
export const suggestion = z
  .object({
    id: text,
    kind: z.enum(['same-claim', 'same-source', 'made-from', 'statement', 'attribution', 'translation']),
    a: part,
    b: part,
    why: text,
    score: z.number(),
    by: z
      .object({ model: text, host: text, prompt: text, at: text })
      .optional()
      .openapi({ description: 'The model that proposed it; absent where Headwater did itself' }),
    accept: decision,
    reject: decision,
  })
  .openapi('Suggestion')

export const job = z
  .object({
    id: text,
    state: z.enum(['running', 'done', 'failed']),
    says: text,
    items: list(
      z.object({
        input: text,
        state: z.enum(['waiting', 'kept', 'known', 'refused']),
        says: maybe,
        documents: list(text),
      }),
    ),
  })
  .openapi('Job') satisfies z.ZodType<Job>

export const imported = z
  .object({
    input: text,
    format: maybe.openapi({ description: 'What the file is; null where it is none that notes are read from' }),
    kept: z.int(),
    known: z.int().openapi({ description: 'Were there already, word for word' }),
    own: z.int().openapi({ description: 'Made by Headwater itself: found anew, not noted' }),
    refused: list(refusal),
  })
  .openapi('Imported') satisfies z.ZodType<Done['import'][number]>

export const logLine = z
  .object({
    number: z.int(),
    kind: text,
    at: text,
    by: text,
    body: z.unknown(),
    previous: text,
    digest: text,
  })
  .openapi('LogLine')

const checkedStamp = z.object({ line: z.int(), genTime: text, signer: text })

export const verified = z
  .object({
    captures: z.int(),
    versions: z.int(),
    lines: z.int(),
    quotations: z.int(),
    flaws: list(text),
    head: z.object({ number: z.int(), digest: text }).nullable(),
    stamps: z.object({
      count: z.int(),
      covered: checkedStamp.nullable(),
      authority: z.enum(['checked', 'not checked']),
      good: list(checkedStamp),
    }),
    unproven: list(text),
  })
  .openapi('Verified')

/** Held to the model where `satisfies` cannot say it: a value of the model is one of the schema. */
type Holds<Model, Schema extends z.ZodType> = Model extends z.input<Schema> ? true : never
export type Held = [
  Holds<ReportStatement, typeof statement>,
  Holds<Claim, typeof claim>,
  Holds<Source, typeof source>,
  Holds<Derivation, typeof derivation>,
  Holds<ClaimPage, typeof claimPage>,
  Holds<StoryPage, typeof storyPage>,
  Holds<LogLine, typeof logLine>,
  Holds<Checked & { readonly unproven: readonly string[] }, typeof verified>,
  Holds<Decided, typeof decided>,
  Holds<Decision, typeof decision>,
  Holds<DecisionRow, typeof decisionRow>,
  Holds<StatementRow, typeof statementRow>,
  Holds<SourcePage, typeof sourcePage>,
]
