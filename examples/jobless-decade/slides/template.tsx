import type { TemplateParts } from 'countdown-story'
import { begin, climbed, end, lastStep, leap, rankIn } from '../data/figures.ts'
import { count, points, rate } from '../data/format.ts'
import type { Industry } from '../data/records.ts'

/** The words for an industry that nobody has written a slide for: where it came from, and what the last year did. */
export function template(industry: Industry): TemplateParts {
  const { name, rates } = industry
  return {
    headline: `${name} ${wayOf(industry)}`,
    body: (
      <p>
        In {end} alone its rate rose by {points(lastStep(industry))}, from {rate(rates.at(-2) ?? Number.NaN)}.
      </p>
    ),
    notes: (
      <p>
        {name}: #{rankIn(industry, begin)} in {begin}, #{rankIn(industry, end)} in {end}.
      </p>
    ),
  }
}

/** Where a single year moved an industry farther than all ten did, that year is what there is to say. */
function wayOf(industry: Industry): string {
  const [before, after, places, most] = [rankIn(industry, begin), rankIn(industry, end), climbed(industry), leap(industry)]
  if (Math.abs(most.places) > Math.max(Math.abs(places), 2)) {
    const way = `${most.places > 0 ? 'leaps' : 'drops'} ${counted(most.places)} in ${most.year} alone`
    return `${way}, from #${rankIn(industry, most.year - 1)} to #${rankIn(industry, most.year)}`
  }
  if (places === 0) return `ends at #${after}, where it began`
  return `${places > 0 ? 'climbs' : 'falls'} ${counted(places)}, from #${before} to #${after}`
}

function counted(places: number): string {
  return `${count(Math.abs(places))} ${Math.abs(places) === 1 ? 'place' : 'places'}`
}
