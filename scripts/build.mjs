// Builds dist/: the dossier's own script and style first, then everything TypeScript.
import { chmodSync } from 'node:fs'
import { run } from './run.mjs'

run('scripts/build-dossier.mjs')
run('node_modules/typescript/bin/tsc', '-b')
chmodSync('dist/cli/main.js', 0o755)
