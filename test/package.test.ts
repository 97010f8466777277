import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildSync, transformSync } from 'esbuild'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { packedFiles } from './fixtures/installed.ts'

/** The files that `npm pack` takes: what somebody needs who installs it, and nothing else. */
let packed: ReadonlySet<string> = new Set()
let reached: ReadonlySet<string> = new Set()

beforeAll(() => {
  packed = new Set(packedFiles())
  reached = reachedFrom([...entries(), 'dist/workbench/index.html'])
}, 120_000)

describe('the package', () => {
  it('has everything that its entries lead to', () => {
    expect([...reached].filter((path) => !packed.has(path))).toEqual([])
    expect(reached.size).toBeGreaterThan(500)
  })

  it('has nothing that they do not lead to', () => {
    const left = [...packed].filter((path) => {
      const twins = [path.replace(/\.d\.ts$/, '.js'), path.replace(/(?<!\.d)\.[jt]s$/, '.d.ts')]
      // A module and its declaration go together: a program may reach one of them only.
      return path.startsWith('dist/') && ![path, ...twins].some((one) => reached.has(one)) && !isEmpty(twins[0] ?? path)
    })
    expect(left, 'what an earlier build left goes with: npm run build -- --anew').toEqual([])
  })

  it('has the pages that its own words lead to, the examples, and what a service and a browser are set up with', () => {
    for (const path of [
      'docs/doors/service.md',
      'docs/collections.md',
      'examples/tank-seven/1-iberia-wire.html',
      'packaging/headwater.service',
      'packaging/extension/manifest.json',
    ])
      expect(packed).toContain(path)
  })

  it('has no source, no test and no picture', () => {
    expect(
      [...packed].filter((path) => /^(?:src|test|scripts|node_modules)\/|\.(?:png|tsbuildinfo)$/.test(path)),
    ).toEqual([])
  })
})

/** What the package names: its command, and its entries with their types. */
function entries(): readonly string[] {
  const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  }
  const named = Object.values(exports).flatMap((to) => (typeof to === 'string' ? [to] : Object.values(to)))
  return [...Object.values(bin), ...named]
    .map((path) => path.replace(/^\.\//, ''))
    .filter((path) => path.startsWith('dist/'))
}

/** These files and everything under dist/ that they name, however far away. */
function reachedFrom(paths: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let waiting = paths; waiting.length > 0; ) {
    const named = [...waiting, ...modulesOf(waiting)].filter((path) => !found.has(path) && isFile(path))
    for (const path of named) found.add(path)
    waiting = named.flatMap(namedIn).filter((path) => !found.has(path) && isFile(path))
  }
  return found
}

/** Every module that some import, and those that these import: as a bundler reads them, now or later. */
function modulesOf(paths: readonly string[]): readonly string[] {
  const { metafile } = buildSync({
    entryPoints: paths.filter((path) => path.endsWith('.js')),
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'nowhere',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  return Object.keys(metafile.inputs)
}

/** What a file names beside its imports: types that others are made of, tables and threads of the program, files of the pages. */
function namedIn(path: string): readonly string[] {
  const folder = dirname(path)
  if (path.endsWith('.d.ts'))
    return ts
      .preProcessFile(readFileSync(path, 'utf8'))
      .importedFiles.map(({ fileName }) => join(folder, fileName.replace(/\.[jt]s$/, '.d.ts')))
  if (!/\.(?:js|html|css)$/.test(path)) return []
  // A long line is broken within its words, too.
  const text = readFileSync(path, 'utf8').replaceAll('\\\n', '')
  const isPage = path.startsWith('dist/workbench/')
  const named = isPage ? /[\w.-]+\.(?:js|css|json|svg)\b/g : /(?<=new\s+URL\(\s*["'`])[^"'`]+/g
  return [...text.matchAll(named)].flatMap(([name]) =>
    isPage ? [join('dist/workbench', name), join('dist/workbench/assets', name)] : [join(folder, name)],
  )
}

/** A module of types alone, of which nothing was left. */
const isEmpty = (path: string): boolean =>
  isFile(path) &&
  /^(?:export\s*\{\s*\};?)?$/.test(transformSync(readFileSync(path, 'utf8'), { minify: true }).code.trim())

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true
