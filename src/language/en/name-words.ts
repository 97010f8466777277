/** Words that tell what a capitalised name names. Lower case; one list per meaning. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Stand before a person's name, alone or joined: "Lt. Gen.", "Prime Minister", "Brother". */
export const personTitles = words(`
  mr mrs ms miss mx messrs dr prof professor sir dame lord lady baron baroness count countess rev reverend fr father sister brother
  pope cardinal bishop archbishop rabbi imam ayatollah sheikh shaykh sultan emir king queen prince princess
  duke duchess emperor empress president premier chancellor minister secretary governor gov mayor senator sen
  congressman congresswoman congressperson representative rep reps sens speaker ambassador consul judge justice
  prosecutor attorney sheriff constable inspector detective det superintendent commissioner chief officer sergeant sgt corporal cpl
  private pvt lieutenant lt captain capt major maj colonel col general gen brigadier brig admiral adm commander
  cmdr commodore marshal vice deputy undersecretary treasurer chairman chairwoman chairperson chair director
  ceo cfo coach manager spokesman spokeswoman spokesperson councillor councilman councilwoman alderman mp mep
  assemblyman assemblywoman lawmaker analyst economist professor-emeritus chef comrade mufti patriarch abbot
  mullah hajj hon honourable honorable shri smt maj.gen lt.gen brig.gen lt.col maj.-gen lt.-gen rear-admiral co-chair
  trooper deputies medic pilot pastor reverend vicar saint author actor actress singer writer novelist historian
  quarterback striker midfielder defender goalkeeper pitcher veteran journalist reporter correspondent activist lawyer`)

/** Words that join titles into one: "Secretary of State", "Prime Minister", "Foreign Minister". */
export const titleParts = words(`
  prime foreign defence defense interior health finance energy education economy justice home first second acting former
  interim deputy vice assistant associate attorney general chief executive senior junior master rear air lieutenant major
  state lord her his supreme staff sub police fire district county city town army navy force crown grand national press
  gen col maj lt brig sgt cpl officer minister secretary inspector superintendent under-secretary cabinet trade labour labor
  environment agriculture transport culture tourism information planning water resources security`)

