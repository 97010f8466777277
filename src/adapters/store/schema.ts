import type { Dialect } from './database.ts'

/**
 * How the tables came to be as they are: each step is taken once, in order, and never changed afterwards. The number of the last step
 * is the version of the schema.
 */
export const migrations: readonly ((dialect: Dialect) => readonly string[])[] = [
  ({ types: { text, bytes, integer, real }, searchSchema }) => [
    // What was captured, said and decided: only ever added to.
    `create table blobs (sha256 ${text} primary key, size ${integer} not null, packed ${bytes} not null)`,
    `create table captures (number ${integer} primary key, address ${text} not null, input ${text} not null,
       sha256 ${text} not null references blobs (sha256), size ${integer} not null, media_type ${text}, retrieval ${text},
       added_at ${text} not null, tool ${text} not null)`,
    'create index captures_by_address on captures (address, number)',
    `create table documents (id ${text} not null, version ${integer} not null, report_key ${text} not null,
       capture ${integer} not null references captures (number), current ${integer} not null, body ${bytes} not null,
       primary key (id, version))`,
    'create unique index documents_by_key on documents (report_key, version)',
    'create index documents_by_capture on documents (capture)',
    `create table log (number ${integer} primary key, kind ${text} not null, at ${text} not null, by_whom ${text} not null,
       body ${text} not null, previous ${text} not null, digest ${text} not null unique)`,
    'create index log_by_kind on log (kind, number)',
    `create table refusals (input ${text} primary key, code ${text} not null, says ${text} not null, at ${text} not null)`,
    // What the machine made of it: can be made anew.
    `create table readings (id ${text} not null, version ${integer} not null, pipeline ${text} not null, body ${bytes} not null,
       primary key (id, version))`,
    `create table piles (pile_key ${text} primary key, base ${text} not null, body ${bytes} not null)`,
    'create index piles_by_base on piles (base)',
    `create table tracing (one ${text} primary key, body ${text} not null)`,
    `create table found_under (name ${text} primary key, digest ${text} not null)`,
    `create table findable (number ${integer} primary key, found_under ${text} not null, kind ${text} not null, id ${text} not null,
       document ${text}, starts ${integer} not null, words ${text} not null, outlet ${text}, outlet_plain ${text}, published ${text},
       certainty ${text}, sources ${text} not null, sources_plain ${text} not null, findings ${text} not null)`,
    'create index findable_by_name on findable (found_under)',
    'create index findable_by_day on findable (published, number)',
    `create table figures (findable ${integer} not null, low ${real}, high ${real})`,
    'create index figures_by_findable on figures (findable)',
    ...searchSchema,
    // What is followed and told.
    `create table follows (address ${text} primary key, body ${text} not null)`,
    `create table alerts (number ${integer} primary key, body ${text} not null)`,
    `create table deliveries (alert ${integer} not null, sent_to ${text} not null, attempts ${integer} not null,
       next_at ${text}, delivered_at ${text}, says ${text}, primary key (alert, sent_to))`,
    'create index deliveries_due on deliveries (next_at)',
  ],
  // Ways of looking at the claims, saved under a name.
  ({ types: { text } }) => [`create table views (id ${text} primary key, body ${text} not null)`],
  ({ types: { text, bytes } }) => [
    // What models answered: kept, so that what they proposed can be made again without them.
    `create table model_answers (digest ${text} primary key, model ${text} not null, body ${bytes} not null)`,
  ],
  ({ types: { text, bytes, integer, real }, keyedTable }) => [
    // The forest of topics: which report hangs on which, and which words lead to it.
    `create table forest (id ${text} primary key, place ${text} not null, day ${integer}, words ${bytes} not null, nearest ${text},
       likeness ${real} not null)`,
    'create index forest_by_nearest on forest (nearest)',
    `create table leads (word ${integer} not null, place ${text} not null, primary key (word, place))${keyedTable}`,
    // Which piles the answers are made of. The first bringing up to date parts everything anew, and finds what was traced before.
    `create table traced (pile_key ${text} primary key, base ${text} not null, place ${text} not null,
       sources ${text} not null)`,
    'create index traced_by_place on traced (place, pile_key)',
    `create table traced_documents (id ${text} primary key, pile_key ${text} not null)${keyedTable}`,
    'create index traced_documents_by_pile on traced_documents (pile_key, id)',
    `create table traced_names (name ${text} not null, pile_key ${text} not null, primary key (name, pile_key))${keyedTable}`,
    'create index traced_names_by_pile on traced_names (pile_key)',
    `create table pending_piles (pile_key ${text} primary key)`,
    'insert into pending_piles (pile_key) select pile_key from piles',
    'delete from tracing',
  ],
  ({ types: { text, bytes, integer } }) => [
    // What lists show of the piles: made of their reports, from the first bringing up to date on.
    `create table listings (pile_key ${text} primary key, version ${integer} not null, digest ${bytes} not null)`,
    `create table listed (row_key ${text} primary key, pile_key ${text} not null, kind ${text} not null, words ${text} not null,
       body ${text} not null)`,
    'create index listed_by_pile on listed (pile_key, kind)',
  ],
  ({ types: { text, integer } }) => [
    // What several processes share of a tracing that is under way: what was planned, who came to do it, and how often something failed.
    `create table planned (base ${text} primary key, body ${text} not null)`,
    `create table builds (pipeline ${text} primary key, number ${integer} not null)`,
    `create table failures (about ${text} primary key, times ${integer} not null)`,
  ],
]
