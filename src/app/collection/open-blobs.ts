import type { Blobs } from '../../ports/blobs.ts'

/**
 * Opens the place where captures are kept apart from the tables: `s3://bucket/prefix`, or a folder as `file:///srv/captures`.
 *
 * @throws Error with a code (NO_COLLECTION) when it is no such place
 */
export async function openBlobs(place: string): Promise<Blobs> {
  if (place.startsWith('s3://') && URL.canParse(place))
    return (await import('../../adapters/blobs/s3.ts')).openS3(place)
  if (place.startsWith('file:///') && URL.canParse(place)) {
    const [{ openFolder }, { fileURLToPath }] = await Promise.all([
      import('../../adapters/blobs/folder.ts'),
      import('node:url'),
    ])
    return openFolder(fileURLToPath(place))
  }
  throw Object.assign(new Error('HEADWATER_BLOBS wants s3://bucket/prefix, or a folder as file:///srv/captures'), {
    code: 'NO_COLLECTION',
  })
}
