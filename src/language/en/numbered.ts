/** Words before a number that make it a name or a place in a list, and not a count. Lower case. */
export const numbered: ReadonlySet<string> = new Set(
  (
    'no nos number page pages section sections article articles chapter room rooms flight phase category level version ' +
    'type class grade round game week day stage act part volume episode season title tier lane gate route highway interstate ' +
    'channel unit reactor block platform terminal table resolution protocol psalm step item rule clause paragraph line area zone ' +
    'district sector group division battalion brigade regiment squadron apollo flight exit runway pier berth studio suite apartment ' +
    'apt box bus formula covid windows playstation xbox iphone galaxy model series mark mk boeing airbus f mig su tu ' +
    'amendment proposition bill directive regulation order decree case docket exhibit annex appendix fig chart verse ' +
    'matchday gameweek fy ranked rank ranking world sp nasdaq nikkei russell stoxx topix ftse csi asx dax cac'
  ).split(' '),
)

/** Words after "one" that make it a pronoun or part of a set phrase. */
export const oneIsNoCount: ReadonlySet<string> = new Set(
  'another day time way such thing can could should would may might must is was has who that which or and but in with to for by as from'.split(
    ' ',
  ),
)

/** Words before "one" that make it a pronoun: "no one", "the one". */
export const pronounOne: ReadonlySet<string> = new Set(
  'no any every some each this that the which another last next first square such good bad new big old other great only'.split(
    ' ',
  ),
)
