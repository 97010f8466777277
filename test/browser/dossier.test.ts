import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { client } from '../../src/dossier/client.generated.ts'
import { htmlDossier } from '../../src/dossier/dossier.tsx'
import type { Report } from '../../src/model/report.ts'
import { glassworks } from '../fixtures/glassworks.ts'
import { hostile } from '../fixtures/hostile.ts'
import { large } from '../fixtures/large.ts'
import { chromiumPath, openChromium } from './chromium.ts'

if (!chromiumPath) console.log('skipped: no Chromium found; set CHROMIUM_PATH to test the dossier in a browser')

describe.skipIf(!chromiumPath)('the dossier in a browser', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'headwater-dossier-'))
    browser = await openChromium()
  })

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['light', 'dark'] as const)('has no accessibility violation axe knows of (%s)', async (colorScheme) => {
    const { page } = await opened(glassworks(), { colorScheme })
    await page.getByRole('button', { name: 'Open all' }).click()

    const violations = await axe(page)

    expect(violations).toEqual([])
  })

  it('has none on a phone either, and never scrolls sideways', async () => {
    const { page } = await opened(glassworks(), { viewport: { width: 360, height: 740 } })
    await page.getByRole('button', { name: 'Open all' }).click()

    expect(await axe(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
  })

  it('says nothing to the console and nothing to the network', async () => {
    const { page, said, asked } = await opened(glassworks())
    await page.locator('a.st').first().hover()
    await page.locator('.facts').first().click()

    expect(said).toEqual([])
    expect(asked).toEqual([])
  })

  it('sorts by what a column says, and says so', async () => {
    const { page } = await opened(glassworks())
    const head = page.locator('th.documents')
    await head.getByRole('button').click()

    expect(await head.getAttribute('aria-sort')).toBe('descending')
    expect(await cells(page, 'documents')).toEqual(['7', '5', '5', '2', '1', '1'])

    await head.getByRole('button').click()

    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    expect(await cells(page, 'documents')).toEqual(['1', '1', '2', '5', '5', '7'])
  })

  it('filters by words, by finding and by number of origins, and counts what is left', async () => {
    const { page } = await opened(glassworks())
    const found = page.getByRole('status')

    await page.getByRole('searchbox').fill('furnace')
    expect(await found.textContent()).toBe('2 of 6 claims')
    await page.getByRole('combobox', { name: 'Noted' }).selectOption('drift')
    expect(await found.textContent()).toBe('1 of 6 claims')
    await page.getByRole('combobox', { name: 'Origins' }).selectOption('2')
    expect(await found.textContent()).toBe('0 of 6 claims')
    await page.getByRole('button', { name: 'Show all claims' }).click()
    expect(await found.textContent()).toBe('6 claims')
  })

  it('can be walked with the keyboard alone', async () => {
    const { page } = await opened(glassworks())
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the claims')
    await page.keyboard.press('Enter')

    const summaries = page.locator('.detail summary')
    await summaries.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    expect(await page.locator('tbody.claim').nth(1).locator('details').getAttribute('open')).toBe('')
    await page.keyboard.press('End')
    expect(await focused(page)).toContain('claim 6')
  })

  it('shows the trail of a statement on focus, and hides it on Escape', async () => {
    const { page } = await opened(glassworks())
    const copied = page.locator('#d-a3 a.st').first()
    await copied.focus()
    const card = page.locator('#trail-card')

    expect(await card.textContent()).toMatch(
      /The Daily Skerry[\s\S]*Baltic Wire[\s\S]*Norrvik Courier[\s\S]*Marta Lind/,
    )
    expect(await copied.getAttribute('aria-describedby')).toBe('trail-card')
    await page.keyboard.press('Escape')
    expect(await card.isVisible()).toBe(false)
  })

  it('goes upstream on a click: from the copy to the words it was made from', async () => {
    const { page } = await opened(glassworks())
    await page.locator('#d-a3 a.st').first().click()

    expect(new URL(page.url()).hash).toBe('#s-a2_2d1')
  })

  it('brings out the lines of a box of the river', async () => {
    const { page } = await opened(glassworks())
    await page.locator('.only-wide foreignObject[data-node] a').first().focus()
    const river = page.locator('.only-wide')

    expect(await river.locator('.flow.near').count()).toBeGreaterThan(0)
    expect(await river.locator('.flow.far').count()).toBeGreaterThan(0)
  })

  it('prints everything in light colours: every reasoning opened, one river', async () => {
    const { page } = await opened(glassworks(), { colorScheme: 'dark' })
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    await page.emulateMedia({ media: 'print' })

    expect(await page.locator('.reasoning').last().isVisible()).toBe(true)
    expect(await page.locator('.only-narrow').isVisible()).toBe(false)
    expect(await page.locator('#filters').isVisible()).toBe(false)
    expect(await page.evaluate(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(255, 255, 255)')
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    await page.emulateMedia({ media: 'screen' })
    expect(await page.locator('.reasoning').last().isVisible()).toBe(false)
  })

  it('opens the claim that a link names', async () => {
    const { page } = await opened(glassworks(), {}, '#c-c3')

    expect(await page.locator('#c-c3 details').first().getAttribute('open')).toBe('')
  })

  it('lets nothing from an article run, load or leave its place', async () => {
    const { page, said, asked } = await opened(hostile())
    await page.getByRole('button', { name: 'Open all' }).click()
    await page.locator('a.st').first().hover()

    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false)
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('img, b, i, [onerror], [onfocus], a[href^="javascript"]').count()).toBe(0)
    expect(await page.content().then((text) => text.match(/[\u202A-\u202E\u2066-\u2069]/))).toBeNull()
    expect(said).toEqual([])
    expect(asked).toEqual([])
  })

  it('is complete without its script', async () => {
    const { page } = await opened(glassworks(), { javaScriptEnabled: false })

    expect(await page.locator('tbody.claim').count()).toBe(6)
    expect(await page.locator('.trail').count()).toBeGreaterThan(10)
    expect(await page.locator('#filters').isVisible()).toBe(false)
  })

  it('opens forty reports with four hundred claims at once', async () => {
    const report = large(5, 80)
    const { page, ready } = await opened(report)
    const started = Date.now()
    await page.getByRole('searchbox').fill('furnace')
    await page.locator('#found', { hasText: 'of 400 claims' }).waitFor()

    expect(report.claims.length).toBe(400)
    expect(ready).toBeLessThan(8_000)
    expect(Date.now() - started).toBeLessThan(4_000)
  })

  async function opened(report: Report, options: Parameters<Browser['newPage']>[0] = {}, hash = '') {
    const file = join(folder, 'dossier.html')
    writeFileSync(file, htmlDossier(report, client))
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options })
    const [said, asked]: [string[], string[]] = [[], []]
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) asked.push(request.url())
    })
    const started = Date.now()
    await page.goto(pathToFileURL(file).href + hash)
    return { page, said, asked, ready: Date.now() - started }
  }
})

/** axe is put in from outside the page's own policy, which forbids every other script. */
async function axe(page: Page): Promise<readonly string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(source)
  const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`
  const { violations } = (await page.evaluate(run)) as {
    violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[]
  }
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`)
}

function cells(page: Page, column: string): Promise<readonly string[]> {
  return page.locator(`.facts td.${column}`).allTextContents()
}

function focused(page: Page): Promise<string> {
  return page.evaluate(`document.activeElement?.textContent ?? ''`)
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`)
}
