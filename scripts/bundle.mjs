import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Puts programs for Node together from a few large files in one folder: looking up and opening four hundred small modules takes longer than
 * reading an article. What a command loads later stays apart. Packages that the program depends on stay packages; those that only building
 * needs are put in (React, which draws the dossier).
 */
export async function bundle(entryPoints, outdir, { build: name } = {}) {
  await build({
    // esbuild takes the folder of the moment in which it was loaded, which may be another.
    absWorkingDir: process.cwd(),
    entryPoints,
    outdir,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Node has known `\p{…}` since version 10. Believing otherwise, esbuild makes every such expression anew wherever it is met.
    supported: { 'regexp-unicode-property-escapes': true },
    // What else is imported is for development only and built in, so that who installs Headwater does not install it
    // (docs/decisions/0015-the-agent-protocol-is-built-in.md).
    external: dependencies,
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      ...(name === undefined ? {} : { HEADWATER_BUILD: JSON.stringify(name) }),
    },
    // Of React's renderers the one that gives a whole page at once, and neither a stream nor Node.
    alias: { 'react-dom/server': pageRenderer },
    // Blanks and comments are half of what would be read at every start; names stay, for reports of a defect.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    logLevel: 'warning',
    plugins: [tablesApart(outdir)],
  })
}

const { dependencies: named } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const dependencies = Object.keys(named)
const pageRenderer = fileURLToPath(
  new URL('../node_modules/react-dom/cjs/react-dom-server-legacy.browser.production.js', import.meta.url),
)

/**
 * Long tables, megabytes of weights and of names, become files beside the program, which reads them at once: as words of a program each
 * letter would be looked at, at every start. Those in base 64 become the bytes that they stand for (`src/text/packed-bytes.ts`).
 */
function tablesApart(outdir) {
  const base64 = /^[A-Za-z0-9+/]+=*$/
  const long = /^export const (\w+)(?:: string)? =\s+('[ -&(-[\]-~]{20000,}'|"[ !#-~]{20000,}")/gm
  return {
    name: 'tables apart',
    setup(building) {
      building.onLoad({ filter: /\.data\.ts$/ }, ({ path }) => {
        mkdirSync(outdir, { recursive: true })
        const contents = readFileSync(path, 'utf8').replace(long, (_, name, table) => {
          const text = JSON.parse(`"${table.slice(1, -1)}"`)
          const isBytes = base64.test(text)
          const file = `${basename(path, '.data.ts')}-${name}.${isBytes ? 'bin' : 'txt'}`
          writeFileSync(join(outdir, file), text, isBytes ? 'base64' : 'latin1')
          return `export const ${name} = readFileSync(new URL('./${file}', import.meta.url)${isBytes ? '' : ", 'latin1'"})`
        })
        const reads = contents.includes('readFileSync(') ? "import { readFileSync } from 'node:fs'\n" : ''
        return { contents: reads + contents, loader: 'ts' }
      })
    },
  }
}
