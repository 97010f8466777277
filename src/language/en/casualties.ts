/** Words that make a bare number a number of people: "17 dead", "injures 11". Lower case. */

/** Stand after the number. */
export const fates: ReadonlySet<string> = new Set(
  (
    'dead missing injured wounded hurt killed displaced homeless arrested detained rescued saved unaccounted trapped evacuated ' +
    'hospitalised hospitalized feared presumed stranded infected sickened deported kidnapped abducted freed drowned perished ' +
    'died survived fled jailed sentenced poisoned quarantined vaccinated'
  ).split(' '),
)

/** May stand between the number and its fate: "29 still missing". */
export const fateFillers: ReadonlySet<string> = new Set(
  'were was are is still others other have had been has more confirmed reported seriously badly critically now remain remained left feared presumed'.split(
    ' ',
  ),
)

/** Verbs whose bare object is people: "fire injures 11". */
export const harms: ReadonlySet<string> = new Set(
  (
    'kill kills killed killing injure injures injured injuring wound wounds wounded wounding hurt hurts hurting sicken sickens ' +
    'sickened displace displaces displaced displacing arrest arrests arrested arresting detain detains detained detaining ' +
    'rescue rescues rescued rescuing evacuate evacuates evacuated evacuating save saves saved saving strand strands stranded trap traps trapped'
  ).split(' '),
)

/** Nouns of a toll; a bare number governed by one counts people: "the death toll rose to 26". */
export const tolls: ReadonlySet<string> = new Set(
  'toll dead missing injured wounded deaths fatalities casualties'.split(' '),
)
