import type { Check } from '../app/doctor/doctor.ts'
import { collectionOption } from './collection.ts'
import { type Command, oneLine } from './command.ts'

export const doctor: Command = {
  name: 'doctor',
  arguments: '',
  summary: 'Look at what is installed here, what is missing, and what to do about it.',
  options: [collectionOption, { flags: '--json', says: 'as JSON: [{name, state, says, remedy}]' }],
  examples: [
    { line: 'headwater doctor', says: 'changes nothing, asks no other machine' },
    {
      line: 'headwater doctor --collection postgres://desk@db.example/news',
      says: 'whether the database answers, too',
    },
  ],
  async run(world, _, { collection, json }) {
    const [{ examine }, { placeOf }, { builtWorkbench }] = await Promise.all([
      import('../app/doctor/doctor.ts'),
      import('../app/collection/open.ts'),
      import('../server/built-workbench.ts'),
    ])
    const asked = typeof collection === 'string' ? collection : undefined
    const checks = await examine({
      env: process.env,
      openCollection: () => world.openCollection(asked, false),
      place: withoutPassword(placeOf(asked, process.env)),
      isNamed: asked !== undefined,
      workbench: builtWorkbench,
    })
    if (json === true) world.print(JSON.stringify(checks))
    else for (const check of checks) for (const line of linesOf(check)) world.print(oneLine(line))
    return checks.some(({ state }) => state === 'broken') ? 1 : 0
  },
}

const marks = { good: '✓', missing: '–', broken: '✗' } as const

const linesOf = ({ name, state, says, remedy }: Check): readonly string[] => [
  `${marks[state]} ${name}: ${says}`,
  ...(remedy ? [`    ${remedy}`] : []),
]

/** What is printed is pasted into reports of defects. */
const withoutPassword = (place: string): string => place.replace(/^([a-z]+:\/\/[^:@/]*):[^@/]*@/i, '$1@')
