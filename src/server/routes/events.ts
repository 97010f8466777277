import { createRoute, z } from '@hono/zod-openapi'
import type { News } from '../../app/workbench/desk.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'

const route = createRoute({
  method: 'get',
  path: '/events',
  ...needs('viewer'),
  operationId: 'listen',
  summary: 'What happens, as it happens',
  description:
    'Server-sent events: `job` (a Job), `report` (`{upTo}`: a new answer is there), `alert` (an Alert). What happened before is not told again.',
  responses: {
    200: { description: 'It does not end', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems(503),
  },
})

export const events: Resource = (app) => {
  /** How many streams each person reads. */
  const open = new Map<string, number>()
  const openTo = (who: string): number => open.get(who) ?? 0
  app.openapi(route, (context) => {
    if (context.req.method === 'HEAD') return context.body('', 200, kind)
    const who = context.get('person').name
    const all = [...open.values()].reduce((sum, count) => sum + count, 0)
    if (all >= mostListeners || openTo(who) >= mostOfOne)
      throw new Problem(503, 'Too many listen already; close a window.')
    open.set(who, openTo(who) + 1)
    const { name, listen } = context.get('desk')
    const stream = eventStream(
      listen,
      () => {
        if (openTo(who) > 1) open.set(who, openTo(who) - 1)
        else open.delete(who)
      },
      (gone) => context.get('person').watch(name, gone),
    )
    return context.body(stream, 200, kind)
  })
}

const kind = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }

/** Browsers keep one for each window. Nobody takes those of the others, and connections are left for questions. */
const mostListeners = 150
const mostOfOne = 25

/** Events that a slow listener may be behind; then it is let go, and its browser comes again. */
const mostBehind = 1_000

/** A sign of life, so that nothing on the way takes the connection for dead; milliseconds. */
const heartbeat = 25_000

/** News as server-sent events, until whoever reads them goes away or no longer reads. */
export function eventStream(
  listen: (listener: (news: News) => void) => () => void,
  closed: () => void,
  /** Calls back when whoever reads them may do so no longer. */
  watch: (gone: () => void) => () => void = () => () => undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = (): void => undefined
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const say = (text: string): void => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text))
          else {
            end()
            controller.close()
          }
        }
        const stop = listen((news) => say(eventOf(news)))
        const timer = setInterval(() => say(': still here\n\n'), heartbeat)
        timer.unref()
        const unwatch = watch(() => {
          if (isOver) return
          end()
          controller.close()
        })
        let isOver = false
        end = () => {
          if (isOver) return
          isOver = true
          clearInterval(timer)
          stop()
          unwatch()
          closed()
        }
        say('retry: 2000\n\n')
      },
      cancel: () => end(),
    },
    new CountQueuingStrategy({ highWaterMark: mostBehind }),
  )
}

function eventOf(news: News): string {
  const data = news.kind === 'job' ? news.job : news.kind === 'alert' ? news.alert : { upTo: news.upTo }
  // JSON has no line ends of its own, so that one line holds it.
  return `event: ${news.kind}\ndata: ${JSON.stringify(data)}\n\n`
}
