import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestWeb } from '../../test/fixtures/test-web.ts'
import { type Ran, ranWith } from '../../test/fixtures/world.ts'
import { openCollection } from '../app/collection/open.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-watching-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const watch = (...words: readonly string[]): Promise<Ran> =>
  ranWith(['watch', ...words], { openCollection: () => openCollection(join(folder, 'c.db')) })

async function followed(): Promise<readonly string[]> {
  const store = await openCollection(join(folder, 'c.db'))
  const follows = await store.follows()
  await store.close()
  return follows.map(({ address, every }) => `${address} ${every}`)
}

describe('watching', () => {
  it.each<[readonly string[], RegExp]>([
    [
      ['https://ada:secret@courier.example/feed'],
      /courier\.example cannot be followed: it holds a user name or password/,
    ],
    [['https://good.example/', 'https://ada:secret@courier.example/feed'], /courier\.example cannot be followed/],
    [['http://127.0.0.1/feed'], /private network; if you mean it, give --allow-private/],
    [['http://'], /no address that can be read/],
    [['https://good.example/', '--webhook', 'ftp://desk.example/'], /--webhook wants .* only http and https/],
    [['https://good.example/', '--webhook', 'http://169.254.169.254/'], /--webhook wants .* secrets/],
    [['https://good.example/', '--webhook', 'desk'], /--webhook wants .* no address/],
  ])('%s is wrong usage, and nothing is followed', async (words, says) => {
    const { code, told } = await watch(...words)
    expect([code, told]).toEqual([2, expect.stringMatching(says)])
    expect(told).not.toContain('secret@')
    expect(await followed()).toEqual([])
  })

  it('keeps the pace of what is followed already, and ends with 1 where an address could not be read', async () => {
    const web = await openTestWeb({
      localhost: { '/page': '<p>Flood water destroyed 40 houses in Mayo, police said.</p>' },
    })
    const [page, away] = [web.at('localhost/page'), web.at('localhost/away')]
    expect((await watch(page, '--every', 'daily', '--once', '--allow-private')).code).toBe(0)
    const { code, told } = await watch(page, away, '--once', '--allow-private')
    expect([code, told]).toEqual([1, expect.stringMatching(/away: .*404/)])
    expect(await followed()).toEqual([`${away} 15 minutes`, `${page} daily`])
    await web.close()
  })

  it('only lists what is followed, and what is named', async () => {
    const web = await openTestWeb({ localhost: {} })
    const away = web.at('localhost/away')
    await watch(away, '--once', '--allow-private')
    const { code, told, printed } = await watch('--list', away, 'https://other.example/')
    expect([code, told]).toEqual([1, 'https://other.example/ is not followed'])
    expect(printed).toMatch(/every 15 minutes[\s\S]*404/)
    expect((await watch('--list')).code).toBe(0)
    expect(await followed()).toEqual([`${away} 15 minutes`])
    await web.close()
  })
})
