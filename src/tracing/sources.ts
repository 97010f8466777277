import type { Derivation } from '../model/derivation.ts'
import type { Claim, Hop, Report, ReportStatement } from '../model/report.ts'
import type { Source } from '../model/source.ts'
import { byCodeUnit } from '../text/order.ts'
import { rememberedWithin } from '../text/remembered.ts'
import { sorting } from '../text/sorted.ts'
import type { Steps } from '../text/steps.ts'
import { fold } from '../text/words.ts'

/** The voices of several reports, each under an id of its own, and under which id each report's voices now go. */
export interface SourcesApart {
  /** By id. */
  readonly sources: readonly Source[]
  /** For each report, its source ids and what they have become. */
  readonly idsIn: readonly ReadonlyMap<string, string>[]
}

/** Who is heard in which documents of a report. */
interface Heard {
  readonly documents: readonly { readonly id: string }[]
  readonly sources: readonly Source[]
}

/**
 * A person, body, outlet or publication of one proper name is one voice wherever it is heard: its aliases are all kept, and its affiliation is that of the
 * first report that knows one. "An official" of one pile is not that of another. Step by step.
 */
export function* partingSources(reports: readonly Heard[]): Steps<SourcesApart> {
  const taken = new Set(reports.flatMap(({ documents }) => documents.map(({ id }) => id)))
  const known = new Map<string, string>()
  const next = new Map<string, number>()
  const idsIn: ReadonlyMap<string, string>[] = []
  for (const [pile, { sources }] of reports.entries()) {
    const ids = new Map<string, string>()
    for (const source of sources) {
      const key =
        isSameEverywhere(source) && !isOfOneDocument(source)
          ? `${source.kind}\n${fold(source.name)}`
          : `${pile}\n${source.id}`
      const id = known.get(key) ?? free(source.id)
      known.set(key, id)
      ids.set(source.id, id)
    }
    idsIn.push(ids)
    if (pile % 50 === 0) yield
  }
  const merged = new Map<string, Source>()
  for (const [pile, { sources }] of reports.entries()) {
    for (const source of sources) {
      const id = idsIn[pile]?.get(source.id) ?? source.id
      const affiliation = source.affiliation === null ? null : (idsIn[pile]?.get(source.affiliation) ?? null)
      const first = merged.get(id)
      merged.set(id, first ? both(first, { ...source, affiliation }) : { ...source, id, affiliation })
    }
    if (pile % 50 === 0) yield
  }
  return { sources: yield* sorting([...merged.values()], (a, b) => byCodeUnit(a.id, b.id)), idsIn }

  function free(id: string): string {
    let unused = id
    // What is taken stays so: "an official" of every pile goes on where the one before left off.
    let n = next.get(id) ?? 2
    for (; taken.has(unused); n++) unused = `${id}-${n}`
    next.set(id, n)
    taken.add(unused)
    return unused
  }
}

/** "Police" and "the council" are those of the place that the reports are about. */
const isSameEverywhere = ({ kind, name }: Source): boolean =>
  kinds.has(kind) && /(?<!^)\p{Lu}|^\p{Lu}\p{L}*$/u.test(name.replace(/^(?:the|a|an) /i, ''))

/** A person said that it is not the voice of this name that is heard elsewhere. */
const isOfOneDocument = ({ id, decisions }: Source): boolean => decisions !== undefined && id.includes('@')

const kinds: ReadonlySet<Source['kind']> = new Set(['person', 'institution', 'outlet', 'data'])

const both = (a: Source, b: Source): Source => ({
  ...a,
  ...(a.decisions || b.decisions
    ? { decisions: [...new Set([...(a.decisions ?? []), ...(b.decisions ?? [])])].sort(byCodeUnit) }
    : {}),
  aliases: [...new Set([...a.aliases, ...b.aliases])].filter((alias) => alias !== a.name).sort(byCodeUnit),
  affiliation: a.affiliation ?? (b.affiliation === a.id ? null : b.affiliation),
})

/** A report with other source ids. Documents keep theirs. */
export function withSources(report: Report, ids: ReadonlyMap<string, string>): Report {
  if ([...ids].every(([from, to]) => from === to)) return report
  const id = (node: string): string => ids.get(node) ?? node
  const list = (nodes: readonly string[]): readonly string[] => nodes.map(id)
  const hop = rememberedWithin((one: Hop): Hop => ({ ...one, node: id(one.node) }))
  return {
    ...report,
    statements: report.statements.map(
      (one): ReportStatement => ({
        ...one,
        attribution: one.attribution.map((voice) => ({ ...voice, source: id(voice.source) })),
      }),
    ),
    claims: report.claims.map(
      (claim): Claim => ({
        ...claim,
        origins: list(claim.origins),
        bottleneck: claim.bottleneck === null ? null : id(claim.bottleneck),
        cut: claim.cut === null ? null : list(claim.cut),
        ...(claim.doubtful === undefined ? {} : { doubtful: list(claim.doubtful) }),
        positions: claim.positions.map((position) => ({ ...position, origins: list(position.origins) })),
        reliability: Object.fromEntries(
          Object.entries(claim.reliability).map(([source, letter]) => [id(source), letter]),
        ),
        trails: claim.trails.map((trail) => ({ ...trail, hops: trail.hops.map(hop) })),
      }),
    ),
    derivations: report.derivations.map((one): Derivation => ({ ...one, from: id(one.from) })),
    series: report.series.map((one) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, origin: point.origin === null ? null : id(point.origin) })),
    })),
  }
}
