import { dayOf } from '../../export/view/day-words.ts'
import type { River, RiverLink, RiverNode } from '../../export/workbench/river.ts'

/** The river placed: origins on the left, reports on the right in order of time, and what flows between them. */
export interface RiverLayout {
  readonly height: number
  readonly origins: readonly PlacedNode[]
  readonly reports: readonly PlacedNode[]
  /** From an origin to a report. */
  readonly feeds: readonly PlacedLink[]
  /** From an origin to one that has it from there. */
  readonly voices: readonly PlacedLink[]
  /** From a report to one that was made from it. */
  readonly relays: readonly PlacedLink[]
}

export interface PlacedNode {
  readonly id: string
  readonly name: string
  readonly kind: 'origin' | 'report' | 'group' | 'day' | 'rest'
  readonly published: string | null
  /** Middle of the box. */
  readonly y: number
  /** Reports of a day that is closed or of a group, origins that are gathered; 1 otherwise. */
  readonly holds: number
  /** The reports of a closed day or of a group; itself otherwise. */
  readonly members: readonly string[]
  readonly isBottleneck: boolean
  readonly isUnnamed?: boolean | undefined
}

export interface PlacedLink {
  readonly from: string
  readonly to: string
  readonly y1: number
  readonly y2: number
  /** Claims that flow this way. */
  readonly shared: number
  readonly width: number
  readonly isStated: boolean
  /** Name of the origin it comes from in the end, for its colour; undefined between reports. */
  readonly origin: string | undefined
}

export const rowHeight = 46
const [top, mostReports, mostOrigins] = [8, 40, 24]

/**
 * Places a river of any size. Beyond forty reports those of one day stand as one row until the day is opened; beyond two dozen origins
 * the ones behind fewest claims are gathered. With a focus only what it is tied to, upstream and downstream, is left.
 */
export function riverLayout(river: River, focus: string | undefined, openDays: ReadonlySet<string>): RiverLayout {
  const { nodes, links } = focus === undefined ? river : tiedTo(river, focus)
  const bottlenecks = new Set(river.bottlenecks)
  const documents = nodes.filter(({ kind }) => kind !== 'origin').sort(byTime)
  const weight = new Map<string, number>()
  for (const { from, shared } of links) weight.set(from, (weight.get(from) ?? 0) + shared)
  const origins = nodes
    .filter(({ kind, id }) => kind === 'origin' && weight.has(id))
    .sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0))
  const shownAs = new Map<string, string>()

  const rows = documents.length <= mostReports ? documents.map(row) : byDay(documents, openDays)
  const reports = rows.map((each, index): PlacedNode => ({ ...each, y: top + rowHeight * (index + 0.5) }))
  const reportAt = new Map(reports.map((each) => [each.id, each.y]))

  const left = origins.slice(0, mostOrigins)
  const gathered = origins.slice(mostOrigins)
  for (const { id } of left) shownAs.set(id, id)
  for (const { id } of gathered) shownAs.set(id, rest)
  const drawn = together(links, (id) => shownAs.get(id))
  const wanted = (id: string): number => {
    const direct = drawn.filter(({ from, to }) => from === id && reportAt.has(to))
    const passedOn = new Set(drawn.filter(({ from, to }) => from === id && !reportAt.has(to)).map(({ to }) => to))
    const ends = direct.length > 0 ? direct : drawn.filter(({ from, to }) => passedOn.has(from) && reportAt.has(to))
    const sum = ends.reduce((total, { to, shared }) => total + (reportAt.get(to) ?? 0) * shared, 0)
    return (
      sum /
      Math.max(
        1,
        ends.reduce((total, { shared }) => total + shared, 0),
      )
    )
  }
  const boxes = [
    ...left.map(({ id, name, isUnnamed }) => ({
      id,
      name,
      isUnnamed,
      kind: 'origin' as const,
      holds: 1,
      members: [id],
      isBottleneck: bottlenecks.has(id),
    })),
    ...(gathered.length > 0
      ? [
          {
            id: rest,
            name: '',
            kind: 'rest' as const,
            holds: gathered.length,
            members: gathered.map(({ id }) => id),
            isBottleneck: false,
          },
        ]
      : []),
  ]
  const height = Math.max(reports.length, boxes.length) * rowHeight + 2 * top
  const placed = apart(
    boxes.map((box) => ({ ...box, published: null, y: wanted(box.id) })),
    height,
  )
  const originAt = new Map(placed.map((each) => [each.id, each]))
  const link = ({ from, to, shared, basis }: RiverLink, y1: number, y2: number, origin?: string): PlacedLink => ({
    from,
    to,
    y1,
    y2,
    shared,
    width: Math.min(origin === undefined ? 5 : 10, 1 + 1.1 * Math.sqrt(shared)),
    isStated: basis === 'stated',
    origin,
  })
  return {
    height,
    origins: placed,
    reports,
    feeds: drawn.flatMap((each) => {
      const [from, to] = [originAt.get(each.from), reportAt.get(each.to)]
      return from && to !== undefined ? [link(each, from.y, to, from.name)] : []
    }),
    voices: drawn.flatMap((each) => {
      const [from, to] = [originAt.get(each.from), originAt.get(each.to)]
      return from && to ? [link(each, from.y, to.y, from.name)] : []
    }),
    relays: drawn.flatMap((each) => {
      const [from, to] = [reportAt.get(each.from), reportAt.get(each.to)]
      return from !== undefined && to !== undefined && from !== to ? [link(each, from, to)] : []
    }),
  }

  function row({ id, name, published, kind, members }: RiverNode): Omit<PlacedNode, 'y'> {
    shownAs.set(id, id)
    const isGroup = kind === 'group'
    return {
      id,
      name,
      kind: isGroup ? 'group' : 'report',
      published,
      holds: members?.length ?? 1,
      members: members ?? [id],
      isBottleneck: bottlenecks.has(id),
    }
  }

  function byDay(documents: readonly RiverNode[], open: ReadonlySet<string>): readonly Omit<PlacedNode, 'y'>[] {
    const days = new Map<string, RiverNode[]>()
    for (const each of documents) {
      const day = each.published?.slice(0, 10) ?? ''
      const others = days.get(day)
      if (others) others.push(each)
      else days.set(day, [each])
    }
    return [...days].flatMap(([day, held]) => {
      if (held.length === 1 || open.has(day)) return held.map(row)
      for (const { id } of held) shownAs.set(id, `day ${day}`)
      return [
        {
          id: `day ${day}`,
          name: day ? dayOf(day) : '',
          kind: 'day' as const,
          published: day || null,
          holds: held.reduce((sum, { members }) => sum + (members?.length ?? 1), 0),
          members: held.flatMap(({ id, members }) => members ?? [id]),
          isBottleneck: held.some(({ id }) => bottlenecks.has(id)),
        },
      ]
    })
  }
}

