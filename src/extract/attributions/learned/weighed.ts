import { timeUnits } from '../../../language/en/calendar.ts'
import { citing } from '../../../language/en/cues.ts'
import { type ReportNetwork, reportNetwork } from '../../../parsing/report-network.ts'
import { hasFinite } from '../../syntax/clauses.ts'
import type { Page } from '../../syntax/page.ts'
import type { Stretch } from '../../syntax/phrases.ts'
import { byCue, type Draft } from '../draft.ts'
import { isMereShow } from '../mere-show.ts'
import { isNobodysPaper } from '../source-kind.ts'
import { verbGroupAt } from '../verb-group.ts'
import { cueCodes } from './cue-codes.ts'
import { findParts, type Parts } from './find-parts.ts'
import { headOfCue, type Scene, sceneOf } from './scene.ts'

/**
 * A word that no rule took hands on speech from these log-odds on; a report that a rule found is wrong below the other. They were learned
 * from political news alone, so a rule is overruled only where they are sure.
 */
const thresholds = { found: 0.5, kept: -2.4 }

/** The network adds reports to a sentence up to this many; what has more is no sentence. */
const mostReports = 20

/**
 * The reports that rules found, weighed by a network that learned from reports marked by people: some are taken away, the others get the
 * parts that it sees, and reports are added that no rule saw.
 */
export function weighed(page: Page, drafts: readonly Draft[]): readonly Draft[] {
  const scene = sceneOf(page, drafts)
  const ruled = new Map<number, Draft>()
  const found: Draft[] = []
  for (const draft of drafts) {
    const cue = draft.cue[0]
    if (!cue || isUntouched(page, draft) || !scene.tree(cue.first)) found.push(draft)
    else ruled.set(headOfCue(scene, cue), draft)
  }
  const isInSource = inSources(page, drafts)
  for (const { first, last } of page.sentences) {
    const tree = scene.tree(first)
    if (!tree) continue
    const network = reportNetwork()
    network.read(page.tokens.slice(first, last).map(({ text }) => text))
    let free = first
    for (const head of headsIn(scene, network, first, last, ruled)) {
      const rule = ruled.get(head)
      if (!rule && head < free) continue
      const draft = draftOf(page, findParts(scene, tree, network, head), rule)
      if (!draft || (!rule && (isInSource(head) || !hasVoice(page, head, draft)))) continue
      found.push(draft)
      free = Math.max(free, draft.cue[0]?.last ?? 0)
    }
  }
  return found.sort(byCue)
}

/** "One clerk, who [asked not to be named], said …": what tells who speaks is no report of its own. */
function inSources(page: Page, drafts: readonly Draft[]): (token: number) => boolean {
  const covered = new Uint8Array(page.tokens.length)
  for (const { source } of drafts) for (const { first, last } of source) covered.fill(1, first, last)
  return (token) => covered[token] === 1
}

/**
 * More than the rule saw that is no part of the voice's name: "The port closed it after divers" for "divers", with a verb that no "who"
 * or "which" brings along, or "Harbour Post, citing two diplomats," for "Harbour Post".
 */
function swallowsClause(page: Page, seen: Stretch, ruled: Stretch | undefined): boolean {
  if (!ruled || ruled.first < seen.first || seen.last < ruled.last) return false
  for (let i = ruled.last; i < seen.last; i++) if (citing.has(page.word(i))) return true
  for (let i = seen.first; i < ruled.first; i++) if (/^(?:who|which|that|whose)$/.test(page.word(i))) return false
  return hasFinite(page, seen.first, ruled.first)
}

/**
 * Somebody who could be asked and something that can be said: not nobody, not the reader, not the clause before ("which worries the port"),
 * not who only undergoes it ("children found by divers"), and not how long it took ("sirens sounded forty minutes").
 */
const hasVoice = (page: Page, head: number, { source: [voice], content: [opening] }: Draft): boolean =>
  voice !== undefined &&
  opening !== undefined &&
  !(voice.last - voice.first === 1 && /^(?:you|which)$/.test(page.word(voice.first))) &&
  page.word(opening.first) !== 'by' &&
  !isSpan(page, opening) &&
  !isMereShow(page, verbGroupAt(page, head, head), voice)

/** "forty minutes", "only forty minutes after the dam had burst". */
function isSpan(page: Page, { first, last }: Stretch): boolean {
  for (let i = first + 1; i < Math.min(last, first + 4); i++)
    if (timeUnits.has(page.word(i)) && page.pos(i - 1) === 'NUM') return true
  return last - first < 5 && timeUnits.has(page.word(last - 1))
}

/** Manners of report that what the weights were learned from hardly holds: they stay as the rules see them. */
const isUntouched = (page: Page, { rule, source: [voice] }: Draft): boolean =>
  untouched.test(rule) || (voice !== undefined && isNobodysPaper(page, voice))
const untouched = /\/(?:hidden|figure|hearsay|headline|describe|according-to|passive)/

/** The words of the sentence just read that hand on speech. */
function headsIn(
  scene: Scene,
  network: ReportNetwork,
  first: number,
  last: number,
  ruled: ReadonlyMap<number, Draft>,
): readonly number[] {
  const heads: number[] = []
  for (let i = first; i < last; i++) {
    const rule = ruled.get(i)
    if (!rule && heads.length >= mostReports) continue
    // Go-betweens ("citing") hang on the report around them and have rules of their own.
    if (!rule && (scene.byRule(i) || citing.has(scene.page.word(i)))) continue
    const odds = network.speech(i - first, cueCodes(scene, i))
    if (odds >= (rule ? thresholds.kept : thresholds.found)) heads.push(i)
  }
  return heads
}

function draftOf(page: Page, { cue, left, right, source: seen }: Parts, rule: Draft | undefined): Draft | undefined {
  const source = rule && seen && swallowsClause(page, seen, rule.source[0]) ? rule.source[0] : seen
  const content = [left, right].flatMap((part) => part ?? [])
  if (content.length === 0) return rule
  return {
    source: source ? [source] : [],
    cue: [cue],
    content,
    antecedent: rule?.antecedent,
    hidden: false,
    outer: undefined,
    rule: rule?.rule ?? 'attributions/learned',
  }
}
