/**
 * What a careful reader finds in the example stories. Statements are named by a few words that stand once in the document;
 * only what can be answered without dispute is listed.
 */
export interface GoldStory {
  readonly story: string
  readonly claims: readonly GoldClaim[]
  /** Pairs of claims that look alike and are not: same figure, or same words. */
  readonly apart: readonly (readonly [string, string])[]
  /** Document, words of the later statement, aspect. */
  readonly drifts: readonly (readonly [string, string, string])[]
  readonly conflicts: readonly string[]
  /** [from, to] between documents. */
  readonly derivations: readonly (readonly [string, string])[]
}

export interface GoldClaim {
  readonly claim: string
  readonly statements: readonly (readonly [document: string, words: string])[]
  readonly independent: number
}

export const gold: readonly GoldStory[] = [
  {
    story: 'herring-quay',
    claims: [
      {
        claim: 'how many lived in the net store',
        statements: [
          ['1-polar-news-agency', 'around 240 seasonal workers'],
          ['2-kystposten', 'around 240 seasonal workers'],
          ['havbris-statement', 'more than 110 persons'],
          ['pna-2', 'to 214, from the 240'],
          ['pna-2', 'no more than 110 people'],
          ['6-skarvnes-tidende', 'come down to 214'],
          ['7-baltic-trade-journal', 'counted 214 residents'],
          ['7-baltic-trade-journal', 'no more than 110 people'],
          ['8-seafoodbrief', '214 seasonal workers'],
        ],
        independent: 2,
      },
      {
        claim: 'how many were treated for carbon monoxide',
        statements: [
          ['1-polar-news-agency', 'Fourteen people were treated'],
          ['2-kystposten', 'Fourteen people were treated'],
          ['3-skarvnes-tidende', 'treated 19 people'],
          ['3-skarvnes-tidende', 'speaks of fourteen'],
          ['5-fjordflash', 'Nineteen of them'],
          ['6-skarvnes-tidende', '19 workers had been poisoned'],
          ['8-seafoodbrief', 'Fourteen people were treated'],
        ],
        independent: 2,
      },
      {
        claim: 'how much the plant will freeze',
        statements: [
          ['1-polar-news-agency', 'raise that to 700'],
          ['2-kystposten', 'raise that to 700'],
          ['8-seafoodbrief', 'reach 700 tonnes'],
        ],
        independent: 1,
      },
      {
        claim: 'mattresses in the net store',
        statements: [
          ['3-skarvnes-tidende', 'counted 131 mattresses'],
          ['pna-2', 'counted 131 mattresses'],
        ],
        independent: 1,
      },
      {
        claim: 'names in the contracts',
        statements: [
          ['7-baltic-trade-journal', 'bears 287 names'],
          ['8-seafoodbrief', 'list 287 names'],
        ],
        independent: 1,
      },
      {
        claim: 'containers behind the building',
        statements: [
          ['7-baltic-trade-journal', '22 container units'],
          ['8-seafoodbrief', '22 container units'],
        ],
        independent: 1,
      },
    ],
    apart: [
      ['how many lived in the net store', 'mattresses in the net store'],
      ['how many lived in the net store', 'names in the contracts'],
      ['names in the contracts', 'mattresses in the net store'],
    ],
    drifts: [
      ['5-fjordflash', '3.2 million fine', 'figure'],
      ['5-fjordflash', '700 tonnes of herring every day', 'hedge'],
    ],
    conflicts: ['how many lived in the net store', 'how many were treated for carbon monoxide'],
    derivations: [
      ['1-polar-news-agency', '2-kystposten'],
      ['3-skarvnes-tidende', 'pna-2'],
      ['5-fjordflash', '6-skarvnes-tidende'],
      ['7-baltic-trade-journal', '8-seafoodbrief'],
      ['1-polar-news-agency', '8-seafoodbrief'],
      ['1-polar-news-agency', '5-fjordflash'],
    ],
  },
  {
    story: 'tank-seven',
    claims: [
      {
        claim: 'how many were evacuated',
        statements: [
          ['1-iberia-wire', 'Some 1,400 people were taken'],
          ['2-radio-salgueiro', 'about 1,400 residents'],
          ['2-radio-salgueiro', '2,100 names on the lists'],
          ['3-correio-atlantico', 'Some 1,400 people were taken'],
          ['residents-blog', '2,100 names'],
          ['residents-blog', 'still says 1,400'],
          ['iberia-wire-2', '1,650 people had been evacuated'],
          ['5-portugal-now-24', 'over 2,000 terrified residents'],
        ],
        independent: 2,
      },
      {
        claim: 'how many were treated',
        statements: [
          ['1-iberia-wire', 'Sixty-three people were treated'],
          ['2-radio-salgueiro', 'sixty-three people had been seen'],
          ['3-correio-atlantico', 'Sixty-three people were treated'],
          ['6-chemsafety-monitor', 'treated 71 people'],
        ],
        independent: 1,
      },
      {
        claim: 'how much ammonia was lost',
        statements: [
          ['1-iberia-wire', 'up to 9 tonnes had been lost'],
          ['3-correio-atlantico', '9 tonnes had been lost'],
          ['euro-digest', 'Up to 9 tonnes'],
          ['iberia-wire-2', 'lost 12 tonnes'],
          ['5-portugal-now-24', 'At least 12 tonnes'],
          ['6-chemsafety-monitor', 'About 14 tonnes'],
          ['7-diario-do-estuario', 'Twelve tonnes'],
        ],
        independent: 2,
      },
      {
        claim: 'what tank seven holds',
        statements: [
          ['1-iberia-wire', 'holds up to 1,400 tonnes'],
          ['3-correio-atlantico', 'holds up to 1,400 tonnes'],
        ],
        independent: 1,
      },
      {
        claim: 'when the depot opens again',
        statements: [
          ['euro-digest', 'considering reopening the site in May'],
          ['iberia-wire-2', 'considering reopening its fertiliser depot'],
          ['5-portugal-now-24', 'will reopen in May'],
          ['7-diario-do-estuario', 'will open again in May, its owner'],
        ],
        independent: 1,
      },
    ],
    apart: [['how many were evacuated', 'what tank seven holds']],
    drifts: [
      ['3-correio-atlantico', '9 tonnes had been lost', 'figure'],
      ['3-correio-atlantico', 'could go home on Monday', 'hedge'],
      ['5-portugal-now-24', 'will reopen in May', 'hedge'],
      ['5-portugal-now-24', 'At least 12 tonnes', 'figure'],
    ],
    conflicts: ['how many were evacuated', 'how much ammonia was lost'],
    derivations: [
      ['1-iberia-wire', '3-correio-atlantico'],
      ['2-radio-salgueiro', 'residents-blog'],
      ['euro-digest', 'residents-blog'],
      ['residents-blog', 'euro-digest'],
      ['iberia-wire-2', 'euro-digest'],
      ['iberia-wire-2', '5-portugal-now-24'],
    ],
  },
]
