import { rankAmong, wordsOf } from '../../messages/messages.ts'
import type { LayoutProps } from '../../story/deck.ts'
import { textWidth } from '../charts/text-width.ts'

/** The line above a headline: rank and name of a record, and the act. */
export function Kicker({ deck, slide }: Pick<LayoutProps, 'deck' | 'slide'>) {
  const words = wordsOf(deck.lang)
  const rank = slide.record ? rankAmong(words, slide.record, deck.records) : ''
  const act = slide.record && !hasRoom(rank, slide.act.title) ? '' : slide.act.title
  const name = slide.record && hasRoom(`${rank} · ${slide.record.name}`, act) ? slide.record.name : ''
  return (
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
  )
}

/** What a kicker has room for before the switches begin, in px, and its size. */
const [ROOM, SIZE] = [700, 20]

/** Whether rank and name of a record stand whole beside its act; the headline has names that are too long, and the line of acts the act. */
function hasRoom(record: string, act: string): boolean {
  return textWidth(record, SIZE, 600) + textWidth(act === '' ? '' : ` · ${act}`, SIZE) <= ROOM
}

/** A name written from right to left must not draw the figures after it to its own side. */
function isolated(name: string) {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(name) ? <bdi>{name}</bdi> : name
}
