import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hostileWords } from '../fixtures/hostile.ts'
import { openTestServer, type TestServer } from '../fixtures/test-server.ts'
import { chromiumPath, openChromium } from './chromium.ts'
import { filesIn, walkTheDay } from './day.ts'
import { axe, openedAt, show, sideways } from './window.ts'

if (!chromiumPath) console.log('skipped: no Chromium found; set CHROMIUM_PATH to test the workbench in a browser')

const claim = '/claims/2-radio-salgueiro~23524-540'
/** The names of the columns are links as well. */
const claimLinks = '.claim-line:not(.head) .gist a'
const copy = '/reports/3-correio-atlantico'

/** Every screen in every state that looks different, by the address that leads to it. */
const screens = {
  claims: '/claims',
  'claims, grouped': '/claims?group=finding',
  'claims, none': '/claims?q=nothingofthekind',
  why: `/claims?why=2-radio-salgueiro%23524-540&about=origins`,
  'why so certain': `/claims?why=2-radio-salgueiro%23524-540&about=certainty`,
  claim,
  'claim that is not there': '/claims/nothing',
  reports: '/reports',
  reader: `${copy}?layers=quotations,hedges,figures,voices,times`,
  'reader, aligned': `${copy}?beside=1-iberia-wire&at=47-97`,
  stories: '/stories',
  river: '/stories/1-iberia-wire',
  'river as a list': '/stories/1-iberia-wire?view=list',
  timeline: '/stories/1-iberia-wire?view=timeline',
  map: '/stories/1-iberia-wire?view=map',
  sources: '/sources',
  source: '/sources/duarte-pimentel',
  search: '/search?q=valve',
  review: '/review',
  alerts: '/alerts',
  add: '/add',
  export: '/export',
  settings: '/settings',
  help: '/help',
}

