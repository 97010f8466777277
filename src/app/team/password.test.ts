import { describe, expect, it } from 'vitest'
import { enough, openPasswords } from './password.ts'

const work = { logN: 4, r: 8, p: 1 }

describe('passwords', () => {
  it('fit their own hash and no other, which is another each time', async () => {
    const passwords = openPasswords(work)
    const [one, other] = [await passwords.hash('four tall herons'), await passwords.hash('four tall herons')]
    expect(one).not.toBe(other)
    expect(await passwords.matches('four tall herons', one)).toBe(true)
    expect(await passwords.matches('four tall heron', one)).toBe(false)
    expect(await passwords.matches('four tall herons', null)).toBe(false)
  })

  it('are asked for with the work that OWASP names, kept with each hash', async () => {
    expect(enough).toEqual({ logN: 17, r: 8, p: 1 })
    const hash = await openPasswords().hash('four tall herons')
    expect(hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/)
    expect(await openPasswords(work).matches('four tall herons', hash)).toBe(true)
  })

  it('made with less work still fit, and are known to be weak', async () => {
    const hash = await openPasswords(work).hash('four tall herons')
    const later = openPasswords({ ...work, logN: 5 })
    expect([await later.matches('four tall herons', hash), later.isWeak(hash)]).toEqual([true, true])
    expect(openPasswords(work).isWeak(hash)).toBe(false)
  })

  it.each(['', 'plain', '$scrypt$ln=40,r=8,p=1$c2FsdA$aGFzaA', '$scrypt$ln=4,r=8,p=1$$', '$argon2id$v=19$m=1$x$y'])(
    'fit no hash that is none (%s)',
    async (hash) => {
      expect(await openPasswords(work).matches('', hash)).toBe(false)
    },
  )

  it('may be typed on any keyboard', async () => {
    const passwords = openPasswords(work)
    expect(await passwords.matches('cafe\u0301 noir', await passwords.hash('caf\u00e9 noir'))).toBe(true)
  })
})