const rest = 'all other origins'

/** Links between what is shown; those that were between what is gathered now are one. */
function together(links: readonly RiverLink[], shownAs: (id: string) => string | undefined): readonly RiverLink[] {
  const made = new Map<string, RiverLink>()
  for (const each of links) {
    const [from, to] = [shownAs(each.from), shownAs(each.to)]
    if (from === undefined || to === undefined || from === to) continue
    const key = `${from}\n${to}`
    const before = made.get(key)
    made.set(key, {
      ...each,
      from,
      to,
      shared: each.shared + (before?.shared ?? 0),
      basis: before?.basis === 'stated' ? 'stated' : each.basis,
    })
  }
  return [...made.values()]
}

/** Boxes as near as can be to where they want to be, none over another: pushed down in order, then up again from the end. */
function apart(boxes: readonly PlacedNode[], height: number): readonly PlacedNode[] {
  const sorted = [...boxes].sort((a, b) => a.y - b.y)
  let floor = top + rowHeight / 2
  const down = sorted.map((box) => {
    const y = Math.max(box.y, floor)
    floor = y + rowHeight
    return { ...box, y }
  })
  let ceiling = height - top - rowHeight / 2
  for (let at = down.length - 1; at >= 0; at--) {
    const box = down[at]
    if (!box) continue
    down[at] = { ...box, y: Math.min(box.y, ceiling) }
    ceiling = Math.min(box.y, ceiling) - rowHeight
  }
  return down
}

/** What a node has its words from and what has its words from the node, over any number of steps. */
export function tiedTo({ nodes, links, bottlenecks }: River, focus: string): River {
  const [upstream, downstream] = [reached(focus, links, 'to', 'from'), reached(focus, links, 'from', 'to')]
  const kept = new Set([...upstream, ...downstream])
  return {
    nodes: nodes.filter(({ id }) => kept.has(id)),
    links: links.filter(
      ({ from, to }) => (upstream.has(from) && upstream.has(to)) || (downstream.has(from) && downstream.has(to)),
    ),
    bottlenecks,
  }
}

function reached(
  focus: string,
  links: readonly RiverLink[],
  at: 'from' | 'to',
  next: 'from' | 'to',
): ReadonlySet<string> {
  const ways = new Map<string, string[]>()
  for (const link of links) {
    const others = ways.get(link[at])
    if (others) others.push(link[next])
    else ways.set(link[at], [link[next]])
  }
  const found = new Set([focus])
  for (const id of found) for (const other of ways.get(id) ?? []) found.add(other)
  return found
}

function byTime(a: RiverNode, b: RiverNode): number {
  const [one, other] = [a.published ?? '~', b.published ?? '~']
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1
}
