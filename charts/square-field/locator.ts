import { colour, field, type Layer, STEP, type Stage } from 'countdown-story/charts'
import { records } from '../../data/records.ts'
import { landOutline, placeOf } from '../parts/geography.ts'

/** A country's place on the locator map, in degrees. */
interface Place {
  id: string
  longitude: number
  latitude: number
}

/** Grid that the small map's outline is put on, in degrees; about a pixel and a half. */
const GRID = 1

/** A small map beside the field: land, and a ring around the current country. */
export function locatorLayers(stage: Stage): Layer[] {
  const projection = {
    type: 'equalEarth' as const,
    scale: 50,
    translate: [stage.aside.left + 168, 537] as [number, number],
    precision: 0,
  }
  const values: Place[] = records
    .filter(({ rank }) => rank >= 35)
    .map(({ id, isoNumeric }) => {
      const [longitude, latitude] = placeOf(isoNumeric)
      return { id, longitude, latitude }
    })
  const place = {
    longitude: { field: field<Place>('longitude'), type: 'quantitative' },
    latitude: { field: field<Place>('latitude'), type: 'quantitative' },
  } as const
  const here = [{ filter: `datum.id === ${STEP}` }]
  return [
    {
      name: 'land',
      data: { values: [{ ...landOutline(GRID), steps: values.map(({ id }) => id) }] },
      transform: [{ filter: `indexof(datum.steps, ${STEP}) >= 0` }],
      projection,
      mark: { type: 'geoshape', fill: colour.faint },
    },
    {
      name: 'place',
      data: { values },
      transform: here,
      projection,
      mark: { type: 'point', shape: 'circle', filled: true, size: 36, fill: colour.signal, opacity: 1 },
      encoding: place,
    },
    {
      name: 'ring',
      data: { values },
      transform: here,
      projection,
      mark: { type: 'point', shape: 'circle', filled: false, size: 500, stroke: colour.signal, strokeWidth: 2, opacity: 1 },
      encoding: place,
    },
  ]
}
