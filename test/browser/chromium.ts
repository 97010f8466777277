import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where a Chromium is: `$CHROMIUM_PATH`, else Debian's. Undefined where there is none, and browser tests are skipped. */
export const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))

if (!chromiumPath && process.env.HEADWATER_NOTHING_SKIPPED === '1') {
  throw new Error(
    'no Chromium found, and nothing may be skipped; install it (apt-get install chromium) or set CHROMIUM_PATH',
  )
}

/** A browser that talks to nobody. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
