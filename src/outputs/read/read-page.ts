import { withNamedWays, withSteps } from '../../mdx/fill-slots.ts'
import { type LocalMessages, messagesOf } from '../../messages/messages.ts'
import { joinRects } from '../../motion/join-rects.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Deck } from '../../story/deck.ts'
import type { Fact } from '../../story/description.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { editTree } from '../../tree/edit-tree.ts'
import type { Tree } from '../../tree/tree.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { escapeMarkup } from '../html-page.ts'
import type { Links } from '../links.ts'
import { renderFigure, renderKicker, renderLocator, slideData } from '../slide-data.ts'
import { withLatePictures } from '../slide-media.ts'

/** Layouts that change nothing on the reading page. */
const BASIC = new Set(['record', 'statement', 'text', 'full'])

/** Ranks up to this take their time. */
const SLOW = 10

/** One step of the story as an article: all that its slide says, and every fact of its record. With `still`, its chart is put on paper too. */
function renderArticle({ deck, slides }: Story, slide: Slide, still: boolean): string {
  const { id, layout, record, headline, source, aliases = [] } = slide
  // All that it says stands there; its chart goes on as the reader comes to its steps.
  const body = slide.chart?.earlier ? withSteps(slide.body) : slide.body
  const about = record && deck.describe(record.id)
  const messages = messagesOf(deck.lang)
  const soFar = about?.soFar ?? soFarBefore({ deck, slides }, slide)
  const share = soFar ? ` data-so-far="${escapeMarkup(soFar)}"` : ''
  const parts = [
    ...aliases.map((alias) => `<span class="alias" id="${escapeMarkup(alias)}"></span>`),
    record ? renderKicker(deck, record, slide.act.short ?? slide.act.title) : '',
    `<h3 class="headline">${writeTree(headline)}</h3>`,
    about ? renderFigure(about.figure) : '',
    `<div class="body">${writeTree(withLatePictures(lowerHeadings(withNamedWays(body, messages.read.backToText))))}</div>`,
    about ? renderFacts(about.facts, renderLocator(slide)) : '',
    // Words without a chart have a line only where it is their own.
    slide.stage || source !== undefined ? `<p class="source">${escapeMarkup(source ?? deck.source)}</p>` : '',
  ]
  const kind = BASIC.has(layout) ? '' : ` data-layout="${escapeMarkup(layout)}"`
  const name = slide.class === undefined ? '' : ` ${escapeMarkup(slide.class)}`
  return `<article class="step${name}"${kind} id="${escapeMarkup(id)}"${slideData(deck, slide)} data-pace="${paceOf(slide)}"${share}${source === undefined ? '' : ` data-source="${escapeMarkup(source)}"`}${still ? ' data-still' : ''}>
${parts.filter((part) => part !== '').join('\n')}
</article>`
}

/** Between two records the count stands where the last one left it. */
function soFarBefore({ deck, slides }: Pick<Story, 'deck' | 'slides'>, { index, stage }: Slide): string | undefined {
  if (!stage) return undefined
  const before = slides.slice(0, index).findLast(({ record }) => record)?.record
  return before && deck.describe(before.id).soFar
}

function paceOf({ record, stage }: Slide): string {
  if (!stage) return 'none'
  return record && record.rank > SLOW ? 'quick' : 'slow'
}

/** With its place beside the facts, of which the first says it in words. */
function renderFacts(facts: readonly Fact[], locator: string): string {
  const rows = facts.map(({ label, value, missing }) => {
    return `<div class="fact"><dt>${escapeMarkup(label)}</dt><dd${missing ? ' class="missing"' : ''}>${escapeMarkup(value)}</dd></div>`
  })
  return `<div class="record-facts"><dl class="facts">${rows.join('')}</dl>${locator}</div>`
}

/** A slide's subheadings follow its headline, which is one level lower here. */
function lowerHeadings(body: Tree): Tree {
  return editTree(body, (element) => {
    const level = /^h([3-5])$/.exec(element.tagName)?.[1]
    return level === undefined ? undefined : { ...element, tagName: `h${Number(level) + 1}` }
  })
}

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

/** The bar that stays in view: where the reader is, the acts, and the switches. The slides are one of them where they have an address. */
export function renderBar({ slides }: Story, messages: LocalMessages, { deck: page }: Links): string {
  const { read, goTo, motion, dark, keys, mark } = messages
  const deck = page === undefined ? '' : `<a data-action="deck" href="${page}">${escapeMarkup(read.slides)}</a>\n`
  const firsts = slides.filter(({ act }, index) => slides[index - 1]?.act.id !== act.id)
  const acts = firsts.map(({ id, act }) => ({ id: escapeMarkup(id), title: escapeMarkup(act.title) }))
  return `<nav class="bar" aria-label="${escapeMarkup(read.story)}">
<p class="where"><span class="long"></span><span class="short"></span></p>
<div class="switches">
<button type="button" data-action="jump"${mark}>${escapeMarkup(goTo)}</button>
<button type="button" data-action="motion" aria-pressed="true"${mark}>${escapeMarkup(motion)}</button>
<details class="menu"><summary${mark}>${escapeMarkup(read.menu)}</summary><div class="sheet">
<ol>${acts.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ol>
<div class="tools"${mark}>${deck}<button type="button" data-action="theme" aria-pressed="false">${escapeMarkup(dark)}</button>
<button type="button" data-action="copy">${escapeMarkup(read.copyChart)}</button>
<button type="button" data-action="help">${escapeMarkup(keys.title)}</button></div>
</div></details>
</div>
<div class="acts"><ol>${acts.map(({ id, title }) => `<li><a href="#${id}" data-first="${id}" title="${title}"><span class="visually-hidden">${title}</span></a></li>`).join('')}</ol></div>
</nav>`
}

/** The head of the page: title, what is measured, and from where. */
export function renderTitle({ title, description, source }: Deck): string {
  return `<header class="title">
<h1>${escapeMarkup(title)}</h1>
<p class="standfirst">${escapeMarkup(description)}</p>
<p class="source">${escapeMarkup(source)}</p>
</header>`
}

/** The foot of the page: the source once more, and the deck and the data if they are made too, and the notices. */
export function renderFooter({ source, downloads }: Deck, { licences, read, mark }: LocalMessages, links: Links): string {
  const deck = `<a data-action="deck" href="${links.deck}"${mark}>${escapeMarkup(read.sameAsSlides)}</a>`
  const files = Object.keys(downloads).map((name) => `<a href="${links.data}/${escapeMarkup(name)}">${escapeMarkup(name)}</a>`)
  const notices = `<a href="${links.licences}"${mark}>${escapeMarkup(licences)}</a>`
  const ways = [...(links.deck === undefined ? [] : [deck]), ...(links.data === undefined ? [] : files), notices]
  return `<footer class="foot">
<p class="source">${escapeMarkup(source)}</p>
<p>${ways.join(' · ')}</p>
</footer>`
}
