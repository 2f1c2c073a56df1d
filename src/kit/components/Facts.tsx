import { fittingText } from '../../motion/fitting-text.ts'
import type { Fact } from '../../story/description.ts'
import { textWidth } from '../charts/text-width.ts'

/** The strip's width, the space between its columns, and the sizes of its labels and values, in px, as the style sheet has them. */
const [WIDTH, SPACE, LABEL, VALUE] = [1200, 24, 16, 24] as const
/** Where there are five facts the first is a text, and the widest. */
const OF_FIVE = [430, 190, 200, 190, 190] as const

/**
 * The quiet strip of a record's facts. Its columns have the same places on every slide, and what is too long for one is cut; the
 * reading page has it whole. Without facts there is none.
 */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(({ label, value, missing }, place) => (
        <div class="fact" key={label}>
          <dt>{fitting(label, widthOf(place, facts.length), LABEL)}</dt>
          <dd class={missing ? 'missing' : undefined}>{fitting(value, widthOf(place, facts.length), VALUE)}</dd>
        </div>
      ))}
    </dl>
  )
}

function widthOf(place: number, count: number): number {
  const ofFive = count === OF_FIVE.length ? OF_FIVE[place] : undefined
  return ofFive ? ofFive - SPACE / 2 : (WIDTH - SPACE * (count - 1)) / count
}

function fitting(text: string, width: number, size: number): string {
  return fittingText(text, width, (some) => textWidth(some, size))
}
