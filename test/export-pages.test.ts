import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anchored } from '../src/app/collection/import-notes.ts'
import { turtle } from '../src/app/collection/turtle.ts'
import { notesIn } from '../src/collection/imports/notes-in.ts'
import { describedIn } from '../src/export/claimreview/claimreview.ts'
import { formats } from '../src/export/formats.ts'
import { ftmEntities } from '../src/export/ftm/ftm.ts'
import { placeFeatures } from '../src/export/geojson/geojson.ts'
import { gexf } from '../src/export/graph/gexf.ts'
import { graphml } from '../src/export/graph/graphml.ts'
import { jsonReport } from '../src/export/json/json.ts'
import { momentsOf } from '../src/export/naming/moments.ts'
import { prefixes } from '../src/export/prov/records.ts'
import { provTriples } from '../src/export/prov/triples.ts'
import { stixObjects } from '../src/export/stix/stix.ts'
import { terminalReport } from '../src/export/terminal/terminal.ts'
import { annotationsIn } from '../src/export/web-annotation/web-annotation.ts'
import { sheetsOf } from '../src/export/xlsx/xlsx.ts'
import type { Report } from '../src/model/report.ts'
import { traceExample } from './example-reports.ts'
import { mentionsIn } from './fixtures/mentions.ts'

/** What each page of docs/export opens with: a piece of what the program writes of a bundled story. */
const examples: Readonly<Record<string, (report: Report) => string>> = {
  json: (report) => {
    const { schema, documents, claims } = JSON.parse(jsonReport(report)) as Report
    const few = <T>(from: T | undefined, ...keys: readonly (keyof T)[]) => keys.map((key) => [key, from?.[key]])
    return json({
      schema,
      documents: [Object.fromEntries(few(documents[0], 'id', 'title', 'publisher', 'published'))],
      claims: [Object.fromEntries(few(claims[0], 'id', 'gist', 'origins', 'independent', 'notEstablished'))],
    })
  },
  terminal: (report) => {
    const lines = terminalReport(report, { width: 80, colour: false }).split('\n')
    const end = lines.findIndex((line) => line.startsWith('  2 '))
    return `${lines.slice(0, end).join('\n').trimEnd()}\n  …`
  },
  stix: (report) =>
    json(
      [...stixObjects(report)].find((one) => one.type === 'relationship' && one.relationship_type === 'derived-from'),
    ),
  'web-annotation': (report) =>
    json([...annotationsIn(report, momentsOf(report))].find(({ motivation }) => motivation === 'identifying')),
  ftm: (report) =>
    [...ftmEntities(report)]
      .filter(
        ({ properties }, i, all) => i === all.findIndex((one) => one.schema === all[i]?.schema) && !properties.alias,
      )
      .map((entity) => JSON.stringify(entity))
      .filter((line) => line.length < 400)
      .join('\n'),
  prov: (report) => blockOf([...turtle(provTriples(report), prefixes)].join(''), 'prov:wasRevisionOf'),
  xlsx: (report) => {
    const { columns, rows } = sheetsOf(report)[1] ?? { columns: [], rows: [] }
    const line = (cells: readonly unknown[]) => cells.slice(0, 8).join(' | ')
    return [line(columns.map(({ title }) => title)), ...[...rows].slice(0, 3).map(line)].join('\n')
  },
  geojson: (report) =>
    json(
      [...placeFeatures(report, mentionsIn(report))].find(
        ({ properties }) => properties.kind === 'country' && properties.claims.length > 1,
      ),
    ),
  claimreview: (report) => json([...describedIn(report)].find((one) => one['@type'] === 'ClaimReview')),
  graphml: (report) => lineOf([...graphml(report)].join(''), '>rewrites<'),
  gexf: (report) => lineOf([...gexf(report)].join(''), 'label="rewrites"'),
}

/** The block of lines up to a full stop that holds some words, and the one after it. */
const blockOf = (text: string, words: string): string =>
  text
    .split(/(?<=\.)\n/)
    .filter((block, i, all) => block.includes(words) || all[i - 1]?.includes(words))
    .slice(0, 2)
    .join('\n')
    .trim()

const lineOf = (text: string, words: string): string =>
  text
    .split('\n')
    .find((line) => line.includes(words))
    ?.trim() ?? ''

const json = (value: unknown): string => JSON.stringify(value, null, 2)

describe.each(Object.entries(examples))('the page of %s', async (name, example) => {
  const page = `docs/export/${name}.md`
  const fence = /(?<=```\w+\n)[\s\S]*?(?=\n```)/

  it('opens with what is written of a bundled story', async () => {
    const text = readFileSync(page, 'utf8')
    const piece = example(await traceExample(name === 'geojson' ? 'herring-quay' : 'tank-seven'))
    expect(piece).toMatch(/\w{3}.*\W/s)
    if (process.env.UPDATE_GOLDEN === '1')
      writeFileSync(
        page,
        text.replace(fence, () => piece),
      )
    else expect(fence.exec(text)?.[0]).toBe(piece)
  })

  it('says what the format cannot carry', () => {
    expect(readFileSync(page, 'utf8')).toMatch(/^## What it cannot carry$/m)
  })
})

it.each(formats.map(({ name }) => name))('has a page for the format %s', (name) => {
  expect(existsSync(`docs/export/${name}.md`)).toBe(true)
})

describe('the page of imports', () => {
  it('shows what becomes of the note that it opens with', async () => {
    const page = 'docs/export/imports.md'
    const text = readFileSync(page, 'utf8')
    const [given = '', made = ''] = [...text.matchAll(/(?<=```json\n)[\s\S]*?(?=\n```)/g)].map(([block]) => block)
    const found = notesIn(given)
    const { decided } = anchored(
      await traceExample('tank-seven'),
      'notes' in found ? found.notes : [],
      'rosa.json',
      'Web Annotation',
    )
    expect(decided).toHaveLength(1)
    const piece = json(decided[0])
    if (process.env.UPDATE_GOLDEN === '1')
      writeFileSync(
        page,
        text.replace(made, () => piece),
      )
    else expect(made).toBe(piece)
  })
})
