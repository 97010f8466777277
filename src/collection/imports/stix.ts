import {
  type Anchor,
  at,
  fewAt,
  fewStringsAt,
  type ImportedNote,
  type Json,
  kindIn,
  listAt,
  type NoteReader,
  nowhere,
  stringsAt,
  wordsAt,
} from './imported.ts'

/** Notes, opinions and reports of a STIX 2.1 bundle, on what their `object_refs` lead to in the same bundle. */
export const stixNotes: NoteReader = {
  name: 'STIX 2.1',
  read: (things) => {
    const objects = things.flatMap((thing) =>
      wordsAt(thing, 'type') === 'bundle' ? listAt(thing, 'objects') : [thing],
    )
    if (!objects.some((one) => /^[a-z0-9-]+--[0-9a-f-]{36}$/.test(wordsAt(one, 'id') ?? '') && wordsAt(one, 'type')))
      return undefined
    const byId = new Map(
      objects.flatMap((one) => (wordsAt(one, 'id') === null ? [] : [[wordsAt(one, 'id') ?? '', one]])),
    )
    return objects.flatMap((one) => noteOf(one, byId))
  },
}

function noteOf(one: Json, byId: ReadonlyMap<string, Json>): readonly ImportedNote[] {
  const text = textOf(one)
  if (text === null) return []
  const creator = wordsAt(one, 'created_by_ref')
  const authors = stringsAt(one, 'authors')
  const quote = listAt(one, 'external_references').find(
    (reference) => wordsAt(reference, 'source_name') === 'quotation',
  )
  const exact = wordsAt(quote, 'description')
  return [
    {
      id: wordsAt(one, 'id') ?? '',
      kind: kindIn(stringsAt(one, 'labels')),
      text,
      by: authors.length > 0 ? authors.join(', ') : wordsAt(byId.get(creator ?? ''), 'name'),
      at: wordsAt(one, 'modified'),
      maker: authors.length > 0 && wordsAt(one, 'type') === 'note' ? null : creator,
      on: [...new Set(fewStringsAt(one, 'object_refs'))].flatMap((ref) => {
        const anchor = anchorOf(ref, byId)
        return anchor === undefined
          ? []
          : [exact === null ? anchor : { ...anchor, quote: { exact, prefix: '', suffix: '' } }]
      }),
    },
  ]
}

function textOf(one: Json): string | null {
  const parts = (...keys: readonly string[]) => keys.flatMap((key) => wordsAt(one, key) ?? []).join('\n') || null
  switch (wordsAt(one, 'type')) {
    case 'note':
      return parts('abstract', 'content')
    case 'opinion':
      return parts('opinion', 'explanation')
    case 'report':
      return parts('name', 'description')
    default:
      return null
  }
}

/** A document by its observables, a voice by its name, a claim by what is quoted of it. Undefined for objects that say nothing of either. */
function anchorOf(ref: string, byId: ReadonlyMap<string, Json>): Anchor | undefined {
  const one = byId.get(ref)
  const type = ref.replace(/--.*$/, '')
  const known: Anchor = { ...nowhere, ids: [ref] }
  if (type === 'identity') return { ...known, voice: wordsAt(one, 'name') }
  if (type === 'url') return { ...known, urls: fewStringsAt(one, 'value') }
  if (type === 'file') return { ...known, digests: fewStringsAt(at(one, 'hashes'), 'SHA-256') }
  if (type === 'observed-data') {
    const seen = fewStringsAt(one, 'object_refs').map((id) => byId.get(id))
    return {
      ...known,
      urls: [
        ...seen.flatMap((object) => (wordsAt(object, 'type') === 'url' ? (wordsAt(object, 'value') ?? []) : [])),
        ...fewAt(one, 'external_references').flatMap((reference) => wordsAt(reference, 'url') ?? []),
      ],
      digests: seen.flatMap((object) => wordsAt(at(object, 'hashes'), 'SHA-256') ?? []),
    }
  }
  if (type === 'note') {
    const quoted = fewAt(one, 'external_references').find((reference) => wordsAt(reference, 'description') !== null)
    const exact = wordsAt(quoted, 'description') ?? wordsAt(one, 'abstract')
    return {
      ...known,
      urls: fewStringsAt(quoted, 'url'),
      quote: exact === null ? null : { exact, prefix: '', suffix: '' },
    }
  }
  return undefined
}
