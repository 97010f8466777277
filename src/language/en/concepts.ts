/**
 * Words that reports use for one thing, so that "17 dead", "killing 17" and "the toll rose to 17" can be compared.
 * Lemmas in lower case; `_` joins the words of a phrase. Collected from general knowledge of news English, not from any corpus.
 */

/** What has become of people. Two figures of people with different fates never answer the same question. */
export const fates: Readonly<Record<string, string>> = index(`
death: dead die death kill fatality toll perish fatal deadly slay slain succumb drown mortality corpse body victim lose_life lose_their_life claim_life loss_of_life pass_away casualty-dead
missing: missing unaccounted unaccounted_for vanish disappear disappearance not_find not_see not_be_see not_be_find still_look_for unfound whereabouts
injury: injure injury wound hurt injured wounded burn hospitalise hospitalize maim casualty treat treatment
rescue: rescue save pull pluck survive survivor bring_to_safety take_off_rooftop fish_out winch pull_alive take_off dig_out free_from
evacuate: evacuate evacuation flee displace displaced shelter relocate uproot take_out move_to drive_from force_out homeless refugee resettle crowd_into leave_home
detain: detain arrest detention custody jail imprison hold_in capture apprehend seize prisoner
charge: charge indict prosecute sue indictment prosecution accuse convict sentence
sick: sick sicken infect infection ill illness contract_virus fall_ill case outbreak poison diagnose
board: board aboard on_board embark passenger onboard carry_passenger crowd_aboard
dismiss: dismiss dismissal lay_off layoff fire_worker redundancy redundant axe job shed_job cut_job job_cut lose_job sack let_go lose_work livelihood give_notice
hire: hire recruit employ_new job_creation create_job
strike: strike walkout walk_out striker industrial_action stoppage down_tool
protest: protest demonstrate rally march demonstrator protester demonstration
release: release free set_free
employ: employ workforce headcount staff payroll
arrive: arrive arrival newcomer reach_camp
leave: leave depart departure exodus cross_border set_out make_for head_for
`)

