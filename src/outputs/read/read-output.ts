import { wordsOf } from '../../messages/messages.ts'
import type { FrameName } from '../../story/frames.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { hasSerif } from '../../story/themes.ts'
import { asset } from '../../util/asset.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { type Assets, bundleAssets, storyStyle } from '../assets.ts'
import { keysOf, renderHelpDialog, renderJumpDialog, renderNotice } from '../deck/dialogs.ts'
import { makeExplorer } from '../deck/explorer-assets.ts'
import { keyframesScript } from '../deck/keyframes-script.ts'
import { extraLinks, extraStyles } from '../extra-styles.ts'
import { escapeMarkup, renderPage } from '../html-page.ts'
import type { Output } from '../output.ts'
import { picturesOn } from '../picture-files.ts'
import { makeRecordPages } from '../share/record-pages.ts'
import { renderSharing, storyCard } from '../share/sharing.ts'
import { actRules } from './act-rules.ts'
import { renderBar } from './bar.ts'
import { renderSections } from './sections.ts'
import { renderFooter, renderTitle } from './step-frame.ts'

const ENTRIES = ['src/client/read/start-read.ts', 'src/client/read/read.css', 'src/client/read/reading-no-script.css']
/** The sizes at which the page shows the stage. */
const SIZES = ['column', 'narrow', 'short', 'slim'] as const satisfies readonly FrameName[]
/** The faces that the first screen is set in: those of text, and that of headlines where they have one of their own. */
const FACES = ['source-sans-3-latin-400-normal', 'source-sans-3-latin-600-normal']
const HEADLINES = 'source-serif-4-latin-600-normal'

/** The story as one page to scroll, and the pages that shared links of its records lead through. */
export const read: Output = {
  name: 'read',
  description: 'read.html, the story as one page to scroll',
  untouchedBy: ['paper'],
  async make(story, tools) {
    const assets = await bundleAssets(tools.root, [...ENTRIES, ...extraStyles(story.slides)], storyStyle(story))
    const tracks = await compileTracks(story)
    const explorer = await makeExplorer(story.deck, tools.root)
    const style = finishStyle(assets, story.slides)
    const sharing = renderSharing(story, storyCard(story), tools.baseUrl, 'read.html')
    const paths = { ...assets.paths, 'read.css': style.path }
    const faces = hasSerif(story.deck.theme) ? [HEADLINES, ...FACES] : FACES
    const fonts = assets.files.filter(({ path }) => faces.some((face) => path.includes(`/${face}.`)))
    const contents = renderRead(story, {
      paths,
      tracks,
      stills: await story.track('narrow'),
      fonts,
      sharing,
      explorer: explorer.html,
      isMade: (output) => tools.made?.has(output) ?? true,
    })
    const files = assets.files.filter(({ path }) => path !== assets.paths['read.css'])
    return [
      { path: 'read.html', contents },
      ...picturesOn(
        story.slides.map(({ body }) => body),
        story.slides,
      ),
      style,
      ...files,
      ...Object.values(tracks),
      ...explorer.files,
      ...(await makeRecordPages(story, tools)),
    ]
  },
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

/** The parts of the page that the build has made before. */
interface Parts {
  paths: Assets['paths']
  tracks: Tracks
  stills: Track
  /** Fonts of the first screen. */
  fonts: readonly OutputFile[]
  sharing: string
  /** Data of the chart to explore. */
  explorer: string
  /** Whether there is another output to link to. */
  isMade(output: string): boolean
}

function renderPreload({ path }: OutputFile): string {
  return `<link rel="preload" as="font" type="font/woff2" crossorigin href="${path}">`
}

function renderRead(story: Story, { paths, tracks, stills, fonts, sharing, explorer, isMade }: Parts): string {
  const { deck } = story
  const words = wordsOf(deck.lang)
  const data = SIZES.map((size) => ` data-${size}="${tracks[size].path}"`).join('')
  return renderPage({
    lang: deck.lang,
    title: deck.title,
    description: deck.description,
    head: `${sharing}
${fonts.map(renderPreload).join('\n')}
<link rel="stylesheet" href="${paths['read.css']}">${extraLinks(story.slides, paths)}
<noscript><link rel="stylesheet" href="${paths['reading-no-script.css']}"></noscript>
<script defer src="${paths['read.js']}"></script>`,
    body: `<a class="skip" href="#story"${words.mark}>${escapeMarkup(words.read.skip)}</a>
${renderTitle(deck)}
${renderBar(story, words, isMade('deck'))}
<main id="story">
${renderSections(story, data, stills)}
</main>
${renderFooter(deck, words, isMade)}
<p class="visually-hidden" id="announcer" role="status" data-rank="${escapeMarkup(words.rank)}"></p>
${renderJumpDialog(words, words.jump.part, words.jump.parts)}
${renderHelpDialog(words, keysOf(words.keys.read, deck.lang, isMade('deck')))}
${renderNotice(words)}${explorer}`,
  })
}
