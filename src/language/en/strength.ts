import type { RuleId } from '../../model/rule.ts'

/** How much a finding claims: nothing, that two things go together, that one may change the other, that it does. */
export type Strength = 0 | 1 | 2 | 3

/** Words of one strength, as the start of a word or phrase: "associat" is "associated" and "association". */
export interface StrengthCues {
  readonly rule: RuleId
  readonly strength: Strength
  readonly phrases: readonly string[]
}

/**
 * Cues after the scale of Sumner et al. (BMJ 2014) and its later simplification to four levels: no relation, correlation,
 * conditional causation, causation.
 */
export const strengthCues: readonly StrengthCues[] = [
  {
    rule: 'strength/cause',
    strength: 3,
    phrases: list(
      'cause|causes|caused|causing|increases|increase the|increased the|reduces|reduce|reduced|lowers|lowered|lower the|raises|raise the|raised|leads to|lead to|led to|leading to|results in|resulted in|resulting in|improves|improve|improved|prevents|prevent|prevented|protects|protect|protected|boosts|boost|boosted|cuts|cut|triggers|triggered|makes|make|made|helps|help|helped|affects|affect|affected|influences|influence|influenced|harms|harm|damages|damage|worsens|worsened|kills|kill|saves|saving|save|due to|because of|thanks to|as a result of|is effective|are effective|was effective|effectively|drives|driven by|produces|induces|enhances|impairs|impaired|slows|delays|delayed|promotes|decreases|decreased|decrease the|doubles|doubled|halves|effect of|effects of|impact of|impact on|effect on|effects on|contributes to|contributed to|responsible for|changes|alters|stops|works|benefit|benefits|fuels|eliminates|eases|relieves|shortens|extends|plays a role',
    ),
  },
  {
    rule: 'strength/relation',
    strength: 1,
    phrases: list(
      'associat|correlat|linked|link between|links between|link with|related to|relation between|relationship|relates to|risk factor|at risk|higher risk|lower risk|greater risk|increased risk|reduced risk|risk of|more likely|less likely|as likely|likelihood|odds|predict|tend to|tends to|tended to|connected|connection|compared with|compared to|had higher|had lower|have higher|have lower|higher in|lower in|more common|less common|higher rate|lower rate|prevalen|hazard ratio|marker',
    ),
  },
  {
    rule: 'strength/condition',
    strength: 2,
    phrases: list(
      'may|might|could|can|possibl|potential|suggest|appear|seem|probabl|perhaps|should|would|indicate|hypothes|likely to|is thought|believed to|promising|feasibl',
    ),
  },
]

function list(words: string): readonly string[] {
  return words.split('|')
}
