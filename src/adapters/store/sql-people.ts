import { chained, type Json, type LogLine } from '../../collection/log.ts'
import type { LookingUp, People, TeamKind, WritingDown } from '../../ports/people.ts'
import type { Account, ApiToken, Grant, Invitation, Session } from '../../team/account.ts'
import type { Database, Queries, Row, Value } from './database.ts'
import { migrated } from './migrated.ts'
import { peopleMigrations } from './people-schema.ts'

/**
 * People in the tables of a database, which are brought up to this version's first.
 *
 * @throws Error when the tables were made by a later version, or hold a collection
 */
export async function openSqlPeople(database: Database): Promise<People> {
  await migrated(database, peopleMigrations, 'accounts')
  return {
    name: database.name,
    ...lookingUp(database),
    write: (work) => database.transaction((queries) => work({ ...lookingUp(queries), ...writingDown(queries) })),
    close: () => database.close(),
  }
}

function lookingUp(queries: Queries): LookingUp {
  const all = async <T>(of: (row: Row) => T, sql: string, ...values: readonly Value[]): Promise<readonly T[]> =>
    (await queries.all(sql, ...values)).map(of)
  return {
    accounts: () => all(accountOf, 'select * from accounts order by name'),
    async account(by) {
      const asked = Object.entries(by).filter((entry): entry is [string, string | null] => entry[1] !== undefined)
      const where = asked.map(([column]) => `${columns[column as keyof typeof columns]} = ?`).join(' and ')
      return (await all(accountOf, `select * from accounts where ${where}`, ...asked.map(([, value]) => value)))[0]
    },
    grants: (account) =>
      account === undefined
        ? all(grantOf, 'select * from grants order by account, collection')
        : all(grantOf, 'select * from grants where account = ? order by collection', account),
    session: async (digest) => (await all(sessionOf, 'select * from sessions where digest = ?', digest))[0],
    sessions: (account) =>
      all(sessionOf, 'select * from sessions where account = ? order by created_at, digest', account),
    invitation: async (digest) => (await all(invitationOf, 'select * from invitations where digest = ?', digest))[0],
    invitations: () => all(invitationOf, 'select * from invitations where used_at is null order by created_at, digest'),
    token: async (digest) => (await all(tokenOf, 'select * from tokens where digest = ?', digest))[0],
    tokens: (account) => all(tokenOf, 'select * from tokens where account = ? order by created_at, id', account),
    lastLine: async () => (await all(lineOf, 'select * from log order by number desc limit 1'))[0],
    log: (after, most) => all(lineOf, 'select * from log where number > ? order by number limit ?', after, most),
  }
}

/** What an account is looked up by. */
const columns = { id: 'id', name: 'name', issuer: 'issuer', subject: 'subject' } as const

function writingDown(queries: Queries): Omit<WritingDown, keyof LookingUp> {
  /** Puts a row in the place of the one with its key, the first column. */
  const keep = async (table: string, row: Row): Promise<void> => {
    const names = Object.keys(row)
    const [key = ''] = names
    const changes = names.slice(1).map((name) => `${name} = excluded.${name}`)
    await queries.run(
      `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})
         on conflict (${key}) do update set ${changes.join(', ')}`,
      ...Object.values(row),
    )
  }
  return {
    keepAccount: ({ id, name, email, password, issuer, subject, createdAt, removedAt }) =>
      keep('accounts', { id, name, email, password, issuer, subject, created_at: createdAt, removed_at: removedAt }),
    async grant(account, collection, role) {
      await queries.run('delete from grants where account = ? and collection = ?', account, collection)
      if (role !== null)
        await queries.run('insert into grants (account, collection, role) values (?, ?, ?)', account, collection, role)
    },
    keepSession: ({ digest, account, createdAt, seenAt, agent }) =>
      keep('sessions', { digest, account, created_at: createdAt, seen_at: seenAt, agent }),
    endSession: (digest) => queries.run('delete from sessions where digest = ?', digest),
    keepInvitation: ({ digest, kind, account, email, collection, role, by, createdAt, expiresAt, usedAt }) =>
      keep('invitations', {
        digest,
        kind,
        account,
        email,
        collection,
        role,
        by_whom: by,
        created_at: createdAt,
        expires_at: expiresAt,
        used_at: usedAt,
      }),
    keepToken: ({ digest, id, account, label, collection, scope, createdAt, expiresAt, seenAt }) =>
      keep('tokens', {
        digest,
        id,
        account,
        label,
        collection,
        scope,
        created_at: createdAt,
        expires_at: expiresAt,
        seen_at: seenAt,
      }),
    endToken: (digest) => queries.run('delete from tokens where digest = ?', digest),
    async addLine(fact) {
      const [before] = (await queries.all('select * from log order by number desc limit 1')).map(lineOf)
      const line = chained(before, fact)
      await queries.run(
        'insert into log (number, kind, at, by_whom, body, previous, digest) values (?, ?, ?, ?, ?, ?, ?)',
        ...[line.number, line.kind, line.at, line.by, JSON.stringify(line.body), line.previous, line.digest],
      )
      return line
    },
  }
}

const text = (value: Value | undefined): string => String(value ?? '')
const maybe = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)

const accountOf = (row: Row): Account => ({
  id: text(row.id),
  name: text(row.name),
  email: maybe(row.email),
  password: maybe(row.password),
  issuer: maybe(row.issuer),
  subject: maybe(row.subject),
  createdAt: text(row.created_at),
  removedAt: maybe(row.removed_at),
})

const grantOf = (row: Row): Grant => ({
  account: text(row.account),
  collection: text(row.collection),
  role: row.role as Grant['role'],
})

const sessionOf = (row: Row): Session => ({
  digest: text(row.digest),
  account: text(row.account),
  createdAt: text(row.created_at),
  seenAt: text(row.seen_at),
  agent: text(row.agent),
})

const invitationOf = (row: Row): Invitation => ({
  digest: text(row.digest),
  kind: row.kind as Invitation['kind'],
  account: maybe(row.account),
  email: maybe(row.email),
  collection: maybe(row.collection),
  role: maybe(row.role) as Invitation['role'],
  by: text(row.by_whom),
  createdAt: text(row.created_at),
  expiresAt: text(row.expires_at),
  usedAt: maybe(row.used_at),
})

const tokenOf = (row: Row): ApiToken => ({
  id: text(row.id),
  digest: text(row.digest),
  account: text(row.account),
  label: text(row.label),
  collection: text(row.collection),
  scope: row.scope as ApiToken['scope'],
  createdAt: text(row.created_at),
  expiresAt: text(row.expires_at),
  seenAt: maybe(row.seen_at),
})

const lineOf = (row: Row): LogLine<TeamKind> => ({
  number: Number(row.number),
  kind: row.kind as TeamKind,
  at: text(row.at),
  by: text(row.by_whom),
  body: JSON.parse(text(row.body)) as Json,
  previous: text(row.previous),
  digest: text(row.digest),
})
