import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flawOf } from '../../src/collection/log.ts'
import type { People } from '../../src/ports/people.ts'
import type { Account, ApiToken, Invitation, Session } from '../../src/team/account.ts'

/** One empty place that can be opened again and again, also by two at once. */
export interface PeoplePlace {
  open(): Promise<People>
  remove(): Promise<void>
}

/** What every adapter of the port `people` must do. */
export function peopleConformance(name: string, placeOf: () => Promise<PeoplePlace>): void {
  describe(`people in ${name}`, () => {
    let place: PeoplePlace
    let people: People
    beforeEach(async () => {
      place = await placeOf()
      people = await place.open()
    })
    afterEach(async () => {
      await people.close()
      await place.remove()
    })

    it('gives back what was kept, after it was opened again', async () => {
      await people.write(async (writing) => {
        await writing.keepAccount(ana)
        await writing.grant('a1', 'desk', 'editor')
        await writing.keepSession(session)
        await writing.keepInvitation(invitation)
        await writing.keepToken(token)
      })
      await people.close()
      people = await place.open()
      expect(await people.accounts()).toEqual([ana])
      for (const by of [{ id: 'a1' }, { name: 'ana' }, { issuer: 'https://id.example', subject: 's1' }])
        expect(await people.account(by)).toEqual(ana)
      expect(await people.grants('a1')).toEqual([{ account: 'a1', collection: 'desk', role: 'editor' }])
      expect(await people.session('d1')).toEqual(session)
      expect(await people.sessions('a1')).toEqual([session])
      expect(await people.invitation('d2')).toEqual(invitation)
      expect(await people.invitations()).toEqual([invitation])
      expect(await people.token('d3')).toEqual(token)
      expect(await people.tokens('a1')).toEqual([token])
    })

    it('knows nobody it was not told of', async () => {
      await people.write((writing) => writing.keepAccount(ana))
      for (const by of [{ id: 'ana' }, { name: 'Ana' }, { name: '' }, { issuer: 'https://id.example', subject: 's2' }])
        expect(await people.account(by)).toBeUndefined()
      expect(await people.session('')).toBeUndefined()
      expect(await people.token('d1')).toBeUndefined()
    })

    it('holds a name once, and a subject of an issuer once', async () => {
      await people.write((writing) => writing.keepAccount(ana))
      const others = [
        { ...ana, id: 'a2', issuer: null, subject: null },
        { ...ana, id: 'a2', name: 'bo' },
      ]
      for (const other of others) await expect(people.write((writing) => writing.keepAccount(other))).rejects.toThrow()
      const free = { ...ana, issuer: null, subject: null }
      await people.write(async (writing) => {
        await writing.keepAccount({ ...free, id: 'a2', name: 'bo' })
        await writing.keepAccount({ ...free, id: 'a3', name: 'cy' })
      })
      expect((await people.accounts()).map((one) => one.name)).toEqual(['ana', 'bo', 'cy'])
    })

    it('has one role of somebody in a collection', async () => {
      await people.write(async (writing) => {
        await writing.keepAccount(ana)
        await writing.grant('a1', 'desk', 'viewer')
        await writing.grant('a1', 'desk', 'admin')
        await writing.grant('a1', '*', 'viewer')
        await writing.grant('a1', '*', null)
      })
      expect(await people.grants()).toEqual([{ account: 'a1', collection: 'desk', role: 'admin' }])
    })

    it('forgets what has ended', async () => {
      await people.write(async (writing) => {
        await writing.keepAccount(ana)
        await writing.keepSession(session)
        await writing.keepToken(token)
        await writing.keepInvitation({ ...invitation, usedAt: '2026-02-03T05:00:00.000Z' })
        await writing.endSession('d1')
        await writing.endToken('d3')
      })
      expect([await people.sessions('a1'), await people.tokens('a1'), await people.invitations()]).toEqual([[], [], []])
      expect((await people.invitation('d2'))?.usedAt).toBe('2026-02-03T05:00:00.000Z')
    })

    it('does all or nothing', async () => {
      const failing = people.write(async (writing) => {
        await writing.keepAccount(ana)
        await writing.addLine({ kind: 'joined', at: ana.createdAt, by: 'ana', body: {} })
        throw new Error('power')
      })
      await expect(failing).rejects.toThrow('power')
      expect([await people.accounts(), await people.lastLine()]).toEqual([[], undefined])
    })

    it('chains its log, whoever writes at the same time', async () => {
      const other = await place.open()
      const by = (who: People, name: string) => (_: unknown, number: number) =>
        who.write((writing) =>
          writing.addLine({ kind: 'sign-in-failed', at: ana.createdAt, by: name, body: { number, says: 'é ☃' } }),
        )
      await Promise.all([
        ...Array.from({ length: 20 }, by(people, 'one')),
        ...Array.from({ length: 20 }, by(other, 'other')),
      ])
      const lines = await people.log(0, 100)
      expect(lines).toHaveLength(40)
      expect(lines.map((line, at) => flawOf(line, lines[at - 1])).filter(Boolean)).toEqual([])
      expect((await people.log(38, 5)).map(({ number }) => number)).toEqual([39, 40])
      expect(await people.lastLine()).toEqual(lines.at(-1))
      await other.close()
    })
  })
}

const ana: Account = {
  id: 'a1',
  name: 'ana',
  email: 'ana@desk.example',
  password: '$scrypt$ln=1,r=1,p=1$c2FsdA$aGFzaA',
  issuer: 'https://id.example',
  subject: 's1',
  createdAt: '2026-02-03T04:05:06.789Z',
  removedAt: null,
}

const session: Session = {
  digest: 'd1',
  account: 'a1',
  createdAt: ana.createdAt,
  seenAt: ana.createdAt,
  agent: 'Lynx "é"',
}

const invitation: Invitation = {
  digest: 'd2',
  kind: 'invite',
  account: null,
  email: 'bo@desk.example',
  collection: 'desk',
  role: 'viewer',
  by: 'ana',
  createdAt: ana.createdAt,
  expiresAt: '2026-02-10T04:05:06.789Z',
  usedAt: null,
}

const token: ApiToken = {
  id: 't1',
  digest: 'd3',
  account: 'a1',
  label: 'nightly export',
  collection: '*',
  scope: 'read',
  createdAt: ana.createdAt,
  expiresAt: '2026-05-03T04:05:06.789Z',
  seenAt: null,
}
