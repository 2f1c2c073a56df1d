import { stillSvg } from '../../motion/still.ts'
import type { Slide, Story, Track } from '../../story.ts'
import { escapeMarkup } from '../page.ts'

/** One page with all pictures below one another: the story's first, then the records' in order of telling. */
export function renderPictures(story: Story, told: readonly Slide[], track: Track, style: string): string {
  const { deck, slides } = story
  const last = slides.findLastIndex(({ stage }) => stage)
  const cells = [
    renderStory(story, still(track, last)),
    ...told.map((slide) => renderRecord(story, slide, still(track, slide.index))),
  ]
  return `<!doctype html>
<html lang="${escapeMarkup(deck.lang)}">
<head><meta charset="utf-8"><title>${escapeMarkup(deck.title)}</title><style>${style}</style></head>
<body>${cells.join('\n')}</body>
</html>`
}

function still({ states, frame }: Track, index: number): string {
  const state = states[index]
  return state ? stillSvg(state, frame, { id: `still-${index}`, hidden: true }) : ''
}

function renderStory({ deck }: Story, picture: string): string {
  return `<article><div class="words"><h1>${escapeMarkup(deck.title)}</h1>
<p class="headline small">${escapeMarkup(deck.description)}</p></div>${picture}</article>`
}

function renderRecord({ deck }: Story, { id, record, headline }: Slide, picture: string): string {
  const { figure } = deck.describe(record?.id ?? id)
  return `<article><div class="words"><p class="kicker"><strong>#${record?.rank} of ${deck.records.length}</strong> · ${escapeMarkup(record?.name ?? '')}</p>
<p class="headline">${headline}</p>
<p class="figure"><span class="big">${escapeMarkup(figure.value)}</span><span class="caption">${escapeMarkup(figure.caption)}</span></p>
<p class="story">${escapeMarkup(deck.title)}</p></div>${picture}</article>`
}
