import type { ComponentChildren } from 'preact'
import { textWidth } from '../charts/parts/text-width.ts'
import type { LayoutProps } from '../src/deck.ts'
import { rankAmong, wordsOf } from '../src/words.ts'
import { Html } from './Html.tsx'
import { isLong } from './long-headline.ts'

interface FrameProps extends LayoutProps {
  /** Class that places the parts between headline and source line. */
  class: string
  children: ComponentChildren
}

/** What every slide has at the same place: kicker, headline and source line. */
export function Frame({ deck, slide, headline, class: kind, children }: FrameProps) {
  const words = wordsOf(deck.lang)
  const rank = slide.record ? rankAmong(words, slide.record, deck.records) : ''
  const name = slide.record ? nameBeside(slide.record.name, rank, slide.act.title) : ''
  return (
    <div class={`slide ${kind}`}>
      <p class="kicker">
        {slide.record && (
          <>
            <strong class="rank">
              {words.mark === '' ? rank : <bdi lang={words.lang}>{rank}</bdi>}
              {name !== '' && <> · {isolated(name)}</>}
            </strong>
            {' · '}
          </>
        )}
        {slide.act.title}
      </p>
      <Html as="h2" class={isLong(headline) ? 'headline long' : 'headline'} html={headline} />
      {children}
      <p class="source">{deck.source}</p>
    </div>
  )
}

/** What a kicker has room for before the line of acts begins, in px, and its size. */
const [ROOM, SIZE] = [408, 16]

/** A name that stands whole beside rank and act; the headline has those that are too long for it. */
function nameBeside(name: string, rank: string, act: string): string {
  const width = textWidth(`${rank} · ${name}`, SIZE, 600) + textWidth(` · ${act}`, SIZE)
  return width <= ROOM ? name : ''
}

/** A name written from right to left must not draw the figures after it to its own side. */
function isolated(name: string) {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(name) ? <bdi>{name}</bdi> : name
}
