import { frames } from '../../story/frames.ts'
import type { Part, Sheet } from '../../story/handout.ts'
import { figureScale, type Paper, sheetHeight, sheetWidth } from './page-rules.ts'

/** What the style sheet gives each kind of part at the least, in mm: one line where there may be several. */
const LEAST = { opener: 11, share: 8, tableHead: 10, row: 15, tableRow: 4.4, sentence: 5, article: 9, gap: 4 }

/** Mistakes that can be told before anything is printed: a page whose parts cannot fit, however short their words are. */
export function checkHeights(sheets: readonly Sheet[], records: number, paper: Paper): string[] {
  const room = sheetHeight(paper)
  return sheets.flatMap(({ header, parts }, index) => {
    const gaps = (parts.length - 1) * LEAST.gap
    const least = parts.reduce((sum, part) => sum + leastHeight(part, records, paper), gaps)
    if (least <= room) return []
    const takes = `page ${index + 2} (${header}) takes at least ${Math.ceil(least)} mm of ${Math.floor(room)}`
    return [`${takes}; move a part of it to another page, or make its figure lower`]
  })
}

function leastHeight(part: Part, records: number, paper: Paper): number {
  switch (part.kind) {
    case 'opener':
      return LEAST.opener + (part.records?.length ? LEAST.share : 0)
    case 'rows':
      return LEAST.tableHead + part.records.length * LEAST.row
    case 'figure':
      return (part.height * figureScale(paper) * sheetWidth(paper)) / frames.paper.width
    case 'table':
      return LEAST.tableHead + records * LEAST.tableRow
    case 'articles':
      return LEAST.article
    case 'beats':
    case 'words':
      return LEAST.sentence
  }
}
