import { wordsOf } from '../../messages/messages.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Slide, Story } from '../../story/story.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { asset } from '../../util/asset.ts'
import { type Assets, bundleAssets, storyStyle } from '../assets.ts'
import { extraLinks, extraStyles } from '../extra-styles.ts'
import { escapeMarkup, renderPage } from '../html-page.ts'
import type { Output } from '../output.ts'
import { picturesOn } from '../picture-files.ts'
import { renderSharing, storyCard } from '../share/sharing.ts'
import { slideData } from '../slide-data.ts'
import { renderChrome, renderDialogs } from './deck-chrome.ts'
import { makeExplorer } from './explorer-assets.ts'
import { keyframesScript } from './keyframes-script.ts'
import { renderSpeaker } from './speaker-page.ts'

const ENTRIES = [
  'src/client/deck/start-deck.ts',
  'src/client/ui/late.ts',
  'src/client/deck/deck.css',
  'src/client/ui/no-script.css',
  'src/client/speaker/start-speaker.ts',
  'src/client/speaker/speaker.css',
]

/** The deck to present, and its speaker view. */
export const deck: Output = {
  name: 'deck',
  description: 'index.html, the deck to present, and its speaker view',
  untouchedBy: ['paper'],
  async make(story, { root, baseUrl, made }) {
    const assets = await bundleAssets(root, [...ENTRIES, ...extraStyles(story.slides)], storyStyle(story))
    const keyframes = asset('keyframes.js', keyframesScript(story.wide, story.deck.lang))
    const explorer = await makeExplorer(story.deck, root)
    const sharing = renderSharing(story, storyCard(story), baseUrl, 'index.html')
    const contents = renderDeck(story, assets, {
      keyframes: keyframes.path,
      explorer: explorer.html,
      sharing,
      hasRead: made?.has('read') ?? true,
    })
    return [
      { path: 'index.html', contents },
      ...picturesOn(
        story.slides.flatMap((slide) => [slide.content, slide.notes]),
        story.slides,
      ),
      { path: 'speaker.html', contents: renderSpeaker(story, assets, keyframes.path) },
      ...assets.files,
      ...explorer.files,
      keyframes,
    ]
  },
}

/** Parts of the page that are made before it. */
interface Parts {
  /** Path of their script. */
  keyframes: string
  explorer: string
  sharing: string
  /** Whether there is a reading page to link to. */
  hasRead: boolean
}

function renderDeck({ deck, slides, wide }: Story, { paths }: Assets, { keyframes, explorer, sharing, hasRead }: Parts): string {
  const first = wide.states[0]
  const words = wordsOf(deck.lang)
  return renderPage({
    lang: deck.lang,
    title: deck.title,
    description: deck.description,
    head: `${sharing}
<link rel="stylesheet" href="${paths['deck.css']}">${extraLinks(slides, paths)}
<noscript><link rel="stylesheet" href="${paths['no-script.css']}"></noscript>
<script defer src="${paths['deck.js']}"></script>`,
    body: `<main class="reveal" data-keyframes="${keyframes}" data-late="${paths['late.js']}">
<h1 class="visually-hidden">${escapeMarkup(deck.title)}</h1>
${renderChrome(slides, words, hasRead)}
<div class="slides">
${slides.map((slide) => renderSection(deck, slide)).join('\n')}
</div>
<div class="sheet stage">${first ? stillSvg(first, wide.frame) : ''}</div>
<p class="visually-hidden" id="announcer" aria-live="polite" data-rank="${escapeMarkup(words.rank)}"></p>
</main>
${renderDialogs(words, deck.lang, hasRead)}${explorer}`,
  })
}

function renderSection(deck: Story['deck'], slide: Slide): string {
  const { id, content, notes } = slide
  return `<section id="${escapeMarkup(id)}"${slideData(deck, slide)}>${writeTree(content)}<aside class="notes">${writeTree(notes)}</aside></section>`
}
