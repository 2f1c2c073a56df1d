import { type LocalMessages, messagesOf } from '../../messages/messages.ts'
import { joinRects } from '../../motion/join-rects.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Deck } from '../../story/deck.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { escapeMarkup, renderPage } from '../html-page.ts'
import type { Links } from '../links.ts'
import { renderFigure, renderKicker, slideData } from '../slide-data.ts'
import type { Embed } from './embeds.ts'

/** What the page of an embedded chart is made with. */
export interface EmbedParts {
  /** Elements of the head that load style and script. */
  head: string
  /** The chart for narrow and for wide places. */
  tracks: { narrow: Track; wide: Track }
  links: Links
}

/** Lets the page around it size the frame by CSS: a height says nothing that whoever shows the chart may not know. */
const SIZED_BY_HOST = '<meta name="responsive-embedded-sizing" content="allow-origins=*">'

/** One chart with its headline and source, for a frame on another page. */
export function renderEmbed(story: Story, embed: Embed, { head, tracks, links }: EmbedParts): string {
  const { deck } = story
  const { slide } = embed
  return renderPage({
    lang: deck.lang,
    title: `${slide.title} – ${deck.title}`,
    description: deck.description,
    head: `${SIZED_BY_HOST}\n${head}`,
    body: `<main class="embed" id="${escapeMarkup(slide.id)}"${slideData(deck, slide)}>
${renderWords(deck, embed)}
${renderChart(slide, tracks)}
${renderFoot(deck, slide, links, messagesOf(deck.lang))}
</main>`,
  })
}

function renderWords(deck: Deck, { slide, kind }: Embed): string {
  const { record, headline } = slide
  const of = kind === 'record' ? record : undefined
  const [kicker, figure] = of ? [`${renderKicker(deck, of)}\n`, `\n${renderFigure(deck.describe(of.id).figure)}`] : ['', '']
  return `<header>${kicker}<h1 class="headline">${writeTree(headline)}</h1>${figure}</header>`
}

function renderChart({ index }: Slide, tracks: EmbedParts['tracks']): string {
  const stills = Object.entries(tracks).flatMap(([name, { states, frame }]) => {
    const state = states[index]
    const still = state ? stillSvg(joinRects(state), frame, { id: `still-${name}` }) : ''
    return still === '' ? [] : [`<div class="still ${name}">${still}</div>`]
  })
  return stills.length === 0 ? '' : `<figure>${stills.join('\n')}</figure>`
}

function renderFoot({ source }: Deck, { id }: Slide, { read: page }: Links, { read, mark }: LocalMessages): string {
  const way = `<a href="../${page}#${encodeURIComponent(id)}" target="_blank" rel="noopener"${mark}>${escapeMarkup(read.fromHere)}</a>`
  return `<p class="foot">${escapeMarkup(source)}${page === undefined ? '' : ` ${way}`}</p>`
}
