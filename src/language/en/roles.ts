/** Nouns for those who are counted, in the singular. Collected from general knowledge of news English. */

/** Do two nouns say the same of whom or what they count? "residents" and "inhabitants" do, "sappers" and "workers" do not. */
export const sameRole = (a: string, b: string): boolean => {
  const group = groups.get(a)
  return group !== undefined && group === groups.get(b)
}

/** Nouns that count households, posts or places: their number is not a number of people. */
export const groupNouns: ReadonlySet<string> = new Set(
  'family household couple job post position home house building village town company firm'.split(' '),
)

const groups: ReadonlyMap<string, number> = new Map(
  `home house dwelling
  worker employee staffer staff labourer laborer workforce
  firefighter fireman
  soldier troop serviceman
  child kid
  job post position
  truck lorry
  engine truck
  ship boat vessel ferry
  aircraft plane jet
  journalist reporter
  pupil schoolchild
  drone uav
  home dwelling
  firm company
  student undergraduate
  doctor physician medic
  police policeman policewoman officer
  protester demonstrator marcher
  farmer grower
  trader dealer merchant
  death fatality casualty victim body corpse
  resident inhabitant villager local townsperson
  migrant refugee
  passenger traveller traveler
  vote ballot
  train service
  school academy
  shot bullet round
  firefighter crew`
    .split('\n')
    .flatMap((line, group) =>
      line
        .trim()
        .split(/\s+/)
        .map((noun) => [noun, group] as const),
    )
    .reverse(),
)