/** Given names that are hardly ever anything else. Facts of use, from many languages. */
export const givenNames = words(`
  aaron abdul abdullah abdel abigail abraham abu adam adele adolf adrian ahmad ahmed aidan aisha akira alan albert alberto alejandro
  aleksandr aleksei aleksandar alessandro alex alexander alexandra alexei alexey alexis alfred ali alice alicia alison allan allen allison alvaro
  amanda amber amelia amina amir amit amy ana anastasia anatoly anders andre andrea andreas andrei andres andrew andrey andriy andrzej andy
  angela angelina angelo angus anita anjali ann anna anne annette annie anthony antoine anton antonio anwar april archie ariel arjun armando arnold
  arthur artem arturo arun arvind ashley ashraf asif astrid august aung austin ayman aziz barack barbara barry bart bashar ben benedict benjamin benny bernard
  bernie beth betty beverly bilal bill billy bjorn bob bobby bogdan boris brad bradley brandon brenda brendan brent brett brian bridget brigitte
  bruce bruno bryan caitlin calvin cameron camille carl carla carlo carlos carmen carol caroline carolyn carrie caspar catherine cathy cecilia cedric cesar
  charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher chuck cindy claire clara clarence claude claudia claudio
  clay clement cliff clifford clint clive cody colin colleen connor conor constantin corey cornelius cory courtney craig cristina crystal curtis cynthia cyril cyrus
  daisy dale damian damien dan dana daniel daniela danielle danny daria darrell darren dave david davis dawn dean deborah debra deepak denis denise dennis derek derrick
  desmond devin diana diane dick diego dieter dietrich dimitri dinesh dirk dmitri dmitriy dmitry dmytro dominic dominik dominique don donald donna doris dorothy doug douglas drew duncan
  dustin dwayne dwight dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah elisabeth elise eliza elizabeth ella ellen elliot
  elon elsa emil emilio emily emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernesto ernst esther ethan eugene eva evan eve evelyn evgeny
  fabian fabio faisal farah farid farouk fatima federico felicia felipe felix ferdinand flora fernando fiona florence florian frances francesca francesco francis francisco
  franck francois françois frank franklin franz fred frederic frederick fredrik friedrich gabriel gabriela gareth gary gavin gavrilo gene geoff geoffrey george georges georgina gerald gerard gerhard
  gertrude giancarlo gideon gilbert giorgio giovanni giulia giuseppe gladys glen glenn gloria gonzalo gordon graeme graham grant greg gregor gregory greta guido guillaume guillermo gunter
  gustav gustavo hadi hamid hamza hani hannah hans harold harriet harris harry harvey hasan hassan hazel heather hector heidi heinrich helen helena helene helmut henri henrik henry herbert herman hermann
  hideki hillary hiroshi holly horst howard hubert hugh hugo humphrey hussein ian ibrahim ignacio igor ihor ilham ilya imran ingrid irene irina iris irving isaac isabel isabella ismail ivan ivanka jack
  jackie jacob jacqueline jacques jacques jaime jair jake jakob jamal james jamie jan jana jane janet janice jared jaroslaw jasmine jason javier jay jean jeanne jeff jeffrey jen jennifer jenny jens jeremy
  jerome jerry jesse jessica jesus jill jim jimmy jin joachim joan joanna joanne joao joaquin jochen jodie joe joel johan johann johannes john johnny jon jonas jonathan jordi jorge jose josé josef
  joseph josh joshua josue josué joy joyce juan juana judith judy julia julian juliana julie julien juliet julio julius june jurgen jürgen justin justine kamal kamala karen karim karin karl karla kate katherine kathleen
  kathryn kathy katie katrina kay keith kelly ken kenji kenneth kent kerry kevin khalid khalil kim kirill kirk kirsten klaus konstantin kristen kristin kristina kurt kwame kyle kyrylo
  lance larry lars laura lauren laurence laurent lavrov lawrence lea leah lee leila len lena leo leon leonard leonardo leonid leroy leslie lester lev lewis li liam lidia lilian lily linda lindsay lindsey lionel lisa
  liz lloyd lois lorenzo lori lorraine louis louise luc luca lucas lucia luciano lucy ludwig luigi luis luiz lukas luke lydia lyndon lynn mabel madeleine maggie magnus mahmoud malcolm malik mandy manfred
  manuel marc marcel marcelo marcia marco marcos marcus margaret margarita maria mariam marian marianne marie marilyn marina mario marion marjorie mark markus marta martha martin martina marvin mary
  masoud massimo mateo mathew mathias mathieu matt matteo matthew matthias maureen maurice mauricio max maxim maxime maxwell maya megan mehdi mehmet mel melanie melinda melissa mercedes mette michael michaela
  michel michele michelle miguel mihai mikael mike mikhail milan miles millie milton mira miranda miriam mitch mitchell mohamad mohamed mohammad mohammed mohsen moira molly mona monica morgan moritz morris moshe
  muammar muhammad muhammadu mustafa mykhailo mykola myra nadia nancy naomi narendra nasser natalia natalie natasha nathan nathaniel neil nelson nestor nicholas nick nicola nicolas nicole nigel nikita nikki niklas nikola nikolai nikolay nikos nina
  noah noel nora norbert norma norman octavio oleg oleh oleksandr oleksii oleksiy olena olga oliver olivia olivier omar orlando oscar oskar osman oswald otto owen pablo pamela pascal pat patricia patrick patrik paul paula pauline paulo
  pavel pavlo pedro peggy penelope penny percy perry pete peter petr petra petro phil philip philippe phillip phoebe phyllis pierre pietro piotr prakash preston rachel rafael rahul raj rajesh rajiv ralph ramon ramzan
  randall randy raphael rashid raul ravi ray raymond rebecca recep reinhard rene renata reuben rex reza ricardo riccardo rich richard rick rishi rita rob robert roberta roberto robin rocco rod roderick rodney rodrigo roger
  roland rolf roman ron ronald rosa rosalind rosemary ross roxanne roy ruben rudolf rudy rufus rupert russ russell ruslan rustam ruth ryan sabine sabrina sadiq saeed said salah salim sally salman salvador sam samantha samir samuel
  sandra sandy sanjay sara sarah saul scott sean sebastian serge sergei sergej sergey sergio serhii serhiy seth shane shannon sharon shaun shawn sheila shelley sheryl shinzo shirley shlomo sidney sigmund silvia silvio simon simone
  sonia sophia sophie soren spencer stacy stan stanislav stanley stefan stefano stella stephan stephane stephanie stephen steve steven stewart stuart sue sunil susan susanne suzanne svetlana sven sylvia sylvie tamara tanya tara
  tariq tatiana taylor ted terence teresa terry tess thabo thatcher theo theodore theresa thierry thomas tiffany tim timothy tina tobias toby todd tom tomas tomasz tommy toni tony tracy travis trevor tristan troy tyler ursula uwe vadim
  valentina valentyn valeria valerie valery vanessa vasily vera vernon veronica vicki vicky victor victoria vijay viktor viktoria vince vincent vincenzo viola virginie vitali vitaly vivek vivian vlad vladimir volodymyr volker vyacheslav wade
  wallace walter wanda warren wayne wendy werner wesley wilfred wilhelm will willem william willie wilma winnie winston wolfgang xavier xi yana yasmin yasser yevgeny yitzhak yoko yoshihide yulia yuri yuriy yusuf yves yvonne zachary zainab zoe zoran`)

