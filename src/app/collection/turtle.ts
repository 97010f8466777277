import { DataFactory, Writer } from 'n3'
import type { Triple } from '../../export/prov/triples.ts'

/** Triples as Turtle (W3C Recommendation, 2014), each subject once where its triples stand together. */
export function* turtle(triples: Iterable<Triple>, prefixes: Readonly<Record<string, string>>): Generator<string> {
  let written = ''
  const stream = {
    write(chunk: string, _encoding?: string, done?: () => void) {
      written += chunk
      done?.()
      return true
    },
    end(done?: () => void) {
      done?.()
    },
  }
  const writer = new Writer(stream as never, { prefixes: { ...prefixes }, end: false })
  for (const { subject, predicate, object } of triples) {
    writer.addQuad(
      node(subject),
      DataFactory.namedNode(predicate),
      typeof object === 'string'
        ? node(object)
        : DataFactory.literal(object.literal, DataFactory.namedNode(object.datatype)),
    )
    if (written.length > enough) {
      yield written
      written = ''
    }
  }
  writer.end()
  yield written
}

/** Characters that are held before they are handed on. */
const enough = 64 * 1024

const node = (name: string) =>
  name.startsWith('_:') ? DataFactory.blankNode(name.slice(2)) : DataFactory.namedNode(name)
