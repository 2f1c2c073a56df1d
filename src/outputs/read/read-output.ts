import { messagesOf } from '../../messages/messages.ts'
import type { FrameName } from '../../story/frames.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { hasSerif } from '../../story/themes.ts'
import { asset, type OutputFile } from '../../util/output-file.ts'
import { type Assets, bundleAssets, storyStyle } from '../assets.ts'
import { keysOf, renderHelpDialog, renderJumpDialog, renderNotice } from '../deck/deck-chrome.ts'
import { keyframesScript } from '../deck/deck-output.ts'
import { extraPaths, extraStyles } from '../extra-styles.ts'
import { escapeMarkup, headOf, type MadePage, policyFor, renderPage } from '../html-page.ts'
import { type Links, linksBeside } from '../links.ts'
import { makeLiveCharts } from '../live-charts.ts'
import type { Output } from '../output.ts'
import { makeRecordPages, renderSharing, storyCard } from '../share/sharing.ts'
import { mediaOn, picturesOn } from '../slide-media.ts'
import { renderBar, renderFooter, renderSections, renderTitle } from './read-page.ts'

const ENTRIES = ['src/client/read/start-read.ts', 'src/client/read/read.css']
/** The sizes at which the page shows the stage. */
const SIZES = ['column', 'narrow', 'short', 'slim'] as const satisfies readonly FrameName[]
/** The faces that the first screen is set in: those of text, and that of headlines where they have one of their own. */
const FACES = ['source-sans-3-latin-400-normal', 'source-sans-3-latin-600-normal']
const HEADLINES = 'source-serif-4-latin-600-normal'

/** The story as one page to scroll, and the pages that shared links of its records lead through. */
export const read: Output = {
  async make(story, tools) {
    const page = await makeReadingPage(story, tools.root, linksBeside(tools.made), await story.track('narrow'))
    const faces = hasSerif(story.deck.theme) ? [HEADLINES, ...FACES] : FACES
    const fonts = page.files.filter(({ path }) => faces.some((face) => path.includes(`/${face}.`)))
    const sharing = renderSharing(story, storyCard(story), tools.baseUrl, 'read.html')
    const { lang, title, description } = story.deck
    const bodies = story.slides.map(({ body }) => body)
    const head = [sharing, ...fonts.map(renderPreload), headOf(page)].join('\n')
    return [
      {
        path: 'read.html',
        contents: renderPage({ lang, title, description, policy: policyFor({ ...story, deck: {} }), head, body: page.body }),
      },
      ...picturesOn(bodies, story.slides),
      ...mediaOn(bodies, story.slides),
      ...page.files,
      ...(await makeRecordPages(story, tools)),
    ]
  },
}

/** The page to read, which finds the other parts of the story at `links`. Without `stills` it has no charts for readers without script. */
export async function makeReadingPage(story: Story, root: string, links: Links, stills?: Track): Promise<MadePage> {
  const assets = await bundleAssets(root, [...ENTRIES, ...extraStyles(story.slides)], storyStyle(story))
  const { paths } = assets
  const tracks = await compileTracks(story)
  const live = await makeLiveCharts(story, root, SIZES)
  const style = finishStyle(assets, story.slides)
  const files = assets.files.filter(({ path }) => path !== paths['read.css'])
  return {
    body: renderBody(story, { tracks, live: live.html, links, ...(stills && { stills }) }),
    styles: [style.path, ...extraPaths(story.slides, paths)],
    script: paths['read.js'] ?? '',
    files: [style, ...files, ...Object.values(tracks), ...live.files],
  }
}

type Tracks = Record<(typeof SIZES)[number], OutputFile>

/** The keyframes of each size, as classic scripts since a page opened from disk may not fetch data. */
async function compileTracks(story: Story): Promise<Tracks> {
  const made: [string, OutputFile][] = []
  for (const size of SIZES) {
    made.push([size, asset(`keyframes-${size}.js`, keyframesScript(await story.track(size), story.deck.lang))])
  }
  return Object.fromEntries(made) as Tracks
}

/** The rules of the story's own acts. */
function finishStyle({ files, paths }: Assets, slides: readonly Slide[]): OutputFile {
  const bundled = files.find(({ path }) => path === paths['read.css'])
  return { ...bundled, ...asset('read.css', String(bundled?.contents ?? '') + actRules(slides)) }
}

function renderPreload({ path }: OutputFile): string {
  return `<link rel="preload" as="font" type="font/woff2" crossorigin href="${path}">`
}

/** The parts of the page that are made before it. */
interface Parts {
  tracks: Tracks
  stills?: Track
  /** What it is told of charts that come alive. */
  live: string
  links: Links
}

function renderBody(story: Story, { tracks, stills, live, links }: Parts): string {
  const { deck } = story
  const messages = messagesOf(deck.lang)
  const { copyChart, chartCopied } = messages.read
  const said = { source: deck.source, copy: copyChart, copied: chartCopied }
  const data = [...SIZES.map((size) => [size, tracks[size].path] as const), ...Object.entries(said)]
    .map(([name, value]) => ` data-${name}="${escapeMarkup(value)}"`)
    .join('')
  return `<a class="skip" href="#story"${messages.mark}>${escapeMarkup(messages.read.skip)}</a>
${renderTitle(deck)}
${renderBar(story, messages, links)}
<main id="story">
${renderSections(story, data, stills)}
</main>
${renderFooter(deck, messages, links)}
<p class="visually-hidden" id="announcer" role="status" data-rank="${escapeMarkup(messages.rank)}"></p>
${renderJumpDialog(messages, messages.jump.part, messages.jump.parts)}
${renderHelpDialog(messages, keysOf(messages.keys.read, deck.lang, links.deck !== undefined))}
${renderNotice(messages)}${live}`
}

/** Rules that make each act's segment of the progress as wide as the act is long; in the style sheet, so that nothing moves later. */
function actRules(slides: readonly Slide[]): string {
  return [...Map.groupBy(slides, ({ act }) => act.id).values()]
    .map((act, index) => `.acts li:nth-child(${index + 1}){flex-grow:${act.length}}`)
    .join('')
}
