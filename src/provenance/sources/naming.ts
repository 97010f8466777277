import { bodyNouns } from '../../language/en/voice-words.ts'
import type { Source } from '../../model/source.ts'
import { classOf } from './bodies.ts'
import type { Member } from './cast.ts'
import { listed } from './listed.ts'
import { compare, isAcronym, withoutTitles, wordsOf } from './names.ts'

/** The name a member is shown under: its fullest form, without title or article; of equals the one written most. */
export function nameOf(member: Member): string {
  const known =
    member.kind === 'body'
      ? [...member.forms.keys()]
          .filter((form, _, all) => !isAcronym(form) || all.every(isAcronym))
          .sort(compare)
          .flatMap((form) => listed(form) ?? [])
      : []
  if (known[0]) return known[0].name
  const forms = [...member.forms].map(([form, uses]) => ({ form: display(member, form), uses }))
  const [best] = forms.sort(
    (a, b) =>
      Number(isAcronym(a.form)) - Number(isAcronym(b.form)) ||
      wordsOf(b.form).length - wordsOf(a.form).length ||
      b.uses - a.uses ||
      compare(a.form, b.form),
  )
  return best?.form ?? member.key
}

const display = (member: Member, form: string): string =>
  (member.kind === 'person' ? withoutTitles(form) : form.replace(/^the /i, '')).replace(/['’]s?$/, '')

/** What manner of voice a member is. */
export function kindOf(member: Member): Source['kind'] {
  if (member.kind === 'person') return 'person'
  const known = listed(nameOf(member))
  if (known) return known.kind === 'outlet' || known.kind === 'agency' ? 'outlet' : 'institution'
  // An agency, a service or a desk that reports is an outlet; a company that publishes its own release is not.
  if (member.outlet && [...member.descriptors].some((word) => bodyNouns[word] === 'outlet')) return 'outlet'
  if (member.outlet && !member.organisation && !ownClass(member)) return 'outlet'
  const own = classOf(member)
  if (own === 'outlet' || (member.outlet && own === undefined)) return 'outlet'
  return 'institution'
}

/** Does the name itself say that it is a company, a ministry, a hospital? "Atlantic Desk" and "Haemus Service" do not. */
const ownClass = (member: Member): boolean =>
  [...member.words].some((word) => word in bodyNouns && bodyNouns[word] !== 'outlet' && !newsNouns.has(word))

/** Nouns that newsrooms and other bodies share. */
const newsNouns = new Set('desk agency service network'.split(' '))
