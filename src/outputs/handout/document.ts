import type { Part, Sheet } from '../../story/handout.ts'
import { renderAlone } from '../html-page.ts'
import { renderCover } from './cover.ts'
import type { Edition } from './edition.ts'
import { isShort } from './handout-ladder.ts'
import { type Paper, pageName, pageRules } from './page-rules.ts'
import { renderPart } from './parts.ts'

/** The handout as one document that stands alone, and the markup of each of its pages. */
export interface HandoutDocument {
  html: string
  pages: string[]
}

/** Puts the pages together: the cover, then the sheets. */
export function renderDocument(
  edition: Edition,
  figures: ReadonlyMap<Part, string>,
  style: string,
  paper: Paper,
): HandoutDocument {
  const { deck } = edition.story
  const { sheets, designed } = edition
  const pages = [
    `<section class="sheet cover${isShort(edition) ? ' short' : ''}">${renderCover(edition, paper)}</section>`,
    ...sheets.map((sheet) => renderSheet(edition, sheet, figures)),
  ]
  const rules = pageRules(paper, designed ? sheets : [], deck, true)
  const html = renderAlone(deck, `${style}\n${rules}`, pages.join('\n'), !designed)
  return { html, pages }
}

function renderSheet(edition: Edition, { header, parts }: Sheet, figures: ReadonlyMap<Part, string>): string {
  const content = parts.map((part) => renderPart(edition, part, figures)).join('\n')
  const page = edition.designed ? ` style="page:${pageName(edition.sheets, header)}"` : ''
  return `<section class="sheet"${page}>${content}</section>`
}
