import { createRoute } from '@hono/zod-openapi'
import type { Person } from '../../access.ts'
import type { App } from '../../app.ts'
import { json } from '../../described.ts'
import { problems } from '../../problem.ts'
import { needs } from '../../roles.ts'
import type { TeamServer } from '../../team-server.ts'
import { me as schema } from './shapes.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/me',
  ...needs('anyone'),
  operationId: 'getMe',
  summary: 'Who you are here, and how people sign in',
  responses: { 200: json(schema, 'You'), ...problems() },
})

export function me(app: App, team: TeamServer | undefined): void {
  app.openapi(route, (context) => {
    const person: Person | undefined = context.get('person')
    return context.json(
      {
        mode: team ? ('team' as const) : ('local' as const),
        name: person?.name ?? null,
        csrf: person?.csrf ?? null,
        steward: person?.isSteward ?? false,
        hasPassword: (person?.signedIn?.account.password ?? null) !== null,
        identity: team?.identity?.name ?? null,
      },
      200,
    )
  })
}
