import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { invite, setUp } from '../../src/app/team/invitations.ts'
import { usualLimits } from '../../src/server/limits.ts'
import { goodPassword, openTeamServer, type TeamTestServer } from '../fixtures/team-server.ts'
import { chromiumPath, openChromium } from './chromium.ts'

if (!chromiumPath) console.log('skipped: no Chromium found; set CHROMIUM_PATH to test signing in in a browser')

/** Where pictures of the screens are put, for whoever wants to look at them. */
const pictures = process.env.HEADWATER_PICTURES

describe.skipIf(!chromiumPath)('a team in the browser', () => {
  let browser: Browser
  let server: TeamTestServer
  let link = ''

  beforeAll(async () => {
    const built = spawnSync(process.execPath, ['scripts/build-workbench.mjs'], { encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stderr)
    const limits = {
      ...usualLimits,
      address: { points: 1_000, duration: 60 },
      asking: { points: 100_000, duration: 60 },
    }
    server = await openTeamServer(['examples/tank-seven'], { workbench: resolve('dist/workbench'), limits })
    link = `${server.base}/join#${(await setUp(server.team))?.shown}`
    browser = await openChromium()
  }, 180_000)
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const opened = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    })
    return context.newPage()
  }

  async function signIn(page: Page, name: string): Promise<void> {
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Password', { exact: true }).fill(goodPassword)
    await page.keyboard.press('Enter')
  }

  it('begins with a link, which does not stay in the address and works once', async () => {
    const page = await opened()
    await page.goto(link)
    await page.getByLabel('Name', { exact: true }).fill('ada')
    expect(page.url()).toBe(`${server.base}/join`)
    await page.getByLabel('New password').fill(goodPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/collections/desk/claims')
    await page.getByRole('link', { name: 'Signed in as ada' }).waitFor()
    await page.goto(link)
    await page.getByRole('alert').filter({ hasText: 'was used already' }).waitFor()
  })

  it('leads to sign in and back to where somebody wanted to go, and out again', async () => {
    const page = await opened()
    await page.goto(`${server.base}/collections/desk/sources?q=mayor`)
    await page.waitForURL('**/sign-in?to=*')
    await signIn(page, 'ada')
    await page.waitForURL(`${server.base}/collections/desk/sources?q=mayor`)
    await page.getByRole('link', { name: 'Signed in as ada' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    await page.goto(`${server.base}/collections/desk/claims`)
    await page.waitForURL('**/sign-in?to=*')
  })

  it('says in words that name and password do not fit, and leads to no other site', async () => {
    const page = await opened()
    await page.goto(`${server.base}/sign-in?to=//attacker.example`)
    await page.getByLabel('Name', { exact: true }).fill('ada')
    await page.getByLabel('Password', { exact: true }).fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'do not fit' }).waitFor()
    await signIn(page, 'ada')
    await page.waitForURL('**/collections/desk/claims')
    expect(new URL(page.url()).origin).toBe(server.base)
  })

  it('changes something with what only its own pages know: a token made, shown once, and ended', async () => {
    const page = await opened()
    await page.goto(`${server.base}/sign-in?to=/account`)
    await signIn(page, 'ada')
    await page.getByLabel('What it is for').fill('nightly export')
    await page.getByLabel('Your password', { exact: true }).fill(goodPassword)
    await page.getByRole('button', { name: 'Make a token' }).click()
    const shown = await page.locator('.shown-once code').textContent()
    expect(shown).toMatch(/^headwater_[\w-]{43}$/)
    const asked = { headers: { authorization: `Bearer ${shown}` } }
    expect((await fetch(`${server.base}${server.api}`, asked)).status).toBe(200)
    await page.getByRole('button', { name: 'End the token “nightly export”' }).click()
    await page.getByText('You have none.').waitFor()
    expect((await fetch(`${server.base}${server.api}`, asked)).status).toBe(401)
  })

  it('lets an administrator invite, change roles and remove', async () => {
    const page = await opened()
    await page.goto(`${server.base}/sign-in?to=/people`)
    await signIn(page, 'ada')
    await page.getByRole('button', { name: 'Invite' }).click()
    const address = (await page.locator('.shown-once code').textContent()) ?? ''
    const other = await opened()
    await other.goto(address)
    await other.getByText('ada invites you, as a viewer of desk.').waitFor()
    await other.getByLabel('Name', { exact: true }).fill('bo')
    await other.getByLabel('New password').fill(goodPassword)
    await other.keyboard.press('Enter')
    await other.waitForURL('**/collections/desk/claims')
    await page.reload()
    await page.getByLabel('Role of bo in desk').selectOption('analyst')
    await other.reload()
    await other.getByRole('link', { name: 'Add', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Remove bo' }).click()
    await page.getByRole('button', { name: 'Remove bo for good' }).click()
    await page.getByLabel('Role of bo in desk').waitFor({ state: 'detached' })
    await other.reload()
    await other.waitForURL('**/sign-in?to=*')
  })

  it('lists the links that nobody has used, and takes one back', async () => {
    const { shown } = await invite(server.team, { collection: 'desk', role: 'editor' }, 'ada')
    const page = await opened()
    await page.goto(`${server.base}/sign-in?to=/people`)
    await signIn(page, 'ada')
    await page.getByRole('button', { name: 'Withdraw: An invitation, as an editor of desk' }).click()
    await page.getByText('There are none.').waitFor()
    const other = await opened()
    await other.goto(`${server.base}/join#${shown}`)
    await other.getByRole('alert').filter({ hasText: 'was used already' }).waitFor()
  })

  it('shows viewers why they cannot decide, and nothing to add', async () => {
    const { shown } = await invite(server.team, { collection: 'desk', role: 'viewer' }, 'ada')
    const page = await opened()
    await page.goto(`${server.base}/join#${shown}`)
    await page.getByLabel('Name', { exact: true }).fill('vi')
    await page.getByLabel('New password').fill(goodPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/collections/desk/claims')
    await page.getByRole('link', { name: 'Review', exact: true }).click()
    await page.getByText('This takes an editor of this collection; you are a viewer.').waitFor()
    expect(await page.getByRole('button', { name: 'Yes' }).isDisabled()).toBe(true)
    expect(await page.getByRole('link', { name: 'Add', exact: true }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'People', exact: true }).count()).toBe(0)
  })

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 360, height: 800 } }],
  ] as const)('has no accessibility violation axe knows of, and never scrolls sideways (%s)', async (name, options) => {
    const page = await opened(options)
    const found: string[] = []
    const look = async (screen: string): Promise<void> => {
      await page.locator('h1').first().waitFor()
      await page.locator('.loading').first().waitFor({ state: 'hidden' })
      for (const violation of await axe(page)) found.push(`${screen}: ${violation}`)
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      if (Number(over) > 0) found.push(`${screen}: ${over} px too wide`)
      if (pictures === undefined) return
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `${screen}-${name}.png`), fullPage: true })
    }
    const { shown } = await invite(server.team, { collection: 'desk', role: 'editor' }, 'ada')
    await page.goto(`${server.base}/join#${shown}`)
    await page.getByLabel('New password').waitFor()
    await look('join')
    await page.goto(`${server.base}/sign-in?to=/account&failed=openid`)
    await look('sign-in')
    await signIn(page, 'ada')
    await page.waitForURL('**/account')
    await page.getByText('You have none.').waitFor()
    await look('account')
    for (const [screen, path] of [
      ['people', '/people'],
      ['members', '/collections/desk/members'],
      ['collections', '/collections'],
      ['no-such', '/collections/none/claims'],
      ['claims', '/collections/desk/claims'],
    ] as const) {
      await page.goto(server.base + path)
      await look(screen)
    }
    expect(found).toEqual([])
  })
})

/** axe is put in from outside the page's own policy, which forbids every other script. */
async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`
  const { violations } = (await page.evaluate(run)) as {
    violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[]
  }
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`)
}
