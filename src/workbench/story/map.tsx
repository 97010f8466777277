import { type GeoPermissibleObjects, geoContains, geoNaturalEarth1, geoPath } from 'd3-geo'
import { useEffect, useState } from 'react'
import { feature, mesh } from 'topojson-client'
import atlas from 'world-atlas/countries-50m.json?url'
import type { Place } from '../../export/workbench/story-page.ts'
import { ColumnHeads } from '../../views/parts/column-heads.tsx'
import { Written } from '../../views/parts/written.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { words } from '../words.ts'

type Atlas = Parameters<typeof feature>[0]

/** Where the places lie that the reports name. The coast is a file of our own: nothing is asked of anybody's tile server. */
export function StoryMap({ places }: { readonly places: readonly Place[] }) {
  const [world, setWorld] = useState<Atlas>()
  useEffect(() => {
    let gone = false
    void fetch(atlas)
      .then((answer) => answer.json())
      .then((found: Atlas) => !gone && setWorld(found))
    return () => {
      gone = true
    }
  }, [])
  if (places.length === 0) return <Empty title={words.map.none} />
  const isDrawn = places.some(({ extent }) => extent !== 'area')
  return (
    <figure className="map">
      <figcaption>{words.map.caption}</figcaption>
      {isDrawn && (world ? <Drawn world={world} places={places} /> : <Loading lines={8} />)}
      <PlaceTable places={places} />
    </figure>
  )
}

/** In the drawing's own units: on a phone it is not drawn wide and made small, or its names could not be read. */
const sizes = { wide: [960, 520], narrow: [400, 400] } as const

/** Towns and sites are spots; a country is its land, since nothing that happened in it happened in its middle. Seas and regions have no outline here. */
function Drawn({ world, places }: { readonly world: Atlas; readonly places: readonly Place[] }) {
  const [width, height] = innerWidth < 620 ? sizes.narrow : sizes.wide
  const projection = geoNaturalEarth1().fitExtent(
    [
      [24, 30],
      [width - 64, height - 30],
    ],
    around(places.filter(({ extent }) => extent !== 'area')),
  )
  const path = geoPath(projection)
  const { countries } = world.objects
  if (!countries) return null
  const land = feature(world, countries)
  const outlines = 'features' in land ? land.features : [land]
  const named = places
    .filter(({ extent }) => extent === 'country')
    .flatMap((place) => {
      const outline = outlines.find((one) => geoContains(one, [place.longitude, place.latitude]))
      const at = projection([place.longitude, place.latitude])
      return outline && at ? [{ place, outline: path(outline) ?? '', x: at[0], y: at[1] }] : []
    })
  const borders = mesh(world, countries as Parameters<typeof mesh>[1], (a, b) => a !== b)
  const most = Math.max(...places.map(({ documents }) => documents))
  const spots = places
    .filter(({ extent }) => extent === 'spot')
    .sort((a, b) => b.documents - a.documents)
    .flatMap((place) => {
      const at = projection([place.longitude, place.latitude])
      return at ? [{ place, x: at[0], y: at[1], r: 4 + 12 * Math.sqrt(place.documents / most) }] : []
    })
  const taken = [
    ...named.map(({ place, x, y }) => ({
      place,
      y,
      from: x - (place.name.length * letter) / 2,
      until: x + (place.name.length * letter) / 2,
    })),
    ...spots.map(({ place, x, y, r }) => ({ place, y, from: x - r, until: x + r })),
  ]
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="world" role="img" aria-label={words.map.label}>
      <path className="land" d={path(land) ?? ''} />
      {named.map(({ place, outline }) => (
        <path key={place.name} className="named-land" d={outline}>
          <title>{words.map.place(place.name, place.documents, place.mentions)}</title>
        </path>
      ))}
      <path className="border" d={path(borders) ?? ''} />
      {named.map(({ place, x, y }) => (
        <text key={place.name} className="land-name" x={x} y={y} textAnchor="middle">
          {place.name.slice(0, 40)}
        </text>
      ))}
      {spots.map(({ place, x, y, r }) => {
        const name = place.name.slice(0, 40)
        const long = r + 4 + name.length * letter
        // Right of its spot, else left of it, else only in the table.
        const side = ([1, -1] as const).find((to) => {
          const [from, until] = to === 1 ? [x - r, x + long] : [x - long, x + r]
          return (
            from > 0 &&
            until < width &&
            taken.every(
              (box) => box.place === place || Math.abs(box.y - y) > 15 || box.until < from || box.from > until,
            )
          )
        })
        taken.push(
          side === 1
            ? { place, y, from: x - r, until: x + long }
            : { place, y, from: side ? x - long : x - r, until: x + r },
        )
        return (
          <g key={`${place.name} ${place.latitude}`} className="spot">
            <title>{words.map.place(place.name, place.documents, place.mentions)}</title>
            <circle cx={x} cy={y} r={r} />
            {side !== undefined && (
              <text x={x + side * (r + 4)} y={y + 4} textAnchor={side === 1 ? 'start' : 'end'}>
                {name}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** How wide a letter of a name is about, in the drawing's units. */
const letter = 7.5

/** The box around the places with some degrees to spare, so that one place alone is seen with the countries around it. */
function around(places: readonly Place[]): GeoPermissibleObjects {
  const [west, east] = [
    Math.min(...places.map(({ longitude }) => longitude)),
    Math.max(...places.map(({ longitude }) => longitude)),
  ]
  const [south, north] = [
    Math.min(...places.map(({ latitude }) => latitude)),
    Math.max(...places.map(({ latitude }) => latitude)),
  ]
  const [x, y] = [Math.max(2, (18 - (east - west)) / 2), Math.max(2, (10 - (north - south)) / 2)]
  const corner = (longitude: number, latitude: number): [number, number] => [
    Math.max(-179, Math.min(179, longitude)),
    Math.max(-85, Math.min(85, latitude)),
  ]
  return {
    type: 'MultiPoint',
    coordinates: [
      corner(west - x, south - y),
      corner(east + x, north + y),
      corner(west - x, north + y),
      corner(east + x, south - y),
    ],
  }
}

function PlaceTable({ places }: { readonly places: readonly Place[] }) {
  return (
    <table className="list">
      <ColumnHeads names={words.map.columns} />
      <tbody>
        {[...places]
          .sort((a, b) => b.documents - a.documents || b.mentions - a.mentions)
          .map(({ name, extent, documents, mentions, latitude }) => (
            <tr key={`${name} ${latitude}`}>
              <th scope="row">
                <Written most={60}>{name}</Written>
              </th>
              <td data-label={words.map.columns[1]}>{words.map.extents[extent]}</td>
              <td className="number" data-label={words.map.columns[2]}>
                {documents}
              </td>
              <td className="number" data-label={words.map.columns[3]}>
                {mentions}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
