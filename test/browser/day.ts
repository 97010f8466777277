import { strict as assert } from 'node:assert'
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { TestServer } from '../fixtures/test-server.ts'
import { show } from './window.ts'

/**
 * A whole day at the desk, from reports in files to what is given to a colleague: hand in, read, follow a trail, decide, take back, search, keep
 * a view, give away. It names nothing of what is in the reports, so that any may be walked. `look` is called on every screen. Gives what these
 * reports did not have to show, in words; what the workbench owes to any reports and does not do throws.
 */
export async function walkTheDay(
  page: Page,
  server: TestServer,
  files: readonly string[],
  look: (screen: string) => Promise<void>,
): Promise<readonly string[]> {
  const day: Day = { page, server, look, missed: [] }
  await handIn(day, files)
  await lookAtStories(day)
  const word = await followTrail(day)
  await readUpstream(day)
  await lookAtSources(day)
  await decide(day)
  await search(day, word)
  await keepView(day)
  await giveAway(day)
  await goBack(day)
  return day.missed
}

/** The files that are named, and those in folders that are named. */
export function filesIn(inputs: readonly string[]): readonly string[] {
  return inputs.flatMap((input) =>
    statSync(input).isDirectory()
      ? readdirSync(input)
          .sort()
          .map((name) => join(input, name))
      : [input],
  )
}

interface Day {
  readonly page: Page
  readonly server: TestServer
  readonly look: (screen: string) => Promise<void>
  readonly missed: string[]
}

/** Claims in their table; the names of its columns are links as well. */
const claimLinks = '.claim-line:not(.head) .gist a'

async function handIn({ page, look }: Day, files: readonly string[]): Promise<void> {
  await show(page, '/claims')
  await look('nothing yet')
  await show(page, '/add')
  await page.locator('#files').setInputFiles([...files])
  await page.locator('.job').first().waitFor()
  await look('add, under way')
  await page
    .locator('.job.done', { hasText: basename(files.at(-1) ?? '') })
    .first()
    .waitFor({ timeout: 120_000 })
  await look('add, done')
  await show(page, '/claims')
  await page.locator(claimLinks).first().waitFor({ timeout: 60_000 })
  await look('claims')
  await show(page, '/claims?group=finding')
  await look('claims, grouped')
  await show(page, '/reports')
  await look('reports')
}

async function lookAtStories(day: Day): Promise<void> {
  const { page, look } = day
  // On a phone the rooms are behind a button.
  const menu = page.getByRole('button', { name: 'Menu', exact: true })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Stories' }).click()
  await page.locator('h1', { hasText: 'Stories' }).waitFor()
  const story = page.locator('main table a').first()
  if (!(await isThere(story))) {
    day.missed.push('a story')
    return
  }
  await look('stories')
  await story.click()
  await page.locator('.tabs').waitFor()
  if (!(await isThere(page.locator('.river-box').first()))) day.missed.push('a river')
  await look('story, river')
  const address = new URL(page.url())
  const at = address.pathname.slice(address.pathname.indexOf('/stories/'))
  for (const view of ['list', 'timeline', 'map', 'claims']) {
    await show(page, `${at}?view=${view}`)
    await look(`story, ${view}`)
  }
}

/** The claim with most origins, why it has so many, and its first trail to the words in their report. Gives a word of the claim. */
async function followTrail(day: Day): Promise<string> {
  const { page, look } = day
  await show(page, '/claims?sort=origins')
  const first = page.locator(claimLinks).first()
  await first.waitFor()
  const word = longestWord((await first.textContent()) ?? '')
  await page.locator('.claim-line:not(.head) a[href*="about=origins"]').first().click()
  await page.getByRole('dialog').locator('h2, h3').first().waitFor()
  await look('why')
  await page.keyboard.press('Escape')
  await first.click()
  await page.waitForURL(/\/claims\/./)
  await page.locator('h1').first().waitFor()
  await page.locator('.loading').first().waitFor({ state: 'hidden' })
  await look('claim')
  const walk = page.getByRole('button', { name: 'Walk this trail hop by hop' }).first()
  if (!(await isThere(walk))) {
    day.missed.push('a trail with a hop')
    return word
  }
  await walk.click()
  await page.getByText('Start', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Upstream' }).first().click()
  await page.getByText(/^Hop 1 of/).waitFor()
  await look('claim, hop')
  await page.getByRole('link', { name: 'Read it in its place' }).first().click()
  await page.locator('a.st').first().waitFor()
  await look('reader')
  return word
}

/** A report that was taken from another, sentence by sentence beside it. */
async function readUpstream(day: Day): Promise<void> {
  const { page, look } = day
  await show(page, '/reports')
  const links = await page.locator('main table th a').all()
  const reports = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''))
  for (const report of reports) {
    await page.goto(new URL(report, page.url()).href)
    await page.locator('a.st').first().waitFor()
    const taken = page.locator('a.st[href*="beside="]').first()
    if ((await taken.count()) === 0) continue
    await taken.focus()
    await page.locator('#chain').getByRole('link').first().waitFor()
    await taken.click()
    await page.locator('.beside-text').waitFor()
    await look('reader, upstream beside it')
    await page.getByRole('link', { name: 'Quotations' }).or(page.getByLabel('Quotations')).first().click()
    await look('reader, quotations')
    return
  }
  day.missed.push('a report with one upstream')
}

async function lookAtSources({ page, look }: Day): Promise<void> {
  await show(page, '/sources')
  await look('sources')
  await page.locator('main table th a').first().click()
  await page.waitForURL(/\/sources\/./)
  await page.locator('.loading').first().waitFor({ state: 'hidden' })
  await look('source')
}

