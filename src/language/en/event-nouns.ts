/** Is it a noun that tells of something done or happening, and so may be planned, denied or in doubt: "the [attack]", "an [agreement]"? */
export const isEventNoun = (lemma: string): boolean =>
  eventNouns.has(lemma) || (eventEndings.test(lemma) && !thingNouns.has(lemma))

/** Collected from general knowledge of news English; what has one of the endings is left out. */
const eventNouns: ReadonlySet<string> = new Set(
  (
    'abuse access accident accord act advance aftermath aid airlift ambush anniversary appeal approach arrest arson assault attack attempt auction audit award backlash ban battle ' +
    'bid birth blackout blast blaze blockade bomb bombardment boom boycott breach break breakdown breakthrough breakup broadcast brawl buyout call ' +
    'campaign capture care catch cease-fire ceasefire celebration ceremony challenge change charge chase check claim clampdown clash cleanup climb ' +
    'close closure collapse collision comeback comment comparison complaint concern concert conflict conquest consent contact contest control conversation cost coup coverage ' +
    'crackdown crash crime crisis criticism cure custody cut cutback cyclone damage deadline deal death debate debut decline decrease defeat defense defence deficit ' +
    'delay delivery demand demise departure deposit design despair detour dialogue dialog dinner disaster discourse discovery dispatch display dispute ' +
    'divorce donation doubt downfall downturn drill drive drop drought duel earthquake effect effort embargo emergency end entry epidemic escape estimate ' +
    'event exam exchange exercise exit exodus expense export failure fall famine favor fear feud fight fine fire fix flight flood flow forecast fraud ' +
    'freeze funeral gain game genocide gift glitch goal grant growth guarantee halt harm haul heist help holdup hope hunt hurricane impact import incident initiative ' +
    'increase inflow influx injury inquiry insult interview invite journey joke kidnap kiss lack lag landslide launch lawsuit ' +
    'layoff leak lease lie lift loan look loss love lockdown lockout maintenance manhunt march massacre match merger mischief misconduct misuse ' +
    'mobilization move murder mutiny neglect offense offence offensive offer order ordeal ouster outcome outage outbreak outburst outcry outflow overhaul overthrow overture ' +
    'pact parade pardon patrol pay payout peace performance pilgrimage plan plea pledge plot plunge poll practice pressure probe proceedings process ' +
    'profit progress project promise proof proposal protest purchase purge pursuit push quake quarrel query race raid rain raise rally rampage rape ' +
    'rebate rebellion rebound recall recess record recourse referendum reform refuge regret relapse release relief remark remedy rent repair repeal reply report ' +
    'request rescue research resort response rest restart result retreat return reunion revenge review revolt revolution reward rift riot rise risk ' +
    'robbery rout rule run rush sabotage sacrifice sale scandal scare scream search seizure service setback shift shipment shock ' +
    'shortage shortfall shot show shutdown siege sign slaughter slowdown slump smile speech split spread spill squeeze stampede start ' +
    'stay step stop storm strife strike stroke struggle study success suicide suit summit supply support surge surgery surplus surprise ' +
    'survey suspicion swap sweep swing takeover talk tax test testimony thaw theft threat thrust tie tornado torture touch tour trade tragedy transfer ' +
    'transit transplant transport trap travel trend trespass trial tribute trip trouble truce tsunami turmoil turnaround turnout uproar uprising upgrade ' +
    'uptick upset usage use venture verdict victory view vigil violence visit vote vow voyage wait walk walkout war warfare win withdrawal work worry wound wreck'
  ).split(' '),
)

/** Endings of nouns made from verbs: "explosion", "agreement", "acquittal", "trading". */
const eventEndings = /..(?:[ts]ion|ment|ttal|ssal|usal|oval|ival|rsal|iance|erence|tance|eakage|overy|asure|[a-z]ing)$/

/** Nouns with such an ending that are things, people or places. */
const thingNouns: ReadonlySet<string> = new Set(
  (
    'station nation section position condition population location organization organisation institution corporation association ' +
    'administration generation information tradition version television pension mansion passion tension dimension division fraction function ' +
    'foundation federation delegation faction fashion ammunition portion constitution caution medication plantation junction ' +
    'government department document apartment parliament moment cement instrument element equipment basement environment segment supplement ' +
    'sediment monument compartment garment pavement regiment tournament ointment fragment ' +
    'building morning evening something anything nothing everything ceiling clothing railing string spring wing king ring viking sibling shilling ' +
    'lightning herring duckling earring being meaning feeling housing furnishing distance substance instance stance circumstance ' +
    'inheritance importance reference preference'
  ).split(' '),
)
