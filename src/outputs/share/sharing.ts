import { messagesOf, rankAmong } from '../../messages/messages.ts'
import type { Slide, Story } from '../../story/story.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { bundleAssets } from '../assets.ts'
import { escapeMarkup, renderPage } from '../html-page.ts'
import type { OutputTools } from '../output.ts'

/** What a link to a page shows where it is shared. */
interface Card {
  title: string
  description: string
  /** Path of its picture in the output folder. */
  picture: string
  /** What the picture shows, in words. */
  alt: string
}

/** Size of the pictures in px, which every service that shows them knows how to fit. */
export const PICTURE = { width: 1200, height: 630 }
/** Folder of the pictures and of the records' own pages. */
export const FOLDER = 'share'

/** The whole story's card; its picture is the last chart. */
export function storyCard({ deck, slides, wide }: Story): Card {
  const index = slides.findLastIndex(({ stage }) => stage)
  const { title, description } = deck
  return { title, description, picture: `${FOLDER}/story.png`, alt: wide.states[index]?.name ?? title }
}

/** A record's card: its headline under its rank. */
export function recordCard({ deck, wide }: Story, { id, index, record, title }: Slide): Card {
  const rank = record ? `${rankAmong(messagesOf(deck.lang), record, deck.records)}: ${record.name}` : deck.title
  return {
    title: `${rank} – ${deck.title}`,
    description: title,
    picture: `${FOLDER}/${id}.png`,
    alt: wide.states[index]?.name || title,
  }
}

/**
 * The elements of a page's head that make its card, by the Open Graph protocol and Twitter's. Pictures and canonical addresses
 * must be absolute there: without the address of the published folder (`baseUrl`, with a slash at its end) they are left out.
 */
export function renderSharing({ deck }: Story, card: Card, baseUrl: string | undefined, path: string): string {
  const absolute: [string, string][] =
    baseUrl === undefined
      ? []
      : [
          ['og:url', new URL(path, baseUrl).href],
          ['og:image', new URL(card.picture, baseUrl).href],
          ['og:image:width', String(PICTURE.width)],
          ['og:image:height', String(PICTURE.height)],
          ['og:image:alt', card.alt],
        ]
  const graph: [string, string][] = [
    ['og:type', 'article'],
    ['og:title', card.title],
    ['og:description', card.description],
    ['og:locale', deck.lang.replace('-', '_')],
    ...absolute,
  ]
  const properties = graph.map(([property, content]) => `<meta property="${property}" content="${escapeMarkup(content)}">`)
  const twitter = `<meta name="twitter:card" content="${baseUrl === undefined ? 'summary' : 'summary_large_image'}">`
  const canonical = baseUrl === undefined ? [] : [`<link rel="canonical" href="${escapeMarkup(new URL(path, baseUrl).href)}">`]
  return [...properties, twitter, ...canonical].join('\n')
}

/** A tiny page for each record: its link shows the record's card where it is shared, and leads to its place in the story. */
export async function makeRecordPages(story: Story, { root, baseUrl }: OutputTools): Promise<OutputFile[]> {
  const { files, paths } = await bundleAssets(root, ['src/client/ui/open-story.ts'])
  const pages = story.slides
    .filter(({ record }) => record)
    .map((slide) => {
      const path = `${FOLDER}/${slide.id}.html`
      return {
        path,
        contents: renderRecordPage(
          story,
          slide,
          renderSharing(story, recordCard(story, slide), baseUrl, path),
          `../${paths['open-story.js']}`,
        ),
      }
    })
  return [...pages, ...files]
}

/** A page that is its card and one link. Its script follows the link; services that make cards run none and stay. */
function renderRecordPage(story: Story, slide: Slide, sharing: string, script: string): string {
  const { title, description } = recordCard(story, slide)
  const { mark, read } = messagesOf(story.deck.lang)
  const target = `../read.html#${encodeURIComponent(slide.id)}`
  return renderPage({
    lang: story.deck.lang,
    title,
    description,
    head: `${sharing}
<script defer src="${script}"></script>
<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>`,
    body: `<main><h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(description)}</p>
<p${mark}><a href="${target}">${escapeMarkup(read.fromHere)}</a></p></main>`,
  })
}
