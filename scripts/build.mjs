// Builds dist/: the dossier's own script and style first, then everything TypeScript, and the program once more in a few large files.
import { chmodSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { run } from './run.mjs'

run('scripts/build-dossier.mjs')
run('node_modules/typescript/bin/tsc', '-b')
rmSync('dist/cli/parts', { recursive: true, force: true })
// Looking up and opening four hundred small modules takes as long as reading an article. What a command loads later stays apart.
await build({
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist/cli',
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
})
chmodSync('dist/cli/main.js', 0o755)
