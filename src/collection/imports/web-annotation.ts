import {
  type Anchor,
  at,
  fewAt,
  type ImportedNote,
  type Json,
  listAt,
  type NoteReader,
  nowhere,
  stringsAt,
  wordsAt,
} from './imported.ts'

/** The bodies of web annotations, alone, in a list, a page or a collection, as annotation tools give them out. */
export const annotationNotes: NoteReader = {
  name: 'Web Annotation',
  read: (things) => {
    const annotations = things.flatMap((thing) => annotationsIn(thing))
    return annotations.length === 0 ? undefined : annotations.flatMap(notesOf)
  },
}

/** A collection holds a page and a page annotations: what is wrapped deeper than that is no annotation. */
function annotationsIn(thing: Json, deepest = 2): readonly Json[] {
  const types = stringsAt(thing, 'type')
  if (types.includes('Annotation')) return [thing]
  if (deepest === 0) return []
  const key = types.includes('AnnotationCollection') ? 'first' : types.includes('AnnotationPage') ? 'items' : undefined
  return key === undefined ? [] : listAt(thing, key).flatMap((held) => annotationsIn(held, deepest - 1))
}

function notesOf(annotation: Json): readonly ImportedNote[] {
  const [creator] = listAt(annotation, 'creator')
  const [generator] = listAt(annotation, 'generator')
  const by = typeof creator === 'string' ? creator : (wordsAt(creator, 'name') ?? wordsAt(creator, 'id'))
  const on = fewAt(annotation, 'target').map(anchorOf)
  const motives = stringsAt(annotation, 'motivation')
  const bodies = [...listAt(annotation, 'body'), ...listAt(annotation, 'bodyValue')]
  return bodies.flatMap((body): readonly ImportedNote[] => {
    const text = typeof body === 'string' ? body : wordsAt(body, 'value')
    if (text === null || text === undefined || (typeof body === 'string' && /^(?:https?|urn):/.test(body))) return []
    const purposes = stringsAt(body, 'purpose')
    return [
      {
        id: wordsAt(annotation, 'id') ?? 'an annotation without an id',
        kind: (purposes.length > 0 ? purposes : motives).includes('tagging') ? 'tag' : 'note',
        text,
        by,
        at: wordsAt(annotation, 'modified') ?? wordsAt(annotation, 'created'),
        maker: by === null ? (wordsAt(generator, 'name') ?? wordsAt(generator, 'id')) : null,
        on,
      },
    ]
  })
}

function anchorOf(target: Json): Anchor {
  if (typeof target === 'string') return addressed(target)
  const source = at(target, 'source')
  const address = typeof source === 'string' ? source : (wordsAt(source, 'id') ?? wordsAt(target, 'id'))
  const selectors = listAt(target, 'selector').flatMap((selector) => [selector, ...listAt(selector, 'refinedBy')])
  const quote = selectors.find((selector) => stringsAt(selector, 'type').includes('TextQuoteSelector'))
  const exact = at(quote, 'exact')
  const around = (key: string): string => {
    const words = at(quote, key)
    return typeof words === 'string' ? words : ''
  }
  return {
    ...addressed(address ?? ''),
    quote:
      typeof exact === 'string' && exact !== '' ? { exact, prefix: around('prefix'), suffix: around('suffix') } : null,
  }
}

const addressed = (address: string): Anchor =>
  address.startsWith('urn:') ? { ...nowhere, ids: [address] } : { ...nowhere, urls: address === '' ? [] : [address] }
