import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
if (!hasSystemd && process.env.HEADWATER_NOTHING_SKIPPED === '1')
  throw new Error('nothing may be skipped, and there is no systemd-analyze; apt-get install systemd')
if (!hasSystemd) console.log('skipped: no systemd-analyze here to check the unit with')

const read = (path: string): string => readFileSync(path, 'utf8')

describe('the service', () => {
  const units = ['headwater.service', 'headwater-worker.service']

  it.skipIf(!hasSystemd).each(units)('%s is a unit that systemd understands', (unit) => {
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', `./packaging/${unit}`], { encoding: 'utf8' })
    expect(stderr).not.toContain(unit)
    expect(status).toBe(0)
  })

  it.skipIf(!hasSystemd).each(units)('%s has few rights', (unit) => {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', `./packaging/${unit}`], {
      encoding: 'utf8',
    })
    const [, name, exposure] = /Overall exposure level for ([\w.-]+): ([\d.]+)/.exec(stdout) ?? []
    expect(name).toBe(unit)
    expect(Number(exposure)).toBeLessThan(2)
  })
})

describe.skipIf(!hasSystemd)('the steps of docs/scale.md', () => {
  const root = mkdtempSync(join(tmpdir(), 'headwater-steps-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const page = read('docs/scale.md')
  const found = (what: RegExp): string => what.exec(page)?.[1] ?? expect.fail(`docs/scale.md has no ${what}`)

  /** Runs one block of a shell as if it were another machine's: in a folder of its own, by nobody in particular. */
  const run = (block: string): void => {
    const here = block.replaceAll(/(?<![\w.])\/(?=(?:etc|var)\/)/g, `${root}/`).replaceAll(' -o nats -g nats', '')
    mkdirSync(join(root, 'bin'), { recursive: true })
    mkdirSync(join(root, 'etc/systemd/system'), { recursive: true })
    mkdirSync(join(root, 'global'), { recursive: true })
    if (!existsSync(join(root, 'global/headwater'))) symlinkSync(process.cwd(), join(root, 'global/headwater'))
    for (const [name, does] of [
      ['sudo', 'exec "$@"'],
      ['systemctl', 'exit 0'],
      ['npm', `echo ${join(root, 'global')}`],
    ] as const)
      writeFileSync(join(root, 'bin', name), `#!/bin/sh\n${does}\n`, { mode: 0o755 })
    execFileSync('sh', ['-euc', here], {
      env: { ...process.env, ...told, PATH: `${join(root, 'bin')}:${process.env.PATH}` },
    })
  }
  const told = { HEADWATER_COLLECTION: 'postgres://desk:d3sk@db.example/desk', HEADWATER_QUEUE_PASSWORD: 'qu3ue' }

  const verified = (unit: string): string =>
    spawnSync('systemd-analyze', ['verify', unit], {
      encoding: 'utf8',
      env: {
        ...process.env,
        SYSTEMD_UNIT_PATH: `${join(root, 'etc/systemd/system')}:/usr/lib/systemd/system:/lib/systemd/system`,
      },
    }).stderr

  it('make a worker a service that systemd understands', () => {
    run(found(/```sh\n([^`]*headwater-worker\.service[^`]*)```/))
    expect(verified('headwater-worker.service')).not.toContain('headwater-worker')
    const added = readFileSync(join(root, 'etc/systemd/system/headwater-worker.service.d/queue.conf'), 'utf8')
    expect(added).toContain(`\nExecStart=\nExecStart=/usr/bin/env ${found(/^\$ (headwater worker .+)$/m)}\n`)
    expect(readFileSync(join(root, 'etc/headwater/worker'), 'utf8')).toBe(
      Object.entries(told)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
    // What is wrong is found at all.
    writeFileSync(
      join(root, 'etc/systemd/system/headwater-worker.service.d/wrong.conf'),
      '[Service]\nEnvironmentFil=x\n',
    )
    expect(verified('headwater-worker.service')).toContain('EnvironmentFil')
  })

  const nats = ['/usr/sbin/nats-server', '/usr/bin/nats-server'].find((path) => existsSync(path))
  it.skipIf(!nats)('give the queue a configuration and a password that it takes', () => {
    run(found(/```sh\n([^`]*nats-server\.service\.d[^`]*)```/))
    writeFileSync(join(root, 'etc/systemd/system/nats-server.service'), `[Service]\nExecStart=${nats} -c x\n`)
    expect(verified('nats-server.service')).not.toContain('nats-server')
    const [, name = '', password = ''] =
      /^(\w+)=(\w+)\n$/.exec(readFileSync(join(root, 'etc/nats-server.environment'), 'utf8')) ?? []
    expect(password).toMatch(/^q[0-9a-f]{48}$/)
    const conf = join(root, 'nats.conf')
    writeFileSync(conf, found(/```conf\n([^`]*)```/))
    const { status } = spawnSync(nats ?? '', ['-t', '-c', conf], { env: { [name]: password } })
    expect(status).toBe(0)
    expect(spawnSync(nats ?? '', ['-t', '-c', conf], { env: {} }).status).not.toBe(0)
  })
})

describe('the container', () => {
  const copied = [...read('packaging/Containerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, paths = '']) => paths.split(' '),
  )

  it('copies what is there', () => {
    expect(copied.length).toBeGreaterThan(2)
    expect(copied.filter((path) => !existsSync(path))).toEqual([])
  })

  it('runs as nobody in particular', () => {
    expect(read('packaging/Containerfile')).toMatch(/^USER (?!root)/m)
  })
})
