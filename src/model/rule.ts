/**
 * The name of the rule that made an annotation, as `layer/rule`: `quantities/more-than`, `credits/original-source`.
 * Rules stand in data lists, each with its id; `--why` prints them and `docs/` lists them.
 */
export type RuleId = `${string}/${string}`
