import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formats } from '../src/export/formats.ts'
import { momentsOf } from '../src/export/naming/moments.ts'
import { stixObjects } from '../src/export/stix/stix.ts'
import { annotationsIn } from '../src/export/web-annotation/web-annotation.ts'
import type { Report } from '../src/model/report.ts'
import { traceExample } from './example-reports.ts'

/** What each page of docs/export opens with: a piece of what the program writes of a bundled story. */
const examples: Readonly<Record<string, (report: Report) => string>> = {
  stix: (report) =>
    json(
      [...stixObjects(report)].find((one) => one.type === 'relationship' && one.relationship_type === 'derived-from'),
    ),
  'web-annotation': (report) =>
    json([...annotationsIn(report, momentsOf(report))].find(({ motivation }) => motivation === 'identifying')),
}

const json = (value: unknown): string => JSON.stringify(value, null, 2)

describe.each(Object.entries(examples))('the page of %s', async (name, example) => {
  const page = `docs/export/${name}.md`
  const fence = /```\w+\n([\s\S]*?)\n```/

  it('opens with what is written of the story of tank seven', async () => {
    const text = readFileSync(page, 'utf8')
    const piece = example(await traceExample('tank-seven'))
    if (process.env.UPDATE_GOLDEN === '1')
      writeFileSync(
        page,
        text.replace(fence, (whole, held) => whole.replace(held, () => piece)),
      )
    else expect(fence.exec(text)?.[1]).toBe(piece)
  })

  it('says what the format cannot carry', () => {
    expect(readFileSync(page, 'utf8')).toMatch(/^## What it cannot carry$/m)
  })
})

it.each(formats.map(({ name }) => name))('has a page for the format %s', (name) => {
  expect(existsSync(`docs/export/${name}.md`)).toBe(true)
})
