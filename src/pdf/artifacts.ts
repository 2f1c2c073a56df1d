import type { Edits } from './edits.ts'
import type { PdfFile } from './file.ts'
import type { Pages, Painted } from './page-tree.ts'
import type { ParentLists } from './parent-lists.ts'
import { PdfReference, type PdfValue } from './values.ts'

/** Takes the marks that have become artifacts out of the structure tree: from the elements that held them, and from the lists that lead there. */
export function dropArtifacts(file: PdfFile, { pages, forms }: Pages, parents: ParentLists, edits: Edits): void {
  for (const painted of [...pages, ...forms]) {
    const list = parents.of(painted.dictionary)
    if (painted.content.dropped.length > 0 && list) drop(file, painted, list, edits)
  }
}

function drop(file: PdfFile, { id, content }: Painted, list: PdfReference, edits: Edits): void {
  const elements = edits.array(list)
  for (const mark of content.dropped) {
    const element = elements[mark]
    elements[mark] = null
    if (!(element instanceof PdfReference)) continue
    const entries = edits.dictionary(element)
    const kids = file.array(entries.get('K')).filter((kid) => !isMark(file, kid, mark, id))
    if (kids.length > 0) entries.set('K', kids)
    else entries.delete('K')
  }
}

/** Whether a kid of an element is this mark of this page or form. An element's own page is that of its marks. */
function isMark(file: PdfFile, kid: PdfValue, mark: number, owner: number): boolean {
  if (typeof kid === 'number') return kid === mark
  if (!(kid instanceof Map)) return false
  const holder = kid.get('Stm') ?? kid.get('Pg')
  return file.resolve(kid.get('MCID')) === mark && (!(holder instanceof PdfReference) || holder.id === owner)
}
