/** Words after which an amount is the size of a change: "rose 6.5 %", "down 58 points". Lower case, all forms. */

export const upward: ReadonlySet<string> = new Set(
  (
    'rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping ' +
    'advance advances advanced advancing adds added surge surges surged surging soar soars soared soaring ' +
    'grow grows grew grown growing up increase increases increased increasing higher rally rallied rallying hike hiked ' +
    'spike spiked skyrocket skyrocketed rocketed boosted lifted strengthened appreciated rebounded swelled'
  ).split(' '),
)

export const downward: ReadonlySet<string> = new Set(
  (
    'fall falls fell fallen falling drop drops dropped dropping lose loses lost losing slide slides slid sliding slip slips ' +
    'slipped slipping decline declines declined declining decrease decreases decreased decreasing down tumble tumbled ' +
    'tumbling plunge plunged plunging plummet plummets plummeted plummeting shed sheds sink sinks sank sunk sinking lower ' +
    'shrink shrank shrunk shrinking eased dipped dip dips dipping retreated reduced weakened contracted contract crashed'
  ).split(' '),
)

/** Verbs that change what stands between them and "by": "cut its orders by 30 percent", "raise fares by a tenth". */
export const upwardBy: ReadonlySet<string> = new Set(
  'raise raises raised raising boost boosts boosting lift lifts lifted lifting expand expands expanded expanding extend extended'.split(
    ' ',
  ),
)
export const downwardBy: ReadonlySet<string> = new Set(
  'cut cuts cutting slash slashes slashed slashing reduce reduces reducing trim trims trimmed trimming'.split(' '),
)

/** Words that may stand between such a word and its amount. */
export const changeFillers: ReadonlySet<string> = new Set(
  'by an a average as much nearly about around roughly approximately almost over under more less than just only some another further slightly sharply fully'.split(
    ' ',
  ),
)