/** Words for one thing or deed, other than fates. */
export const concepts: Readonly<Record<string, string>> = index(`
people: people person individual soul human man woman life other member inhabitant resident citizen villager local civilian
family: family household home-family
worker: worker employee labourer laborer labour staff staffer personnel hand workforce builder manpower
job: job post position workplace employment
soldier: soldier troop serviceman fighter combatant military
child: child kid minor schoolchild pupil
firefighter: firefighter fireman fire_crew
trader: trader merchant dealer broker seller vendor
farmer: farmer grower peasant herder
home: home house dwelling building structure property residence
vehicle: truck lorry vehicle engine fire_engine fire_truck
ship: ship vessel boat ferry craft
plane: plane aircraft jet airliner
drone: drone uav unmanned_aircraft unmanned_aerial_vehicle
train: train service_train rail carriage
fire: fire blaze inferno flame wildfire
flood: flood flooding inundation deluge
burn: burn scorch char reduce_to_ash go_up_in_smoke go_up_in_flame torch gut
destroy: destroy destruction ruin wreck raze level flatten demolish lose_home beyond_repair
damage: damage damaged loss harm
collapse: collapse give_way burst break_down crumble fail failure breach cave_in
capsize: capsize overturn sink go_down go_over founder keel_over
crash: crash collide collision smash derail derailment
explode: explode explosion blast blow_up detonate detonation
cause: cause blame trigger spark due_to lead_to result_from responsible culprit origin reason contribute start_fire set_off
water: water volume inflow
reservoir: reservoir lake
dam: dam embankment dyke dike levee barrage
gate: gate sluice spillway floodgate
road: road route highway motorway
open: open lift raise work function operate
locked: lock locked chain chained padlock padlocked shut_in barred bolt
close: close shut mothball shutter closure shutdown idle pause discontinue wind_down
suspend: suspend ground halt freeze revoke withdraw_licence suspension
cut: cut reduce slash trim lower shrink decrease curb scale_back pare axe drop fall decline plunge sink_by plummet
rise: rise increase climb grow jump surge soar skyrocket up raise gain growth hike
limit: limit cap ceiling restrict quota restriction maximum upper_bound curb_on
licence: license licence permit certify certificate authorise authorize approve_for allow design build_for capacity seat clearance permission
expire: expire lapse run_out invalid
wage: wage pay salary raise_pay pay_rise earnings
deal: deal agreement accord pact settlement contract treaty agree
offer: offer propose proposal bid
vote: vote ballot election poll elect
price: price cost quote quotation tariff fare
order: order purchase booking
sale: sale sell revenue turnover
profit: profit earning net_income surplus
debt: debt loan credit lifeline borrow borrowing financing
grant: grant subsidy subsidise aid relief assistance support_package package compensation bailout fund_aid money hand_out donate payout
spend: spend use_up burn_through cash_burn drain_away expenditure
harvest: harvest crop output yield production produce reap gather bring_in
grain: wheat grain cereal
export: export shipment ship_abroad
stock: stock reserve stockpile inventory granary store storage
drought: drought dry dryness parched arid
field: field hectare farmland cropland acreage
emergency: emergency state_of_emergency disaster_declaration
rain: rain rainfall downpour precipitation storm squall
heat: heat hot heatwave temperature
animal: cattle livestock herd cow sheep animal
food: food ration meal grocery
medicine: drug medicine vaccine dose jab
school: school classroom lesson
hospital: hospital clinic ward emergency_room mission_hospital
guard: guard watchman sentry
sleep: sleep asleep slumber bed dormitory
captain: captain skipper master
manager: manager executive boss director
factory: factory plant works site facility depot warehouse
area: area region zone district territory land ground
protected: protect protected reserve_area national_park conservation sanctuary
share: share proportion portion percentage part fraction
satellite: satellite orbit space imagery
missile: missile rocket projectile
attack: attack strike_at raid assault offensive bombard shell bombing shelling
send: send dispatch deploy deployment deliver dispatch_to transfer provide supply
receive: receive get obtain collect take_delivery
train_people: train training instruct instruction
produce: manufacture make build produce production assemble churn_out turn_out
rebuild: rebuild reconstruct reconstruction repair restore restoration
mine_clear: deminer demining sapper mine_clearance clear_mine engineer
move: move transfer shift relocate
plan: plan intend intention scheme programme program
decide: decide decision approve rule resolve
start: start begin launch commence open_talk
end: end finish conclude cease call_off stop
resume: resume restart return_to_service run_again restore_service
meet: meet meeting talk negotiate negotiation discuss consultation
inform: inform tell notify warn warning brief
search: search look_for hunt
control: control contain extinguish put_out subdue tame
arrive_time: reach alongside come_to_scene get_to
ticket: ticket fare_paid
jacket: life_jacket lifejacket vest
trip: trip journey voyage crossing
record: record register log roll
worst: worst largest biggest deadliest severest record_breaking
report_doc: report study survey
withdraw: withdraw retract take_back abandon drop_claim
deny: deny reject dismiss_claim refute dispute rule_out disown
delay: delay postpone late delayed put_off
cancel: cancel scrap call_off_trip
line: line production_line assembly_line
cell: cell battery
customer: customer client buyer carmaker
shareholder: shareholder owner investor fund
insure: insure insurance cover insured
drum: drum barrel container
thinner: thinner solvent chemical paint
exit: exit door way_out
certify_unfit: scrap reject_part waste unusable
usable: saleable good_enough fit_for_sale sellable usable can_be_sell
border: border frontier crossing_point
camp: camp settlement site_camp
refugee_people: refugee migrant displaced_person asylum_seeker
month: month monthly
`)

/** Words too light to tell one claim from another, besides grammar. Lemmas. */
export const light: ReadonlySet<string> = new Set(
  `say tell report be have do can could may might will would shall should must not no and or but if then than that this those these
  the a an of to in on at by for from with into onto over under about around near nearly almost some more most less least many much
  few several only just even also still already yet again now then once since until while when where who whom which what how why
  there here all any both each every other another such own same so too very as it its he she they them his her their we us our you
  your i me my one two three four five six seven eight nine ten hundred thousand million billion dozen percent per cent according
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december day today yesterday tomorrow week year hour minute time night morning afternoon evening late early last next ago
  after before during between through up down out off back away new old first second third former good great big small large
  high low long short number figure total count put give make take go come get see know think believe expect call add note state
  announce confirm estimate claim show accord remain keep stand hold bring set turn find become seem appear mean need want
  official officials source people's staggering grim heartbreaking devastating massive huge jaw-dropping unprecedented unimaginable
  reportedly allegedly roughly approximately exactly mere whopping least nearly whole entire further particular different
  way thing part end fact case side lot kind sort place name word`.split(/\s+/),
)

/** Nouns for people in general: they say nothing of who is counted. */
export const anybody: ReadonlySet<string> = new Set(
  'people person individual soul human man woman life other victim inhabitant resident citizen villager local civilian dead missing survivor body fatality casualty death injured wounded'.split(
    ' ',
  ),
)

function index(lines: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const line of lines.trim().split('\n')) {
    const [concept, words] = line.split(':')
    for (const word of (words ?? '').trim().split(/\s+/)) found[word] ??= (concept ?? '').trim()
  }
  return found
}
