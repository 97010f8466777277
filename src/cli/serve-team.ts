import type { Team } from '../app/team/team.ts'
import { called } from '../collection/called.ts'
import type { People } from '../ports/people.ts'
import type { TeamOptions } from '../server/server.ts'
import { type Options, type World, WrongUsage } from './command.ts'

/** Wrong combinations are told of before anything is opened to anybody. */
export function checkTeamOptions(options: Options, isTeam: boolean, places: readonly string[]): void {
  for (const name of ['origin', 'host', 'proxy', 'oidcIssuer', 'oidcClient'])
    if (options[name] !== undefined && !isTeam)
      throw new WrongUsage(
        '--origin, --host, --proxy and --oidc-… go with --team: nobody else is let in without accounts',
      )
  const { origin, host, oidcIssuer, oidcClient } = options
  if (typeof origin === 'string' && !isOrigin(origin))
    throw new WrongUsage(`--origin wants https:// and a name, with nothing after it, not "${origin}"`)
  if (typeof host === 'string' && !/^(?:127\.|localhost$|::1$)/.test(host) && origin === undefined)
    throw new WrongUsage('--host goes with --origin https://…: other machines reach it through a proxy that speaks TLS')
  if ((oidcIssuer === undefined) !== (oidcClient === undefined))
    throw new WrongUsage('--oidc-issuer and --oidc-client go together')
  if (!isTeam) return
  // Roles are kept by these names: which of two files has which must not depend on the order of the command line.
  const names = places.map((place) => called([place])[0])
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    throw new WrongUsage(
      `two collections would be called ${twice}, and roles go by that name; name one of the files otherwise`,
    )
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) &&
  new URL(text).origin === text &&
  /^https:|^http:\/\/(?:127(?:\.\d+){3}|localhost|\[::1\])(?::\d+)?$/.test(text)

export async function teamOptions(world: World, people: People, options: Options): Promise<TeamOptions> {
  const [{ openTeam }, { openPasswords }] = await Promise.all([
    import('../app/team/team.ts'),
    import('../app/team/password.ts'),
  ])
  const issuer = given(options.oidcIssuer)
  return {
    team: openTeam(people, openPasswords(), world.acting.now),
    origin: given(options.origin),
    proxy: given(options.proxy),
    identity:
      issuer === undefined
        ? undefined
        : (await import('../app/team/identity.ts')).identityProvider({
            issuer,
            client: given(options.oidcClient) ?? '',
            secret: world.secret('HEADWATER_OIDC_SECRET'),
          }),
  }
}

/** There is no account that is there from the beginning: who starts the server makes the first one, with a link that works once. */
export async function tellHowToBegin(team: Team, address: string, world: World): Promise<void> {
  const { setUp } = await import('../app/team/invitations.ts')
  const made = await setUp(team)
  if (made) world.print(`nobody is here yet; the first administrator begins at ${address}join#${made.shown}`)
}

export const given = (word: string | boolean | undefined): string | undefined =>
  typeof word === 'string' ? word : undefined
