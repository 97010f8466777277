import type { RuleId } from '../../model/rule.ts'

/** How much a finding claims: nothing, that two things go together, that one may change the other, that something is so. */
export type Strength = 0 | 1 | 2 | 3

/** Words of one strength; `*` at the end of a phrase stands for any ending. */
export interface StrengthCues {
  readonly rule: RuleId
  readonly strength: Strength
  readonly phrases: readonly string[]
}

/** What a sentence without any of the cues claims: it says how things are. */
export const plainStrength: Strength = 3

/**
 * Cues after the scale of Sumner et al. (BMJ 2014) and its later simplification to four levels: no relation, correlation,
 * conditional causation, causation. The first that fits decides: "may be linked to" is still a link, "could reduce the risk"
 * is conditional, "reduces the risk" is an effect, "the risk was lower" is a comparison.
 */
export const strengthCues: readonly StrengthCues[] = [
  {
    rule: 'strength/none',
    strength: 0,
    phrases: list(
      'no association|not associated|no link|not linked|no relationship|no relation between|no correlation|not correlated|no evidence|little evidence|insufficient evidence|lack of evidence|not supported|no effect|no significant effect|no difference|no significant difference|not significantly|no significant|not related|unrelated to|not affect|not improve|not reduce|not increase|not cause|not been shown|no impact|no benefit|not differ|did not find|found no|it is unclear|remains unclear|unknown whether|is needed to|are needed to',
    ),
  },
  {
    rule: 'strength/relation',
    strength: 1,
    phrases: list(
      'associated with|association|associations|correlat*|linked to|linked with|link between|links between|link with|related to|relation between|relationship between|connection between|connected to|connected with|risk factor|risk factors|risk marker|predictor|predictors|predicts|predicted by|goes hand in hand|go hand in hand|coincides with|coincided with',
    ),
  },
  {
    rule: 'strength/condition',
    strength: 2,
    phrases: list(
      'may|might|could|can|possibly|perhaps|potential to|potentially|a potential|probably|appears to|appear to|appeared to|seems to|seem to|seemed to|likely to be|is thought|are thought|is believed|are believed|believed to|thought to|promising|feasible|hypothes*|holds promise|has the potential|paves the way|points to|reportedly|allegedly|is expected|are expected|expected to|is said to|are said to',
    ),
  },
  {
    rule: 'strength/effect',
    strength: 3,
    phrases: list(
      'cause|causes|caused|causing|increases the|increases|reduces|lowers|raises|leads to|led to|leading to|results in|resulted in|resulting in|improves|improved|prevents|prevented|protects|protected|boosts|boosted|cuts|triggers|triggered|makes|helps|helped|affects|affected|influences|influenced|harms|damages|worsens|kills|saves|saving|due to|because of|thanks to|as a result of|is effective|are effective|was effective|drives|driven by|produces|induces|induced|enhances|impairs|slows|delays|promotes|decreases|doubles|halves|effect of|effects of|effect on|effects on|impact of|impact on|contributes to|responsible for|fuels|eliminates|eases|relieves|shortens|extends',
    ),
  },
  {
    rule: 'strength/comparison',
    strength: 1,
    phrases: list(
      'at risk|higher risk|lower risk|greater risk|increased risk|reduced risk|raised risk|heightened risk|risk of|more likely|less likely|as likely|likelihood of|odds|tend to|tends to|tended to|compared with|compared to|had higher|had lower|have higher|have lower|significantly higher|significantly lower|higher in|lower in|higher than|lower than|higher among|lower among|higher levels|lower levels|more common|less common|more than those|higher rate|higher rates|lower rate|lower rates|prevalen*|hazard ratio|odds ratio|differed|differences in|differences between|variation in|variations in|than non',
    ),
  },
]

function list(words: string): readonly string[] {
  return words.split('|')
}
