import { fill, wordsOf } from '../../messages/messages.ts'
import type { RankedRecord } from '../../story/deck.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { escapeMarkup } from '../html-page.ts'
import { locatorOf } from '../locator-of.ts'
import { withPictures } from '../picture-files.ts'
import { renderBar, renderScale } from './bars.ts'
import { type Edition, recordsOf } from './edition.ts'
import { forPaper } from './for-paper.ts'
import { renderCells } from './row-cells.ts'
import { renderStrip } from './strip.ts'

/** Records as rows of one table: the bar across the page, name and figures below it, then the words of the slide. */
export function renderRows(edition: Edition, ids: readonly string[]): string {
  const { beside, handout, columns, story } = edition
  const name = columns.find(({ key }) => key === 'name')?.label ?? ''
  const heads = [name, ...beside.map(({ label }) => label)]
  return `<table class="rows">
<caption>${escapeMarkup(handout?.bars.title ?? story.deck.title)}</caption>
<thead>${decoration('scale', heads.length, renderScale(edition))}
<tr>${heads.map((label) => `<th scope="col">${escapeMarkup(label)}</th>`).join('')}</tr></thead>
${recordsOf(edition, ids)
  .map((record) => renderRecord(edition, record))
  .join('\n')}
</table>`
}

function renderRecord(edition: Edition, record: RankedRecord): string {
  const { beside, story } = edition
  const words = wordsOf(story.deck.lang)
  const span = beside.length + 1
  return `<tbody>
${decoration('lane', span, renderBar(edition, record))}
<tr class="figures"><th scope="row"><h3 id="${record.id}"><span class="rank"${words.sentenceMark}>${escapeMarkup(fill(words.rank, { '': record.rank }))}</span> ${escapeMarkup(record.name)}</h3></th>${renderCells(edition, beside, record, (key) => renderStrip(edition, key, record))}</tr>
${renderTelling(edition, record, span)}
</tbody>`
}

/**
 * The words of a record's slide. Where pages flow, a slide that nobody has written has only those that its name and figures do
 * not say already, in one paragraph.
 */
function renderTelling({ slides, designed }: Edition, { id }: RankedRecord, span: number): string {
  const slide = slides.get(id)
  const text = slide ? writeTree(withPictures(forPaper(slide.body), slide)) : ''
  const row = (content: string) => `<tr class="telling"><td colspan="${span}">${content}</td></tr>`
  if (designed || slide?.file !== undefined)
    return row(
      `<div class="told">${slide ? locatorOf(slide) : ''}<p class="sentence">${slide ? writeTree(forPaper(slide.headline)) : ''}</p><div class="body">${text}</div></div>`,
    )
  return row(`<div class="brief">${text.replaceAll('</p><p>', '</p> <p>')}</div>`)
}

/** A row that says nothing which the others do not say. */
function decoration(name: string, span: number, content: string): string {
  return `<tr class="${name}" aria-hidden="true"><td colspan="${span}"><div>${content}</div></td></tr>`
}
