/** Nouns that say what manner of voice somebody is. Lower case, singular. Facts of the language, collected from general knowledge of news English. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Speak for a body and for nothing else: "the ministry's spokesman". */
export const spokespersons = words(
  'spokesman spokeswoman spokesperson spokespeople representative press-secretary speaker spox mouthpiece envoy press-officer',
)

/** Hold an office in a body, so that what they say in office is said by the body: "bureau director", "minister for dams". */
export const officers = words(`
  minister secretary director president chairman chairwoman chairperson chair head chief commander governor mayor deputy
  manager executive ceo cfo coo commissioner superintendent inspector captain colonel general admiral major lieutenant
  sergeant ambassador chancellor premier coordinator administrator officer leader prosecutor judge dean rector principal
  senator congressman congresswoman lawmaker councillor matron founder owner boss treasurer economist analyst researcher
  scientist engineer official negotiator mediator headman marshal sheriff undersecretary vice-president curator warden
`)

/** Bodies that can speak. The kind tells which definite descriptions may mean them. */
export const bodyNouns: Readonly<Record<string, 'government' | 'company' | 'outlet' | 'other'>> = {
  ...kind(
    'government',
    `ministry department government bureau office directorate agency authority command council parliament commission
     court police gendarmerie army navy military coastguard guard service administration municipality cabinet embassy
     treasury prosecutor kremlin pentagon senate congress brigade district prefecture inspectorate board registry
     intelligence town city province exchange secretariat`,
  ),
  ...kind(
    'company',
    `company firm operator carmaker manufacturer maker bank airline shipowner utility retailer carrier supplier employer
     group corporation conglomerate startup insurer lender refiner brewer producer developer builder contractor consultancy
     broker exporter importer miner steelmaker chipmaker drugmaker planemaker publisher grid lines chain brand fund
     management`,
  ),
  ...kind(
    'outlet',
    `newspaper paper daily weekly tabloid broadsheet magazine journal outlet broadcaster station channel radio television
     tv wire newswire site website portal blog newsletter periodical bulletin gazette press newsroom publication ledger`,
  ),
  ...kind(
    'other',
    `union association federation hospital clinic charity organisation organization ngo institute institution university
     college school church party movement alliance league society committee foundation centre center laboratory observatory
     network coalition club team desk mission campaign cooperative chamber watchdog think-tank group militia front
     consortium panel task-force secretariat syndicate relief`,
  ),
}

/** What somebody utters: a statement of a body is the body speaking. */
export const utterances = words(
  'statement release communique communiqué announcement tweet post email e-mail letter interview briefing conference speech bulletin notice message broadcast remarks remark comments comment declaration note press-release filing update video call transcript account version',
)

/** Papers that speak for themselves. */
export const papers = words(`
  report study survey document paper memo memorandum file dossier register registry ledger certificate inventory list log
  record records minutes contract agreement draft text audit review assessment analysis inquiry investigation indictment
  complaint lawsuit verdict ruling book leak cable spreadsheet sheet index census poll roster permit protocol tally statistics
  figures data map plan table archive manifest notice copy
`)

/** Made by a camera or sensor. */
export const imagery = words(
  'image imagery photo photograph photographs picture footage video scene satellite radar drone-footage scan',
)

/** A paper that reached the press against or without the will of the body that made it: it speaks for itself alone. */
export const leaked = words(
  'leaked obtained seen reviewed internal confidential secret unpublished classified shown draft',
)

/** Said of a paper or report that is not the one spoken of before: "the latest reports". */
export const anotherThanBefore = words(
  'latest recent new newer newest fresh further other another additional separate earlier previous later subsequent different similar various several many multiple some numerous more conflicting',
)

/** Pronouns and phrases by which a document means its own publisher. Matched whole, lower case. */
export const ownOutlet =
  /^(?:we|us|our|ours|ourselves)$|\b(?:this|our) (?:newspaper|paper|newsletter|letter|station|site|website|channel|agency|magazine|reporter|reporters|correspondent|correspondents|outlet|publication|programme|program|blog|broadcaster|newsroom|team|staff|journal|weekly|daily|radio|count|tally|model|estimate|calculation|calculations|analysis|crop tour|visit)\b/

/** People without a name, told apart only by what the text calls them. */
export const crowds = words(`
  official source diplomat insider observer expert critic witness eyewitness resident local villager neighbour neighbor
  survivor trader worker employee manager staffer aide person people man woman passenger fisherman farmer relative
  investigator clerk deckhand banker broker dealer nurse doctor soldier activist protester student teacher driver
  firefighter rescuer volunteer lawyer user reader commentator supporter opponent report media rumour rumor word publication
  outlet authority colleague packer foreman shift-leader
`)

/** Titles before a person's name. */
export const personTitles = words(`
  mr mrs ms mx miss dr prof professor sir dame lord lady rev reverend father sister brother bishop archbishop cardinal pope
  imam rabbi sheikh king queen prince princess lt gen col maj capt cmdr cdr adm sgt cpl pvt brig general colonel major captain
  commander admiral sergeant corporal private brigadier lieutenant marshal superintendent inspector constable chief president
  minister premier chancellor governor mayor senator sen rep representative congressman congresswoman secretary ambassador judge
  justice attorney chairman chairwoman director spokesman spokeswoman spokesperson deputy vice acting former ex-president
  doctor nurse officer detective commissioner headman madame monsieur herr frau señor señora don doña prime foreign
`)

/** Small words inside names that carry no identity. */
export const nameFillers = words(
  'the a an of for and to in on at de du des la le les del di da do dos van von der den und et y e se ag gmbh inc ltd llc plc corp nv oyj spa srl kg sarl',
)

function kind<K extends string>(name: K, list: string): Record<string, K> {
  return Object.fromEntries(
    list
      .trim()
      .split(/\s+/)
      .map((word) => [word, name]),
  )
}
