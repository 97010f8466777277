import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The dossier's script and style are made before any test asks for them; they are not kept in git. */
export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../scripts/build-dossier.mjs', import.meta.url))], {
    stdio: 'inherit',
  })
}
