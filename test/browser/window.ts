import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type TestServer, token } from '../fixtures/test-server.ts'

/** The workbench of a server in a window of its own; with it what the window said and whom it asked. */
export async function openedAt(browser: Browser, server: TestServer, options: BrowserContextOptions) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const [said, asked]: [string[], string[]] = [[], []]
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${server.base}/?token=${token}`)
  return { page, said, asked }
}

/** Goes to an address and waits until nothing is on its way any more. */
export async function show(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path === '/' ? path : `/collections/desk${path}`, page.url()).href)
  await page
    .locator('h1')
    .first()
    .or(page.locator('[role="alert"]').first())
    .or(page.locator('.empty').first())
    .first()
    .waitFor()
  await page.locator('.loading').first().waitFor({ state: 'hidden' })
}

/** axe is put in from outside the page's own policy, which forbids every other script. */
export async function axe(page: Page): Promise<readonly string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(source)
  const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`
  const { violations } = (await page.evaluate(run)) as {
    violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[]
  }
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`)
}

/** How many pixels a screen is too wide. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`)
}
