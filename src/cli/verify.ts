import type { X509Certificate } from 'node:crypto'
import type { StampsChecked } from '../app/collection/check-stamps.ts'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, type Options, oneLine, type World, WrongUsage } from './command.ts'

export const verify: Command = {
  name: 'verify',
  arguments: '',
  summary: 'Check that everything in a collection is as it was captured and decided, and say what no check can show.',
  options: [
    collectionOption,
    {
      flags: '--head <line>',
      says: 'a line of the log as you noted it before, number:digest; shows whether anything before it was changed or cut off',
    },
    {
      flags: '--authority <file>',
      says: 'certificates (PEM) of authorities for time-stamps, or of who stands above them: every time-stamp has to lead up to one',
    },
    { flags: '--json', says: 'as JSON: {captures, versions, lines, quotations, flaws, head, stamps, unproven}' },
  ],
  examples: [
    { line: 'headwater verify', says: 'digests, the chain of the log, every quotation' },
    { line: 'headwater verify --head 12:5f0c…', says: 'against a digest that you keep elsewhere' },
    { line: 'headwater verify --authority tsa-ca.pem', says: 'and who gave the time-stamps' },
  ],
  run: (world, _, options) =>
    withCollection(world, options, async (store) => {
      const { unproven, verify: verified } = await import('../app/collection/verify.ts')
      const found = await verified(
        store,
        anchorOf(options),
        (ready, of) => world.progress(() => `${ready} of ${of} captures checked`),
        await authoritiesOf(world, options),
      )
      if (options.json === true) world.print(JSON.stringify({ ...found, unproven }))
      else {
        world.print(
          `${found.captures} captures, ${found.versions} versions of reports, ${found.lines} lines of the log, ${found.quotations} quotations checked`,
        )
        for (const flaw of found.flaws) world.print(oneLine(`✗ ${flaw}`))
        if (found.flaws.length === 0) world.print('everything is as it was written')
        for (const line of stampLines(found.stamps)) world.print(oneLine(line))
        if (found.head) world.print(`last line of the log: ${found.head.number}:${found.head.digest}`)
        world.print(`This does not show\n${unproven.map((what) => `  - ${what}`).join('\n')}`)
      }
      return found.flaws.length > 0 ? 1 : 0
    }),
}

function anchorOf({ head }: Options): { readonly number: number; readonly digest: string } | undefined {
  if (typeof head !== 'string') return undefined
  const [, number, digest] = /^(\d+):([0-9a-f]{64})$/.exec(head) ?? []
  if (!number || !digest) throw new WrongUsage(`--head wants number:digest as verify prints it, not "${head}"`)
  return { number: Number(number), digest }
}

/** The certificates in the file that `--authority` names. */
async function authoritiesOf(world: World, { authority }: Options): Promise<readonly X509Certificate[] | undefined> {
  if (typeof authority !== 'string') return undefined
  const { certificatesIn } = await import('../adapters/notary/certificates.ts')
  const found = certificatesIn(await world.readFile(authority))
  if (found.length === 0) throw new WrongUsage(`there is no certificate (PEM) in ${authority}`)
  return found
}

/** How many stamps are told of one by one; all of them are in the JSON. */
const shown = 10

function stampLines({ count, covered, authority, good }: StampsChecked): readonly string[] {
  if (count === 0) return []
  const left = good.length - shown
  return [
    `${count} ${count === 1 ? 'time-stamp' : 'time-stamps'} checked`,
    ...(left > 0 ? [`  … ${left} before these`] : []),
    ...good.slice(-shown).map(({ line, genTime, signer }) => `  line ${line} was there at ${genTime}, says ${signer}`),
    ...(covered
      ? [`everything up to line ${covered.line} of the log was written at ${covered.genTime} or before`]
      : []),
    ...(authority === 'checked'
      ? []
      : [
          'who gave the time-stamps was not checked: anybody can make a certificate of any name; give theirs with --authority',
        ]),
  ]
}
