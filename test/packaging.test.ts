import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

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
