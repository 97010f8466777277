import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/free-port.ts'
import { type Installed, installed, packedFiles } from '../fixtures/installed.ts'
import { blocksOf } from './blocks.ts'
import { openSession } from './session.ts'

/** docs/doors/service.md, as far as it can be done without root and without a registry of images. */

const page = 'docs/doors/service.md'
const [setUp, container, job] = blocksOf(page).map(({ text }) => text)

let here: Installed
beforeAll(() => {
  here = installed()
}, 120_000)
afterAll(() => here?.remove())

describe('the unit', () => {
  it('is where the page takes it from once the package is installed', () => {
    const [, path = ''] = /\$\(npm root --global\)\/(\S+)"/.exec(setUp ?? '') ?? []
    expect(readFileSync(join(here.folder, 'node_modules', path), 'utf8')).toBe(
      readFileSync('packaging/headwater.service', 'utf8'),
    )
  })

  it('starts what answers, and ends in order when systemd says so', async () => {
    const unit = readFileSync('packaging/headwater.service', 'utf8')
    const state = join(here.folder, 'state')
    mkdirSync(join(state, 'headwater'), { recursive: true })
    const port = await freePort()
    const [, line = ''] = /^ExecStart=(.+)$/m.exec(unit) ?? []
    const [command = '', ...words] = line.replaceAll('%S', state).replace('4126', port).split(' ')
    const set = [...unit.matchAll(/^Environment=(\w+)=(\S+)$/gm)].map(([, name = '', value = '']) => [name, value])
    // What the page writes into /etc/headwater/environment.
    const [, written = ''] = /echo "(.+?)" \| sudo tee/.exec(setUp ?? '') ?? []
    const { stdout } = spawnSync('bash', ['-c', `echo "${written}"`], { encoding: 'utf8' })
    const [, token = ''] = /^HEADWATER_TOKEN=([0-9a-f]{48})\n$/.exec(stdout) ?? []
    expect(token).not.toBe('')

    const { PATH = '' } = here.env
    const env = { PATH, ...Object.fromEntries(set), HEADWATER_TOKEN: token }
    const service = spawn(command, words, { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = new Promise<readonly [number | null, string | null]>((gone) =>
      service.on('exit', (code, signal) => gone([code, signal])),
    )
    let said = ''
    for (const stream of [service.stdout, service.stderr])
      stream.on('data', (part) => {
        said += part
      })
    try {
      await expect.poll(() => said, { timeout: 30_000 }).toContain(`http://127.0.0.1:${port}/`)
      const ask = (path: string, init: RequestInit = {}) =>
        fetch(`http://127.0.0.1:${port}/api/v1/collections${path}`, {
          ...init,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        })
      expect((await fetch(`http://127.0.0.1:${port}/api/v1/collections`)).status).toBe(401)
      expect(await (await ask('')).json()).toMatchObject([{ name: 'collection', documents: 0 }])
      // Something is under way when it is told to end.
      const text = 'The mayor of Kelda said on Tuesday that 3 bridges were closed because of the flood.'
      expect(
        (await ask('/collection/inputs', { method: 'POST', body: JSON.stringify({ text: { text } }) })).status,
      ).toBe(202)
    } finally {
      service.kill(killSignal(unit))
    }
    expect(await ended).toEqual([0, null])
    expect(existsSync(join(state, 'headwater/collection.db'))).toBe(true)

    const session = openSession(here)
    expect(await session.type(`headwater verify --collection ${state}/headwater/collection.db`)).toMatchObject({
      code: 0,
    })
    await session.close()
  }, 120_000)
})

const killSignal = (unit: string): NodeJS.Signals => (/^KillSignal=(\w+)$/m.exec(unit)?.[1] ?? '') as NodeJS.Signals

describe('the job of a scheduler', () => {
  it('follows a feed from run to run, line by line', async () => {
    let houses = 40
    const outlet = createServer(({ url }, response) => {
      const { port } = outlet.address() as AddressInfo
      if (url === '/robots.txt') response.writeHead(404).end()
      else if (url === '/feed.xml')
        response
          .setHeader('content-type', 'application/rss+xml')
          .end(
            `<rss version="2.0"><channel><title>Wire</title><item><title>Flood</title><link>http://127.0.0.1:${port}/flood</link><guid>1</guid></item></channel></rss>`,
          )
      else
        response
          .setHeader('content-type', 'text/html')
          .end(
            `<html lang="en"><title>Flood in Mayo</title><article><h1>Flood in Mayo</h1><p>Flood water destroyed ${houses} houses in Mayo on Monday, Mayo fire brigade said. The lower town was empty.</p></article></html>`,
          )
    })
    await new Promise<void>((ready) => outlet.listen(0, '127.0.0.1', ready))
    const { port } = outlet.address() as AddressInfo
    const lines = [...(job ?? '').matchAll(/- run: npx --yes (.+)/g)].map(([, line = '']) => line)
    expect(lines).toHaveLength(3)
    const session = openSession(here)
    const run = async (): Promise<void> => {
      for (const line of lines) {
        const local = line.replace('https://wire.example/feed.xml', `http://127.0.0.1:${port}/feed.xml --allow-private`)
        expect([line, await session.type(local)]).toEqual([line, { printed: expect.any(String), code: 0 }])
      }
    }
    await run()
    expect(readFileSync(join(here.folder, 'alerts.json'), 'utf8')).toBe('')
    houses = 400
    await run()
    expect(readFileSync(join(here.folder, 'alerts.json'), 'utf8')).toMatch(/"edited"[\s\S]*400/)
    expect(readFileSync(join(here.folder, 'dossier.html'), 'utf8')).toContain('Flood in Mayo')
    await session.close()
    outlet.close()
  }, 120_000)
})

/** No registry of images is here: the image itself is never built. Everything that its file does can be done in a folder, though. */
describe('the steps of the container', () => {
  const steps = readFileSync('packaging/Containerfile', 'utf8').replaceAll(/^#.*\n/gm, '')
  const folder = mkdtempSync(join(tmpdir(), 'headwater-container-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('leave a folder in which the program runs with what is copied there and nothing else', async () => {
    const copies = [...steps.matchAll(/^COPY --from=built \/build\/(\S+) (\S+)$/gm)]
    expect(copies.map(([, from]) => from)).toEqual(['package.json', 'node_modules', 'dist/bin', 'dist/workbench'])
    // What `npm prune --omit=dev` leaves of node_modules is what installing without development gives.
    cpSync('package.json', join(folder, 'package.json'))
    symlinkSync(join(here.folder, 'node_modules'), join(folder, 'node_modules'))
    for (const path of packedFiles().filter((path) => copies.some(([, from]) => path.startsWith(`${from}/`))))
      cpSync(path, join(folder, path))

    const [, entry = '[]'] = /^ENTRYPOINT (.+)$/m.exec(steps) ?? []
    const [, usual = '[]'] = /^CMD (.+)$/m.exec(steps) ?? []
    const [, set = ''] = /^ENV (.+)$/m.exec(steps) ?? []
    const data = join(folder, 'data')
    mkdirSync(data)
    const inside = (word: string): string =>
      word.replace('/opt/headwater', folder).replace(/^(HEADWATER_COLLECTION=)?\/data/, `$1${data}`)
    const [node = '', ...program] = (JSON.parse(entry) as readonly string[]).map(inside)
    const env = {
      PATH: here.env.PATH ?? '',
      ...Object.fromEntries(set.split(' ').map((pair) => inside(pair).split('='))),
    }
    const helped = spawnSync(node, [...program, ...JSON.parse(usual)], { encoding: 'utf8', env, cwd: folder })
    expect([helped.status, helped.stderr]).toEqual([0, ''])
    expect(helped.stdout).toContain('Usage: headwater')

    // docker run … headwater serve …
    const [, words = ''] = /headwater:?\S* headwater \\\n\s*(.+)$/.exec(container ?? '') ?? []
    const port = await freePort()
    const line = words.replaceAll('4126', port).split(' ').map(inside)
    expect(line.slice(0, 2)).toEqual(['serve', '--no-open'])
    const server = spawn(node, [...program, ...line], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (part) => {
        said += part
      })
    const ended = new Promise((gone) => server.on('exit', gone))
    try {
      await expect.poll(() => said, { timeout: 30_000 }).toContain(`http://localhost:${port}/join#`)
      expect((await fetch(`http://localhost:${port}/`, { headers: { accept: 'text/html' } })).status).toBe(200)
    } finally {
      server.kill('SIGTERM')
    }
    expect(await ended).toBe(0)
    expect(existsSync(join(data, 'people.db'))).toBe(true)
  }, 120_000)

  it('name scripts and files that are there, so that the part which needs a registry has nothing else to fail at', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>
    }
    for (const [, script = ''] of steps.matchAll(/npm run (\w+)/g)) expect(scripts[script]).toBeDefined()
    const [, file = ''] = /docker build -f (\S+)/.exec(container ?? '') ?? []
    expect(existsSync(resolve(file))).toBe(true)
  })
})
