/** A process that opens collections one after another, each at a moment that other processes wait for too. */
import { openCollection } from '../../src/app/collection/open.ts'

const [start = '0', ...places] = process.argv.slice(2)
const apart = 120 // milliseconds; more than it takes to make the tables of one

for (const [n, place] of places.entries()) {
  // A timer would be late by some milliseconds, and they would miss each other.
  while (Date.now() < Number(start) + n * apart);
  const store = await openCollection(place)
  await store.counts()
  await store.close()
}
process.stdout.write('done\n')
