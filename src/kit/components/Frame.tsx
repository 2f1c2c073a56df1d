import type { ComponentChildren } from 'preact'
import type { LayoutProps } from '../../story/deck.ts'
import { Kicker } from './Kicker.tsx'
import { isLong } from './long-headline.ts'
import { Source } from './Source.tsx'

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
