import type { PdfFile } from './file.ts'
import type { PdfDictionary, PdfValue } from './values.ts'

/** The pairs of a number tree or a name tree, a key and what it leads to, in their order. */
export function readTree(file: PdfFile, root: PdfValue | undefined, list: 'Nums' | 'Names'): [PdfValue, PdfValue][] {
  const found: [PdfValue, PdfValue][] = []
  const seen = new Set<PdfDictionary>()
  const read = (node: PdfValue) => {
    const dictionary = file.dictionary(node)
    // A broken file may hold a circle.
    if (seen.has(dictionary)) return
    seen.add(dictionary)
    for (const kid of file.array(dictionary.get('Kids'))) read(kid)
    const pairs = file.array(dictionary.get(list))
    for (let index = 0; index + 1 < pairs.length; index += 2) found.push([pairs[index] ?? null, pairs[index + 1] ?? null])
  }
  if (root !== undefined) read(root)
  return found
}