describe.skipIf(!chromiumPath)('the workbench in a browser', () => {
  let browser: Browser
  let server: TestServer

  beforeAll(async () => {
    const built = spawnSync(process.execPath, ['scripts/build-workbench.mjs'], { encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stderr)
    server = await openTestServer(['examples/tank-seven'], { workbench: resolve('dist/workbench') })
    browser = await openChromium()
  })

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it.each(['light', 'dark'] as const)(
    'has no accessibility violation axe knows of on any screen (%s)',
    async (colorScheme) => {
      const { page, said } = await opened({ colorScheme })
      const found: string[] = []
      for (const [name, path] of Object.entries(screens)) {
        await show(page, path)
        for (const violation of await axe(page)) found.push(`${name}: ${violation}`)
      }
      expect(found).toEqual([])
      expect(said.filter((words) => !/404/.test(words))).toEqual([])
    },
    // Every screen is looked through by axe: half a minute where nothing else runs.
    180_000,
  )

  it('finds what the address of every screen names', async () => {
    const { page } = await opened()
    const missing: string[] = []
    for (const [name, path] of Object.entries(screens)) {
      await show(page, path)
      if ((await page.locator('main [role="alert"]').count()) > 0) missing.push(name)
    }
    expect(missing).toEqual(['claim that is not there'])
  })

  it('sends what the first screen runs as one file, under 250 KB when packed', () => {
    const page = readFileSync('dist/workbench/index.html', 'utf8')
    const programs = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path)
    expect(programs).toHaveLength(1)
    expect(gzipSync(readFileSync(`dist/workbench${programs[0]}`)).length).toBeLessThan(250_000)
  })

  it('has none on a phone either', async () => {
    const { page } = await opened({ viewport: { width: 360, height: 800 } })
    const found: string[] = []
    for (const [name, path] of Object.entries(screens)) {
      await show(page, path)
      const over = await sideways(page)
      if (over > 0) found.push(`${name}: ${over} px too wide`)
      for (const violation of await axe(page)) found.push(`${name}: ${violation}`)
    }
    expect(found).toEqual([])
  }, 180_000)

  it('never scrolls sideways on the widest screen', async () => {
    const { page } = await opened({ viewport: { width: 2560, height: 1300 } })
    const found: string[] = []
    for (const [name, path] of Object.entries(screens)) {
      await show(page, path)
      if ((await sideways(page)) > 0) found.push(name)
    }
    expect(found).toEqual([])
  })

  it.each([860, 1000, 1060, 1200, 1280])(
    'keeps every column of the claims inside the page, %i px wide',
    async (width) => {
      const { page } = await opened({ viewport: { width, height: 800 } })
      await show(page, '/claims')
      await page.locator(claimLinks).first().waitFor()
      const outside = await page.evaluate(
        `[...document.querySelectorAll('.claim-line')].filter((line) => line.scrollWidth > line.clientWidth).length`,
      )
      expect(outside).toBe(0)
    },
  )

  it('asks nobody but its own server', async () => {
    const { page, asked } = await opened()
    for (const path of [screens.claims, claim, copy, screens.map]) await show(page, path)

    expect(asked.filter((url) => !url.startsWith(server.base))).toEqual([])
  })

  it('answers “why is this 1?” two clicks after it was opened, with the words it stands on', async () => {
    const { page } = await opened()
    await show(page, '/')
    await page.getByRole('link', { name: '1 independent origin: why?' }).first().click()
    const panel = page.getByRole('dialog')

    await panel.getByText('One origin is counted.').waitFor()
    expect(await panel.locator('.hop').count()).toBeGreaterThan(0)
    expect(new URL(page.url()).searchParams.get('about')).toBe('origins')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(new URL(page.url()).search).toBe('')
  })

  it('keeps every state in the address, and goes back', async () => {
    const { page } = await opened()
    await show(page, '/claims')
    await page.getByRole('combobox', { name: 'Noted' }).selectOption('drift')
    await page.getByRole('searchbox').fill('tonnes')
    await page.waitForURL(/q=tonnes/)
    const filtered = page.url()
    await page.locator(claimLinks).first().click()
    await page.waitForURL(/\/claims\/./)
    await page.goBack()

    expect(page.url()).toBe(filtered)
    expect(await page.getByRole('searchbox').inputValue()).toBe('tonnes')
    expect(await page.getByRole('combobox', { name: 'Noted' }).inputValue()).toBe('drift')
  })

  it('can be walked with the keyboard alone', async () => {
    const { page } = await opened()
    await show(page, '/claims')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the content')
    await page.locator(claimLinks).first().focus()
    await page.keyboard.press('ArrowDown')
    const second = await focused(page)
    await page.keyboard.press('w')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('first siren')
    await page
      .getByRole('option', { name: /Forty minutes/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/claims\/./)

    expect(second).toBe(await textOf(page, '/claims', claimLinks, 1))
  })

  it('shows the trail of a sentence on focus and its words upstream on a click', async () => {
    const { page } = await opened()
    await show(page, copy)
    const sentence = page.locator('a.st', { hasText: 'Some 1,400 people' })
    await sentence.focus()
    expect(await page.locator('#chain').textContent()).toMatch(
      /Correio Atlantico[\s\S]*Iberia Wire[\s\S]*Duarte Pimentel/,
    )
    await sentence.click()

    await page.locator('.beside-text .target').first().waitFor()
    expect(await page.locator('.beside-text .target').first().textContent()).toContain(
      'Some 1,400 people were taken out',
    )
    expect(await page.locator('.copied').count()).toBeGreaterThan(3)
  })

  it('reads what is dropped or pasted, and shows the new answer by itself', async () => {
    const { page } = await opened()
    await show(page, '/add')
    await page
      .getByLabel('Or paste a text')
      .fill('The harbour office said on Friday that 31 boats were lost in Porto Salgueiro.')
    await page.getByLabel('Outlet', { exact: true }).fill('Harbour Post')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.locator('.job.done').waitFor({ timeout: 30_000 })

    expect(await page.locator('.job-item').textContent()).toContain('kept')
    await show(page, '/claims?q=31%20boats')
    await page.locator('.gist', { hasText: '31 boats' }).waitFor({ timeout: 30_000 })
  })

  it('names what it refused, and why', async () => {
    const { page } = await opened()
    await show(page, '/add')
    await page.locator('#files').setInputFiles({ name: 'empty.html', mimeType: 'text/html', buffer: Buffer.from('') })
    const item = page.locator('.job-item.refused')
    await item.waitFor({ timeout: 30_000 })

    expect((await item.textContent())?.length).toBeGreaterThan('refused empty.html'.length + 10)
  })

  it('decides by single keys, and takes it back', async () => {
    const { page } = await opened()
    await show(page, '/review')
    const told = page.locator('.review [role="status"]')
    await told.filter({ hasText: /[1-9]\d* left/ }).waitFor()
    await page.keyboard.press('r')
    await told.filter({ hasText: 'Rejected.' }).waitFor()
    await page.locator('#decided-title ~ div li').first().waitFor()
    await page.keyboard.press('u')
    await told.filter({ hasText: 'Taken back.' }).waitFor()
    await page.locator('.decisions > li.taken-back').first().waitFor()
  })

  it('tells two names by what each is quoted with', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headwater-voices-'))
    const said = {
      'Elena Karlsen': 'forty barges wait at the lock',
      'Elina Karlsen': 'the ferry will not sail before June',
    }
    const files = Object.entries(said).map(([name, words], i) => {
      const file = join(folder, `${i}.txt`)
      writeFileSync(file, `The quay, day ${i}\n\nHarbour master ${name} told reporters on Monday that ${words}.\n`)
      return file
    })
    const quay = await openTestServer(files, { workbench: resolve('dist/workbench') })
    try {
      const { page } = await openedAt(browser, quay, {})
      await show(page, '/review')
      await page.locator('.review h2', { hasText: 'Are these two one voice?' }).waitFor()
      const side = page.locator('.review-sides > blockquote')
      for (const [name, words] of Object.entries(said))
        await side.filter({ hasText: name }).locator('blockquote', { hasText: words }).waitFor()
      expect(await side.filter({ hasText: 'Elena' }).innerText()).toContain('person')
    } finally {
      await quay.close()
      rmSync(folder, { recursive: true })
    }
  })

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)(
    'carries a whole day at the desk (%s, %i wide)',
    async (colorScheme, width) => {
      const night = await openTestServer([], { workbench: resolve('dist/workbench') })
      try {
        const { page, said } = await openedAt(browser, night, { colorScheme, viewport: { width, height: 900 } })
        const found: string[] = []
        const missed = await walkTheDay(page, night, filesIn(['examples/tank-seven']), async (name) => {
          const over = await sideways(page)
          if (over > 0) found.push(`${name}: ${over} px too wide`)
          for (const violation of await axe(page)) found.push(`${name}: ${violation}`)
        })
        expect(missed).toEqual([])
        expect(found).toEqual([])
        expect(said).toEqual([])
      } finally {
        await night.close()
      }
    },
    240_000,
  )

  it('takes notes of other programs, and says what it took and what it refused', async () => {
    const { page } = await opened()
    await show(page, '/export')
    const note = (value: string, target: string) => ({
      type: 'Annotation',
      id: `https://notes.example/${value}`,
      creator: { name: 'Rosa' },
      body: { type: 'TextualBody', value },
      target,
    })
    const notes = [
      note('Gauge', 'https://iberiawire.example/2025/04/06/porto-salgueiro-ammonia'),
      note(`Elsewhere ${hostileWords}`, 'https://b.example/'),
    ]
    const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
    const section = page.getByRole('region', { name: 'Notes from other programs' })
    await section
      .locator('input[type=file]')
      .setInputFiles([file('rosa.json', JSON.stringify(notes)), file('bad.json', '{"a": 1}')])
    await section.getByText('1 note kept, 1 refused').waitFor()
    await section.getByText(/b\.example.*not in this collection/).waitFor()
    await section.getByText('No notes can be read from it').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    expect(await page.evaluate('window.owned')).toBeUndefined()
    await show(page, '/reports/1-iberia-wire')
    await page.getByText('Gauge').first().waitFor()
  }, 60_000)

  it('lists its keys on a question mark, and gives the focus back', async () => {
    const { page } = await opened()
    await show(page, '/sources')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' })
  })

  it('says when the server is gone, and goes on when it is there again', async () => {
    const { page } = await opened()
    await show(page, '/sources')
    await page.context().setOffline(true)
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('alert').getByText('The server does not answer.').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Ask again' }).click()
    await page.locator('main table').waitFor()
  })

  it('never says of a claim that it holds or does not', async () => {
    const { page } = await opened()
    const said: string[] = []
    for (const path of Object.values(screens)) {
      await show(page, path)
      said.push(
        ...(((await page.locator('body').innerText()).match(/\b(?:true|false|verified|debunked)\b/gi) ??
          []) as string[]),
      )
    }
    expect(said).toEqual([])
  })

  async function opened(options: BrowserContextOptions = {}) {
    return openedAt(browser, server, options)
  }
})

