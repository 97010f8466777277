import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blobsConformance } from '../../../test/conformance/blobs.ts'
import { openFolder } from './folder.ts'
import { openS3 } from './s3.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-blobs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

blobsConformance('a folder', async () => {
  const root = join(folder, 'captures')
  return {
    open: async () => openFolder(root),
    damage: async (sha256) => writeFileSync(join(root, sha256.slice(0, 2), sha256), 'other'),
  }
})

describe('a folder of captures', () => {
  const [sha256, bytes] = [createHash('sha256').update('x').digest('hex'), Buffer.from('x')]

  it('loses what was begun by somebody who was killed, and nothing that somebody may be at', async () => {
    const root = join(folder, 'begun')
    mkdirSync(join(root, 'drafts'), { recursive: true })
    for (const [name, daysAgo] of [
      ['killed', 2],
      ['writing', 0],
    ] as const) {
      const draft = join(root, 'drafts', name)
      writeFileSync(draft, 'half of')
      const at = new Date(Date.now() - daysAgo * 86_400_000)
      utimesSync(draft, at, at)
    }
    await openFolder(root).keep(sha256, bytes)
    expect(readdirSync(root, { recursive: true }).sort()).toEqual([
      sha256.slice(0, 2),
      join(sha256.slice(0, 2), sha256),
      'drafts',
      join('drafts', 'writing'),
    ])
  })

  it('says so where it cannot be made', async () => {
    const root = join(folder, 'a-file')
    writeFileSync(root, '')
    await expect(openFolder(root).keep(sha256, bytes)).rejects.toThrow(
      `a capture cannot be kept in ${root}: may you write`,
    )
  })
})

describe('a bucket', () => {
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'captures', configs: [] }],
  })
  let endpoint = ''
  const [key, secret] = [process.env.AWS_ACCESS_KEY_ID, process.env.AWS_SECRET_ACCESS_KEY]

  beforeAll(async () => {
    // The one pair that this server knows.
    process.env.AWS_ACCESS_KEY_ID = 'S3RVER'
    process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER'
    endpoint = `http://127.0.0.1:${(await server.run()).port}`
  })
  afterAll(async () => {
    for (const [name, value] of [
      ['AWS_ACCESS_KEY_ID', key],
      ['AWS_SECRET_ACCESS_KEY', secret],
    ] as const)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    await server.close()
  })

  blobsConformance('a bucket', async () => ({
    open: () => openS3(`s3://captures/desk/one?endpoint=${endpoint}`),
    async damage(sha256) {
      const s3 = new S3Client({
        endpoint,
        forcePathStyle: true,
        region: 'us-east-1',
        requestChecksumCalculation: 'WHEN_REQUIRED',
      })
      await s3.send(new PutObjectCommand({ Bucket: 'captures', Key: `desk/one/${sha256}`, Body: 'other' }))
      s3.destroy()
    },
  }))

  it('that is not there, or whose server is not, is no empty one', async () => {
    const gone = await openS3(`s3://elsewhere?endpoint=${endpoint}`)
    await expect(gone.bytes('a'.repeat(64))).rejects.toThrow('s3://elsewhere does not keep or give captures')
    await gone.close()
  })

  it('tells nobody the keys', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'NOBODY-THERE'
    const blobs = await openS3(`s3://captures?endpoint=${endpoint}`)
    const failure = await blobs.keep('a'.repeat(64), Buffer.from('x')).catch((error: Error) => error)
    process.env.AWS_ACCESS_KEY_ID = 'S3RVER'
    expect(String(failure)).toMatch(/^Error: s3:\/\/captures does not keep or give captures: \w+$/)
    await blobs.close()
  })

  it.each([
    's3:///desk',
    's3://key:secret@captures/desk',
    's3://captures?endpoint=http://key:secret@a.example',
    's3://captures?endpoint=ftp://a.example',
  ])('is not %s', async (address) => {
    const failure = await openS3(address).catch((error: Error) => error)
    expect(failure).toMatchObject({ code: 'NO_COLLECTION' })
    expect(String(failure)).not.toContain('secret')
  })
})
