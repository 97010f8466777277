import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Blobs } from '../../src/ports/blobs.ts'

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What every place for captures does. */
export function blobsConformance(
  name: string,
  place: () => Promise<{
    open(): Promise<Blobs> /** Puts other bytes under a name. */
    damage(sha256: string): Promise<void>
  }>,
): void {
  describe(`captures in ${name}`, () => {
    let at: Awaited<ReturnType<typeof place>>
    let blobs: Blobs
    beforeAll(async () => {
      at = await place()
      blobs = await at.open()
    }, 60_000)
    afterAll(() => blobs.close())

    it.each([
      ['text', Buffer.from('The ferry sank.')],
      ['nothing at all', Buffer.alloc(0)],
      ['every byte there is', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
      ['megabytes', Buffer.alloc(7_000_001, 'news ')],
    ])('come back as they were: %s', async (_, bytes) => {
      const sha256 = digestOf(bytes)
      expect(await blobs.bytes(sha256)).toBeUndefined()
      await blobs.keep(sha256, bytes)
      const found = await blobs.bytes(sha256)
      expect(found && Buffer.compare(Buffer.from(found), bytes)).toBe(0)
    })

    it('are there for whoever opens the place later', async () => {
      const bytes = Buffer.from('Later.')
      await blobs.keep(digestOf(bytes), bytes)
      const again = await at.open()
      expect(Buffer.from((await again.bytes(digestOf(bytes))) ?? []).toString()).toBe('Later.')
      await again.close()
    })

    it('may be handed over by several at once', async () => {
      const bytes = Buffer.from('At once.')
      const others = await Promise.all([at.open(), at.open(), at.open()])
      await Promise.all(others.map((other) => other.keep(digestOf(bytes), bytes)))
      expect(await blobs.bytes(digestOf(bytes))).toHaveLength(bytes.length)
      for (const other of others) await other.close()
    })

    it('are given only as what they were', async () => {
      const bytes = Buffer.from('Whole.')
      await blobs.keep(digestOf(bytes), bytes)
      await at.damage(digestOf(bytes))
      await expect(blobs.bytes(digestOf(bytes))).rejects.toThrow(/are other bytes|does not keep or give/)
    })

    it('are mended where they were damaged and come again', async () => {
      const bytes = Buffer.from('Mended.')
      await blobs.keep(digestOf(bytes), bytes)
      await at.damage(digestOf(bytes))
      await blobs.keep(digestOf(bytes), bytes)
      expect(Buffer.from((await blobs.bytes(digestOf(bytes))) ?? []).toString()).toBe('Mended.')
    })

    it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(64)}/../x`])(
      'have no other names: %o',
      async (sha256) => {
        await expect(blobs.bytes(sha256)).rejects.toThrow('is no SHA-256')
        await expect(blobs.keep(sha256, Buffer.from('x'))).rejects.toThrow('is no SHA-256')
      },
    )
  })
}
