import type { SourceKind } from '../../model/attribution.ts'

/** What manner of voice a head noun names, most particular first. Singular, lower case. */
export const sourceKinds: readonly { readonly kind: SourceKind; readonly heads: ReadonlySet<string> }[] = [
  {
    kind: 'imagery',
    heads: words('image imagery footage video photo photograph picture screenshot radar clip film scan'),
  },
  {
    kind: 'data',
    heads: words(
      'data figure statistic number index reading gauge sensor meter log tally seismograph tracker estimate record',
    ),
  },
  {
    kind: 'document',
    heads: words(
      'report statement study survey poll file letter email e-mail memo memorandum filing lawsuit complaint ruling verdict indictment document transcript register permit contract invoice sheet book article paper analysis audit assessment notice release bulletin plan list ledger certificate review order decree affidavit testimony manifest communique draft treaty agreement law bill constitution budget policy guideline rule minutes diary research inspection',
    ),
  },
  {
    kind: 'vague',
    heads: words(
      'report rumour rumor speculation word talk gossip whisper chatter buzz scuttlebutt legend hearsay media press critic expert analyst observer commentator some many other others people resident local villager neighbour neighbor supporter opponent activist voter everyone anyone most few several user public opinion street insider pundit campaigner protester skeptic sceptic democrat republican conservative liberal conspiracy',
    ),
  },
  {
    kind: 'anonymous',
    heads: words(
      'source official witness eyewitness worker employee man woman person aide adviser advisor diplomat soldier officer guard driver nurse doctor survivor passenger miner colleague student farmer clerk packer engineer lawyer relative mother father brother sister wife husband son daughter friend executive trader manager investigator member boy girl operator teacher scientist researcher whistleblower customer caller patient client crew',
    ),
  },
  {
    kind: 'outlet',
    heads: words(
      'newspaper broadcaster magazine radio website site daily weekly tabloid channel station outlet wire blog paper newsroom network newswire',
    ),
  },
  {
    kind: 'institution',
    heads: words(
      'ministry police government company authority agency department office council court hospital committee commission university union association army navy military force command service firm bank party team administration board group organisation organization institute operator spokesman spokeswoman spokesperson embassy parliament congress senate house regime state city province county kremlin pentagon campaign centre center foundation school utility regulator carrier airline prosecutor owner maker desk bureau secretariat federation alliance coalition club corporation church brigade junta cooperative fund charity watchdog',
    ),
  },
  {
    kind: 'person',
    heads: words(
      'minister president chairman chairwoman chair director chief head governor mayor commander general leader secretary ambassador captain superintendent professor dr mr mrs ms founder ceo editor author judge candidate senator lawmaker envoy headman king queen prince pope bishop priest imam he she i nominee congressman congresswoman attorney sheriff coach billionaire businessman who him her',
    ),
  },
]

/** Papers in the plural that nobody in particular wrote: "reports suggest", "multiple media reports", "the latest accounts". */
export const nobodysPapers: ReadonlySet<string> = words('reports accounts')

/** May stand before them without telling whose they are. */
export const nobodysWords: ReadonlySet<string> = words('media news press market industry internet online web')

/** Words that make a capitalised name an outlet's. */
export const outletWords: ReadonlySet<string> = words(
  'times post news herald tribune gazette radio tv press journal reuters ap afp nhk bbc cnn newswire daily chronicle observer courier telegraph guardian broadcaster broadcasting cbs nbc abc msnbc npr bloomberg politico breitbart buzzfeed axios magazine weekly wire television courant mirror globe bulletin tass xinhua kyodo yonhap',
)

/** Words that make a capitalised name an institution's. */
export const institutionWords: ReadonlySet<string> = words(
  'ministry command hospital department agency council inc corp ltd llc plc university union association committee commission party institute bank group company court office police government army navy force service authority federation organisation organization administration bureau board center centre congress senate house parliament embassy foundation gmbh trade partners holdings fbi cia nato un eu who pentagon kremlin',
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
