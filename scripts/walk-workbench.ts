// Walks a whole day at the desk in Chromium, on reports of your own: hand in, follow a trail, decide, search, give away. Each screen is
// pictured, and looked through by axe, in light and dark, on a desk and a phone.
// `npx tsx scripts/walk-workbench.ts PICTURES FILE|FOLDER…`, after `npm run build`; it has no part in the tests and copies nothing.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromiumPath, openChromium } from '../test/browser/chromium.ts'
import { filesIn, walkTheDay } from '../test/browser/day.ts'
import { axe, openedAt, sideways } from '../test/browser/window.ts'
import { openTestServer } from '../test/fixtures/test-server.ts'

const [pictures, ...inputs] = process.argv.slice(2)
if (!chromiumPath || !pictures || inputs.length === 0) {
  console.error('usage: npx tsx scripts/walk-workbench.ts PICTURES FILE|FOLDER…, with Chromium installed')
  process.exit(2)
}

const ways = [
  { name: 'light-desk', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark-desk', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light-phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark-phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const

const browser = await openChromium()
for (const { name, ...options } of ways) {
  const server = await openTestServer([], { workbench: resolve('dist/workbench') })
  const folder = join(pictures, name)
  mkdirSync(folder, { recursive: true })
  const { page, said } = await openedAt(browser, server, options)
  let count = 0
  try {
    const missed = await walkTheDay(page, server, filesIn(inputs), async (screen) => {
      const file = `${String(++count).padStart(2, '0')} ${screen}.png`
      await page.screenshot({ path: join(folder, file), fullPage: true })
      const over = await sideways(page)
      if (over > 0) console.log(`${name}, ${screen}: ${over} px too wide`)
      for (const violation of await axe(page)) console.log(`${name}, ${screen}: ${violation}`)
    })
    for (const what of missed) console.log(`${name}: these reports have not: ${what}`)
    for (const words of said) console.log(`${name}: the window said: ${words}`)
    console.log(`${name}: ${count} screens`)
  } catch (trouble) {
    process.exitCode = 1
    console.log(`${name}: stopped after screen ${count}: ${trouble instanceof Error ? trouble.message : trouble}`)
    await page.screenshot({ path: join(folder, 'stopped.png') })
  } finally {
    await page.context().close()
    await server.close()
  }
}
await browser.close()
