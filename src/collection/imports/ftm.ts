import {
  type Anchor,
  at,
  fewStringsAt,
  type ImportedNote,
  type Json,
  kindIn,
  type NoteReader,
  nowhere,
  stringsAt,
  wordsAt,
} from './imported.ts'

/** The notes among entities of FollowTheMoney, on the articles, documents, people and bodies of the same file. */
export const ftmNotes: NoteReader = {
  name: 'FollowTheMoney',
  read: (things) => {
    if (!things.some((one) => wordsAt(one, 'schema') !== null && at(one, 'properties') !== undefined)) return undefined
    const byId = new Map(things.map((one) => [wordsAt(one, 'id') ?? '', one]))
    return things.filter((one) => wordsAt(one, 'schema') === 'Note').flatMap((one) => noteOf(one, byId))
  },
}

function noteOf(one: Json, byId: ReadonlyMap<string, Json>): readonly ImportedNote[] {
  const properties = at(one, 'properties')
  const id = wordsAt(one, 'id') ?? ''
  const words = stringsAt(properties, 'description')
  const text = (
    words.length > 0 ? words : [...stringsAt(properties, 'name'), ...stringsAt(properties, 'summary')]
  ).join('\n')
  if (text.trim() === '') return []
  const [by = null] = stringsAt(properties, 'publisher')
  return [
    {
      id,
      kind: kindIn(stringsAt(properties, 'keywords')),
      text,
      by,
      at: stringsAt(properties, 'createdAt')[0] ?? null,
      // A statement or claim of ours is a note, too, and says so.
      maker: by,
      on: [...new Set(fewStringsAt(properties, 'entity'))].map((entity) => anchorOf(entity, byId.get(entity))),
    },
  ]
}

const voices: ReadonlySet<string> = new Set(['Person', 'Organization', 'Company', 'PublicBody', 'LegalEntity'])

function anchorOf(id: string, one: Json | undefined): Anchor {
  const properties = at(one, 'properties')
  const [name = null] = fewStringsAt(properties, 'name')
  return {
    ...nowhere,
    ids: [id],
    urls: fewStringsAt(properties, 'sourceUrl'),
    voice: voices.has(wordsAt(one, 'schema') ?? '') ? name : null,
  }
}
