import type { Story } from '../../export/workbench/shelf.ts'
import { type Place, placesOf, type StoryPage, storyPage } from '../../export/workbench/story-page.ts'
import type { Reading } from '../../model/reading.ts'
import type { Store } from '../../ports/store.ts'
import { pipeline } from '../collection/acting.ts'
import type { Answer } from './answer.ts'

/** Pages of stories. Places are read from the readings of a story's reports, once for each state of it. */
export function openStories(store: Store): (answer: Answer, document: string) => Promise<StoryPage | undefined> {
  const known = new Map<string, readonly Place[]>()
  return async (answer, document) => {
    const shelf = await answer.shelf(document)
    const story = shelf?.storyOf.get(document)
    if (!shelf || !story) return undefined
    const pile = answer.pileOf(story.id) ?? ''
    const places = known.get(pile) ?? placesOf(await readingsOf(store, story))
    known.delete(pile)
    known.set(pile, places)
    const [oldest] = known.keys()
    if (known.size > rememberedPlaces && oldest !== undefined) known.delete(oldest)
    return storyPage(shelf, story, places)
  }
}

const rememberedPlaces = 500

/** Only the mentions: a whole reading takes some hundred times the memory of its document. */
async function readingsOf(store: Store, { documents }: Story): Promise<readonly Pick<Reading, 'mentions'>[]> {
  const readings: Pick<Reading, 'mentions'>[] = []
  for (const { id } of documents.slice(0, mostRead)) {
    const current = (await store.versions(id)).at(-1)
    const reading = current && (await store.reading(id, current.version, pipeline))
    if (reading) readings.push({ mentions: reading.mentions })
    // Others are answered in between.
    await new Promise(setImmediate)
  }
  return readings
}

/** Where a story has more reports than this, its first ones name its places. */
const mostRead = 300
