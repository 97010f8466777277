import { weights, words } from '../../../language/en/attribution-weights.data.ts'
import { timeUnits } from '../../../language/en/calendar.ts'
import { citing } from '../../../language/en/cues.ts'
import { type LinearModel, readModel } from '../../../parsing/linear-model.ts'
import { wordForm } from '../../../parsing/word-forms.ts'
import { hasFinite } from '../../syntax/clauses.ts'
import type { Page } from '../../syntax/page.ts'
import type { Stretch } from '../../syntax/phrases.ts'
import { byCue, type Draft } from '../draft.ts'
import { isMereShow } from '../mere-show.ts'
import { isNobodysPaper } from '../source-kind.ts'
import { verbGroupAt } from '../verb-group.ts'
import { headOfCue } from './cue-candidates.ts'
import { cueKeys, mostCueKeys } from './cue-features.ts'
import { findParts, steps } from './find-parts.ts'
import { type Scene, sceneOf } from './scene.ts'

/**
 * A word that no rule took hands on speech from this sum of weights on; a report that a rule found is wrong below the other. Weights were
 * learned from political news alone, so a rule is overruled only where they are sure.
 */
const thresholds = { found: 0.6, kept: -1.8 }

/**
 * The reports that rules found, weighed by what was learned from reports marked by people: some are taken away, the others get the
 * parts that the weights see, and reports are added that no rule saw.
 */
export function weighed(page: Page, drafts: readonly Draft[]): readonly Draft[] {
  const scene = sceneOf(page, drafts)
  const model = open()
  const ruled = new Map<number, Draft>()
  const found: Draft[] = []
  for (const draft of drafts) {
    const cue = draft.cue[0]
    if (!cue || isUntouched(page, draft)) found.push(draft)
    else ruled.set(headOfCue(scene, cue), draft)
  }
  const isInSource = inSources(page, drafts)
  let free = 0
  for (let i = 0; i < page.tokens.length; i++) {
    const rule = ruled.get(i)
    if (!rule && (i < free || scene.byRule(i) || !mayHandOn(scene, i))) continue
    const sum = cueScore(scene, model, i)
    if (sum < (rule ? thresholds.kept : thresholds.found)) continue
    const draft = draftAt(scene, model, i, rule)
    if (!draft || (!rule && (isInSource(i) || !hasVoice(page, i, draft)))) continue
    found.push(draft)
    free = Math.max(free, draft.cue[0]?.last ?? 0)
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
  !(opening.last - opening.first < 5 && timeUnits.has(page.word(opening.last - 1))) &&
  !isMereShow(page, verbGroupAt(page, head, head), voice)

/** Manners of report that what the weights were learned from hardly holds: they stay as the rules see them. */
const isUntouched = (page: Page, { rule, source: [voice] }: Draft): boolean =>
  untouched.test(rule) || (voice !== undefined && isNobodysPaper(page, voice))
const untouched = /\/(?:hidden|figure|hearsay|headline|describe)/

let opened: LinearModel | undefined
const open = (): LinearModel => (opened ??= readModel(weights))

const known: ReadonlySet<number> = new Set(words.split(' ').map((word) => Number.parseInt(word, 36)))

/** A look at the words alone, so that no sentence is parsed for nothing. */
function mayHandOn(scene: Scene, at: number): boolean {
  const token = scene.page.tokens[at]
  // Go-betweens hang on the report around them and have rules of their own.
  if (!token || citing.has(token.lower)) return false
  if (!known.has(wordForm(token.lower).lower) && !known.has(wordForm(token.lemma.toLowerCase()).lower)) return false
  return known.has(scene.tree(at).node(at)?.lemma ?? 0)
}

const keys = new Int32Array(mostCueKeys)
const sums = new Float64Array(1)

function cueScore(scene: Scene, model: LinearModel, at: number): number {
  model.score(keys, cueKeys(scene, at, keys), sums)
  return (sums[0] ?? 0) / steps
}

function draftAt(scene: Scene, model: LinearModel, at: number, rule: Draft | undefined): Draft | undefined {
  const { cue, left, right, source: seen } = findParts(scene, model, at)
  const source = rule && seen && swallowsClause(scene.page, seen, rule.source[0]) ? rule.source[0] : seen
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
