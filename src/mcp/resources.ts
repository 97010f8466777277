import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  type ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import type { Answer } from '../app/workbench/answer.ts'
import { claimAnswer } from '../export/agent/claim-answer.ts'
import { documentAnswer } from '../export/agent/document-answer.ts'
import { documentNamed, handleIn, handleOf, sourceNamed } from '../export/agent/handles.ts'
import { asked, listed } from '../export/agent/listed.ts'
import { outline } from '../export/agent/outline.ts'
import { sealed, words } from '../export/agent/sealed.ts'
import { sourceAnswer } from '../export/agent/source-line.ts'
import { type Named, nameOf } from '../export/view/lookup.ts'
import type { CataloguedClaim } from '../export/workbench/catalogue.ts'
import { claimsOfSource } from '../export/workbench/source-rows.ts'
import type { Place } from './tool.ts'
import { claimFound, claimLines } from './tools/asked.ts'

/** Gives claims, reports and sources as resources: listed a page at a time, and read by their handles. */
export function serveResources(server: Server, { room }: Place): void {
  server.registerCapabilities({ resources: {} })

  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }) => {
    const page = await room.tell((answer) => entries(answer, params?.cursor))
    return { resources: [...page.items], ...(page.cursor === null ? {} : { nextCursor: page.cursor }) }
  })

  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [
      {
        name: 'claim',
        uriTemplate: 'headwater://claims/{id}',
        title: 'One claim',
        mimeType,
        description: 'What it stands on',
      },
      {
        name: 'document',
        uriTemplate: 'headwater://documents/{id}{?from}',
        title: 'One report',
        mimeType,
        description: 'Its words, between marks, a part at a time; `from` is where it begins',
      },
      {
        name: 'source',
        uriTemplate: 'headwater://sources/{id}',
        title: 'One voice',
        mimeType,
        description: 'What it is said to have said',
      },
    ],
  }))

  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const answer = await room.tell((known) => answerOf(known, uri))
    if (!answer) throw new McpError(resourceNotFound, 'There is no such resource in this collection.')
    return { contents: [{ uri, mimeType, text: outline(sealed(answer)) }] }
  })
}

const mimeType = 'text/plain'

/** As the protocol has it for resources. */
const resourceNotFound = -32_002 as ErrorCode

async function answerOf(answer: Answer, uri: string): Promise<object | undefined> {
  const [bare = '', query = ''] = uri.split('?')
  const from = /^from=(\d{1,9})$/.exec(query)?.[1]
  if (query !== '' && from === undefined) return undefined
  const { catalogue } = answer
  switch (handleIn(bare)?.kind) {
    case 'claims': {
      const found = await claimFound(answer, bare)
      return found && claimAnswer(found.shelf, found.claim, { limit: 10 })
    }
    case 'documents': {
      const id = documentNamed(catalogue, bare)?.id ?? ''
      const shelf = await answer.shelf(id)
      const document = shelf?.documents.get(id)
      return shelf && document && documentAnswer(shelf, document, Number(from ?? 0))
    }
    case 'sources': {
      const source = sourceNamed(catalogue, bare)
      if (!source) return undefined
      const claims = await claimLines(answer, claimsOfSource(catalogue, source.id), { limit: 10 })
      return sourceAnswer(catalogue, source, claims)
    }
    default:
      return undefined
  }
}

/** One page of all reports, and behind them all claims. */
async function entries(answer: Answer, cursor: string | undefined) {
  const { catalogue } = answer
  const all: readonly Entry[] = [
    ...[...catalogue.documents.keys()].map((document) => ({ document })),
    ...catalogue.claims.map((claim) => ({ claim })),
  ]
  const part = { limit: 50, cursor }
  const idOf = (entry: Entry): string => ('document' in entry ? entry.document : handleOf('claims', entry.claim.key))
  const claims = asked(all, part, idOf).flatMap((entry) => ('claim' in entry ? [entry.claim] : []))
  const gists = new Map((await answer.claimRows(claims)).map(({ key, gist }) => [key, gist]))
  return listed(
    all,
    part,
    idOf,
    (entry) =>
      'document' in entry
        ? documentEntry(catalogue, entry.document)
        : claimEntry(entry.claim, gists.get(entry.claim.key) ?? ''),
    12_000,
  )
}

type Entry = { readonly document: string } | { readonly claim: CataloguedClaim }

/** Names are words of others: they are marked here, too. */
function documentEntry(held: Named, id: string) {
  const titled = held.documents.get(id)?.title ?? id
  const { name, title } = sealed({ name: words(nameOf(held, id), 80), title: words(titled, 160) })
  return { uri: handleOf('documents', id), name, title, mimeType }
}

function claimEntry({ key }: CataloguedClaim, told: string) {
  const { gist } = sealed({ gist: words(told, 160) })
  return { uri: handleOf('claims', key), name: gist, mimeType }
}
