import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Inside the checkout, where `headwater` is the package itself, as it is built.
let folder = ''

beforeAll(() => {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.library.json'], { stdio: 'pipe' })
  mkdirSync('.headwater', { recursive: true })
  folder = mkdtempSync('.headwater/library-')
}, 300_000)
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true })
})

/** What a program of somebody else prints. */
function ran(program: string): { readonly stdout: string; readonly stderr: string; readonly status: number | null } {
  const file = join(folder, 'program.mjs')
  writeFileSync(file, program)
  return spawnSync(process.execPath, [file], { encoding: 'utf8' })
}

describe('the library', () => {
  it('has these names, and a new version takes none away', () => {
    const { stdout } = ran(`console.log(Object.keys(await import('headwater')).join(' '))`)
    expect(stdout.trim().split(' ')).toEqual([
      'documentFrom',
      'inForce',
      'json',
      'markdown',
      'openTracing',
      'read',
      'readCapture',
      'trace',
      'version',
    ])
  })

  it('lets nobody reach behind its entry', () => {
    expect(ran(`await import('headwater/dist/tracing/trace.js')`).stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  it('says what is wrong with a text as a value', () => {
    const { stdout } = ran(
      `import { documentFrom } from 'headwater'\nconsole.log(JSON.stringify(documentFrom({ id: 'a', text: '  ' })))`,
    )
    expect(JSON.parse(stdout)).toEqual({ input: 'a', code: 'empty', says: 'there is no text in it' })
  })

  it.each([
    ['Node', ['--module', 'nodenext', '--lib', 'es2023']],
    ['a bundler', ['--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2023,dom']],
  ])('has types for %s, complete without the libraries under it', (_, options) => {
    const file = join(folder, 'use.mts')
    writeFileSync(file, useWithTypes)
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        'node_modules/typescript/bin/tsc',
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--target',
        'es2023',
        '--skipLibCheck',
        'false',
        ...options,
        file,
      ],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})

const useWithTypes = `
import { type Claim, type Document, documentFrom, json, openTracing, read, readCapture, type Refusal, type Report, trace } from 'headwater'
const document: Document | Refusal = documentFrom({ id: 'a', text: 'The mayor said 3 boats sank.' })
if (!('text' in document)) throw new Error(document.says)
const report: Report = trace([document])
const claims: readonly Claim[] = report.claims
export const origins: readonly string[] = claims.flatMap(({ origins }) => origins)
export const certainties: readonly ('asserted' | 'hedged' | 'planned' | 'denied')[] = read(document).statements.map(({ certainty }) => certainty)
const tracing = openTracing()
tracing.add([document])
export const same: boolean = json.write(tracing.report()) === json.write(report)
export const documents: Promise<readonly Document[]> = readCapture({ input: 'a.txt', bytes: new Uint8Array(), url: undefined, mediaType: undefined }).then(({ documents }) => documents)
// @ts-expect-error a report is never changed
report.claims = []
`
