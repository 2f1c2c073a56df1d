/** What may stand before the first element: declarations, comments, a document type. */
const BEFORE = /^\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg\b[^>[]*(?:\[[\s\S]*?\]\s*)?>)/i

/** The text of an SVG file from its first element on; undefined for other files. */
export function drawingIn(bytes: Buffer): string | undefined {
  // Every file of text or bytes is asked; its first bytes tell most of them apart.
  if (!/^(?:\uFEFF)?\s*</.test(bytes.toString('utf8', 0, 256))) return undefined
  let text = String(bytes).replace(/^\uFEFF/, '')
  for (let found = BEFORE.exec(text); found; found = BEFORE.exec(text)) text = text.slice(found[0].length)
  text = text.trimStart()
  return /^<svg[\s>]/.test(text) ? text : undefined
}

/** Attributes and functions by which a drawing names something that is to be shown in it. */
const NAMED = /<(?:\w+:)?(?:image|use|feImage)\s[^>]*?\bhref\s*=\s*["']\s*([^"']*)|url\(\s*["']?\s*([^"')]*)|(@import)/gi

/** Why browsers would show a drawing, as a picture, otherwise than its author sees it. */
export function faultIn(drawing: string): string | undefined {
  if (!/^<svg(?:"[^"]*"|'[^']*'|[^"'>])*\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(drawing))
    return 'found a drawing that browsers do not know as one, expected `xmlns="http://www.w3.org/2000/svg"` in its first element'
  if (/<(?:\w+:)?script[\s>/]/i.test(drawing)) return 'found a script, expected none; pictures run none'
  for (const [written, ...addresses] of drawing.matchAll(NAMED)) {
    const address = addresses.find((found) => found !== undefined) ?? written
    if (!/^(?:&(?:quot|apos|#3[49]);)?(?:#|data:)/.test(address))
      return `found \`${address.slice(0, 60)}\` in it, expected a drawing that holds all it shows; pictures load nothing`
  }
  return undefined
}
