import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exporters } from '../src/app/exporters.ts'
import { commands } from '../src/cli/commands.ts'
import { stages } from '../src/extract/stages.ts'
import { readers } from '../src/intake/readers.ts'

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

describe('the documentation', () => {
  it('has what the program itself says, word for word', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/make-docs.ts', '--check'], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it.each(stages.flatMap(({ gives }) => gives).filter((layer) => !['sentences', 'tokens'].includes(layer)))(
    'has a page for the layer %s',
    (layer) => {
      expect(existsSync(`docs/extract/${layer}.md`)).toBe(true)
    },
  )

  it.each(exporters.map(({ name }) => name))('has a page for the export %s', (name) => {
    expect(existsSync(`docs/export/${name}.md`)).toBe(true)
  })

  it.each(readers.map(({ ref }) => ref.replace(/@.*$/, '')))('has a page for the reader %s', (name) => {
    expect(existsSync(`docs/intake/${name}.md`)).toBe(true)
  })

  it.each(commands.map(({ name }) => name))('tells of the command %s', (name) => {
    expect(readFileSync('docs/commands.md', 'utf8')).toContain(`## headwater ${name}\n`)
  })

  it.each(roomsWithPages())('has a page for %s', (room) => {
    expect(existsSync(`docs/${room}.md`)).toBe(true)
  })

  it.each(pages)('%s has no dead link', (page) => {
    const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```|`[^`]*`/g, '')
    const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
    expect(links.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([])
  })

  it.each(pages.filter((page) => dirname(page) === 'docs/decisions'))('%s has the number of its file', (page) => {
    const number = Number(basename(page).slice(0, 4))
    expect(readFileSync(page, 'utf8')).toMatch(new RegExp(`^# ${number}\\. `))
  })

  it.each(pages)('%s calls a decision by its number', (page) => {
    const named = [...readFileSync(page, 'utf8').matchAll(/\[decision (\d+)\]\([^)]*?\/?(\d{4})-/g)]
    expect(named.filter(([, number, file]) => Number(number) !== Number(file)).map(([link]) => link)).toEqual([])
  })

  it('opens the README with the two commands that work alone', () => {
    const [first] = /```[\s\S]*?```/.exec(readFileSync('README.md', 'utf8')) ?? ['']
    expect(first).toContain('npm start')
    expect(first).toContain('npm test')
  })
})

/** One page per room that finds something across documents. */
function roomsWithPages(): readonly string[] {
  return ['provenance', 'findings', 'story'].flatMap((area) =>
    readdirSync(`src/${area}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${area}/${name}`),
  )
}
