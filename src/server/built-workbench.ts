import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder the workbench is built to: beside the built program, or in `dist` when the program runs from its source. */
export const builtWorkbench: string = besideThis()

function besideThis(): string {
  const beside = fileURLToPath(new URL('../workbench', import.meta.url))
  return beside.includes(`${sep}dist${sep}`) ? beside : fileURLToPath(new URL('../../dist/workbench', import.meta.url))
}
