import type { RuleId } from '../../model/rule.ts'

/** Words that place an event in the future or in somebody's intentions. */
export const planCues: readonly {
  readonly rule: RuleId
  readonly leaves: number
  readonly phrases: readonly string[]
}[] = [
  { rule: 'plans/will', leaves: 2, phrases: list("will|'ll|shall|won't|will not") },
  {
    rule: 'plans/set',
    leaves: 2,
    phrases: list(
      'is to|are to|was to|were to|is set to|are set to|was set to|set to|is slated to|are slated to|slated to|is due to|are due to|due to be|is scheduled to|are scheduled to|scheduled to|is about to|are about to|poised to|on track to|expected to|is expected|are expected|was expected|were expected|going to|gearing up to|preparing to|prepares to|in line to',
    ),
  },
  {
    rule: 'plans/intend',
    leaves: 1,
    phrases: list(
      'plans to|plan to|planned to|planning to|plans for|planned|aims to|aim to|aiming to|aimed to|aims for|intends to|intend to|intended to|hopes to|hope to|hoping to|wants to|want to|seeks to|seek to|seeking to|pledged to|pledges to|vowed to|vows to|promised to|promises to|has promised|have promised|proposes to|proposed to|looking to|agreed to|intention to|intentions to|intention of|ambition to|ambitions to|target of|targets',
    ),
  },
  {
    rule: 'plans/consider',
    leaves: 0.5,
    phrases: list(
      'considering|is considering|under review|under consideration|mulls|mulling|weighing|weighs|being considered|is reviewing|in talks to|exploring|eyeing|eyes',
    ),
  },
]

function list(text: string): readonly string[] {
  return text.split('|')
}
