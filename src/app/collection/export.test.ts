import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import jsonld from 'jsonld'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { writeFolder, writePieces } from '../../adapters/files/written.ts'
import { readCapture } from '../../intake/readers.ts'
import type { Store } from '../../ports/store.ts'
import { addAll } from './add.ts'
import { hexOf } from './digest.ts'
import { dossierFiles, dossierZip } from './dossier.ts'
import { exportFormats, type Pieces } from './export.ts'
import { openCollection } from './open.ts'
import { refresh } from './refresh.ts'

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }
const python = spawnSync('python3', ['--version']).status === 0
let folder = ''
let store: Store
const at = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-export-'))
  store = await openCollection(at('c.db'))
  const retrieval = {
    asked: 'https://mayo.example/flood',
    answered: 'https://mayo.example/flood',
    hops: ['https://mayo.example/flood'],
    status: 200,
    requestHeaders: [['accept', 'text/html']],
    responseHeaders: [['content-type', 'text/html']],
    retrievedAt: '2026-02-03T04:05:06.000Z',
  } as const
  const page = `<title>Flood</title><article><h1>Flood in Mayo</h1>${'<p>The river broke its banks at Mayo on Monday, the mayor said.</p>'.repeat(3)}</article>`
  await all(
    addAll(
      store,
      each(
        openedOf('/r/../etc/a b%2f..txt', floodReport(0)),
        openedOf('/r/b.txt', `${floodReport(1)}\n=1+1 and “Kyïv”, "said" the mayor.`),
        openedOf(retrieval.asked, page, { url: retrieval.answered, mediaType: 'text/html', retrieval }),
      ),
      acting,
    ),
  )
  await refresh(store, acting)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const bytesOf = async (pieces: Pieces): Promise<Uint8Array> =>
  Buffer.concat((await all(pieces)).map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
const formatOf = (name: string) => exportFormats.find((format) => format.name === name)

describe('giving a collection away', () => {
  it.each(exportFormats.map(({ name }) => name))('as %s gives the same bytes each time', async (name) => {
    const [one, two] = [
      await bytesOf(formatOf(name)?.write(store) ?? each()),
      await bytesOf(formatOf(name)?.write(store) ?? each()),
    ]
    expect(one.length).toBeGreaterThan(100)
    expect(hexOf(one)).toBe(hexOf(two))
  })

  it.each(['warc', 'wacz'])('as %s holds the captures, to be read again', async (name) => {
    const bytes = await bytesOf(formatOf(name)?.write(store) ?? each())
    const { documents } = await readCapture({ input: `x.${name}`, bytes, url: undefined, mediaType: undefined })
    const kept = (await all(store.documents())).map(({ document }) => document.sha256)
    expect(documents.map(({ sha256 }) => sha256).sort()).toEqual([...kept].sort())
    expect(documents.map(({ url }) => url)).toContain('https://mayo.example/flood')
  })

  it('as CSV has a line for every statement, and none that a spreadsheet would carry out', async () => {
    const text = new TextDecoder().decode(await bytesOf(formatOf('csv')?.write(store) ?? each()))
    const lines = text.split('\r\n')
    expect(lines[0]).toContain('statement,claim,gist,report')
    expect(lines.length).toBeGreaterThan(5)
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m)
  })
})

