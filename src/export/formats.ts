/** One form in which a collection is given away: what it is called, for whom it is, and what it cannot carry. */
export interface Format {
  readonly name: string
  /** As people call it. */
  readonly title: string
  /** How its files end: the first where none is asked for; the others are further spellings of the same. */
  readonly endings: readonly [string, ...string[]]
  readonly mediaType: string
  /** Another way of writing the same, asked for by its ending. */
  readonly also?: { readonly title: string; readonly ending: string; readonly mediaType: string }
  readonly group: FormatGroup
  /** What it is and who opens it. */
  readonly says: string
  /** What of a report is not in it. */
  readonly lacks: string
}

/** What people want one for. */
export type FormatGroup = 'reading' | 'tables' | 'programs' | 'evidence'

/** Every form, in the order in which help, the API and the workbench list them. */
export const formats = [
  {
    name: 'json',
    title: 'JSON',
    endings: ['json'],
    mediaType: 'application/json',
    group: 'programs',
    says: 'the whole report with every text, for programs (schema headwater/report@1)',
    lacks: 'the bytes as they were captured',
  },
  {
    name: 'html',
    title: 'Dossier page',
    endings: ['html', 'htm'],
    mediaType: 'text/html; charset=utf-8',
    group: 'reading',
    says: 'the interactive dossier, for any reader: one file that needs no network, prints and can be mailed',
    lacks: 'the captures and the log',
  },
  {
    name: 'markdown',
    title: 'Markdown',
    endings: ['md', 'markdown'],
    mediaType: 'text/markdown; charset=utf-8',
    group: 'reading',
    says: 'the report to read and to edit, for a wiki, a ticket or an editor',
    lacks: 'the texts and the rules behind each hop',
  },
  {
    name: 'csv',
    title: 'CSV',
    endings: ['csv'],
    mediaType: 'text/csv; charset=utf-8',
    group: 'tables',
    says: 'one line for each statement with its claim, figures and counts, for a spreadsheet or statistics',
    lacks: 'derivations, trails, what people wrote, and every figure of a statement but the first',
  },
  {
    name: 'xlsx',
    title: 'Excel',
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    group: 'tables',
    says: 'a workbook with claims, statements, origins, derivations, findings and refusals, for Excel and LibreOffice',
    lacks: 'texts, hedges, series, what people wrote, and every figure of a statement but the first',
  },
  {
    name: 'dossier',
    title: 'Dossier',
    endings: ['zip'],
    mediaType: 'application/zip',
    group: 'evidence',
    says: 'all of it in one ZIP file for a court or an editor: dossier page, captures, log, digests, and how to check them without Headwater',
    lacks: 'what the captures do not hold: pictures and films that a page only points to',
  },
  {
    name: 'ro-crate',
    title: 'RO-Crate',
    endings: ['crate.zip'],
    mediaType: 'application/zip',
    group: 'evidence',
    says: 'the dossier with a description of every file and of the run that made it (RO-Crate 1.2), for research archives',
    lacks: 'what the dossier lacks; what was found stands in its files, not in the description',
  },
  {
    name: 'warc',
    title: 'WARC',
    endings: ['warc.gz', 'warc'],
    mediaType: 'application/warc',
    group: 'evidence',
    says: 'every capture as a web archive (WARC 1.1), for archives',
    lacks: 'everything that was found in them',
  },
  {
    name: 'wacz',
    title: 'WACZ',
    endings: ['wacz'],
    mediaType: 'application/wacz',
    group: 'evidence',
    says: 'every capture as a web archive with an index and pages (WACZ 1.1.1), to be replayed',
    lacks: 'everything that was found in them',
  },
  {
    name: 'stix',
    title: 'STIX 2.1',
    endings: ['stix.json'],
    mediaType: 'application/stix+json',
    group: 'programs',
    says: 'a bundle for threat intelligence platforms (OpenCTI, MISP): reports as observed data, claims as notes, derivations as relationships',
    lacks: 'texts, trails hop by hop, offsets and series',
  },
  {
    name: 'ftm',
    title: 'FollowTheMoney',
    endings: ['ftm.jsonl', 'ftm.json'],
    mediaType: 'application/json+ftm',
    group: 'programs',
    says: 'entities, a line each, for Aleph and OpenSanctions: articles, people, organisations, who is mentioned where, statements and claims as notes',
    lacks: 'texts, digests, offsets, trails hop by hop and series',
  },
  {
    name: 'web-annotation',
    title: 'Web Annotation',
    endings: ['annotations.jsonld'],
    mediaType: 'application/ld+json',
    group: 'programs',
    says: 'every statement, attribution, hedge and figure as a W3C annotation on its page, for annotation tools',
    lacks: 'derivations, passages and series',
  },
  {
    name: 'claimreview',
    title: 'ClaimReview',
    endings: ['claimreview.jsonld'],
    mediaType: 'application/ld+json',
    group: 'programs',
    says: 'claims and where they appear in the words of schema.org, for fact-checkers to start from; without a rating, which is theirs to give',
    lacks:
      'derivations, trails, offsets, series and what people wrote; and a rating, so that no search engine shows it as it stands',
  },
  {
    name: 'prov',
    title: 'W3C PROV',
    endings: ['prov.json', 'ttl'],
    mediaType: 'application/json',
    also: { title: 'Turtle', ending: 'ttl', mediaType: 'text/turtle; charset=utf-8' },
    group: 'programs',
    says: 'who has what from whom in the terms of PROV, for archives and linked data: PROV-JSON, or Turtle where the file ends in .ttl',
    lacks: 'figures, hedges, findings, series, texts and what people wrote',
  },
  {
    name: 'graphml',
    title: 'GraphML',
    endings: ['graphml'],
    mediaType: 'application/graphml+xml',
    group: 'programs',
    says: 'documents, sources and claims with who has what from whom, for yEd, Cytoscape, NetworkX and igraph',
    lacks: 'statements one by one, figures, findings, texts and what people wrote',
  },
  {
    name: 'gexf',
    title: 'GEXF',
    endings: ['gexf'],
    mediaType: 'application/gexf+xml',
    group: 'programs',
    says: 'the same graph with the day on which each thing came, for the timeline of Gephi',
    lacks: 'statements one by one, figures, findings, texts and what people wrote; and the hour of a day',
  },
  {
    name: 'geojson',
    title: 'GeoJSON',
    endings: ['geojson'],
    mediaType: 'application/geo+json',
    group: 'programs',
    says: 'the places that reports name, as fine as the gazetteer has them, with the claims that name each, for a map',
    lacks:
      'everything that is no place of the gazetteer: sites, coordinates in a text, and where anybody or anything is',
  },
] as const satisfies readonly Format[]

export type FormatName = (typeof formats)[number]['name']

/** The form that a path asks for by its ending, the longest ending first; undefined where none is known. */
export function formatByEnding(path: string): Format | undefined {
  const lower = path.toLowerCase()
  return formats
    .flatMap((format: Format) => format.endings.map((ending) => ({ format, ending })))
    .sort((a, b) => b.ending.length - a.ending.length)
    .find(({ ending }) => lower.endsWith(`.${ending}`))?.format
}
