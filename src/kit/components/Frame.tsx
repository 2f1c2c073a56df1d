import type { ComponentChildren } from 'preact'
import { messagesOf, rankAmong } from '../../messages/messages.ts'
import type { LayoutProps } from '../../story/deck.ts'
import { textWidth } from '../charts/text-width.ts'

interface FrameProps extends LayoutProps {
  /** Class that places the parts between headline and source line. */
  class: string
  /** Whether something stands beside the headline. */
  isNarrow?: boolean
  children: ComponentChildren
}

/** What every slide has at the same place: kicker, headline and source line. */
export function Frame({ deck, slide, title, headline, class: kind, isNarrow = false, children }: FrameProps) {
  return (
    <div class={`slide ${kind}`}>
      <Kicker deck={deck} slide={slide} />
      <h2 class={isLong(title, isNarrow) ? 'headline long' : 'headline'}>{headline}</h2>
      {children}
      <Source deck={deck} slide={slide} />
    </div>
  )
}

/** The line above a headline: rank and name of a record, and the act. */
export function Kicker({ deck, slide }: Pick<LayoutProps, 'deck' | 'slide'>) {
  const messages = messagesOf(deck.lang)
  const rank = slide.record ? rankAmong(messages, slide.record, deck.records) : ''
  const act = slide.record && !hasRoom(rank, slide.act.title) ? '' : slide.act.title
  const name = slide.record && hasRoom(`${rank} · ${slide.record.name}`, act) ? slide.record.name : ''
  return (
    <p class="kicker">
      {slide.record && (
        <>
          <strong class="rank">
            {messages.mark === '' ? rank : <bdi lang={messages.lang}>{rank}</bdi>}
            {name !== '' && <> · {isolated(name)}</>}
          </strong>
          {act !== '' && ' · '}
        </>
      )}
      {act}
    </p>
  )
}

/** What a kicker has room for before the switches begin, in px, and its size. */
const KICKER = { room: 700, size: 20 }

/** Whether rank and name of a record stand whole beside its act; the headline has names that are too long, and the line of acts the act. */
function hasRoom(record: string, act: string): boolean {
  return textWidth(record, KICKER.size, 600) + textWidth(act === '' ? '' : ` · ${act}`, KICKER.size) <= KICKER.room
}

/** A name written from right to left must not draw the figures after it to its own side. */
function isolated(name: string) {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(name) ? <bdi>{name}</bdi> : name
}

/** What a source line has room for in px, and its size; a longer one is set smaller. */
const SOURCE = { room: 1200, size: 20 }

/** The line at the foot of a slide: its own source, or the deck's. */
export function Source({ deck, slide }: Pick<LayoutProps, 'deck' | 'slide'>) {
  const source = slide.source ?? deck.source
  return <p class={textWidth(source, SOURCE.size) > SOURCE.room ? 'source long' : 'source'}>{source}</p>
}

/** Size of a headline and width of its line, in px, as the style sheet has them; it has room for two lines, which words seldom fill. */
const [SIZE, LINE, LINES, FILLED] = [46, 1200, 2, 0.93]
/** The same beside a locator. */
const NARROW = 976

/** Whether a headline needs a smaller size to leave the figure below it alone. */
export function isLong(headline: string, isNarrow = false): boolean {
  return textWidth(headline, SIZE, 600, 'Source Serif 4') > (isNarrow ? NARROW : LINE) * LINES * FILLED
}
