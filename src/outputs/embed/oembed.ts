import type { Story } from '../../story/story.ts'
import type { Embed } from './embeds.ts'
import { HEIGHT, snippetOf } from './snippet.ts'

/** What a page that takes only an address finds out about a chart: an answer of oEmbed 1.0, as JSON. */
export function oEmbedOf({ deck }: Story, { slide }: Embed, address: string): string {
  const answer = {
    version: '1.0',
    type: 'rich',
    title: slide.title,
    provider_name: deck.title,
    ...(deck.author !== undefined && { author_name: deck.author }),
    html: snippetOf(address, slide.title),
    width: 720,
    height: HEIGHT,
  }
  return `${JSON.stringify(answer, null, 2)}\n`
}
