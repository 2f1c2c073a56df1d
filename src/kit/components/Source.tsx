import type { LayoutProps } from '../../story/deck.ts'
import { textWidth } from '../charts/text-width.ts'

/** What a source line has room for in px, and its size; a longer one is set smaller. */
const [ROOM, SIZE] = [1200, 20]

/** The line at the foot of a slide: its own source, or the deck's. */
export function Source({ deck, slide }: Pick<LayoutProps, 'deck' | 'slide'>) {
  const source = slide.source ?? deck.source
  return <p class={textWidth(source, SIZE) > ROOM ? 'source long' : 'source'}>{source}</p>
}
