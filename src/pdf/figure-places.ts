import type { Content } from './content.ts'
import type { Element } from './elements.ts'
import { around, type Box, common, moved } from './geometry.ts'
import type { Pages } from './pages.ts'
import { dictionaryOf, PdfName } from './values.ts'

/** Writes into each figure where it stands on its page, in points from the lower left corner. */
export function placeFigures(elements: readonly Element[], pages: Pages): void {
  const boxOf = createBoxReader(pages)
  for (const figure of elements) {
    const box = figure.type === 'Figure' || figure.type === 'Formula' ? boxOf(figure) : undefined
    if (!box) continue
    const [left, bottom, right, top] = box
    const bounds = [Math.floor(left), Math.floor(bottom), Math.ceil(right), Math.ceil(top)]
    figure.entries.set('A', [figure.entries.get('A') ?? [], dictionaryOf({ O: new PdfName('Layout'), BBox: bounds })].flat())
  }
}

/** Where a page or form is seen. */
interface Place {
  page: Content
  /** A box of its own coordinates in those of the page; undefined when nothing of it is seen. */
  onPage(box: Box): Box | undefined
}

/** The box of a figure on the page of its first mark. */
function createBoxReader({ pages, forms }: Pages): (figure: Element) => Box | undefined {
  const holders = new Map([...pages, ...forms].map((painted) => [painted.id, painted.content]))
  const placed = new Map<Content, Place>()
  for (const { content } of pages) place(content, { page: content, onPage: (box) => box }, placed)
  return ({ kids }) => {
    const boxes = kids.flatMap((kid) => {
      const content = kid.kind === 'mark' ? holders.get(kid.holder) : undefined
      const box = kid.kind === 'mark' ? content?.boxes.get(kid.mark) : undefined
      const at = content && placed.get(content)
      const seen = box && at?.onPage(box)
      return seen ? [{ page: at?.page, box: seen }] : []
    })
    const same = boxes.filter(({ page }) => page === boxes[0]?.page).map(({ box }) => box)
    return same.length > 0 ? same.reduce(around) : undefined
  }
}

/** Notes how the boxes of a page or form, and of the forms that it paints, lie on the page. */
function place(content: Content, at: Place, placed: Map<Content, Place>): void {
  placed.set(content, at)
  for (const { form, matrix, clip } of content.placed) {
    if (placed.has(form)) continue
    const onPage = (box: Box) => {
      const around = moved(box, matrix)
      const seen = clip ? common(around, clip) : around
      return seen && at.onPage(seen)
    }
    place(form, { page: at.page, onPage }, placed)
  }
}
