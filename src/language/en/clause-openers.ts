/** Words that open a clause, by what the clause is worth on its own. Lower case. */

/** What follows hangs on the main clause and is not asserted by itself: "if it rains", "as they brace for it". */
export const dependent: ReadonlySet<string> = words(
  'if unless whether when whenever as until till before once where lest',
)

/** What follows is not asserted at all, whatever figure stands in it. */
export const conditional: ReadonlySet<string> = words('if unless whether lest')

/** What follows is taken for granted, so that it can stand without the word: "after [the lists were added]". */
export const factive: ReadonlySet<string> = words('while although though whereas because after since')

/** Pronouns that tie a clause to a noun before it. */
export const relative: ReadonlySet<string> = words('which who whom whose where')

/** Words between a clause's beginning and its subject: "[now] it seems". */
export const discourse: ReadonlySet<string> = words(
  'now well so then first firstly second secondly third finally lastly also moreover however meanwhile but and or yet please ok okay oh right look hey next instead still',
)

/** Verbs by which a text speaks to its reader: "keep an eye on", "let us talk about". */
export const exhortations: ReadonlySet<string> = words(
  'keep get let stay watch look read see click subscribe follow join check imagine consider remember brace buckle picture think note stop wait take forget hold listen enjoy share sign tune learn discover find make meet prepare fasten',
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