describe('an RO-Crate', () => {
  const crate = async () => {
    const files = await dossierFiles(store, true)
    const text = new TextDecoder().decode(files.get('ro-crate-metadata.json'))
    return { files, json: JSON.parse(text) as { '@graph': readonly Readonly<Record<string, unknown>>[] } }
  }

  it('is found in order by the validator of RO-Crate, and describes every file that there is', async () => {
    // The validator wants to fetch the context: it gets the one that it brings itself.
    vi.stubGlobal('fetch', async () =>
      Response.json(JSON.parse(readFileSync('node_modules/ro-crate/lib/context.json', 'utf8'))),
    )
    const { Validator } = (await import('ro-crate')) as unknown as {
      readonly Validator: new () => {
        readonly results: readonly { readonly status: string }[]
        parseJSON(json: string): void
        validate(): Promise<boolean>
        checkFiles(files: object): void
      }
    }
    const { files, json } = await crate()
    const lacking = { ...json, '@graph': json['@graph'].map(({ datePublished: _, ...rest }) => rest) }
    const other = new Validator()
    other.parseJSON(JSON.stringify(lacking))
    await other.validate()
    expect(other.results.filter(({ status }) => status === 'error')).not.toEqual([])
    const validator = new Validator()
    validator.parseJSON(JSON.stringify(json))
    await validator.validate()
    const held = Object.fromEntries(
      [...files.keys()].map((path) => [path, { exists: true, inCrate: false, isDir: false }]),
    )
    validator.checkFiles(held)
    vi.unstubAllGlobals()
    expect(validator.results.filter(({ status }) => status === 'error')).toEqual([])
    expect(validator.results.filter(({ status }) => status === 'success').length).toBeGreaterThan(5)
    const described = json['@graph']
      .filter((one) => one['@type'] === 'File')
      .map((one) => decodeURIComponent(String(one['@id'])))
    expect(described.sort()).toEqual([...files.keys()].filter((path) => path !== 'ro-crate-metadata.json').sort())
  })

  it('is JSON-LD by the context of RO-Crate, without a word that it does not know', async () => {
    const context = JSON.parse(readFileSync('node_modules/ro-crate/lib/context.json', 'utf8'))
    const { json } = await crate()
    const nodes = await jsonld.expand(json, {
      documentLoader: async (url) => {
        expect(url).toBe('https://w3id.org/ro/crate/1.2/context')
        return { document: context, documentUrl: url }
      },
      base: 'https://case.example/',
      safe: true,
    })
    expect(nodes).toHaveLength(json['@graph'].length)
  })

  it('has the digest of every file but the list of digests, and the run that made it', async () => {
    const { files, json } = await crate()
    const byId = new Map(json['@graph'].map((one) => [decodeURIComponent(String(one['@id'])), one]))
    for (const [path, bytes] of files)
      if (!['ro-crate-metadata.json', 'digests.sha256'].includes(path))
        expect(byId.get(path)?.sha256).toBe(hexOf(bytes))
    expect(byId.get('#tracing')).toMatchObject({
      '@type': 'CreateAction',
      instrument: { '@id': '#headwater' },
      result: [{ '@id': 'dossier.html' }, { '@id': 'report.json' }],
    })
    expect([...byId.values()].map(({ url }) => url)).toContain('https://mayo.example/flood')
  })
})

describe('an RO-Crate of nothing', () => {
  it('is dated, as RO-Crate wants it to be', async () => {
    const empty = await openCollection(at('empty.db'))
    try {
      const files = await dossierFiles(empty, true)
      const { '@graph': graph } = JSON.parse(new TextDecoder().decode(files.get('ro-crate-metadata.json'))) as {
        '@graph': readonly Readonly<Record<string, unknown>>[]
      }
      const root = graph.find((one) => one['@id'] === './')
      expect(root?.datePublished).toMatch(/^\d{4}-\d\d-\d\dT/)
      expect(root?.dateCreated).toMatch(/^\d{4}-\d\d-\d\dT/)
    } finally {
      await empty.close()
    }
  })
})

describe('a dossier', () => {
  it('holds every capture under a name that stays in its folder, with its digest', async () => {
    const files = await dossierFiles(store)
    const paths = [...files.keys()]
    expect(paths.filter((path) => path.startsWith('captures/'))).toHaveLength(3)
    for (const path of paths) expect(path).toMatch(/^(?:[\p{L}\p{N}._~-]+\/)?[\p{L}\p{N}_~-][\p{L}\p{N}._~-]*$/u)
    const digests = new TextDecoder().decode(files.get('digests.sha256')).trim().split('\n')
    expect(digests).toHaveLength(files.size - 1)
    for (const line of digests) {
      const [digest = '', path = ''] = line.split('  ')
      expect(hexOf(files.get(path) ?? new Uint8Array())).toBe(digest)
    }
  })

  it('is the same as one file', async () => {
    const unzipped = unzipSync(await dossierZip(store))
    expect(Object.keys(unzipped).sort()).toEqual([...(await dossierFiles(store)).keys()].sort())
  })

  it.skipIf(!python)('is checked as its README tells, and found out when a line of the log was changed', async () => {
    await writeFolder(at('d'), await dossierFiles(store))
    const readme = readFileSync(at('d/README.txt'), 'utf8')
    const script = /In Python:\n\n([\s\S]*?)\n\n/.exec(readme)?.[1]?.replace(/^ {3}/gm, '') ?? ''
    const check = () => spawnSync('python3', ['-c', script], { cwd: at('d'), encoding: 'utf8' })
    const { digest } = (await store.lastLine()) ?? { digest: '' }
    expect(check()).toMatchObject({ status: 0, stdout: `the chain holds up to ${digest}\n` })
    const log = readFileSync(at('d/log.jsonl'), 'utf8')
    await writePieces(at('d/log.jsonl'), each(log.replace('"by":"ana"', '"by":"bob"')))
    expect(check().status).not.toBe(0)
  })

  it('is written into no folder that is there', async () => {
    await expect(writeFolder(folder, new Map())).rejects.toThrow('is there already')
    await expect(writeFolder(at('new'), new Map([['../out', new Uint8Array()]]))).rejects.toThrow('leads out')
  })
})
