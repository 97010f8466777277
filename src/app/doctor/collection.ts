import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Check, Patient } from './doctor.ts'
import { wordsOf } from './installation.ts'

/** The collection that the other commands would work on, and the room that is left for it. */
export async function collectionChecks(patient: Patient): Promise<readonly Check[]> {
  const isElsewhere = /^[a-z][a-z0-9+.-]+:\/\//i.test(patient.place)
  return [await openingCheck(patient), ...(isElsewhere ? [] : [await roomCheck(patient.place)])]
}

async function openingCheck({ place, isNamed, openCollection }: Patient): Promise<Check> {
  const name = 'collection'
  try {
    const store = await openCollection()
    try {
      const { documents, captures } = await store.counts()
      return { name, state: 'good', says: `${place} has ${documents} reports from ${captures} captures` }
    } finally {
      await store.close()
    }
  } catch (cause) {
    const { code } = cause as { readonly code?: unknown }
    const words = wordsOf(cause)
    return code === 'NONE_YET'
      ? {
          name,
          state: 'missing',
          says: `there is none at ${place}`,
          remedy: `headwater add FILE…${isNamed ? ` --collection ${place}` : ''} makes it`,
        }
      : {
          name,
          state: 'broken',
          says: words.includes('cannot be opened') ? words : `${place} cannot be opened: ${words}`,
          remedy: 'see docs/collections.md; nothing was changed',
        }
  }
}

/** A thousand reports take some 40 MB. */
const leastRoom = 500 * 1024 * 1024

async function roomCheck(place: string): Promise<Check> {
  const name = 'room on disk'
  const folder = await nearestFolder(dirname(resolve(place)))
  try {
    await access(folder, constants.W_OK)
  } catch {
    return {
      name,
      state: 'broken',
      says: `${folder} cannot be written to`,
      remedy: 'choose another place with --collection, or change who may write there',
    }
  }
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const says = `${(free / 1024 ** 3).toFixed(1)} GB are free in ${folder}`
  return free >= leastRoom ? { name, state: 'good', says } : { name, state: 'broken', says, remedy: 'make room' }
}

/** The folder itself, or the closest above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  try {
    await access(folder)
    return folder
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : nearestFolder(above)
  }
}