/** Verbs after which or before which a name is a voice. */
export const sayingVerbs = words(`
  said says say told tells added adds stated states claimed claims announced announces reported reports wrote writes tweeted posted
  argued argues warned warns noted notes explained explains confirmed confirms denied denies insisted insists declared declares
  testified believes thinks thought asked asks replied recalled promised vowed`)

/** A capitalised name that ends in one of these is an organisation. */
export const organisationHeads = words(`
  ministry department agency authority administration bureau commission committee council board office directorate service services
  corporation corp company co inc ltd llc plc gmbh ag sa group holdings holding partners ventures industries enterprises
  association federation confederation union league alliance coalition organisation organization society foundation trust fund
  institute institution centre center university college academy school party movement front brigade battalion regiment division corps
  army navy force forces guard guards police militia command bank exchange parliament assembly senate congress cabinet
  court tribunal secretariat embassy consulate mission delegation network initiative programme program
  airlines airways motors electric energy petroleum pharmaceuticals technologies systems laboratories labs media press
  trade trading logistics foods textiles shipping lines mining oil gas brothers international consulting solutions software
  capital investments insurance properties construction engineering marine freight cement chemicals railways railway plastics clinics
  relief watch safety se nv bv oy ab spa pty kg kft sarl srl lda llp railroad furnaces textile
  club team united fc athletic orchestra ballet choir band church-council synod senate staff treasury inspectorate watchdog
  observatory squad syndicate cartel gang brotherhood rada duma knesset bundestag team cooperative co-operative coop ombudsman
  chamber lobby clinic practice constabulary registry registrar directorate-general commissioners trustees governors`)

/** Begin an organisation with "of" or "for" after them. */
export const organisationOpeners = words(`
  ministry department university college bank office bureau institute institution board council court house
  association federation union league organisation organization society church school academy commission committee
  agency centre center confederation alliance chamber army embassy`)

/** What a publication is called. */
export const outletHeads = words(`
  times post herald tribune gazette chronicle news journal telegraph observer courier examiner inquirer sentinel star globe mail
  express guardian daily weekly magazine mirror standard bulletin dispatch ledger register advertiser argus echo
  monitor record recorder reporter review leader independent wire broadcasting radio television tv fm pulse voice sun
  democrat republican press-telegram post-dispatch newspaper outlet broadcaster gazeta zeitung shimbun newswire newswires
  matin soir rundblick kurier kurir nachrichten vesti anzeiger tageblatt diario jornal noticias giornale corriere`)

/** Buildings, sites and works, written with a capital or not: "Heathrow airport", "Alabuga Special Economic Zone". */
export const facilityHeads = words(`
  airport airfield aerodrome airbase base station factory plant refinery mill mine quarry hospital clinic infirmary
  stadium arena theatre theater museum library gallery cathedral mosque synagogue temple church chapel abbey monastery shrine cemetery
  prison jail penitentiary barracks shipyard dock docks depot terminal warehouse refinery smelter reactor dam bridge tunnel lock
  tower palace castle fort fortress hotel inn hall mall zone technopark polytechnic campus observatory cosmodrome spaceport launchpad
  pipeline interconnector harbour harbor pier wharf marina school nursery kindergarten laboratory embassy courthouse
  headquarters complex compound checkpoint crossing camp landfill zoo aquarium restaurant bar pub café cafe cinema studio
  racecourse speedway racetrack gym pavilion amphitheater amphitheatre mansion farmhouse ranch winery brewery distillery arboretum`)

