// Bundles the dossier's own script and style into src/dossier/client.generated.ts, so that the page stays a pure function of strings.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundle } from 'lightningcss'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = `${root}src/dossier/client.generated.ts`

/** A dossier is kept and mailed: it is read by browsers that are older than those the workbench asks for. */
const targets = { chrome: 109, firefox: 115, safari: 16 }

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/dossier/client/main.ts'],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: ['es2022', ...Object.entries(targets).map(([name, version]) => name + version)],
  legalComments: 'none',
  logLevel: 'warning',
})

const { code } = bundle({
  filename: `${root}src/dossier/style.css`,
  minify: true,
  // Versions as lightningcss writes them: the major one in the third byte.
  targets: Object.fromEntries(Object.entries(targets).map(([name, version]) => [name, version << 16])),
})

writeFileSync(
  out,
  [
    '// Made by scripts/build-dossier.mjs from src/dossier. Not kept in git.',
    '',
    '/** The script and the style that every dossier carries inside itself. */',
    'export const client = {',
    `  script: ${JSON.stringify(outputFiles[0]?.text.trim() ?? '')},`,
    `  style: ${JSON.stringify(new TextDecoder().decode(code).trim())},`,
    '} as const',
    '',
  ].join('\n'),
)
