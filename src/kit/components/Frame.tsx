import type { ComponentChildren } from 'preact'
import { rankAmong, wordsOf } from '../../messages/messages.ts'
import type { LayoutProps } from '../../story/deck.ts'
import { textWidth } from '../charts/text-width.ts'
import { isLong } from './long-headline.ts'

interface FrameProps extends LayoutProps {
  /** Class that places the parts between headline and source line. */
  class: string
  children: ComponentChildren
}

/** What every slide has at the same place: kicker, headline and source line. */
export function Frame({ deck, slide, title, headline, class: kind, children }: FrameProps) {
  const words = wordsOf(deck.lang)
  const rank = slide.record ? rankAmong(words, slide.record, deck.records) : ''
  const act = slide.record && !hasRoom(rank, slide.act.title) ? '' : slide.act.title
  const name = slide.record && hasRoom(`${rank} · ${slide.record.name}`, act) ? slide.record.name : ''
  return (
    <div class={`slide ${kind}`}>
      <p class="kicker">
        {slide.record && (
          <>
            <strong class="rank">
              {words.mark === '' ? rank : <bdi lang={words.lang}>{rank}</bdi>}
              {name !== '' && <> · {isolated(name)}</>}
            </strong>
            {act !== '' && ' · '}
          </>
        )}
        {act}
      </p>
      <h2 class={isLong(title) ? 'headline long' : 'headline'}>{headline}</h2>
      {children}
      <p class="source">{deck.source}</p>
    </div>
  )
}

/** What a kicker has room for before the line of acts begins, in px, and its size. */
const [ROOM, SIZE] = [408, 16]

/** Whether rank and name of a record stand whole beside its act; the headline has names that are too long, and the line of acts the act. */
function hasRoom(record: string, act: string): boolean {
  return textWidth(record, SIZE, 600) + textWidth(act === '' ? '' : ` · ${act}`, SIZE) <= ROOM
}

/** A name written from right to left must not draw the figures after it to its own side. */
function isolated(name: string) {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(name) ? <bdi>{name}</bdi> : name
}