/** Natural and built places, written with a capital or not after a name: "Mississippi River", "Press Street". */
export const placeHeads = words(`
  river lake mountain mountains mount hill hills valley bay sea ocean gulf strait straits channel sound island islands isle isles peninsula
  desert plain plains plateau coast beach creek brook falls canyon gorge glacier volcano reef forest woods wood park gardens garden
  street avenue road lane boulevard drive highway freeway motorway parkway square plaza place way court-road terrace row crescent
  county parish province region oblast district governorate prefecture state territory municipality borough
  township town village city suburb neighborhood neighbourhood quarter heights ridge range basin delta estuary
  harbor-district lagoon loch firth fjord cape point cove canal reservoir spring springs marsh swamp trail pass
  area lga estate fields bend raion voivodeship canton emirate republic commune shire wadi steppe archipelago atoll st ave rd blvd hwy`)

/** Events by their last word. */
export const eventHeads = words(`
  war games olympics cup championship championships summit conference festival marathon election elections referendum
  massacre revolution uprising crisis earthquake hurricane typhoon cyclone storm conflict treaty accord accords agreement protocol act
  convention open derby parade day week awards prize carnival league-final finals congress-party bowl holocaust ramadan christmas easter
  operation battle siege inquiry trial pact deal protests intifada`)

/** Begin a building: "Hotel Ukraina", "Palais des Nations". */
export const facilityOpeners = words(
  `hotel palais palazzo château chateau villa stade museum basilica courthouse cathedral`,
)

/** Begin a town that no list holds: "St Athan", "San Pelayo". */
export const townOpeners = words(`st saint san santa são sao port fort ciudad villa bad kampung barangay`)

/** Begin an event: "Hurricane Ian", "Operation Spider". */
export const eventOpeners = words(`hurricane typhoon cyclone storm tropical operation battle siege treaty`)

/** Products and weapons by their last word. */
export const productHeads = words(`
  drone drones missile missiles rocket rockets tank tanks fighter jet helicopter frigate destroyer submarine vaccine phone console software app rifle howitzer satellite`)

/** Prepositions that stand before places far more often than before people. */
export const placePrepositions = words(
  `in near at from around outside across throughout toward towards inside above into to through off`,
)

/** Strong ones: what follows is hardly ever a person. */
export const strongPlacePrepositions = words(`in near around outside across throughout inside into`)

/** Months, days, forms of address and other capitalised words that name nobody. */
export const capitalisedCommon = words(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  i i'm i've i'd i'll god am pm ad gmt utc est edt cst cdt pst pdt bst cet covid-19 covid tv ok yes no oh ceo cfo pr it gdp dna hiv aids
  internet web bible quran koran christmas easter ramadan covid christianity islam catholic christian muslim jewish jew hindu buddhist islamist
  protestant orthodox sunni shia shiite republican republicans democrat democrats democratic conservative conservatives labour tory tories
  liberal liberals communist communists nazi marxist socialist english-speaking anchor host presenter narrator interviewer reporter photo photos image video read more related share updated file copyright`)

/** Nouns with "the" that stand for the one body of their kind that the report names. */
export const bodyNouns = words(`
  ministry agency company broadcaster newspaper outlet university commission committee council department institute
  foundation union party bank corporation bureau court tribunal parliament hospital airport factory plant refinery`)

/** Words that open a sentence with a capital without naming anything. */
export const sentenceOpeners = words(`
  the a an this that these those it its he she they we i you his her their our my your but and or so yet if when while although though after
  before since because as in on at by for from with under over during however meanwhile there here what who how why where which whose
  not no neither nor either some many most several both all each every another other others last next one two three four five six seven eight nine ten
  about according also among any are at be been being between can could did do does down even few first former get given had has have having
  hundreds thousands dozens instead is just later let like local made make may might more moreover much must near nearly never new now of off officials
  old once only out part people per perhaps please police recent reports right said same say saying see should show similarly still such than then
  through thus today together tomorrow too toward until up upon us use very was well were what whatever will within without would yes yesterday
  despite against along across around behind below beside besides beyond inside outside unlike via further furthermore nevertheless nonetheless
  authorities sources residents witnesses experts scientists researchers lawmakers government officials workers women men children students
  investigators prosecutors firefighters rescuers soldiers troops protesters critics supporters analysts doctors teachers families
  speaking asked following earlier currently recently finally additionally overall eventually ultimately sadly fortunately
  critics whether thanks look come go take give keep think know want need find tell call try ask work seem feel leave put mean turn start`)

/** Join parts of one name inside it: "Bin", "van der", "de la". */
export const nameJoints = words(
  `de la le les du des del della di da do dos das van von der den ter ten bin ibn al el abu ould d' of the and & for on upon e y und et sur`,
)

