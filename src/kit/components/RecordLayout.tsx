import { fittingText } from '../../motion/fitting-text.ts'
import type { LayoutProps } from '../../story/deck.ts'
import { type Fact, figureClass, type Locator } from '../../story/description.ts'
import { textWidth } from '../charts/text-width.ts'
import { Frame } from './Frame.tsx'

/** A record's slide: its figure and comparator beside the chart, its facts below. */
export function RecordLayout(props: LayoutProps) {
  const { figure, facts, locator } = props.deck.describe(props.slide.record?.id ?? props.slide.id)
  return (
    <Frame {...props} class="slide-record" isNarrow={locator !== undefined}>
      {locator && <LocatorMap {...locator} />}
      <div class="aside">
        <p class="figure">
          <span class={isLong(figure.value) ? `${figureClass(figure)} long` : figureClass(figure)}>{figure.value}</span>{' '}
          <span class="caption">{figure.caption}</span>
        </p>
        <div class="body">{props.body}</div>
      </div>
      <Facts facts={facts} />
    </Frame>
  )
}

/** Digits and signs that the full size has room for; commas and points are half as wide. */
const ROOM = 6

/** Whether a figure needs a smaller size to stay beside the chart. */
function isLong(figure: string): boolean {
  return [...figure].reduce((width, character) => width + (/[.,\s]/.test(character) ? 0.5 : 1), 0) > ROOM
}

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

/** Where a record lies. Its facts say the same in words, so that screen readers pass it over. */
function LocatorMap({ width, height, land, place, ring }: Locator) {
  return (
    <svg class="locator" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path class="land" d={land} />
      <path class="place" d={place} />
      {ring !== undefined && <circle cx={width / 2} cy={height / 2} r={ring} />}
    </svg>
  )
}
