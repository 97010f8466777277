/** What nearly every state has one of, with the wordings news uses after "Ukraine's", "the Ghanaian" or before "of Japan". */
export const offices: readonly (readonly [role: string, wordings: string])[] = [
  [
    'defence ministry',
    'defence ministry|defense ministry|ministry of defence|ministry of defense|ministry of national defence|ministry of national defense|defence department|defense department|department of defence|department of defense|mod',
  ],
  [
    'foreign ministry',
    'foreign ministry|ministry of foreign affairs|foreign affairs ministry|foreign office|external affairs ministry|ministry of external affairs|department of foreign affairs|mfa',
  ],
  [
    'interior ministry',
    'interior ministry|ministry of interior|ministry of the interior|ministry of internal affairs|internal affairs ministry|home affairs ministry|ministry of home affairs|home ministry',
  ],
  [
    'health ministry',
    'health ministry|ministry of health|ministry of public health|public health ministry|health department|department of health',
  ],
  ['finance ministry', 'finance ministry|ministry of finance|treasury|finance department'],
  ['economy ministry', 'economy ministry|ministry of economy|ministry of the economy|economic ministry'],
  ['justice ministry', 'justice ministry|ministry of justice|justice department|department of justice'],
  [
    'energy ministry',
    'energy ministry|ministry of energy|power ministry|ministry of power|oil ministry|ministry of oil|petroleum ministry',
  ],
  [
    'agriculture ministry',
    'agriculture ministry|ministry of agriculture|agriculture department|department of agriculture|farm ministry',
  ],
  ['education ministry', 'education ministry|ministry of education|education department|department of education'],
  [
    'transport ministry',
    'transport ministry|ministry of transport|transportation ministry|ministry of transportation|transport department|department of transport',
  ],
  [
    'environment ministry',
    'environment ministry|ministry of environment|ministry of the environment|environmental ministry',
  ],
  ['labour ministry', 'labour ministry|labor ministry|ministry of labour|ministry of labor'],
  [
    'trade ministry',
    'trade ministry|ministry of trade|commerce ministry|ministry of commerce|industry ministry|ministry of industry|ministry of industry and trade',
  ],
  [
    'water ministry',
    'water ministry|ministry of water|ministry of water resources|water resources ministry|irrigation ministry|ministry of irrigation',
  ],
  ['tourism ministry', 'tourism ministry|ministry of tourism'],
  ['information ministry', 'information ministry|ministry of information'],
  [
    'presidency',
    'presidency|presidential office|presidential palace|president’s office|office of the president|presidential administration',
  ],
  ['head of government office', 'prime minister’s office|office of the prime minister|chancellery|cabinet office'],
  ['parliament', 'parliament|national assembly|legislature'],
  ['general staff', 'general staff|joint chiefs of staff'],
  ['armed forces', 'armed forces|military'],
  ['air force', 'air force'],
  ['navy', 'navy'],
  ['coast guard', 'coast guard|coastguard'],
  ['army', 'army'],
  [
    'military intelligence',
    'military intelligence|military intelligence agency|military intelligence service|defence intelligence|defense intelligence|main intelligence directorate',
  ],
  ['foreign intelligence service', 'foreign intelligence service|foreign intelligence|foreign intelligence agency'],
  [
    'security service',
    'security service|domestic intelligence service|domestic intelligence agency|state security service|internal security service',
  ],
  ['police', 'police|national police|police force|police service'],
  [
    'prosecutor',
    'prosecutor general’s office|prosecutor’s office|general prosecutor’s office|prosecution service|attorney general’s office',
  ],
  ['supreme court', 'supreme court|highest court|top court'],
  ['central bank', 'central bank|national bank'],
  [
    'statistics office',
    'statistics office|statistics agency|statistics bureau|statistical office|bureau of statistics|national statistics office|statistics service',
  ],
  [
    'weather service',
    'weather service|weather agency|meteorological agency|meteorological service|met office|weather bureau|meteorological office|national weather service|meteorological department',
  ],
  ['geological survey', 'geological survey|seismological institute'],
  ['election commission', 'election commission|electoral commission|central election commission|electoral authority'],
  ['aviation authority', 'aviation authority|civil aviation authority|aviation agency'],
  ['space agency', 'space agency'],
  [
    'emergency service',
    'emergency service|emergency services|disaster agency|disaster management agency|civil protection agency|civil defence agency|civil defense agency|emergencies ministry|emergency situations ministry|ministry of emergency situations',
  ],
  ['border guard', 'border guard|border guard service|border service|border agency'],
  [
    'public broadcaster',
    'public broadcaster|public service broadcaster|national broadcaster|public television|public radio|national public broadcaster|national television',
  ],
  [
    'state broadcaster',
    'state broadcaster|state television|state tv|state-run broadcaster|state-run television|state-run tv|state radio',
  ],
  [
    'state news agency',
    'state news agency|state-run news agency|official news agency|government news agency|state-owned news agency',
  ],
  ['national news agency', 'national news agency'],
]

/** One role may be filled by another where the first is empty: a national broadcaster may be a state one. */
export const standIns: Readonly<Record<string, readonly string[]>> = {
  'public broadcaster': ['state broadcaster'],
  'state broadcaster': ['public broadcaster'],
  'state news agency': ['national news agency'],
  'national news agency': ['state news agency'],
}

/** Roles that only a row of data can fill: a state's press is no office of the state, and its name cannot be made up. */
export const namedOnly: ReadonlySet<string> = new Set([
  'public broadcaster',
  'state broadcaster',
  'state news agency',
  'national news agency',
])

/** What belongs to what, by role: a general staff to its defence ministry. */
export const officeOf: Readonly<Record<string, string>> = {
  'military intelligence': 'defence ministry',
  'general staff': 'defence ministry',
  'armed forces': 'defence ministry',
  'air force': 'armed forces',
  navy: 'armed forces',
  army: 'armed forces',
}

/** Nouns that only say what kind of thing the following name is: "the Ukrainian outlet Militarnyi", "the weekly …". */
export const labels: ReadonlySet<string> = new Set(
  (
    'outlet newspaper paper daily weekly monthly magazine broadcaster channel station agency wire website site portal ' +
    'tabloid broadsheet publication journal blog media news service television tv radio network newswire news-site ' +
    'watchdog monitor think-tank group organisation organization ngo charity institute company firm trade defence ' +
    'defense military public state national private business financial online independent state-run state-owned ' +
    'investigative local regional leading english-language state-controlled pro-kremlin exiled opposition conservative liberal'
  ).split(' '),
)