/** Directions and sizes that make part of a place: "South Florida", "Greater Manchester". */
export const placeSides =
  words(`north south east west northern southern eastern western central upper lower greater inner outer mid northeast northwest southeast southwest
  north-east north-west south-east south-west northeastern northwestern southeastern southwestern downtown metropolitan metro suburban`)

/** Begin the full style of a state or town: "Republic of Armenia", "City of Bath". */
export const stateStyles = words(
  `republic kingdom state states commonwealth federation emirate sultanate principality dominion city town county province district territory isle island`,
)

/** Ordinary words that are also names of towns: a place only where a preposition or a state says so. */
export const townsLikeWords = words(`
  many none union section commerce surprise orange hang star hope liberty independence progress enterprise energy
  reform freedom justice unity eagle bath reading mobile nice man of split male best same wells deal sale bar bell
  page rice price centre center mission west east north south central summit nord rue sine republic islands island
  delta imperial century media data early eden energetic event explorer fair faith friendly fortune friend fame
  federal general golden grand gold good green globe happy harmony hero home honor humble hurricane industry joy king
  lake language law lead leader legal light lime love loyal lucky magic marvel mark market mason memory miller model
  monument moon morning mystic natural new normal novelty oak ocean oil olive opportunity pace paradise parks patriot
  peace perfect pilot plain pleasant point post power protection rainbow ready red republican resort retreat rich ring
  rising rock rocket rose royal rule sandy santa science security senior service sharp show silver smart social song
  source spring square staff standard state steel stone story strong success sugar sun superior supreme sweet temple
  tiger time top trail transfer treasure tribune triumph true trust truth two uncertain universal university urban
  valid value victory view village vision war warm water welcome wheel white wild win winner wood work world wright
  yellow young zone see bay bridge castle church city clay college congress cool corning county court cross crown day
  diamond dome dream drop dry dual elder electric elite empire equality exchange field fire first fish five flag flat
  flower forest fork fort four fox front game garden gas gay gem gift glass god grace grant gray grey ground grove
  guard guide gun hall hand harbor hard hart head heart hill holiday holly host hot house hub hunt hunter ice idea
  indian inn iron jet judge key kids kiss know lab lady land lane laws lawn lawyers lens level life line lion lions
  loop lost low major maple march marble mayor meadow merchant mercury met mill mills mine mint miracle money more
  motor mountain music nature neat network noble note nova novel open order pan park parker pass past path pearl pen
  people pepper pie pine pioneer plan planet plant plaza plus pocket police pond pool port premium president prime
  prince princess pro profit prosper quality queen quick race rail rain range rapid ray real record reserve rest
  review ridge rifle river road robin room root round route rush safe sage saint salt sand save scout sea seal season
  senate shade shadow shelter sheriff ship shock shop short sign single six sky small smith snow solid son spirit
  sport spot spy stage start station stay steam step stock stop storm stream street strip student style summer supply
  surf swan table talent tax tea team ten term test three thunder toast today tower town trade traffic train travel
  treat tree tribe trinity troop trout tunnel twin unit upper vale van velvet vice victor vine voice walk wall ward
  watch wave way wealth weed week well wind wine wing winter wise wolf woman women woods word yard year international
  national kong bill bills act chapter company committee council department family foundation group journal league
  museum news office party play program project report research school series society sports studio system`)

/** Begin an outlet: "Radio Kadja", "Courrier du Mayo". */
export const outletOpeners = words(
  `radio tv télé tele canal courrier journal diario jornal gazeta gazette giornale corriere`,
)

/** In small letters before a name, make it an organisation: "operator Tumaini Lines", "the carmaker Hanseat". */
export const organisationLabels = words(`
  maker carmaker automaker company firm operator group charity bank airline manufacturer giant developer supplier retailer contractor
  start-up startup union party club ngo watchdog chain brand insurer lender conglomerate utility regulator shipbuilder
  brewer drugmaker chipmaker planemaker steelmaker subsidiary consultancy think-tank non-profit nonprofit militia`)

/** In small letters before a name, make it an outlet. */
export const outletLabels = words(
  `weekly daily newspaper outlet broadcaster magazine channel station wire website site portal paper tabloid`,
)

/** Before a ship's name. */
export const shipPrefixes = words(`mv mt ms ss uss hms hmas hmcs fv ins tss rms`)
