import type { RankedRecord } from '../../deck.ts'
import { escapeMarkup } from '../page.ts'
import { renderBar, renderScale } from './bars.ts'
import { renderCells } from './cells.ts'
import { type Edition, recordsOf } from './edition.ts'

/** Records as rows of one table: name and figures, the bar below them across the page, then the words of the slide. */
export function renderRows(edition: Edition, ids: readonly string[]): string {
  const { beside, handout, columns } = edition
  const name = columns.find(({ key }) => key === 'name')?.label ?? ''
  const heads = [name, ...beside.map(({ label }) => label)]
  return `<table class="rows">
<caption>${escapeMarkup(handout?.bars.title ?? edition.story.deck.title)}</caption>
<thead><tr>${heads.map((label) => `<th scope="col">${escapeMarkup(label)}</th>`).join('')}</tr></thead>
${recordsOf(edition, ids)
  .map((record, index) => renderRecord(edition, record, index === 0))
  .join('\n')}
</table>`
}

function renderRecord(edition: Edition, record: RankedRecord, opens: boolean): string {
  const { beside, slides } = edition
  const slide = slides.get(record.id)
  const scale = opens ? renderScale(edition) : ''
  return `<tbody>
<tr class="figures"><th scope="row"><h3 id="${record.id}"><span class="rank">#${record.rank}</span> ${escapeMarkup(record.name)}</h3></th>${renderCells(edition, beside, record)}</tr>
<tr class="telling"><td colspan="${beside.length + 1}">${scale}${renderBar(edition, record)}<div class="told"><p class="sentence">${slide?.headline ?? ''}</p><div class="body">${slide?.body ?? ''}</div></div></td></tr>
</tbody>`
}
