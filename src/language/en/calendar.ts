import type { RuleId } from '../../model/rule.ts'

const numbered = (...rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, i) => row.split(' ').map((word) => [word, i + 1] as const)))

/** Months, 1..12. "may", "march" and "mar" are months only where a date is meant. */
export const months: ReadonlyMap<string, number> = numbered(
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
)

/** Weekdays, 1 = Monday (ISO 8601). */
export const weekdays: ReadonlyMap<string, number> = numbered(
  'monday mondays mon',
  'tuesday tuesdays tue tues',
  'wednesday wednesdays wed',
  'thursday thursdays thu thur thurs',
  'friday fridays fri',
  'saturday saturdays sat',
  'sunday sundays sun',
)

/** Seasons by their TIMEX3 codes, with the month each begins in on the northern half of the globe. */
export const seasons: ReadonlyMap<string, { readonly code: string; readonly month: number }> = new Map([
  ['spring', { code: 'SP', month: 3 }],
  ['summer', { code: 'SU', month: 6 }],
  ['autumn', { code: 'FA', month: 9 }],
  ['fall', { code: 'FA', month: 9 }],
  ['winter', { code: 'WI', month: 12 }],
])

/** Parts of a day by their TIMEX3 codes. */
export const dayParts: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['mornings', 'MO'],
  ['afternoon', 'AF'],
  ['afternoons', 'AF'],
  ['evening', 'EV'],
  ['evenings', 'EV'],
  ['night', 'NI'],
  ['nights', 'NI'],
])

/** Units of time: the letter of an ISO 8601 duration, and whether it stands after the T. `granularity` names what is counted. */
export interface TimeUnit {
  readonly letter: string
  readonly clock: boolean
  readonly granularity:
    | 'century'
    | 'decade'
    | 'year'
    | 'quarter'
    | 'month'
    | 'week'
    | 'weekend'
    | 'day'
    | 'hour'
    | 'minute'
    | 'second'
  /** How many of `letter` one of it is: a decade in years, a fortnight in weeks. */
  readonly times: number
}

const unit = (granularity: TimeUnit['granularity'], letter: string, times = 1): TimeUnit => ({
  granularity,
  letter,
  clock: granularity === 'hour' || granularity === 'minute' || granularity === 'second',
  times,
})

export const timeUnits: ReadonlyMap<string, TimeUnit> = new Map(
  (
    [
      ['second seconds secs', unit('second', 'S')],
      ['minute minutes mins', unit('minute', 'M')],
      ['hour hours hrs', unit('hour', 'H')],
      ['day days', unit('day', 'D')],
      ['weekend weekends', unit('weekend', 'D', 2)],
      ['week weeks', unit('week', 'W')],
      ['fortnight fortnights', unit('week', 'W', 2)],
      ['month months', unit('month', 'M')],
      ['quarter quarters', unit('quarter', 'M', 3)],
      ['year years yr yrs', unit('year', 'Y')],
      ['decade decades', unit('decade', 'Y', 10)],
      ['century centuries', unit('century', 'Y', 100)],
    ] as const
  ).flatMap(([words, meaning]) => words.split(' ').map((word) => [word, meaning] as const)),
)

/** Words for how often: TIMEX3 type SET. */
export const often: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'P1D'],
  ['weekly', 'P1W'],
  ['biweekly', 'P2W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
])

/** Words that point at the present, the past or the future and at no day. Longest first where they share a beginning. */
export const references: readonly { readonly words: string; readonly value: string; readonly rule: RuleId }[] = [
  ...points(
    'PRESENT_REF',
    'now',
    'right now',
    'currently',
    'at present',
    'presently',
    'nowadays',
    'these days',
    'at the moment',
  ),
  ...points('PRESENT_REF', 'at this time', 'at this point', 'the present', 'current'),
  ...points(
    'PAST_REF',
    'recently',
    'more recently',
    'most recently',
    'the past',
    'the recent past',

    'formerly',
    'lately',
    'recent',
  ),
  ...points('PAST_REF', 'recent years', 'recent days', 'recent times', 'past years', 'the distant past'),
  ...points(
    'FUTURE_REF',
    'the future',
    'the foreseeable future',
    'the years ahead',
    'the near future',
    'soon',
    'the coming years',
    'the coming months',
    'the coming weeks',
  ),
  ...points(
    'FUTURE_REF',
    'coming years',
    'coming months',
    'coming weeks',
    'the coming days',
    'coming days',
    'the near term',
    'the long term',
    'the short term',
  ),
]

