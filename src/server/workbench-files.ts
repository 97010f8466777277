import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Context } from 'hono'
import { Problem } from './problem.ts'

/**
 * The pages of the workbench, from the folder it was built to. What has no dot in its name, and what a browser wants to open as a page, is
 * a place inside the workbench, which finds it by itself: a report may be called `courier.example`. Everything else is a file there or nothing.
 */
export function workbenchFiles(folder: string): (context: Context) => Promise<Response> {
  return async (context) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') throw new Problem(405, 'Pages are only read.')
    const path = decoded(new URL(context.req.url).pathname)
    if (path === undefined) throw new Problem(404, 'There is no such page.')
    const isPage = (context.req.header('accept') ?? '').includes('text/html') && !path.startsWith('/assets/')
    const isFile = path.includes('.')
    const file =
      (isFile ? await fileIn(folder, path) : undefined) ??
      (isPage || !isFile ? await fileIn(folder, '/index.html') : undefined)
    if (file) {
      const kept = path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache'
      return context.body(new Uint8Array(await readFile(file)), 200, {
        'Content-Type': typeOf(file),
        'Cache-Control': kept,
      })
    }
    if (isFile && !isPage) throw new Problem(404, 'There is no such file.')
    return context.body(notBuilt, 200, { 'Content-Type': 'text/html; charset=utf-8' })
  }
}

/** Undefined for what leads, or may be read to lead, out of the folder. */
function decoded(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname)
    return /[\0\\]/.test(path) || path.split('/').some((part) => part.startsWith('.')) ? undefined : path
  } catch {
    return undefined
  }
}

/** A plain file inside the folder; a link that leads out of it is none. */
async function fileIn(folder: string, path: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, path))
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.webmanifest', 'application/manifest+json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.txt', 'text/plain; charset=utf-8'],
])

const typeOf = (file: string): string => types.get(extname(file).toLowerCase()) ?? 'application/octet-stream'

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Headwater</title>
<h1>The workbench is not built</h1>
<p>The server is running, and its API answers under <a href="/api/v1/openapi.json">/api/v1</a>.
The pages of the workbench are missing: run <code>npm run build</code>, then load this page again.</p>
</html>
`
