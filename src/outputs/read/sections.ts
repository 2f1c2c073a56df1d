import { joinRects } from '../../motion/join-rects.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { escapeMarkup } from '../html-page.ts'
import { renderArticle } from './article.ts'

/**
 * The story in reading order, acts as sections. Acts up to the last one with a stage stand beside it; what follows has the
 * whole width. `stage` are the attributes that tell the script where its keyframes are; without `stills` there are no charts for readers without script.
 */
export function renderSections(story: Story, stage: string, stills?: Track): string {
  const acts = [...Map.groupBy(story.slides, ({ act }) => act.id).values()]
  const last = acts.findLastIndex((slides) => slides.some((slide) => slide.stage))
  const section = (slides: readonly Slide[]) => renderSection(story, slides, stills)
  const beside = acts.slice(0, last + 1)
  const scrolly = `<div class="scrolly">
<div class="stage"${stage}></div>
<div class="text">
${beside.map(section).join('\n')}
</div>
</div>`
  return [...(beside.length > 0 ? [scrolly] : []), ...acts.slice(last + 1).map(section)].join('\n')
}

function renderSection(story: Story, slides: readonly Slide[], stills?: Track): string {
  const act = slides[0]?.act
  if (!act) return ''
  const id = `act-${escapeMarkup(act.id)}`
  const plain = slides.some((slide) => slide.stage) ? '' : ' class="plain"'
  const articles = slides.map((slide) => {
    const isLast = showsLast(story, slide)
    return renderArticle(story, slide, isLast) + (isLast && stills ? renderStill(slide, stills) : '')
  })
  return `<section aria-labelledby="${id}"${plain}>
<h2 id="${id}">${escapeMarkup(act.title)}</h2>
${articles.join('\n')}
</section>`
}

/** Whether an act is through with its chart after this slide. */
export function showsLast({ slides }: Story, { index, act, stage }: Slide): boolean {
  const next = slides[index + 1]
  return stage !== undefined && (next?.act.id !== act.id || next.stage?.scene !== stage.scene)
}

/** Without script, each chart stands where its act is through with it. */
function renderStill({ index }: Slide, { states, frame }: Track): string {
  const state = states[index]
  return state && state.marks.size > 0
    ? `\n<noscript><figure class="still">${stillSvg(joinRects(state), frame, { id: `still-${index}` })}</figure></noscript>`
    : ''
}
