import { type LocalMessages, messagesOf } from '../../messages/messages.ts'
import { joinRects } from '../../motion/join-rects.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Deck } from '../../story/deck.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { bundleAssets, storyStyle } from '../assets.ts'
import { extraPaths, extraStyles } from '../extra-styles.ts'
import { escapeMarkup, headOf, renderPage } from '../html-page.ts'
import { type Links, linksBeside } from '../links.ts'
import type { Output } from '../output.ts'
import { renderFigure, renderKicker, slideData } from '../slide-data.ts'
import { type Embed, embedsOf, FOLDER, oEmbedOf, snippetOf } from './embeds.ts'

const ENTRIES = [
  'src/client/embed/start-embed.ts',
  'src/client/embed/embed.css',
  'src/client/embed/start-embed-list.ts',
  'src/client/embed/embed-list.css',
]

/** A page for each record and each scene, for frames on the pages of others, and a list of them. */
export const embed: Output = {
  async make(story, { root, baseUrl, made, note }) {
    if (baseUrl === undefined) note(`Charts to embed have no address yet; say with --base-url where they will be published.`)
    const embeds = embedsOf(story)
    const { files, paths } = await bundleAssets(root, [...ENTRIES, ...extraStyles(story.slides)], storyStyle(story))
    const tracks = { narrow: await story.track('narrow'), wide: await story.track('column') }
    const addressOf = ({ name }: Embed) =>
      baseUrl === undefined ? `${name}.html` : new URL(`${FOLDER}/${name}.html`, baseUrl).href
    const headFor = (sheet: string, script: string, extras: readonly string[] = []) =>
      headOf({ styles: [paths[sheet] ?? '', ...extras].map(up), script: up(paths[script] ?? '') })
    const head = headFor('embed.css', 'embed.js', extraPaths(story.slides, paths))
    const links = linksBeside(made)
    const pages = embeds.map((one) => {
      const parts = { head: `${discovered(one)}\n${head}`, tracks, links }
      return { path: `${FOLDER}/${one.name}.html`, contents: renderEmbed(story, one, parts) }
    })
    const answers = embeds.map((one) => ({ path: `${FOLDER}/${one.name}.json`, contents: oEmbedOf(story, one, addressOf(one)) }))
    const list = renderEmbedList(story, embeds, headFor('embed-list.css', 'embed-list.js'), addressOf)
    return [
      { path: `${FOLDER}/index.html`, contents: list },
      ...pages,
      ...answers,
      ...wholeStory(story, embeds, addressOf),
      ...files,
    ]
  },
}

/** The story is told by its last chart. */
function wholeStory(story: Story, embeds: readonly Embed[], addressOf: (embed: Embed) => string) {
  const charts = embeds.filter(({ slide }) => slide.stage)
  const last = charts.toSorted((a, b) => a.slide.index - b.slide.index).at(-1) ?? embeds[0]
  return last ? [{ path: `${FOLDER}/oembed.json`, contents: oEmbedOf(story, last, addressOf(last)) }] : []
}

/** Where a page that is given only the address of a chart finds what to paste. */
function discovered({ name, slide }: Embed): string {
  return `<link rel="alternate" type="application/json+oembed" href="${encodeURIComponent(name)}.json" title="${escapeMarkup(slide.title)}">`
}

function up(path: string): string {
  return `../${path}`
}

/** The list of all charts to embed, each with what to paste. `addressOf` names the page of one. */
function renderEmbedList({ deck }: Story, embeds: readonly Embed[], head: string, addressOf: (embed: Embed) => string): string {
  const { embed: messages, mark } = messagesOf(deck.lang)
  const items = embeds.map((embed, index) => {
    const { name, label, slide } = embed
    const about = label === slide.title ? '' : `<p>${escapeMarkup(slide.title)}</p>`
    return `<li><a href="${escapeMarkup(encodeURIComponent(name))}.html">${escapeMarkup(label)}</a>${about}
<textarea id="snippet-${index}" readonly rows="5" spellcheck="false" aria-label="${escapeMarkup(label)}">${escapeMarkup(snippetOf(addressOf(embed), slide.title))}</textarea>
<button type="button" data-copies="snippet-${index}" data-copied="${escapeMarkup(messages.copied)}"${mark}>${escapeMarkup(messages.copy)}</button></li>`
  })
  return renderPage({
    lang: deck.lang,
    title: `${messages.title} – ${deck.title}`,
    head: `<meta name="robots" content="noindex">\n${head}`,
    body: `<main>
<h1${mark}>${escapeMarkup(messages.title)}</h1>
<p>${escapeMarkup(deck.title)}</p>
<p${mark}>${escapeMarkup(messages.how)}</p>
<ul>${items.join('\n')}</ul>
</main>`,
  })
}

/** What the page of an embedded chart is made with. */
export interface EmbedParts {
  /** Elements of the head that load style and script. */
  head: string
  /** The chart for narrow and for wide places. */
  tracks: { narrow: Track; wide: Track }
  links: Links
}

/** Lets the page around it size the frame by CSS: a height says nothing that whoever shows the chart may not know. */
const SIZED_BY_HOST = '<meta name="responsive-embedded-sizing" content="*">'

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
