import type { ComponentChildren } from 'preact'
import type { LayoutProps } from '../src/deck.ts'
import { rankAmong, wordsOf } from '../src/words.ts'
import { Html } from './Html.tsx'

interface FrameProps extends LayoutProps {
  /** Class that places the parts between headline and source line. */
  class: string
  children: ComponentChildren
}

/** What every slide has at the same place: kicker, headline and source line. */
export function Frame({ deck, slide, headline, class: name, children }: FrameProps) {
  const words = wordsOf(deck.lang)
  const rank = slide.record ? rankAmong(words, slide.record, deck.records) : ''
  return (
    <div class={`slide ${name}`}>
      <p class="kicker">
        {slide.record && (
          <>
            <strong class="rank">
              {words.mark === '' ? rank : <bdi lang={words.lang}>{rank}</bdi>} · {slide.record.name}
            </strong>
            {' · '}
          </>
        )}
        {slide.act.title}
      </p>
      <Html as="h2" class="headline" html={headline} />
      {children}
      <p class="source">{deck.source}</p>
    </div>
  )
}
