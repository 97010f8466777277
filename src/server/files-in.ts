import type { Context } from 'hono'
import type { InputFile } from '../app/workbench/inputs.ts'
import { largest } from './app.ts'
import { Problem } from './problem.ts'

/** The files of a form, whatever its fields are called; none of them is larger than a file may be. */
export async function filesIn({ req }: Context): Promise<readonly InputFile[]> {
  const form = await req.formData().catch((cause: unknown) => {
    if (cause instanceof Problem) throw cause
    throw new Problem(400, 'The form cannot be read.')
  })
  const files = [...form.values()].filter((part) => typeof part !== 'string')
  if (files.length > mostFiles) throw new Problem(413, `At most ${mostFiles} files at once.`)
  const large = files.find(({ size }) => size > largest.file)
  if (large)
    throw new Problem(413, `A file may be ${largest.file / 1024 / 1024} MB large, and this is larger.`, large.name)
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
}

/** A form of files, as the OpenAPI document describes it. */
export const filesSchema = {
  type: 'object' as const,
  properties: { files: { type: 'array' as const, items: { type: 'string' as const, format: 'binary' } } },
}

const mostFiles = 2_000
