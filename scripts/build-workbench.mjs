// Bundles the workbench, the page that `headwater serve` shows, into dist/workbench: hashed files, nothing inline, nothing from elsewhere.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

// Whoever builds it (a test, too): a build for development is slower and thrice as large.
process.env.NODE_ENV = 'production'

const root = fileURLToPath(new URL('..', import.meta.url))

await build({
  configFile: false,
  root: `${root}src/workbench`,
  base: '/',
  logLevel: process.argv.includes('--sizes') ? 'info' : 'warn',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: `${root}dist/workbench`,
    emptyOutDir: true,
    assetsDir: 'assets',
    // A data: address would be forbidden by the page's own policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['es2023', 'chrome120', 'firefox121', 'safari17'],
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: ofTheFirstScreen, debugName: 'first' }] } } },
  },
})

/**
 * What is run before anything is shown comes as one file: left to itself, the bundler cuts off every part that a later screen has in common with
 * the first, and a dozen small files come later than one.
 */
function ofTheFirstScreen(id, bundle) {
  const seen = new Set()
  const isFirst = (one) => {
    if (seen.has(one)) return false
    seen.add(one)
    const about = bundle.getModuleInfo(one)
    return about !== null && (about.isEntry || about.importers.some(isFirst))
  }
  return isFirst(id) ? 'first' : null
}
