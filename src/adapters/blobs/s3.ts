import type { Blobs } from '../../ports/blobs.ts'
import { assertSha256, checked, isOf } from './checked.ts'

/**
 * A bucket of Amazon S3 or of anything that speaks as it does: `s3://bucket/prefix`, with `?endpoint=https://…` and `&region=…` for what is not
 * Amazon's. Who asks is told by AWS's own variables and files (`AWS_ACCESS_KEY_ID`, `AWS_PROFILE`, roles).
 *
 * @throws Error with a code (NO_COLLECTION) when the address is none, or its client is not installed
 */
export async function openS3(address: string): Promise<Blobs> {
  const url = new URL(address)
  const bucket = url.hostname
  const folder = url.pathname.replace(/^\/+|\/+$/g, '')
  const [endpoint, region] = [
    url.searchParams.get('endpoint') ?? undefined,
    url.searchParams.get('region') ?? undefined,
  ]
  if (bucket === '' || url.username !== '' || url.password !== '')
    throw refused(
      `${url.protocol}//${bucket} is no place for captures: s3://bucket/prefix is; keys stand in AWS_ACCESS_KEY_ID`,
    )
  if (endpoint !== undefined && !/^https?:\/\/[^/@]+\/?$/.test(endpoint))
    throw refused('the endpoint of a bucket is an address with nothing after its name: https://s3.example')
  const { GetObjectCommand, PutObjectCommand, S3Client } = await client()
  const s3 = new S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // Servers other than Amazon's want some region, whichever.
    ...(region !== undefined ? { region } : endpoint === undefined ? {} : { region: 'us-east-1' }),
    maxAttempts: 5,
    // Bytes are checked here, against their name; not every server knows the newer sums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const name = `s3://${bucket}${folder === '' ? '' : `/${folder}`}`
  const whereOf = (sha256: string) => ({ Bucket: bucket, Key: folder === '' ? sha256 : `${folder}/${sha256}` })

  return {
    name,
    async keep(sha256, bytes) {
      assertSha256(sha256)
      await reaching(async () => {
        if (isOf(await there(sha256), sha256)) return
        await s3.send(
          new PutObjectCommand({ ...whereOf(sha256), Body: bytes, ContentType: 'application/octet-stream' }),
        )
      })
    },
    async bytes(sha256) {
      assertSha256(sha256)
      const bytes = await reaching(() => there(sha256))
      return bytes && checked(bytes, sha256, name)
    },
    close: async () => s3.destroy(),
  }

  /** What stands under a name, whatever it is. */
  async function there(sha256: string): Promise<Uint8Array | undefined> {
    const found = await unlessMissing(s3.send(new GetObjectCommand(whereOf(sha256))))
    return found?.Body?.transformToByteArray()
  }

  /** What is said of a failure names the place, none of what was sent to it. */
  async function reaching<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      throw new Error(`${name} does not keep or give captures: ${cause instanceof Error ? cause.name : 'it failed'}`, {
        cause,
      })
    }
  }
}

/** A client for it is installed where somebody wants one: it is as large as the rest of the program. */
async function client(): Promise<typeof import('@aws-sdk/client-s3')> {
  try {
    return await import('@aws-sdk/client-s3')
  } catch (cause) {
    throw refused('captures in a bucket need one package more: npm install --global @aws-sdk/client-s3', cause)
  }
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
    // A bucket that is not there is no answer about what is in it.
    if (name !== 'NoSuchBucket' && $metadata?.httpStatusCode === 404) return undefined
    throw error
  }
}

const refused = (says: string, cause?: unknown): Error =>
  Object.assign(new Error(says, { cause }), { code: 'NO_COLLECTION' })
