import { escapeMarkup } from '../html-page.ts'
import type { Edition } from './edition.ts'
import { renderCells } from './row-cells.ts'

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
