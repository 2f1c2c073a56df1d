import { withNamedWays } from '../../mdx/footnotes.ts'
import { withSteps } from '../../mdx/with-steps.ts'
import { rankAmong, wordsOf } from '../../messages/messages.ts'
import type { Fact } from '../../story/description.ts'
import type { Slide, Story } from '../../story/story.ts'
import { editTree } from '../../tree/edit-tree.ts'
import type { Tree } from '../../tree/tree.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { escapeMarkup } from '../html-page.ts'
import { locatorOf } from '../locator-of.ts'
import { withLatePictures } from '../picture-files.ts'
import { slideData } from '../slide-data.ts'

/** Layouts that change nothing on the reading page. */
const BASIC = new Set(['record', 'statement', 'text', 'full'])

/** Ranks up to this take their time. */
const SLOW = 10

/** One step of the story as an article: all that its slide says, and every fact of its record. With `still`, its chart is put on paper too. */
export function renderArticle({ deck, slides }: Story, slide: Slide, still: boolean): string {
  const { id, layout, record, headline, source, aliases = [] } = slide
  // All that it says stands there; its chart goes on as the reader comes to its steps.
  const body = slide.chart?.earlier ? withSteps(slide.body) : slide.body
  const about = record && deck.describe(record.id)
  const words = wordsOf(deck.lang)
  const count = record ? rankAmong(words, record, deck.records) : ''
  const soFar = about?.soFar ?? soFarBefore({ deck, slides }, slide)
  const share = soFar ? ` data-so-far="${escapeMarkup(soFar)}"` : ''
  const parts = [
    ...aliases.map((alias) => `<span class="alias" id="${escapeMarkup(alias)}"></span>`),
    record
      ? `<p class="kicker"><strong${words.sentenceMark}>${escapeMarkup(count)}</strong> · ${escapeMarkup(record.name)} · ${escapeMarkup(slide.act.short ?? slide.act.title)}</p>`
      : '',
    `<h3 class="headline">${writeTree(headline)}</h3>`,
    about ? renderFigure(about.figure) : '',
    `<div class="body">${writeTree(withLatePictures(lowerHeadings(withNamedWays(body, words.read.backToText))))}</div>`,
    about ? renderFacts(about.facts, locatorOf(slide)) : '',
    slide.stage ? `<p class="source">${escapeMarkup(slide.source ?? deck.source)}</p>` : '',
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

function renderFigure({ value, caption }: { value: string; caption: string }): string {
  return `<p class="figure"><span class="big">${escapeMarkup(value)}</span> <span class="caption">${escapeMarkup(caption)}</span></p>`
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
