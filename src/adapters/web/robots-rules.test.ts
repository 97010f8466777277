import { describe, expect, it } from 'vitest'
import { robotsRules } from './robots-rules.ts'

describe('a robots.txt', () => {
  it.each([
    ['nothing', '', '/gate', true],
    ['no rule for anybody', 'Disallow: /', '/gate', true],
    ['a rule for all', 'User-agent: *\nDisallow: /', '/gate', false],
    ['an empty rule', 'User-agent: *\nDisallow:', '/gate', true],
    ['a rule for others', 'User-agent: crawler\nDisallow: /', '/gate', true],
    ['a rule for us', 'User-agent: HeadWater\nDisallow: /', '/gate', false],
    ['a rule for one version of us', 'User-agent: headwater/9.0\nDisallow: /', '/gate', false],
    ['a name that begins like ours', 'User-agent: headwaterbot\nDisallow: /', '/gate', true],
    [
      'a group of ours beside that for all',
      'User-agent: *\nDisallow: /\n\nUser-agent: headwater\nDisallow: /log',
      '/gate',
      true,
    ],
    ['an empty group of ours', 'User-agent: headwater\nDisallow:\n\nUser-agent: *\nDisallow: /', '/gate', true],
    [
      'several names over one group',
      'User-agent: a\nUser-agent: headwater\nUser-agent: b\nDisallow: /',
      '/gate',
      false,
    ],
    [
      'two groups of ours',
      'User-agent: headwater\nDisallow: /a\n\nUser-agent: b\nAllow: /\n\nUser-agent: headwater\nDisallow: /gate',
      '/gate',
      false,
    ],
    ['the longer rule', 'User-agent: *\nDisallow: /gate\nAllow: /gate/open', '/gate/open/1', true],
    [
      'the longer rule, whichever comes first',
      'User-agent: *\nAllow: /gate/open\nDisallow: /gate',
      '/gate/open/1',
      true,
    ],
    ['leave where both are equally long', 'User-agent: *\nDisallow: /gate\nAllow: /gate', '/gate', true],
    ['an asterisk', 'User-agent: *\nDisallow: /*/print', '/gate/print', false],
    ['an asterisk that does not match', 'User-agent: *\nDisallow: /*/print', '/gate/prin', true],
    ['an end', 'User-agent: *\nDisallow: /*.pdf$', '/gate.pdf', false],
    ['an end that goes on', 'User-agent: *\nDisallow: /*.pdf$', '/gate.pdf?p=1', true],
    ['an end without an asterisk', 'User-agent: *\nDisallow: /gate$', '/gate', false],
    ['an end that is not reached', 'User-agent: *\nDisallow: /gate$', '/gates', true],
    ['an end that overlaps its beginning', 'User-agent: *\nDisallow: /ab*ba$', '/aba', true],
    ['a query', 'User-agent: *\nDisallow: /*?print=', '/gate?print=1', false],
    ['escapes in another spelling', 'User-agent: *\nDisallow: /%7eada/caf%c3%a9', '/~ada/caf%C3%A9', false],
    ['letters that should be escaped', 'User-agent: *\nDisallow: /café', '/caf%C3%A9', false],
    ['a percent sign that escapes nothing', 'User-agent: *\nDisallow: /100%', '/100%25', false],
    [
      'old line ends, blanks and comments',
      '\ufeffUSER-AGENT : * # all\r\rDISALLOW : /gate # for now\r',
      '/gate',
      false,
    ],
    [
      'lines of other kinds between name and rule',
      'User-agent: headwater\nSitemap: https://a.example/s.xml\nDisallow: /',
      '/gate',
      false,
    ],
    ['a web page in place of rules', '<!doctype html><title>Not found</title>', '/gate', true],
    ['a rule against the rules', 'User-agent: *\nDisallow: /', '/robots.txt', true],
  ])('with %s', (_, text, path, allowed) => {
    expect(robotsRules(text, 'Headwater').allows(path)).toBe(allowed)
  })

  it.each([
    ['User-agent: *\nCrawl-delay: 2.5', 2500],
    ['User-agent: *\nCrawl-delay: soon', undefined],
    ['User-agent: *\nCrawl-delay: -1', undefined],
    ['User-agent: other\nCrawl-delay: 9', undefined],
    ['User-agent: *\nCrawl-delay: 9\nUser-agent: headwater\nCrawl-delay: 1', 1000],
  ])('%j asks for a pause of %s ms', (text, delay) => {
    expect(robotsRules(text, 'headwater').delay).toBe(delay)
  })

  it('made to be slow is not', () => {
    const half = 250_000
    const hostile = [
      `${'User-agent: headwater\n'.repeat(half / 22)}${'Disallow: /a\n'.repeat(half / 13)}`,
      `${Array.from({ length: half / 20 }, (_, i) => `User-agent: x${i}`).join('\n')}\n${'Allow: /a\n'.repeat(half / 10)}`,
      `User-agent: *\nDisallow: /${'*a'.repeat(half)}$`,
      `User-agent: *\n${`Disallow: /${'*a'.repeat(500)}b\n`.repeat(490)}`,
      `User-agent: *\nDisallow: /${'*'.repeat(2 * half)}$`,
      `User-agent: *\nDisallow: /${'%25'.repeat(half / 2)}`,
    ]
    const begun = performance.now()
    for (const text of hostile) robotsRules(text, 'headwater').allows(`/${'a'.repeat(8000)}`)
    expect(performance.now() - begun).toBeLessThan(5000)
  })
})
