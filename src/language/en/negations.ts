/** Words that turn an event into one that did not happen. */
export const negations: ReadonlySet<string> = new Set(
  "not n't never no none nobody nothing neither nor without cannot nowhere".split(' '),
)

/** After "no" or "not" these make a bound, and negate nothing: "no more than 110 people lived there". */
export const boundsAfterNo: ReadonlySet<string> = new Set('more fewer less later sooner earlier longer'.split(' '))

/** Verbs and phrases whose complement did not happen: "failed to", "prevented". */
export const implicitNegations: ReadonlySet<string> = new Set(
  'fail refuse prevent avoid deny reject lack cancel stop halt decline block forget refute dismiss abandon bar ban prohibit'.split(
    ' ',
  ),
)

/** Phrases that deny what somebody else has put forward. */
export const denialPhrases: readonly string[] =
  'contrary to|not true|untrue|is false|are false|was false|were false|no evidence|pushed back|pushes back|nothing to do with|rules out|ruled out|ruling out|no truth|baseless|fabricated|fabrication|did not happen|never happened|incorrect|a lie|there was no|there were no|there is no|there are no'.split(
    '|',
  )

/** Words that hang on what they negate, near-negations too: "hardly", "few [came]". */
export const negatingWords: ReadonlySet<string> = new Set(
  "not n't never no none nobody nothing neither nor without cannot hardly barely nowhere few little rarely seldom".split(
    ' ',
  ),
)
