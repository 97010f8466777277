import { reviewNotes } from './claim-review.ts'
import { ftmNotes } from './ftm.ts'
import type { ImportedNote, Json, NoteReader } from './imported.ts'
import { stixNotes } from './stix.ts'
import { annotationNotes } from './web-annotation.ts'

/** The formats that notes are read from. A new one is one entry here. */
export const noteReaders: readonly NoteReader[] = [stixNotes, annotationNotes, reviewNotes, ftmNotes]

/** The notes of a file of another program, and what it is; or why there are none, in one sentence. */
export function notesIn(
  text: string,
): { readonly format: string; readonly notes: readonly ImportedNote[] } | { readonly says: string } {
  const things = jsonIn(text)
  if (things === undefined) return { says: 'It is neither JSON nor JSON lines.' }
  for (const { name, read } of noteReaders) {
    const notes = read(things)
    if (notes) return { format: name, notes }
  }
  return { says: `It is JSON, but none of ${noteReaders.map(({ name }) => name).join(', ')}.` }
}

/** One thing, a list of things, or a thing a line. */
function jsonIn(text: string): readonly Json[] | undefined {
  const bare = text.replace(/^\uFEFF/, '')
  const whole = parsed(bare)
  if (whole !== undefined) return Array.isArray(whole) ? (whole as readonly Json[]) : [whole]
  const lines = bare.split('\n').filter((line) => line.trim() !== '')
  const things = lines.map(parsed)
  return things.length > 0 && things.every((thing) => thing !== undefined) ? things : undefined
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
