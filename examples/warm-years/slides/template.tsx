import type { TemplateParts } from 'countdown-story'
import { decadeOf, isLastAsCool, isRecord, toldOfDecade } from '../data/figures.ts'
import { count, degrees, difference } from '../data/format.ts'
import type { Year } from '../data/records.ts'

/** The words for a year that nobody has written a slide for: all of them come from the table. */
export function template(record: Year): TemplateParts {
  const { told, count: years } = toldOfDecade(record)
  const decade = `${decadeOf(record)}s`
  return {
    headline: headlineOf(record),
    body: (
      <>
        <p>{finding(record)}</p>
        <p>
          {told === years
            ? `With it the ${decade} are told.`
            : `Of the ${decade}, ${count(told)} of ${count(years)} years are told.`}
        </p>
      </>
    ),
    notes: (
      <p>
        Number {count(record.rank)}: {record.name}, {difference(record.anomaly)}.
      </p>
    ),
  }
}

function headlineOf({ name, anomaly }: Year): string {
  if (anomaly === 0) return `${name} was exactly as warm as the mean, to a hundredth of a degree`
  return `${name} was ${degrees(Math.abs(anomaly))} ${anomaly < 0 ? 'cooler' : 'warmer'} than the mean of 1951 to 1980`
}

/** What is remarkable of a year, where something is. */
function finding(record: Year): string {
  if (isLastAsCool(record)) return 'Every year since has been warmer.'
  if (isRecord(record)) return 'No year before it had been as warm.'
  return record.anomaly < 0 ? 'Later years were as cool again.' : 'Earlier years had been as warm, later ones were cooler again.'
}
