/** What may stand before the first element: declarations, comments, a document type. */
const BEFORE = /\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg\b[^>[]*(?:\[[\s\S]*?\]\s*)?>)/iy
const FIRST = /\s*(<svg[\s>/])/y

/** The text of an SVG file from its first element on; undefined for other files. */
export function drawingIn(bytes: Buffer): string | undefined {
  // Every file of text or bytes is asked; its first bytes tell most of them apart.
  if (!/^(?:\uFEFF)?\s*</.test(bytes.toString('utf8', 0, 256))) return undefined
  const text = String(bytes).replace(/^\uFEFF/, '')
  BEFORE.lastIndex = 0
  let begin = 0
  while (BEFORE.test(text)) begin = BEFORE.lastIndex
  FIRST.lastIndex = begin
  return FIRST.test(text) ? text.slice(begin).trimStart() : undefined
}
