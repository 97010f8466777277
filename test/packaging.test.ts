import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
if (!hasSystemd && process.env.HEADWATER_NOTHING_SKIPPED === '1')
  throw new Error('nothing may be skipped, and there is no systemd-analyze; apt-get install systemd')
if (!hasSystemd) console.log('skipped: no systemd-analyze here to check the unit with')

const read = (path: string): string => readFileSync(path, 'utf8')

describe('the service', () => {
  it.skipIf(!hasSystemd)('is a unit that systemd understands', () => {
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', './packaging/headwater.service'], {
      encoding: 'utf8',
    })
    expect(stderr).not.toContain('headwater.service')
    expect(status).toBe(0)
  })

  it.skipIf(!hasSystemd)('has few rights', () => {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', './packaging/headwater.service'], {
      encoding: 'utf8',
    })
    const [, exposure] = /Overall exposure level for headwater\.service: ([\d.]+)/.exec(stdout) ?? []
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
