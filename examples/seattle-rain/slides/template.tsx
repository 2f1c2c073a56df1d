import type { TemplateParts } from 'countdown-story'
import { count, mm } from '../data/format.ts'
import type { Month } from '../data/records.ts'

/** The words for a month whose own slide is taken away. */
export function template({ name, rank, rain, wet }: Month): TemplateParts {
  return {
    headline: `${name} brings ${mm(rain)} of rain`,
    body: <p>Some rain falls on {count(wet)} days.</p>,
    notes: (
      <p>
        Number {count(rank)}: {name}.
      </p>
    ),
  }
}
