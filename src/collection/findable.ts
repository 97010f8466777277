import type { Report, ReportStatement } from '../model/report.ts'
import { addTo } from '../text/listed.ts'
import type { Findable } from './search.ts'

/** What can be found of a pile, by what it stands under: each document's words and statements, and the voices of the pile. */
export function findablesOf(report: Report): ReadonlyMap<string, readonly Findable[]> {
  const names = new Map(report.sources.map(({ id, name }) => [id, name]))
  const kinds = new Map<string, Set<string>>()
  for (const { claim, kind } of report.findings)
    if (claim !== null) kinds.set(claim, (kinds.get(claim) ?? new Set()).add(kind))
  const said = new Map<string, ReportStatement[]>()
  for (const statement of report.statements) addTo(said, statement.document, statement)
  const voices = ({ attribution }: ReportStatement): readonly string[] =>
    attribution.flatMap(({ source }) => names.get(source) ?? [])
  return new Map<string, readonly Findable[]>([
    ...report.documents.map((document) => {
      const { id, text, publisher: outlet, published } = document
      const statements = said.get(id) ?? []
      const whole: Findable = {
        ...wordsOfDocument({ id, text, publisher: outlet, published }),
        sources: [...new Set(statements.flatMap(voices))],
        findings: [...new Set(statements.flatMap(({ claim }) => [...(kinds.get(claim ?? '') ?? [])]))].sort(),
      }
      return [
        id,
        [
          whole,
          ...statements.map(
            (statement): Findable => ({
              kind: 'statement',
              id: statement.id,
              document: id,
              start: statement.start,
              words: statement.quote,
              outlet,
              published,
              certainty: statement.certainty,
              sources: voices(statement),
              findings: [...(kinds.get(statement.claim ?? '') ?? [])].sort(),
              figures: statement.figures.map(({ low, high }) => ({ low, high })),
            }),
          ),
        ],
      ] as const
    }),
    [
      sourcesUnder(report),
      report.sources.map(
        ({ id, name, aliases }): Findable => ({
          kind: 'source',
          id,
          document: null,
          start: 0,
          words: [name, ...aliases.filter((alias) => alias !== name)].join(' · '),
          outlet: null,
          published: null,
          certainty: null,
          sources: [name],
          findings: [],
          figures: [],
        }),
      ),
    ] as const,
  ])
}

/** A report by its words alone: all that can be found of it before it is traced. */
export const wordsOfDocument = ({
  id,
  text,
  publisher = null,
  published = null,
}: {
  readonly id: string
  readonly text: string
  readonly publisher?: string | null | undefined
  readonly published?: string | null | undefined
}): Findable => ({
  kind: 'document',
  id,
  document: id,
  start: 0,
  words: text,
  outlet: publisher,
  published,
  certainty: null,
  sources: [],
  findings: [],
  figures: [],
})

/** What the voices of a pile stand under: no id of a document begins so. */
export const sourcesUnder = ({ documents }: Report): string => `\u0001sources ${documents[0]?.id ?? ''}`
