import type { Team } from '../app/team/team.ts'
import { everyCollection } from '../team/account.ts'
import { isRole, type Role, roles } from '../team/roles.ts'
import { type Command, type ExitCode, type Options, oneLine, type World, WrongUsage } from './command.ts'

export const team: Command = {
  name: 'team',
  arguments: '[words...]',
  firstWords: ['list', 'invite', 'invitations', 'withdraw', 'role', 'remove', 'reset', 'log'],
  summary:
    'Look after the people of a server with --team, without a browser: list, invite, invitations, withdraw, role, remove, reset, log.',
  options: [
    { flags: '--team <place>', says: 'where people are kept: a file or postgres://…' },
    {
      flags: '--collection <name>',
      says: 'the name of a collection, as addresses have it; all of them when not given',
    },
    { flags: '--role <role>', says: `with invite: ${roles.join(', ')}; viewer when not given`, values: roles },
    { flags: '--email <address>', says: 'with invite: who comes with it from the identity provider needs no link' },
    { flags: '--origin <address>', says: 'with invite and reset: the beginning of the link, https://desk.example' },
  ],
  examples: [
    { line: 'headwater team list --team people.db', says: 'everybody, with their roles' },
    {
      line: 'headwater team invite --team people.db --collection desk --role editor --origin https://desk.example',
      says: 'prints a link that works once, for seven days',
    },
    { line: 'headwater team invitations --team people.db', says: 'links that nobody has used yet' },
    { line: 'headwater team withdraw 5f0c91d2a7e34b18 --team people.db', says: 'such a link works no more' },
    {
      line: 'headwater team role ana analyst --team people.db --collection desk',
      says: 'gives a role in place of the one before; "none" takes it away',
    },
    { line: 'headwater team reset ana --team people.db', says: 'a link with which ana sets a new password' },
    { line: 'headwater team remove ana --team people.db', says: 'signs ana out everywhere, for good' },
    { line: 'headwater team log --team people.db', says: 'what was done, and whether the log is whole' },
  ],
  async run(world, [what = 'list', ...names], options) {
    const { team: place } = options
    if (typeof place !== 'string') throw new WrongUsage('say where people are kept: --team PLACE')
    const does = verbs[what]
    if (!does) throw new WrongUsage(`headwater team does ${Object.keys(verbs).join(', ')}, not "${what}"`)
    const people = await world.openPeople(place, false)
    try {
      const [{ openTeam }, { openPasswords }] = await Promise.all([
        import('../app/team/team.ts'),
        import('../app/team/password.ts'),
      ])
      return await does(openTeam(people, openPasswords(), world.acting.now), world, names, options)
    } catch (error) {
      const { NotPossible } = await import('../app/team/team.ts')
      if (!(error instanceof NotPossible)) throw error
      world.tell(oneLine(error.message))
      return 1
    } finally {
      await people.close()
    }
  },
}

type Verb = (team: Team, world: World, names: readonly string[], options: Options) => Promise<ExitCode>

const verbs: Readonly<Record<string, Verb>> = {
  async list({ people }, world) {
    const grants = await people.grants()
    for (const { id, name, email, removedAt } of await people.accounts()) {
      const theirs = grants
        .filter(({ account }) => account === id)
        .map(({ collection, role }) => `${role} of ${collection}`)
      const state = removedAt === null ? theirs.join(', ') || 'no role' : `removed ${removedAt.slice(0, 10)}`
      world.print(oneLine(`${name}${email === null ? '' : ` <${email}>`}: ${state}`))
    }
    return 0
  },
  async invite(team, world, _, { collection = everyCollection, role = 'viewer', email, origin }) {
    const { invite } = await import('../app/team/invitations.ts')
    const made = await invite(
      team,
      { collection: String(collection), role: roleOf(role), email: typeof email === 'string' ? email : undefined },
      world.acting.by,
    )
    world.print(linkOf(origin, made.shown))
    return 0
  },
  async invitations(team, world) {
    const { openLinks } = await import('../app/team/invitations.ts')
    for (const { id, kind, name, email, collection, role, by, expiresAt } of await openLinks(team)) {
      const what = kind === 'reset' ? `a new password for ${name}` : `${role} of ${collection}`
      const whom = email === null ? '' : ` for ${email}`
      world.print(oneLine(`${id} ${what}${whom}, by ${by}, until ${expiresAt.slice(0, 16)}Z`))
    }
    return 0
  },
  async withdraw(team, world, [id]) {
    const { withdraw } = await import('../app/team/invitations.ts')
    if (id === undefined) throw new WrongUsage('say which link: headwater team withdraw ID, as invitations lists it')
    await withdraw(team, id, world.acting.by)
    return 0
  },
  async role(team, world, [name, role], { collection = everyCollection }) {
    const { giveRole } = await import('../app/team/roles.ts')
    const given = role === 'none' ? null : roleOf(role)
    await giveRole(team, { name: nameIn(name), collection: String(collection), role: given }, world.acting.by)
    return 0
  },
  async remove(team, world, [name]) {
    const { remove } = await import('../app/team/roles.ts')
    await remove(team, nameIn(name), world.acting.by)
    return 0
  },
  async reset(team, world, [name], { origin }) {
    const { reset } = await import('../app/team/invitations.ts')
    world.print(linkOf(origin, (await reset(team, nameIn(name), world.acting.by)).shown))
    return 0
  },
  async log({ people }, world) {
    const { flawOf } = await import('../collection/log.ts')
    let last: Awaited<ReturnType<typeof people.lastLine>>
    const flaws: string[] = []
    for (;;) {
      const lines = await people.log(last?.number ?? 0, 500)
      if (lines.length === 0) break
      for (const line of lines) {
        const flaw = flawOf(line, last)
        if (flaw !== undefined) flaws.push(flaw)
        world.print(oneLine(`${line.number} ${line.at} ${line.by} ${line.kind} ${JSON.stringify(line.body)}`))
        last = line
      }
    }
    for (const flaw of flaws) world.tell(oneLine(flaw))
    return flaws.length > 0 ? 1 : 0
  },
}

function roleOf(word: string | boolean | undefined): Role {
  if (isRole(word)) return word
  throw new WrongUsage(`a role is ${roles.join(', ')}, not "${String(word)}"`)
}

function nameIn(name: string | undefined): string {
  if (name === undefined) throw new WrongUsage('say whom: headwater team reset NAME')
  return name
}

/** What the link holds stands behind `#`, which no server sees. */
const linkOf = (origin: string | boolean | undefined, shown: string): string =>
  `${typeof origin === 'string' ? origin : ''}/join#${shown}`