/** Both texts stand there before what a decision would move is counted; skipped, taken back, rejected, accepted, and taken back where it shows. */
async function decide(day: Day): Promise<void> {
  const { page, look } = day
  await show(page, '/review')
  if (!(await isThere(page.locator('.review-sides > blockquote').nth(1)))) {
    day.missed.push('a pair to decide')
    return
  }
  await page.locator('.moves', { hasText: 'If yes,' }).waitFor({ timeout: 60_000 })
  await look('review')
  const told = page.locator('.review [role="status"]').first()
  const pair = () => page.locator('.review-sides').innerText()
  const first = await pair()
  for (const [key, says] of [
    ['s', 'Skipped.'],
    ['u', 'Taken back.'],
    ['a', 'Accepted.'],
    ['u', 'Taken back.'],
    ['r', 'Rejected.'],
  ] as const) {
    if (key !== 'u') await page.locator('.review-sides > blockquote').nth(1).waitFor()
    await page.keyboard.press(key)
    await told.filter({ hasText: says }).waitFor({ timeout: 30_000 })
    // What was taken back waits again at once, so that the next key decides nothing else.
    if (key === 'u') assert.equal(await pair(), first)
  }
  await tellVoices(day)
  const about = page.locator('.decisions > li').first()
  await about.getByText('ana,').waitFor()
  await about.getByRole('button', { name: 'What it moves' }).click()
  await about.getByText(/^Taken back, /).waitFor({ timeout: 60_000 })
  await look('review, decided')
  await about.getByRole('button', { name: 'Take back' }).click()
  await page.locator('.decisions > li.taken-back').first().waitFor({ timeout: 30_000 })
}

/** Two names that may be one voice, where there are such, with what each of them is quoted with. */
async function tellVoices({ page, look }: Day): Promise<void> {
  const asks = page.locator('.review h2').first()
  const isOfVoices = async () => (await isThere(asks)) && (await asks.innerText()) === 'Are these two one voice?'
  let skipped = 0
  for (; skipped < 40 && (await isThere(asks)) && !(await isOfVoices()); skipped += 1) await page.keyboard.press('s')
  if (await isOfVoices()) {
    await page.locator('.review-sides > blockquote').nth(1).locator('p.soft').first().waitFor()
    await look('review, two voices')
  }
  for (; skipped > 0; skipped -= 1) await page.keyboard.press('u')
}

/** A search whose words are in the address. */
async function search({ page, look }: Day, word: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(word)
  const everywhere = page.getByRole('option', { name: `Search every report for “${word}”` })
  await everywhere.waitFor()
  await look('palette')
  await everywhere.click()
  await page.locator('.hits mark').first().waitFor()
  assert.equal(new URL(page.url()).searchParams.get('q'), word)
  await look('search')
}

/** A view of the claims under a name, which outlives the window; one that leads nowhere any more says so. */
async function keepView({ page, server, look }: Day): Promise<void> {
  await show(page, '/claims?finding=conflict&sort=origins')
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.keyboard.type('Disputed today')
  await page.keyboard.press('Enter')
  await page.locator('.views .chip[aria-current]', { hasText: 'Disputed today' }).waitFor()
  const view = new URL(page.url()).searchParams.get('view')
  // What is given to a colleague leads into the same collection.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy its address' }).click()
  await page.getByText('Copied.').waitFor()
  assert.equal(
    await page.evaluate('navigator.clipboard.readText()'),
    `${server.base}/collections/${server.name}/claims?view=${view}`,
  )
  await page.getByRole('combobox', { name: 'Noted' }).selectOption('drift')
  await page.getByText('Changed since it was saved.').waitFor()
  await show(page, `/claims?view=${view}`)
  await page.waitForURL(/finding=conflict/)
  assert.equal(new URL(page.url()).searchParams.get('sort'), 'origins')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('disputed to')
  await page.getByRole('option', { name: 'Disputed today' }).waitFor()
  await page.keyboard.press('Escape')
  await server.post('/views', { name: 'Old story', asks: { story: 'gone' } })
  await page.reload()
  await page.locator('.views .chip', { hasText: 'Old story' }).click()
  await page.getByText('The story of this view leads nowhere any more').waitFor()
  await look('claims, view that leads nowhere')
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.locator('.views .chip', { hasText: 'Old story' }).waitFor({ state: 'detached' })
}

async function giveAway({ page, look }: Day): Promise<void> {
  await show(page, '/alerts')
  await look('alerts')
  await show(page, '/export')
  await look('export')
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  assert.equal(await download.failure(), null)
}

/** All is there after a reload, and the way back leads where it came from. */
async function goBack({ page }: Day): Promise<void> {
  await show(page, '/claims')
  await page.reload()
  await page.locator('.views .chip', { hasText: 'Disputed today' }).waitFor()
  const before = page.url()
  await page.locator(claimLinks).first().click()
  await page.waitForURL(/\/claims\/./)
  await page.goBack()
  await page.locator(claimLinks).first().waitFor()
  assert.equal(page.url(), before)
}

function longestWord(words: string): string {
  return (words.match(/[\p{L}]+/gu) ?? []).reduce(
    (longest, word) => (word.length > longest.length ? word : longest),
    '',
  )
}

/** Whether it comes at all; some reports have none. */
async function isThere(locator: Locator): Promise<boolean> {
  try {
    await locator.waitFor({ timeout: 10_000 })
    return true
  } catch {
    return false
  }
}