function points(value: string, ...words: readonly string[]): typeof references {
  return words.map((phrase) => ({ words: phrase, value, rule: `times/${value.toLowerCase().replace('_', '-')}` }))
}

/** Days with a name: fixed ones as month and day, moving ones as the nth weekday of a month (-1: the last). */
export const holidays: readonly {
  readonly words: string
  readonly month: number
  readonly day?: number
  readonly weekday?: number
  readonly nth?: number
}[] = [
  { words: "new year's day", month: 1, day: 1 },
  { words: "new year's eve", month: 12, day: 31 },
  { words: 'christmas day', month: 12, day: 25 },
  { words: 'christmas eve', month: 12, day: 24 },
  { words: 'christmas', month: 12, day: 25 },
  { words: 'boxing day', month: 12, day: 26 },
  { words: "valentine's day", month: 2, day: 14 },
  { words: 'halloween', month: 10, day: 31 },
  { words: 'independence day', month: 7, day: 4 },
  { words: 'veterans day', month: 11, day: 11 },
  { words: 'armistice day', month: 11, day: 11 },
  { words: 'bastille day', month: 7, day: 14 },
  { words: 'may day', month: 5, day: 1 },
  { words: 'thanksgiving day', month: 11, weekday: 4, nth: 4 },
  { words: 'thanksgiving', month: 11, weekday: 4, nth: 4 },
  { words: 'labor day', month: 9, weekday: 1, nth: 1 },
  { words: 'memorial day', month: 5, weekday: 1, nth: -1 },
  { words: 'martin luther king day', month: 1, weekday: 1, nth: 3 },
]

/** Words that tell the time of what a verb says: the future before a date puts the date ahead. */
export const futureCues: ReadonlySet<string> = new Set(
  "will 'll shall would wo effective scheduled expected due planned plans set intends going tomorrow upcoming".split(
    ' ',
  ),
)
/** Words that put the verb after their "to" in the future: "agreed to buy it in January", "a plan to close on Monday". */
export const planCues: ReadonlySet<string> = new Set(
  (
    'agree agrees agreed agreeing agreement plan plans planned planning supposed hope hopes hoped hoping intend intends intended ' +
    'want wants wanted offer offers offered promise promises promised vow vows vowed pledge pledges pledged deal ready due ' +
    'decide decides decided decision proposal propose proposes proposed threaten threatens threatened expect expects expected ' +
    'prepare prepares prepared preparing poised slated likely about bid try tries trying aim aims aimed contract'
  ).split(' '),
)
export const pastCues: ReadonlySet<string> = new Set('was were had did said has have been ago yesterday'.split(' '))

/** Verbs that leave open what will be: "it may rain on Monday". */
export const openModals: ReadonlySet<string> = new Set('could may might should'.split(' '))
/** What could be perceived was there: "they could see it on Monday" looks back. */
export const perceived: ReadonlySet<string> = new Set('see hear smell feel taste sense notice'.split(' '))
/** Verbs that put a "can" of the day before into a "could": "she said they could go". */
export const tellingVerbs: ReadonlySet<string> = new Set(
  'said told announced added promised ruled decided confirmed stated wrote hoped agreed ordered'.split(' '),
)

/** Words before a bare number of four digits that make it a year. */
export const yearCues: ReadonlySet<string> = new Set(
  (
    'in of since by from until till to during before after through throughout around about between and or early late mid circa ' +
    'ca year for than fiscal beginning starting spring summer autumn fall winter january february march april may june july ' +
    'august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'
  ).split(' '),
)

/** Words before a time that belong to it: "early next year", "the end of 2024". */
export const partWords: ReadonlySet<string> = new Set(
  'beginning start end middle close turn outset eve part half rest course remainder height'.split(' '),
)
