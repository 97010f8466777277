/** Words whose full stop does not end a sentence, by what may follow them. Lower case, without the last stop. */

/** Stand before a name or a number and never end a sentence: "Lt. Gen. Kyrylo Budanov". */
export const titles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx messrs dr prof rev hon fr sr br st ste mt ft pres gov sen rep reps sens amb sec atty dep asst assoc ' +
    'gen lt col maj capt cmdr cdr adm sgt cpl pvt brig supt insp det det.sgt lt.gen maj.gen brig.gen lt.col lt.cmdr ' +
    'mme mlle mgr msgr dipl ing hrh vs v viz cf al approx ca no nos art arts fig figs vol pp p par para ch chap op ed eds'
  ).split(' '),
)

/** May stand inside a sentence or at its end: decided by what follows. */
export const inner: ReadonlySet<string> = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'inc ltd corp co cos llc plc bros jr sr phd esq etc est dept univ assn ave blvd rd sq hwy ' +
    'a.m p.m u.s u.k u.n e.u u.s.a d.c e.g i.e ph.d m.d b.a m.a u.a.e d.p.r.k oz lb lbs ft in yd mi km kg min hr hrs sq cu'
  ).split(' '),
)

/** States and provinces as newspapers shorten them behind a town: "Hammond, Ind." Capital letters tell "Ill." from "ill". */
export const states: ReadonlySet<string> = new Set(
  (
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash ' +
    'Wis Wyo W.Va Ont Que Alta'
  ).split(' '),
)

/** Words that open a sentence far more often than they carry one on, after an abbreviation that could go either way. */
export const openers: ReadonlySet<string> = new Set(
  (
    'the a an this that these those it its he she they we i you his her their our my but and or so yet if when while ' +
    'although though after before since because as in on at by for from with under over during however meanwhile ' +
    'there here what who how why where which not no some many most several both all each every another other last next'
  ).split(' '),
)
