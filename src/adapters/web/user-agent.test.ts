import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { version } from '../../model/version.ts'
import { userAgent } from './user-agent.ts'

it('names the version that this is', () => {
  expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  expect(userAgent).toMatch(/^Headwater\/\d+\.\d+\.\d+ \(/)
})
