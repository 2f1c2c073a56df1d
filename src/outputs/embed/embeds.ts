import type { HeightMessage } from '../../client/embed/report-height.ts'
import { messagesOf, rankAmong } from '../../messages/messages.ts'
import type { Slide, Story } from '../../story/story.ts'
import { escapeMarkup } from '../html-page.ts'

/** Folder of the charts to embed, which alone may be shown in frames on other sites. */
export const FOLDER = 'embed'

/** What others may show on their pages: a record, or what a scene has come to. */
export interface Embed {
  /** Name of its file, without `.html`. */
  name: string
  /** What it is called in a list. */
  label: string
  /** Whose headline and chart it has. */
  slide: Slide
  kind: 'record' | 'scene'
}

/** Files that are there beside the charts. */
const TAKEN = ['index', 'oembed']

/** Everything of a story that can be embedded, each under a name of its own: records first, then scenes at their last step. */
export function embedsOf(story: Story): Embed[] {
  const taken = new Set(TAKEN)
  return [...recordsOf(story), ...scenesOf(story)].map((embed) => {
    const name = taken.has(embed.name) ? `${embed.name}-${embed.kind}` : embed.name
    taken.add(name)
    return { ...embed, name }
  })
}

function recordsOf({ deck, slides }: Story): Embed[] {
  const messages = messagesOf(deck.lang)
  return slides.flatMap((slide) => {
    const { id, record } = slide
    return record
      ? [{ name: id, label: `${rankAmong(messages, record, deck.records)}: ${record.name}`, slide, kind: 'record' }]
      : []
  })
}

function scenesOf({ deck, slides }: Story): Embed[] {
  return Object.keys(deck.scenes).flatMap((name) => {
    const slide = slides.findLast(({ stage }) => stage?.scene === name)
    return slide ? [{ name, label: slide.title, slide, kind: 'scene' }] : []
  })
}

/** Height of a frame in px, until the chart in it has said its own. */
const HEIGHT = 640

const TYPE: HeightMessage['type'] = 'countdown-story:height'

const STYLE = `.countdown-story{width:100%;height:${HEIGHT}px;border:0}@supports (frame-sizing:content-height){.countdown-story{height:auto;frame-sizing:content-height}}`

const SCRIPT = `addEventListener('message',function(e){if(e.data&&e.data.type==='${TYPE}')document.querySelectorAll('iframe.countdown-story').forEach(function(f){if(f.contentWindow===e.source)f.style.height=e.data.height+'px'})})`

/** What someone pastes into their page: the frame, and what keeps it as high as the chart, by CSS or else by its messages. */
export function snippetOf(address: string, title: string): string {
  return `<iframe class="countdown-story" src="${escapeMarkup(address)}" title="${escapeMarkup(title)}" loading="lazy"></iframe>
<style>${STYLE}</style>
<script>${SCRIPT}</script>`
}

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
