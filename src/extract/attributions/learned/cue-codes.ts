import { quotedness } from './quotedness.ts'
import type { Scene } from './scene.ts'

/** Rules of which the network has a number each; all others share one. */
const rules: ReadonlyMap<string, number> = new Map(
  (
    'say say-what judge tell according-to speak show attitude believe find ask complain promise reject mention ' +
    'hidden headline urge'
  )
    .split(' ')
    .map((name, i) => [`attributions/${name}`, i + 2]),
)

const ruleCodes = rules.size + 2
const quoteCodes = 6

/** How many things there are to see around a word that may hand on speech. */
export const cueCodeCount = ruleCodes + quoteCodes + 4

/**
 * What the sentence alone does not tell of a word that may hand on speech, one number for each thing seen: the rule that takes it for a
 * cue, quotation marks, content of another report around it, and whether it stands in a headline.
 */
export function cueCodes(scene: Scene, token: number): readonly number[] {
  const { page } = scene
  const rule = scene.byRule(token)
  return [
    rule ? (rules.get(rule.rule) ?? 1) : 0,
    ruleCodes + quotedness(page, token, -1),
    ruleCodes + quoteCodes + (scene.inContent(token) ? 1 : 0),
    ruleCodes + quoteCodes + 2 + (page.sentence(token)?.headline ? 1 : 0),
  ]
}