describe.skipIf(!chromiumPath)('a hostile article in the workbench', () => {
  let browser: Browser
  let server: TestServer
  let longServer: TestServer
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'headwater-hostile-'))
    const body = (who: string) =>
      `${who} ${hostileWords} said on Monday that 4\u0665 tankers were lost at P\u0430ris. ${hostileWords}`
    const lines = ['Harbour Post', 'Quay Courier'].map((publisher, index) => ({
      id: `hostile-${index}`,
      title: `Tankers lost ${hostileWords}`,
      publisher: `${publisher} ${hostileWords}`,
      byline: hostileWords,
      published: `2025-03-0${index + 4}T06:00:00Z`,
      url: index === 0 ? 'javascript:window.owned=1' : 'https://quay.example/1',
      text: `${body('Minister Ada Holm')}\n\n<svg onload="window.owned=1"><style>*{display:none}</style>\n\nThe ministry said 14 tankers were lost. \u202Eesrever\u202C`,
    }))
    const long = {
      id: 'long',
      title: 'One line',
      publisher: 'Long Wire',
      text: `The mayor said 9 boats sank. ${'a '.repeat(2_000_000)}`,
    }
    writeFileSync(join(folder, 'hostile.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
    writeFileSync(join(folder, 'long.jsonl'), JSON.stringify(long))
    const workbench = resolve('dist/workbench')
    server = await openTestServer([join(folder, 'hostile.jsonl')], { workbench })
    longServer = await openTestServer([join(folder, 'long.jsonl')], { workbench })
    browser = await openChromium()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await longServer?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is harmless text on every screen', async () => {
    const { page, said, asked } = await openedAt(browser, server, {})
    const { items } = (await (await server.ask(`${server.api}/claims`)).json()) as { items: readonly { key: string }[] }
    const paths = [
      '/claims',
      '/reports',
      '/reports/hostile-0',
      '/reports/hostile-1?layers=quotations,voices',
      '/stories',
      '/stories/hostile-0',
      '/stories/hostile-0?view=timeline',
      '/sources',
      '/search?q=tankers',
      '/review',
      ...items.slice(0, 3).map(({ key }) => `/claims?why=${encodeURIComponent(key)}`),
    ]
    for (const path of paths) {
      await show(page, path)
      expect(await page.evaluate(`'owned' in globalThis`)).toBe(false)
      expect(
        await page.locator('body script, main img, main style, [onerror], [onload], a[href^="javascript"]').count(),
      ).toBe(0)
      expect(await page.evaluate(`/[\\u202A-\\u202E\\u2066-\\u2069]/.test(document.body.innerText)`)).toBe(false)
    }
    await show(page, '/reports/hostile-0')
    expect(await page.locator('.mark-of-direction', { hasText: 'RLO' }).count()).toBeGreaterThan(0)
    expect(said).toEqual([])
    expect(asked.filter((url) => !url.startsWith(server.base))).toEqual([])
  })

  it('is shown part by part where it is four megabytes in one line', async () => {
    const { page } = await openedAt(browser, longServer, {})
    const started = Date.now()
    await show(page, '/reports/long')
    await page.getByText(/^The first 60,000 of/).waitFor()
    expect(Date.now() - started).toBeLessThan(10_000)
    await page.getByRole('button', { name: 'Show the next part' }).click()
    await page.getByText(/^The first 120,000 of/).waitFor()
  })
})

function focused(page: Page): Promise<string> {
  return page.evaluate(`document.activeElement?.textContent ?? ''`)
}

async function textOf(page: Page, path: string, selector: string, index: number): Promise<string | null> {
  await show(page, path)
  return page.locator(selector).nth(index).textContent()
}
