/** Nouns that stand for a number and not for what is numbered: "the number of people", "a figure of 61", "the share of cells". */
export const placeholders: ReadonlySet<string> = new Set(
  (
    'number numbers figure figures count counts total totals tally toll share proportion percentage volume amount quantity level rate ' +
    'estimate estimates sum size maximum minimum average majority minority rest part value worth extent scale register reckoning half point time times way end start order range excess'
  ).split(' '),
)

/** Verbs that set a noun equal to its number, so that their subject is what is measured: "the damage came to 48 million". */
export const levelVerbs: ReadonlySet<string> = new Set(
  (
    'is are was were be been being am has have had will would could can may might must should shall do does did to ' +
    'stand stands stood standing total totals totaled totalled reach reaches reached hit hits come comes came cover covers covered ' +
    'exceed exceeds exceeded amount amounts amounted equal equals equalled average averages averaged run runs ran go goes went ' +
    'measure measures measured weigh weighs weighed remain remains remained become becomes became cost costs number numbered ' +
    'soar soared skyrocketed swelled'
  ).split(' '),
)

/** Verbs that set what stands behind them at a number: "the regulator puts the leak at 14 tonnes". */
export const settingVerbs: ReadonlySet<string> = new Set(
  'put puts peg pegs place places set sets keep keeps value values estimate estimates reckon reckons fix fixes'.split(
    ' ',
  ),
)

/** Plural without an s; a singular noun straight after a number above one is mostly a verb taken for a noun: "410 work in the city". */
export const plainPlurals: ReadonlySet<string> = new Set(
  (
    'people men women children police staff personnel cattle crew aircraft spacecraft sheep fish deer species series offspring infantry ' +
    'troops dead wounded poor rich elderly headquarters barracks folk clergy livestock poultry feet teeth geese mice media data ' +
    'criteria bacteria policemen policewomen firemen fishermen servicemen gunmen craft head percent times members youth vermin'
  ).split(' '),
)

/** Words for what people do, taken as the deed of a bare number: "thousands fled", "72 work there". */
export const deeds: ReadonlySet<string> = new Set(
  (
    'flee fled leave left work worked march marched gather gathered protest protested riot rioted attend attended ' +
    'live lived vote voted rally rallied sleep slept die arrive arrived escape escaped return returned cross crossed ' +
    'sign signed queue queued demonstrate demonstrated mourn mourned'
  ).split(' '),
)

/** Nouns that make a hyphened number an adjective and no count: "a six-speed gearbox". */
export const compoundTails: ReadonlySet<string> = new Set(
  'speed cylinder door way fold time star tier digit lane wheel party person sided part step track dimensional'.split(
    ' ',
  ),
)
