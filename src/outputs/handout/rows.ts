import { fill, messagesOf } from '../../messages/messages.ts'
import type { RankedRecord } from '../../story/deck.ts'
import type { Column } from '../../story/description.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { forPaper } from '../document.ts'
import { escapeMarkup } from '../html-page.ts'
import { renderLocator } from '../slide-data.ts'
import { withPictures } from '../slide-media.ts'
import { renderBar, renderScale, renderStrip } from './bars.ts'
import { type Edition, recordsOf } from './edition.ts'

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
  const messages = messagesOf(story.deck.lang)
  const span = beside.length + 1
  return `<tbody>
${decoration('lane', span, renderBar(edition, record))}
<tr class="figures"><th scope="row"><h3 id="${record.id}"><span class="rank"${messages.sentenceMark}>${escapeMarkup(fill(messages.rank, { '': record.rank }))}</span> ${escapeMarkup(record.name)}</h3></th>${renderCells(edition, beside, record, (key) => renderStrip(edition, key, record))}</tr>
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
      `<div class="told">${slide ? renderLocator(slide) : ''}<p class="sentence">${slide ? writeTree(forPaper(slide.headline)) : ''}</p><div class="body">${text}</div></div>`,
    )
  return row(`<div class="brief">${text.replaceAll('</p><p>', '</p> <p>')}</div>`)
}

/** A row that says nothing which the others do not say. */
function decoration(name: string, span: number, content: string): string {
  return `<tr class="${name}" aria-hidden="true"><td colspan="${span}"><div>${content}</div></td></tr>`
}

/** Every record and every column, first rank first. */
export function renderFullTable(edition: Edition, caption: string): string {
  const { columns, story } = edition
  const records = [...story.deck.records].sort((a, b) => a.rank - b.rank)
  const heads = columns.map(({ key, label, numeric }) => {
    return `<th scope="col" class="${key}${numeric ? ' number' : ''}">${escapeMarkup(label)}</th>`
  })
  return `<table class="all">
<caption>${escapeMarkup(caption)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${records.map((record) => `<tr>${renderCells(edition, columns, record)}</tr>`).join('\n')}
</tbody>
</table>`
}

/** The cells of some columns for a record, each with what stands `under` its text. Neighbours without a figure are one cell that says so. */
export function renderCells(
  { missing, handout }: Edition,
  columns: readonly Column<RankedRecord>[],
  record: RankedRecord,
  under: (key: string) => string = () => '',
): string {
  const cells: { text: string | null; column: Column<RankedRecord>; span: number }[] = []
  for (const column of columns) {
    const text = column.text(record)
    const last = cells.at(-1)
    if (text === null && last?.text === null) last.span++
    else cells.push({ text, column, span: 1 })
  }
  return cells
    .map(({ text, column, span }) =>
      text === null
        ? empty(missing, span)
        : filled(column, escapeMarkup(text) + under(column.key), column.key === handout?.bars.column),
    )
    .join('')
}

function empty(missing: string, span: number): string {
  return `<td class="missing"${span > 1 ? ` colspan="${span}"` : ''}>${escapeMarkup(missing)}</td>`
}

/** The name heads its row; `isValue` marks what the bars show. */
function filled({ key, numeric }: Column<RankedRecord>, content: string, isValue: boolean): string {
  const classes = `class="${key}${numeric ? ' number' : ''}${isValue ? ' value' : ''}"`
  return key === 'name' ? `<th scope="row" ${classes}>${content}</th>` : `<td ${classes}>${content}</td>`
}
