import type { TemplateParts } from 'countdown-story'
import { begin, climbed, end, lastStep, rankIn } from '../data/figures.ts'
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

function wayOf(industry: Industry): string {
  const [before, after, places] = [rankIn(industry, begin), rankIn(industry, end), climbed(industry)]
  if (places === 0) return `ends at #${after}, where it began`
  const way = `${places > 0 ? 'climbs' : 'falls'} ${count(Math.abs(places))} ${Math.abs(places) === 1 ? 'place' : 'places'}`
  return `${way}, from #${before} to #${after}`
}
