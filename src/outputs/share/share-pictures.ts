import { rankAmong, wordsOf } from '../../messages/messages.ts'
import { textWidth } from '../../motion/measure-text.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Slide, Story, StoryDeck, Track } from '../../story/story.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { escapeMarkup, isolateFigures, languageOf } from '../html-page.ts'

/** A page with pictures below one another, to be photographed; it stands alone. */
export function renderSheet({ lang, title }: StoryDeck, cells: readonly string[], style: string): string {
  return isolateFigures(`<!doctype html>
<html${languageOf(lang)}>
<head><meta charset="utf-8"><title>${escapeMarkup(title)}</title><style>${style}</style></head>
<body>${cells.join('\n')}</body>
</html>`)
}

/** One picture: words and a chart. Without a slide it is the story's own, with its last chart. */
export function renderCell({ deck, slides }: Story, { states, frame }: Track, slide?: Slide): string {
  const index = slide?.index ?? slides.findLastIndex(({ stage }) => stage)
  const state = states[index]
  const still = state ? stillSvg(state, frame, { id: `still-${index}`, hidden: true }) : ''
  return `<article><div class="words">${slide ? recordWords(deck, slide) : storyWords(deck)}</div>${still}</article>`
}

function storyWords({ title, description }: StoryDeck): string {
  return `<h1>${escapeMarkup(title)}</h1>
<p class="headline small">${escapeMarkup(description)}</p>`
}

function recordWords(deck: StoryDeck, { id, record, headline, title }: Slide): string {
  const { figure } = deck.describe(record?.id ?? id)
  const words = wordsOf(deck.lang)
  const ranked = record ? rankAmong(words, record, deck.records) : ''
  return `<p class="kicker"><strong${words.sentenceMark}>${escapeMarkup(ranked)}</strong> · ${escapeMarkup(record?.name ?? '')}</p>
<p class="headline${isLong(title) ? ' long' : ''}">${writeTree(headline)}</p>
<p class="figure"><span class="big">${escapeMarkup(figure.value)}</span><span class="caption">${escapeMarkup(figure.caption)}</span></p>
<p class="story">${escapeMarkup(deck.title)}</p>`
}

/** Size of a headline and width of its line, in px, as the style sheet has them; so many lines have room, and words seldom fill them. */
const [SIZE, LINE, LINES, FILLED] = [40, 500, 6, 0.65]

/** Whether a headline needs a smaller size to leave room for the figure below it. */
function isLong(headline: string): boolean {
  return textWidth(headline, SIZE, 'Source Serif 4', 600) > LINE * LINES * FILLED
}
