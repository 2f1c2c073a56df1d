import type { Element } from './elements.ts'
import { around } from './geometry.ts'
import type { Pages } from './pages.ts'
import { dictionaryOf, PdfName } from './values.ts'

/** Writes into each figure where it stands on the page of its first mark, in points from the lower left corner. */
export function placeFigures(elements: readonly Element[], { pages, forms }: Pages): void {
  const holders = new Map([...pages, ...forms].map(({ id, content }) => [id, content]))
  for (const { type, kids, entries } of elements) {
    if (type !== 'Figure' && type !== 'Formula') continue
    const marks = kids.filter((kid) => kid.kind === 'mark')
    const [first, ...others] = marks
      .filter(({ page }) => page === marks[0]?.page)
      .flatMap(({ holder, mark }) => {
        const box = holders.get(holder)?.boxes.get(mark)
        return box ? [box] : []
      })
    if (!first) continue
    const [left, bottom, right, top] = others.reduce(around, first)
    const bounds = [Math.floor(left), Math.floor(bottom), Math.ceil(right), Math.ceil(top)]
    entries.set('A', [entries.get('A') ?? [], dictionaryOf({ O: new PdfName('Layout'), BBox: bounds })].flat())
  }
}
