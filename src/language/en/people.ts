/**
 * Nouns for people and for groups of people, singular, lower case: who may be said to have said something although no office
 * and no body is named. Facts of the language, collected from general knowledge of news English.
 */
export const personNouns: ReadonlySet<string> = words(`
  man woman person boy girl child kid baby adult youth teenager pensioner mother father parent brother sister son daughter
  wife husband widow widower uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter sibling relative
  family couple partner fiance fiancee friend neighbour neighbor guest host stranger colleague companion roommate classmate
  resident citizen native villager islander local visitor tourist traveller passenger pedestrian motorist cyclist commuter
  driver pilot captain sailor skipper deckhand docker stevedore crew crewman steward stewardess conductor mechanic engineer
  technician electrician plumber carpenter mason builder labourer laborer worker employee staffer clerk typist secretary
  cleaner janitor porter guard watchman caretaker doorman butler maid cook chef waiter waitress bartender baker butcher
  brewer miller miner smith blacksmith potter weaver tailor shoemaker jeweller jeweler printer painter sculptor artist
  musician singer actor actress dancer writer author poet novelist playwright editor journalist reporter correspondent
  photographer cameraman columnist critic blogger presenter anchor narrator translator interpreter teacher professor tutor
  lecturer student pupil scholar academic historian economist scientist researcher biologist chemist physicist geologist
  astronomer mathematician statistician archaeologist anthropologist sociologist psychologist psychiatrist doctor physician
  surgeon nurse midwife paramedic pharmacist dentist veterinarian vet coroner pathologist patient carer caregiver therapist
  lawyer attorney solicitor barrister notary judge juror prosecutor bailiff magistrate defendant plaintiff claimant
  complainant suspect convict inmate prisoner detainee hostage captive victim survivor casualty witness eyewitness bystander
  onlooker observer informant whistleblower insider source spy agent soldier sailor airman marine conscript recruit veteran
  reservist sapper deminer gunner infantryman paratrooper fighter militant rebel insurgent guerrilla gunman sniper commander officer sergeant corporal private general
  admiral lieutenant colonel policeman policewoman detective inspector constable gendarme firefighter fireman rescuer
  lifeguard diver climber mountaineer hunter fisherman farmer grower rancher herder shepherd gardener forester logger trapper
  merchant trader dealer broker wholesaler retailer shopkeeper vendor seller buyer customer client consumer shopper tenant
  landlord landowner homeowner owner investor shareholder creditor lender banker financier accountant auditor actuary analyst
  consultant adviser advisor expert specialist pundit commentator strategist planner manager foreman supervisor director
  executive boss chief head leader founder chairman chairwoman president minister premier chancellor governor mayor
  councillor councilor senator lawmaker legislator deputy delegate envoy ambassador diplomat consul official bureaucrat
  inspector regulator politician candidate nominee contender rival opponent supporter activist campaigner protester protestor
  demonstrator marcher striker picket organiser organizer volunteer donor philanthropist missionary priest pastor vicar rabbi
  imam cleric bishop archbishop cardinal pope monk nun friar abbot deacon preacher prophet pilgrim believer worshipper king
  queen prince princess duke duchess emperor empress sheikh sultan chieftain headman elder matron warden headmaster
  headmistress principal dean rector coach trainer referee umpire athlete player footballer boxer swimmer runner rider jockey
  racer champion fan migrant refugee immigrant emigrant asylum-seeker exile expatriate settler nomad user reader viewer
  listener subscriber blogger gamer hacker developer programmer coder designer architect surveyor inventor entrepreneur
  businessman businesswoman tycoon billionaire millionaire magnate oligarch heir successor predecessor spokesman spokeswoman
  spokesperson storekeeper innkeeper beekeeper gatekeeper lamplighter stoker packer picker loader welder fitter turner spinner
  operative assistant aide attendant apprentice trainee intern novice beginner voter elector pollster taxpayer caller sender
  member follower disciple loyalist dissident reformer moderate hardliner conservative liberal socialist communist democrat
  republican nationalist separatist environmentalist conservationist ecologist climatologist meteorologist forecaster
  seismologist volcanologist hydrologist epidemiologist virologist oceanographer lobbyist advocate defender opponent sceptic
  skeptic optimist pessimist realist commentariat public electorate crowd audience jury panel team squad crew gang tribe clan
  community population nation diaspora delegation opposition coalition leadership management staff workforce personnel
  majority minority prosecution defence defense resistance government police army military press media industry
`)

/** Those of them that name many at once: three crews are not three people. */
export const collectiveNouns: ReadonlySet<string> = words(`
  family couple crowd audience jury panel team squad crew gang tribe clan community population nation diaspora delegation
  opposition coalition leadership management staff workforce personnel majority minority prosecution defence defense
  resistance government police army military press media industry public electorate commentariat
`)

/** Places whose people or offices are meant when they say something: "the region declared". Singular, lower case. */
export const actingPlaces: ReadonlySet<string> = words(`
  country state region province county canton department district municipality borough parish town city capital village
  settlement neighbourhood neighborhood island republic kingdom territory side
`)

/** End like the names of those who do something, and are things. Singular, lower case. */
export const mute: ReadonlySet<string> = words(`
  number paper water power order matter error river summer winter corner computer tower border factor sector letter tractor
  reactor motor floor door weather cover disaster murder answer center centre theater theatre shower dinner supper butter
  chapter character container counter cluster meter monitor mirror sensor router server printer filter heater cooler
  engine moment event accident incident treatment payment shipment investment environment equipment instrument element
  segment apartment basement pavement cement content extent percent plant restaurant grant warrant remnant
  tanker freighter trawler bulldozer helicopter airliner danger hunger anger fever cancer finger shoulder layer bunker
  shelter trailer truck money detail dispute fee degree levee coffee knee tree equipment moment crater
  career barrier offer tender gender tenor terror horror humour humor labour labor color colour flavour favour
  harbour harbor odour odor vapour vapor vector
`)

/** Tell that a person is a woman: titles, kinship and offices in the feminine. Lower case. */
export const women: ReadonlySet<string> = words(`
  mrs ms miss madame señora doña frau lady dame sister mother wife widow daughter aunt niece grandmother granddaughter girl
  woman queen princess duchess empress nun matron spokeswoman chairwoman businesswoman policewoman congresswoman
  councilwoman alderwoman headmistress actress waitress stewardess hostess heroine midwife
`)

/** Tell that a person is a man. Lower case. */
export const men: ReadonlySet<string> = words(`
  mr sir lord herr señor don father brother husband widower son uncle nephew grandfather grandson boy man king prince duke
  emperor pope cardinal monk friar sheikh spokesman chairman businessman policeman congressman
  councilman alderman headmaster headman fisherman fireman cameraman watchman crewman monsieur
`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
