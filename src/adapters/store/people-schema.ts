import type { Dialect } from './database.ts'

/** How the tables of people came to be as they are; as those of collections, each step is taken once and never changed. */
export const peopleMigrations: readonly ((dialect: Dialect) => readonly string[])[] = [
  ({ types: { text, integer } }) => [
    `create table accounts (id ${text} primary key, name ${text} not null unique, email ${text}, password ${text}, issuer ${text},
       subject ${text}, created_at ${text} not null, removed_at ${text})`,
    'create unique index accounts_by_subject on accounts (issuer, subject)',
    `create table grants (account ${text} not null references accounts (id), collection ${text} not null, role ${text} not null,
       primary key (account, collection))`,
    `create table sessions (digest ${text} primary key, account ${text} not null references accounts (id), created_at ${text} not null,
       seen_at ${text} not null, agent ${text} not null)`,
    'create index sessions_by_account on sessions (account)',
    `create table invitations (digest ${text} primary key, kind ${text} not null, account ${text}, email ${text}, collection ${text},
       role ${text}, by_whom ${text} not null, created_at ${text} not null, expires_at ${text} not null, used_at ${text})`,
    `create table tokens (digest ${text} primary key, id ${text} not null unique, account ${text} not null references accounts (id),
       label ${text} not null, collection ${text} not null, scope ${text} not null, created_at ${text} not null,
       expires_at ${text} not null, seen_at ${text})`,
    'create index tokens_by_account on tokens (account)',
    `create table log (number ${integer} primary key, kind ${text} not null, at ${text} not null, by_whom ${text} not null,
       body ${text} not null, previous ${text} not null, digest ${text} not null unique)`,
  ],
]
