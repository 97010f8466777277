import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  type ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { claimAnswer } from '../export/agent/claim-answer.ts'
import { documentAnswer } from '../export/agent/document-answer.ts'
import { claimHandle, claimNamed, documentNamed, handleIn, handleOf, sourceNamed } from '../export/agent/handles.ts'
import { listed } from '../export/agent/listed.ts'
import { outline } from '../export/agent/outline.ts'
import { sealed, words } from '../export/agent/sealed.ts'
import { sourceAnswer } from '../export/agent/source-line.ts'
import { nameOf } from '../export/view/lookup.ts'
import type { Shelf } from '../export/workbench/shelf.ts'
import type { Place } from './tool.ts'

/** Gives claims, reports and sources as resources: listed a page at a time, and read by their handles. */
export function serveResources(server: Server, { room }: Place): void {
  server.registerCapabilities({ resources: {} })

  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }) => {
    const shelf = await room.shelf()
    const all = [...shelf.report.documents.map((one) => ({ one })), ...shelf.report.claims.map((claim) => ({ claim }))]
    const page = listed(
      all,
      { limit: 50, cursor: params?.cursor },
      (entry) => ('one' in entry ? entry.one.id : claimHandle(entry.claim)),
      (entry) => ('one' in entry ? documentEntry(shelf, entry.one.id) : claimEntry(entry.claim)),
      12_000,
    )
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
    const answer = answerOf(await room.shelf(), uri)
    if (!answer) throw new McpError(resourceNotFound, 'There is no such resource in this collection.')
    return { contents: [{ uri, mimeType, text: outline(sealed(answer)) }] }
  })
}

const mimeType = 'text/plain'

/** As the protocol has it for resources. */
const resourceNotFound = -32_002 as ErrorCode

function answerOf(shelf: Shelf, uri: string): object | undefined {
  const [bare = '', query = ''] = uri.split('?')
  const from = /^from=(\d{1,9})$/.exec(query)?.[1]
  if (query !== '' && from === undefined) return undefined
  switch (handleIn(bare)?.kind) {
    case 'claims': {
      const claim = claimNamed(shelf, bare)
      return claim && claimAnswer(shelf, claim, { limit: 10 })
    }
    case 'documents': {
      const document = documentNamed(shelf, bare)
      return document && documentAnswer(shelf, document, Number(from ?? 0))
    }
    case 'sources': {
      const source = sourceNamed(shelf, bare)
      return source && sourceAnswer(shelf, source)
    }
    default:
      return undefined
  }
}

/** Names are words of others: they are marked here, too. */
function documentEntry(shelf: Shelf, id: string) {
  const titled = shelf.documents.get(id)?.title ?? id
  const { name, title } = sealed({ name: words(nameOf(shelf, id), 80), title: words(titled, 160) })
  return { uri: handleOf('documents', id), name, title, mimeType }
}

function claimEntry(claim: Parameters<typeof claimHandle>[0]) {
  const { gist } = sealed({ gist: words(claim.gist, 160) })
  return { uri: claimHandle(claim), name: gist, mimeType }
}
