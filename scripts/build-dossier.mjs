// Bundles the dossier's own script and style into src/export/html/client.generated.ts, so that the exporter stays a pure function of strings.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = `${root}/src/export/html/client.generated.ts`

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: { script: 'src/dossier/main.ts', style: 'src/dossier/style.css' },
  outdir: 'dist/.dossier-bundle',
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  legalComments: 'none',
  logLevel: 'warning',
})

const textOf = (end) => outputFiles.find((file) => file.path.endsWith(end))?.text.trim() ?? ''
writeFileSync(
  out,
  [
    '// Made by scripts/build-dossier.mjs from src/dossier. Not kept in git.',
    '',
    '/** The script and the style that every dossier carries inside itself. */',
    'export const client = {',
    `  script: ${JSON.stringify(textOf('.js'))},`,
    `  style: ${JSON.stringify(textOf('.css'))},`,
    '} as const',
    '',
  ].join('\n'),
)
