import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWeb } from '../../test/fixtures/test-web.ts'
import { ranWith } from '../../test/fixtures/world.ts'
import { join as joinBuilds } from '../app/collection/builds.ts'
import { openCollection } from '../app/collection/open.ts'
import type { Command, World } from './command.ts'
import { commands } from './commands.ts'
import { programOf } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-cli-'))
const at = (name: string) => join(folder, name)
const report =
  'Barges wait at lock\n\nThe harbour office said on Monday that about 40 barges were waiting outside the lock.\n'

beforeAll(() => {
  writeFileSync(at('barges.txt'), report)
  writeFileSync(at('empty.txt'), '')
  writeFileSync(at('blank.txt'), ' \n\n')
  writeFileSync(at('huge.txt'), '')
  truncateSync(at('huge.txt'), 50 * 1024 * 1024)
  writeFileSync(at('binary.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 9]))
  writeFileSync(at('paper.pdf'), '%PDF-1.7\n%âãÏÓ\n')
  writeFileSync(
    at('latin.txt'),
    Buffer.from(
      'Caf\xe9 closed\n\nThe caf\xe9 owner said 12 guests had left before the flood came in on Monday night.\n',
      'latin1',
    ),
  )
  writeFileSync(
    at('deep.html'),
    `<title>Deep</title>${'<div>'.repeat(10_000)}<p>The harbour office said that 40 barges were waiting.</p>`,
  )
  writeFileSync(
    at('lines.jsonl'),
    [
      '{"id":"one","text":"Forty barges were waiting, the harbour office said."}',
      '{"id":"two", "text":',
      '{"id":"three","text":"The lock opened at noon."}',
      '[]',
      '{"id":"five"}',
      '{"id":6,"text":"Six barges left."}',
    ].join('\n'),
  )
  mkdirSync(at('with-link'))
  symlinkSync(at('nowhere.txt'), join(at('with-link'), 'broken.txt'))
  writeFileSync(join(at('with-link'), 'good.txt'), report)
})

afterAll(() => rmSync(folder, { recursive: true }))

const ran = (words: readonly string[], stdin = '') =>
  ranWith(words, {
    openCollection: (place, create) => openCollection(place ?? at('own.db'), { create }),
    stdin: (async function* () {
      yield Buffer.from(stdin)
    })(),
  })

const json = (line: string | undefined) => JSON.parse(line ?? '') as Record<string, unknown>

describe('extract', () => {
  it.each([
    ['empty.txt', 'empty'],
    ['blank.txt', 'empty'],
    ['huge.txt', 'too-large'],
    ['binary.txt', 'binary'],
    ['paper.pdf', 'malformed'],
    ['nowhere.txt', 'not-found'],
    ['no*such.txt', 'not-found'],
  ])('refuses %s by name (%s), and ends with 1', async (name, code) => {
    const { code: exit, lines, told } = await ran(['extract', at(name), '--jsonl'])
    expect(json(lines[0])).toMatchObject({ input: at(name), code })
    expect(told).toContain(`refused ${at(name)} (${code})`)
    expect(exit).toBe(1)
  })

  it('reads invalid UTF-8 as the charset its letters tell', async () => {
    const { code, lines } = await ran(['extract', at('latin.txt')])
    expect(json(lines[0])).toMatchObject({ id: 'latin', title: 'Café closed' })
    expect(code).toBe(0)
  })

  it('answers a page of 10,000 nested divisions', async () => {
    const { lines, code } = await ran(['extract', at('deep.html')])
    const line = json(lines[0])
    expect(line.code ?? line.text).toMatch(/40 barges|too-deep|no-text/)
    expect(code).toBe('code' in line ? 1 : 0)
  })

  it('loses no other line to a malformed one', async () => {
    const { code, lines } = await ran(['extract', at('lines.jsonl')])
    const rows = lines.map(json)
    expect(rows.filter((row) => !('code' in row)).map(({ id }) => id)).toEqual(['one', 'three', '6'])
    expect(rows.filter((row) => 'code' in row).map(({ input, code: why }) => [input, why])).toEqual([
      [`${at('lines.jsonl')}:2`, 'malformed'],
      [`${at('lines.jsonl')}:4`, 'malformed'],
      [`${at('lines.jsonl')}:5`, 'malformed'],
    ])
    expect(code).toBe(1)
  })

  it('reads the rest of a folder with a broken link', async () => {
    const { code, lines } = await ran(['extract', at('with-link')])
    expect(lines.map(json).map(({ input, code: why }) => [input, why])).toEqual([
      [join(at('with-link'), 'broken.txt'), 'not-found'],
      [join(at('with-link'), 'good.txt'), undefined],
    ])
    expect(code).toBe(1)
  })

  it('expands a pattern, in the order of names', async () => {
    const { lines } = await ran(['extract', at('with-link/go*.txt')])
    expect(lines.map(json).map(({ id }) => id)).toEqual(['good'])
  })
})

describe('addresses', () => {
  const page =
    '<html lang="en"><title>Lock open</title><article><h1>Lock open</h1><p>The lock opened at noon, the harbour office said.</p></article></html>'

  it('of this machine are fetched when allowed, and refused with the way to allow it when not', async () => {
    const web = await openTestWeb({ '127.0.0.1': { '/lock': page } })
    const address = web.at('127.0.0.1/lock')
    const allowed = await ran(['extract', address, '--allow-private'])
    const refused = await ran(['extract', address])
    await web.close()
    expect(json(allowed.lines[0])).toMatchObject({ id: 'lock', input: address, url: address, title: 'Lock open' })
    expect(allowed.code).toBe(0)
    expect(json(refused.lines[0])).toMatchObject({ input: address, code: 'forbidden-address' })
    expect(refused.told).toContain('--allow-private')
    expect(refused.code).toBe(1)
  })

  it.each(['trace', 'read', 'extract', 'reuse', 'stories'])(
    'are inputs of %s, which says what it cannot follow',
    async (command) => {
      const { code, told } = await ran([command, 'http://127.0.0.1:1/gate', 'ftp://courier.example/'])
      expect(told).toContain('refused http://127.0.0.1:1/gate (forbidden-address)')
      expect(told).toContain('refused ftp://courier.example/ (unsupported)')
      expect(code).toBe(1)
      expect((await ran([command, 'a.txt', '--most', 'many'])).code).toBe(2)
    },
  )
})

describe('the command line', () => {
  it('prints one JSON line per document for read', async () => {
    const { code, lines } = await ran(
      ['read', '-', '--jsonl'],
      '{"id":"b1","title":"Barges wait","text":"About 40 barges were waiting, the harbour office said."}\n',
    )
    expect(json(lines[0])).toMatchObject({
      id: 'b1',
      text: 'Barges wait\n\nAbout 40 barges were waiting, the harbour office said.',
    })
    expect(code).toBe(0)
  })

  it('names the rule of each annotation only when asked why', async () => {
    const row = '{"id":"b1","text":"About 40 barges were waiting, the harbour office said."}\n'
    const plain = json((await ran(['read', '-'], row)).lines[0])
    const why = json((await ran(['read', '-', '--why'], row)).lines[0])
    expect((plain.attributions as object[])[0]).not.toHaveProperty('rule')
    expect((why.attributions as object[])[0]).toHaveProperty('rule')
  })

  it('gives the report as JSON, refusals included', async () => {
    const { code, printed } = await ran(['trace', at('barges.txt'), at('empty.txt'), '--json'])
    expect(JSON.parse(printed)).toMatchObject({
      schema: 'headwater/report@1',
      documents: [{ id: 'barges' }],
      refusals: [{ input: at('empty.txt'), code: 'empty' }],
    })
    expect(code).toBe(1)
  })

  it('says nothing on standard error when told to be quiet', async () => {
    expect(await ran(['trace', at('empty.txt'), '--json', '--quiet'])).toMatchObject({ told: '', code: 1 })
  })

  it.each([
    [['trace']],
    [['trace', 'x', '--json', '--markdown']],
    [['trace', 'x', '--only', 'nonsense']],
    [['match', '--against', 'x', '--top', 'many']],
    [['nonsense']],
    [['trace', 'x', '--nonsense']],
  ])('answers the wrong use %j with 2 and a sentence', async (words) => {
    const { code, told } = await ran(words)
    expect(code).toBe(2)
    expect(told).toMatch(/^error: /)
  })

  it('points to the help of the command that was used wrongly', async () => {
    expect((await ran(['trace', 'x', '--nonsense'])).told).toMatch(/see headwater trace --help/)
    expect((await ran(['nonsense'])).told).toMatch(/see headwater --help/)
  })

  it('takes --only in any case, and opens with the claims that were asked for', async () => {
    const { code, printed } = await ran(['trace', at('barges.txt'), '--only', 'Single Origin,CONFLICT'])
    expect(code).toBe(0)
    expect(printed).toMatch(/No\s+claim\s+of\s+\d+\s+shows/)
  })

  it('names standard input, and what to do, when it is empty', async () => {
    const { code, told } = await ran(['read', '-'], '')
    expect(told).toContain('standard input is empty; pipe one JSON object per line into it')
    expect(code).toBe(1)
  })

  it('opens a file of a folder whose name is no UTF-8, and says why it cannot be named alone', async () => {
    mkdirSync(at('misnamed'))
    writeFileSync(
      Buffer.concat([Buffer.from(`${at('misnamed')}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]),
      report,
    )
    const inFolder = await ran(['extract', at('misnamed')])
    expect(inFolder.code).toBe(0)
    expect(json(inFolder.lines[0])).toMatchObject({ title: 'Barges wait at lock' })
    const alone = await ran(['extract', at('misnamed/caf\uFFFD.txt')])
    expect(alone.told).toContain('its name is not valid UTF-8')
  })

  it('writes no dossier into a folder that is not there, or over a report', async () => {
    const missing = await ran(['trace', at('barges.txt'), '--html', at('no/such/folder/dossier.html')])
    expect(missing).toMatchObject({ code: 2, told: expect.stringContaining('does not exist') })
    const over = await ran(['trace', at('barges.txt'), '--html', at('barges.txt')])
    expect(over).toMatchObject({ code: 2, told: expect.stringContaining('choose another name') })
    expect(readFileSync(at('barges.txt'), 'utf8')).toBe(report)
  })

  it('writes a dossier, and over a dossier', async () => {
    const words = ['trace', at('barges.txt'), '--html', at('dossier.html')]
    expect((await ran(words)).code).toBe(0)
    expect((await ran(words)).code).toBe(0)
    expect(readFileSync(at('dossier.html'), 'utf8')).toContain('barges')
  })

  it('answers a disk that fails with 3', async () => {
    const { code, told } = await ran(['match', '--against', at('nowhere.jsonl')])
    expect(code).toBe(3)
    expect(told).toContain('ENOENT')
  })

  it('shows control characters in the name of a file as what they are', async () => {
    const { told } = await ran(['trace', at('bad\u001b[41m\nname.txt'), '--json'])
    expect(told).toContain('bad\\u001b[41m\\u000aname.txt')
    expect(told).not.toContain('\u001b')
  })

  it('gives two documents of one name two ids', async () => {
    const rows = '{"id":"b1","text":"Forty barges were waiting."}\n{"id":"b1","text":"Fifty barges were waiting."}\n'
    for (const command of ['extract', 'stories']) {
      const ids = (await ran([command, '-'], rows)).lines.map((line) => json(line).id)
      expect(new Set(ids).size).toBe(2)
    }
  })

  it('shows help with an example for every command', async () => {
    for (const command of ['trace', 'read', 'extract', 'reuse', 'stories', 'match', 'fuse']) {
      const { code, printed } = await ran([command, '--help'])
      expect(printed).toContain(`$ headwater ${command}`)
      expect(code).toBe(0)
    }
  })
})

describe('a collection', () => {
  const place = ['--collection', at('desk.db')]
  const flood = (houses: number, who: string) =>
    `Flood in Mayo\n\nFlood water destroyed ${houses} houses in Mayo on Monday, ${who} said.\n`

  it('is added to, asked, corrected, exported and checked', async () => {
    writeFileSync(at('flood-a.txt'), flood(40, 'Governor Ana Ruiz'))
    writeFileSync(at('flood-b.txt'), flood(60, 'Mayor Pedro Lanz'))
    expect(await ran(['add', at('flood-a.txt'), at('empty.txt'), ...place])).toMatchObject({
      code: 1,
      printed: '1 report added, 1 refused',
    })
    const added = await ran(['add', at('flood-a.txt'), at('flood-b.txt'), ...place])
    expect(added).toMatchObject({ code: 0, printed: '1 report added, 1 input kept already' })
    expect(added.told).toMatch(/alert \(second-origin\)/)

    const search = await ran(['search', 'destroyed', '--source', 'ruiz', '--kind', 'statement', '--json', ...place])
    const { hits } = json(search.printed) as { hits: { id: string; quote: string }[] }
    expect(hits).toHaveLength(1)
    expect(await ran(['search', 'zebra', ...place])).toMatchObject({ code: 1, printed: '0 found' })
    expect((await ran(['search', 'houses', '--csv', ...place])).lines[0]).toMatch(/^kind,id,/)

    const merge = ['decide', 'same-source', 'Ana Ruiz', 'Pedro Lanz', '--reason', 'one voice', ...place]
    expect((await ran([...merge, '--preview'])).printed).toMatch(/2 independent → 1 independent/)
    expect((await ran(['decide', '--list', ...place])).printed).toBe('')
    expect(await ran(merge)).toMatchObject({ code: 0, printed: 'd4 kept' })
    const report = async () =>
      json((await ran(['trace', '--json', ...place])).printed) as { claims: { independent: number }[] }
    expect((await report()).claims[0]?.independent).toBe(1)
    expect(await ran(['decide', 'undo', 'd4', ...place])).toMatchObject({ code: 0 })
    expect((await report()).claims[0]?.independent).toBe(2)
    expect((await ran(['decide', '--list', ...place])).printed).toMatch(/d4 .*\[taken back\]\nd5 .*takes back d4/)

    expect(await ran(['export', '--dossier', '--out', at('evidence.zip'), ...place])).toMatchObject({ code: 0 })
    for (const name of [
      'a.stix.json',
      'b.ttl',
      'c.xlsx',
      'd.ftm.jsonl',
      'e.gexf',
      'f.annotations.jsonld',
      'g.geojson',
      'h.crate.zip',
    ])
      expect(await ran(['export', '--out', at(name), ...place])).toMatchObject({ code: 0, told: `wrote ${at(name)}` })
    expect(readFileSync(at('b.ttl'), 'utf8')).toMatch(/^@prefix u: <urn:uuid:>/)
    expect(await ran(['export', '--format', 'ro-crate', '--out', at('crate'), ...place])).toMatchObject({ code: 0 })
    expect(readFileSync(at('crate/ro-crate-metadata.json'), 'utf8')).toContain('https://w3id.org/ro/crate/1.2')
    expect(await ran(['export', '--tlp', 'clear', '--out', at('w.stix.json'), ...place])).toMatchObject({ code: 0 })
    expect(readFileSync(at('w.stix.json'), 'utf8')).toContain('TLP:WHITE')
    expect((await ran(['alerts', ...place])).printed).toMatch(/second-origin/)
    expect((await ran(['alerts', '--atom', ...place])).printed).toMatch(/^<\?xml/)
    const checked = await ran(['verify', '--json', ...place])
    expect(json(checked.printed)).toMatchObject({ captures: 3, flaws: [], head: { number: 5 } })
  })

  it('of which a newer build makes the answers is left to it, until somebody goes back', async () => {
    const place = ['--collection', at('built.db')]
    await ran(['add', at('barges.txt'), ...place])
    const store = await openCollection(at('built.db'))
    await joinBuilds(store, 'headwater 999.0.0 of another day', false)
    const added = await ran(['add', at('latin.txt'), ...place])
    expect(added.code).toBe(0)
    expect(added.told).toMatch(/a newer build \(headwater 999\.0\.0 of another day\) makes the answers/)
    const before = await ran(['trace', '--json', ...place])
    expect(before.told).toContain('headwater trace --take-over')
    expect(json(before.printed)).toMatchObject({ documents: [expect.anything()] })
    const back = await ran(['trace', '--json', '--take-over', ...place])
    expect(back.told).not.toContain('newer build')
    expect(json(back.printed)).toMatchObject({ documents: [expect.anything(), expect.anything()] })
    await store.close()
    expect(await ran(['trace', at('barges.txt'), '--take-over'])).toMatchObject({ code: 2 })
  })

  it('is the user’s own when none is named', async () => {
    await ran(['add', at('barges.txt'), '--no-trace'])
    expect((await ran(['verify'])).printed).toMatch(/^1 captures/)
  })

  it('is left as it was where threads are miscounted', async () => {
    const before = (await ran(['verify', ...place])).printed
    writeFileSync(at('pier.txt'), 'The pier at Ravna closed on Monday, the port said.')
    const wrong = await ran(['add', at('pier.txt'), '--threads', 'x', ...place])
    expect(wrong).toMatchObject({ code: 2, told: expect.stringMatching(/--threads wants a whole number/) })
    expect((await ran(['verify', ...place])).printed).toBe(before)
  })

  it.each([
    [['search', ...place], /say what to look for/],
    [['search', 'x', '--threads', '0', ...place], /--threads wants a whole number/],
    [['export', '--out', at('x.csv'), '--threads', '0', ...place], /--threads wants a whole number/],
    [['suggest', '--list', '--threads', '0', ...place], /--threads wants a whole number/],
    [['decide', 'undo', 'd1', '--threads', '0', ...place], /--threads wants a whole number/],
    [['search', 'x', '--certainty', 'true', ...place], /--certainty does not know "true"/],
    [['search', 'x', '--from', 'yesterday', ...place], /--from wants a day/],
    [['search', 'x', '--to', '2026-02-30', ...place], /--to wants a day/],
    [['search', 'x', '--json', '--csv', ...place], /not both/],
    [['decide', 'verified', 'c1', 'x', ...place], /cannot be decided/],
    [['decide', 'grade', 'NHK', 'Z', '--reason', 'x', ...place], /letter/],
    [['decide', 'undo', 'd99', ...place], /nothing was decided under the id/],
    [['decide', 'same-claim', 'no#1-2', 'no#3-4', ...place], /there is no statement/],
    [['verify', '--head', 'abc', ...place], /--head wants number:digest/],
    [['export', '--format', 'visio', '--out', at('x'), ...place], /--format wants one of/],
    [
      ['export', '--format', 'stix', '--tlp', 'blue', '--out', at('x'), ...place],
      /--tlp wants white, green, amber or red/,
    ],
    [['export', '--format', 'csv', '--tlp', 'red', '--out', at('x'), ...place], /--tlp is for --format stix/],
    [['decide', 'note', '--import', at('x'), ...place], /--import takes a file and no words/],
    [['export', '--format', 'json', ...place], /--out/],
    [['watch', ...place], /nothing is followed yet/],
    [['watch', 'ftp://a.example', ...place], /only addresses can be followed/],
    [['watch', 'https://a.example', '--every', 'often', ...place], /--every wants/],
    [['alerts', '--after', 'x', ...place], /--after wants/],
    [['trace', 'x.txt', ...place], /not both/],
    [['trace', 'x.txt', '--brief', '--why'], /--brief is for/],
    [['trace', 'x.txt', '--brief', '--json'], /--brief is for/],
    [['trace'], /name files, folders or addresses/],
  ])('%s is wrong usage', async (words, says) => {
    const { code, told } = await ran(words)
    expect([code, told]).toEqual([2, expect.stringMatching(says)])
  })
})

describe('the examples of the help', () => {
  const lines = commands.flatMap((command) => command.examples.map(({ line }) => [line, command] as const))

  it.each(lines)('%s is understood', async (line, command) => {
    const words = [...line.replace(/ [|<>] .*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare = '']) => quoted ?? bare,
    )
    expect(words.slice(0, 2)).toEqual(['headwater', command.name])
    let got: readonly string[] | undefined
    const heard: Command = {
      ...command,
      async run(_, inputs) {
        got = inputs
        return 0
      },
    }
    const told: string[] = []
    const world = { print: () => undefined, tell: (text: string) => void told.push(text) } as unknown as World
    const program = programOf(world, () => undefined, [heard])
    await program.parseAsync((command.understood ?? ((same) => same))(words.slice(1)), { from: 'user' })
    expect([told, got !== undefined]).toEqual([[], true])
  })
})

describe('headwater doctor', () => {
  it('says what is there, and ends with 1 only when something is broken', async () => {
    const well = await ran(['doctor', '--collection', at('none-yet.db')])
    expect(well.lines).toContain(`– collection: there is none at ${at('none-yet.db')}`)
    expect(well.lines).toContain(`    headwater add FILE… --collection ${at('none-yet.db')} makes it`)
    expect(well.code).toBe(0)
    const ill = await ran(['doctor', '--collection', at('barges.txt'), '--json'])
    expect(ill.code).toBe(1)
    expect(JSON.parse(ill.printed)).toContainEqual(expect.objectContaining({ name: 'collection', state: 'broken' }))
  })

  it('is what trace answers from where it stands in the environment and no input is named', async () => {
    const place = at('of-the-environment.db')
    await ran(['add', 'examples/tank-seven', '--collection', place])
    const world: Partial<World> = {
      secret: (name) => (name === 'HEADWATER_COLLECTION' ? place : undefined),
      openCollection: (given, create) => openCollection(given ?? place, { create }),
    }
    const { code, printed } = await ranWith(['trace'], world)
    expect(code).toBe(0)
    expect(printed).toContain('independent')
    expect((await ranWith(['trace', 'examples/herring-quay'], world)).printed).not.toBe(printed)
    expect((await ran(['trace'])).code).toBe(2)
  })

  it('says why a database cannot be opened, as it was told', async () => {
    const { code, told } = await ran(['trace', '--collection', 'postgres://ana:geheim@127.0.0.1:1/news'])
    expect(code).toBe(3)
    expect(told).toMatch(/cannot be opened; .* \(.*ECONNREFUSED.*\)/)
    expect(told).not.toContain('geheim')
  })

  it('prints no password', async () => {
    const { printed } = await ran(['doctor', '--collection', 'postgres://ana:geheim@127.0.0.1:1/news'])
    expect(printed).toContain('postgres://127.0.0.1:1/news cannot be opened')
    expect(printed).not.toContain('geheim')
  })
})
