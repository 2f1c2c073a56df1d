import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** An element of a document's structure tree, or a piece of its content (`role: 'content'`). */
export interface StructureNode {
  role: string
  alt?: string
  scope?: string
  /** The content below it, in reading order. */
  texts: string[]
  /** The elements it is in, outermost first. */
  path: readonly StructureNode[]
}

/** What pdf.js gives of a structure tree. */
interface Raw {
  role?: string
  type?: string
  id?: string
  alt?: string
  scope?: string
  children?: Raw[]
}

/** Walks the structure trees of all pages in reading order. */
export async function readStructure(pdf: PDFDocumentProxy): Promise<StructureNode[]> {
  const nodes: StructureNode[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const texts = await markedTexts(page)
    walk((await page.getStructTree()) as Raw, [], texts, nodes)
  }
  return nodes
}

export function textOf({ texts }: StructureNode): string {
  return texts.join('')
}

/** The text of each marked piece of a page, by its id. Text outside all marks belongs to no element. */
async function markedTexts(page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    const id = open.findLast((one) => one !== undefined)
    if ('str' in item) {
      if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push('id' in item && typeof item.id === 'string' ? item.id : undefined)
  }
  return texts
}

function walk(raw: Raw, path: readonly StructureNode[], texts: ReadonlyMap<string, string>, nodes: StructureNode[]): void {
  const text = raw.type === 'content' ? texts.get(raw.id ?? '') : undefined
  const node: StructureNode = {
    role: raw.role ?? raw.type ?? '',
    ...(raw.alt !== undefined && { alt: raw.alt }),
    ...(raw.scope !== undefined && { scope: raw.scope }),
    texts: [],
    path,
  }
  nodes.push(node)
  if (text !== undefined) for (const element of [...path, node]) element.texts.push(text)
  for (const child of raw.children ?? []) walk(child, [...path, node], texts, nodes)
}
