import type { LayoutProps } from '../../story/deck.ts'
import { Facts } from './Facts.tsx'
import { Frame } from './Frame.tsx'
import { LocatorMap } from './LocatorMap.tsx'

/** A record's slide: its figure and comparator beside the chart, its facts below. */
export function RecordLayout(props: LayoutProps) {
  const { figure, facts, locator } = props.deck.describe(props.slide.record?.id ?? props.slide.id)
  return (
    <Frame {...props} class="slide-record" isNarrow={locator !== undefined}>
      {locator && <LocatorMap {...locator} />}
      <div class="aside">
        <p class="figure">
          <span class={isLong(figure.value) ? 'big long' : 'big'}>{figure.value}</span>{' '}
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
