// Builds dist/: the dossier's own script and style first, then everything TypeScript, the library that is given out, the workbench, and the
// program once more as dist/bin. `--anew` leaves nothing of an earlier build.
import { chmodSync, rmSync } from 'node:fs'
import { bundle } from './bundle.mjs'
import { digestOfAnalysis } from './digest-of-analysis.mjs'
import { run } from './run.mjs'

if (process.argv.includes('--anew')) rmSync('dist', { recursive: true, force: true })
run('scripts/build-dossier.mjs')
run('node_modules/typescript/bin/tsc', '-b')
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.library.json')
run('scripts/build-workbench.mjs')
rmSync('dist/bin', { recursive: true, force: true })
await bundle(
  {
    headwater: 'src/cli/main.ts',
    'trace-worker': 'src/app/trace-worker.ts',
    'pile-thread': 'src/app/collection/pile-thread.ts',
    'work-thread': 'src/app/workbench/work-thread.ts',
    'worker-thread': 'src/app/cluster/worker-thread.ts',
  },
  'dist/bin',
  { build: digestOfAnalysis() },
)
chmodSync('dist/bin/headwater.js', 0o755)
