import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }
import { daylight, days, sunOver } from './daylight.ts'
import { records } from './records.ts'

/* The rows of the charts. */

const names = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** Hours of daylight of each city, once a week. */
export const weeks = records.flatMap(({ name, latitude }) =>
  days
    .filter((_, index) => index % 7 === 0)
    .map((day) => ({ city: name, day: day.toISOString().slice(0, 10), hours: daylight(latitude, sunOver(day)) })),
)

/** The same on the 15th of each month. */
export const months = records.flatMap(({ name, latitude }) =>
  days
    .filter((day) => day.getUTCDate() === 15)
    .map((day) => ({ city: name, month: names.format(day), hours: daylight(latitude, sunOver(day)) })),
)

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>

/** The outlines of countries; the Antarctic, which is none, is left out. */
export const countries = feature(topology, topology.objects.countries).features.filter(
  ({ properties }) => properties.name !== 'Antarctica',
)
