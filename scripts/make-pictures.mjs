// Takes the pictures of README.md and docs anew, from the bundled example: node scripts/build.mjs && node scripts/make-pictures.mjs
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'dist/bin/headwater.js')
const example = join(root, 'examples/tank-seven')
const out = join(root, 'docs/pictures')
const mostBytes = 200_000
const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))

/** What is photographed: a page of the workbench or of the dossier, how wide, and what is done before. */
const pictures = [
  { name: 'claims', at: '/claims', height: 760 },
  { name: 'claims-dark', at: '/claims', height: 760, colorScheme: 'dark' },
  { name: 'claim', at: '/claims', height: 900, press: '.claim-line:not(.head) .gist a' },
  { name: 'river', at: '/stories/1-iberia-wire', height: 840 },
  { name: 'reader', at: '/reports/3-correio-atlantico?beside=1-iberia-wire&at=47-97', height: 640 },
  { name: 'dossier', of: '#river' },
  { name: 'dossier-phone', of: '#claims', width: 360, height: 700, colorScheme: 'dark' },
]

const folder = mkdtempSync(join(tmpdir(), 'headwater-pictures-'))
const dossier = join(folder, 'dossier.html')
mkdirSync(out, { recursive: true })
headwater('trace', example, '--html', dossier, '--quiet')
headwater('add', example, '--collection', 'tank-seven', '--quiet')
const server = spawn(process.execPath, [program, 'serve', '--collection', 'tank-seven', '--port', '0', '--no-open'], {
  cwd: folder,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch({
  ...(chromiumPath ? { executablePath: chromiumPath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb'],
})
try {
  const { value: address } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next()
  for (const picture of pictures) await take(picture, address)
} finally {
  await browser.close()
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}

async function take({ name, at, of, press, width = 1200, height = 800, colorScheme = 'light' }, address) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
  if (at === undefined) await page.goto(`${pathToFileURL(dossier).href}${of}`)
  else {
    await page.goto(address)
    await page.goto(new URL(`/collections/tank-seven${at}`, address).href)
    await page.locator('h1').first().waitFor()
    if (press !== undefined) {
      await page.locator(press).first().click()
      // Nothing looks as if a pointer were on it.
      await page.mouse.move(0, 0)
    }
    await page.locator('.loading').first().waitFor({ state: 'hidden' })
    // The light that tells whether the server is heard is the last to change.
    await page.locator('.light.on').waitFor()
  }
  const path = join(out, `${name}.png`)
  await (of === '#river' ? page.locator(of) : page).screenshot({ path })
  await page.close()
  const { size } = statSync(path)
  console.log(`docs/pictures/${name}.png ${Math.round(size / 1024)} KiB`)
  if (size > mostBytes) throw new Error(`${path} has ${size} bytes; ${mostBytes} are allowed. Make the window smaller.`)
}

function headwater(...args) {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`headwater ${args.join(' ')}: ${stderr}`)
}
