/** Words by which an outlet says that it was there itself, counted, read or measured something. */

/** People of the outlet: "our reporter". */
export const lookers = ['reporter', 'correspondent', 'photographer', 'journalist', 'crew', 'team', 'colleague'] as const

/** What the outlet calls itself: "this newspaper". */
export const pages = [
  'newspaper',
  'paper',
  'newsletter',
  'letter',
  'magazine',
  'station',
  'broadcaster',
  'programme',
  'program',
  'website',
  'site',
  'agency',
  'journal',
  'bulletin',
] as const

/** What first-hand knowledge comes from, in the past tense: "our reporter counted". */
export const looks = [
  'analysed',
  'analyzed',
  'attended',
  'calculated',
  'checked',
  'compared',
  'counted',
  'drove',
  'examined',
  'filmed',
  'followed',
  'heard',
  'inspected',
  'interviewed',
  'listened',
  'measured',
  'mapped',
  'noted down',
  'observed',
  'photographed',
  'recorded',
  'reviewed',
  'sampled',
  'saw',
  'stood',
  'stopped',
  'surveyed',
  'tallied',
  'tested',
  'timed',
  'travelled',
  'traveled',
  'visited',
  'walked',
  'watched',
  'weighed',
  'witnessed',
] as const

/** What an outlet makes of what it saw: "our count", "this letter's estimate". */
export const estimates = [
  'analysis',
  'assessment',
  'calculation',
  'calculations',
  'count',
  'estimate',
  'estimates',
  'forecast',
  'measurement',
  'measurements',
  'model',
  'poll',
  'reckoning',
  'survey',
  'tally',
] as const
