/** What stands around a chart that leaves its page. */
export interface ChartWords {
  title: string
  source: string
}

/** Sizes in px of the chart's own: edge, headline and source with their lines. */
const [EDGE, TITLE, SOURCE] = [16, { size: 24, line: 29 }, { size: 13, line: 17 }]
/** Properties that a chart has from the page's style sheets. */
const PAINTED = ['fill', 'stroke', 'font-family', 'font-size', 'font-weight', 'font-variant-numeric'] as const

/** A chart of the page as an SVG document of its own: headline above, source below, its colours as they are seen now. */
export function chartDocument(chart: SVGSVGElement, { title, source }: ChartWords): SVGSVGElement {
  const { width, height } = chart.viewBox.baseVal
  const root = getComputedStyle(document.documentElement)
  const family = (name: string) => root.getPropertyValue(name)
  const head = wrap(title, `600 ${TITLE.size}px ${family('--display')}`, width)
  const foot = wrap(source, `${SOURCE.size}px ${family('--sans')}`, width)
  const top = EDGE + head.length * TITLE.line + EDGE / 2
  const whole = top + height + EDGE / 2 + foot.length * SOURCE.line + EDGE
  const page = node('svg', { width: width + 2 * EDGE, height: whole, viewBox: `0 0 ${width + 2 * EDGE} ${whole}` })
  page.append(
    node('rect', { width: width + 2 * EDGE, height: whole, fill: colour('--paper') }),
    ...lines(head, EDGE + TITLE.size, TITLE, { 'font-family': family('--display'), 'font-weight': 600, fill: colour('--ink') }),
    placed(chart, EDGE, top),
    ...lines(foot, top + height + EDGE / 2 + SOURCE.size, SOURCE, { 'font-family': family('--sans'), fill: colour('--quiet') }),
  )
  return page as SVGSVGElement
}

function placed(chart: SVGSVGElement, x: number, y: number): SVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const own = [chart, ...chart.querySelectorAll<SVGElement>('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const style = getComputedStyle(own[index] as Element)
    for (const name of PAINTED) {
      if (index === 0 || element.hasAttribute(name) || (name.startsWith('font') && element.tagName === 'text'))
        element.setAttribute(name, style.getPropertyValue(name).replaceAll('"', "'"))
    }
  }
  const { width, height } = chart.viewBox.baseVal
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, `${value}`)
  return copy
}

function lines(texts: readonly string[], top: number, { size, line }: typeof TITLE, look: Record<string, string | number>) {
  return texts.map((text, index) => {
    const element = node('text', { x: EDGE, y: top + index * line, 'font-size': size, ...look })
    element.textContent = text
    return element
  })
}

/** Words in lines of at most this width. */
function wrap(text: string, font: string, width: number): string[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (context) context.font = font
  const found = ['']
  for (const word of text.split(' ')) {
    const longer = `${found.at(-1)} ${word}`.trim()
    if (context && context.measureText(longer).width > width) found.push(word)
    else found[found.length - 1] = longer
  }
  return found
}

/** A colour of the theme as it is now. */
function colour(name: string): string {
  const probe = document.createElement('p')
  probe.style.setProperty('color', `var(${name})`)
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function node(tag: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`)
  return element
}

/** The text of such a document. */
export function svgText(page: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(page)
}

/** Pixels to one of the chart. */
const SCALE = 2

/** The document as PNG, with the fonts of the page in it where the browser lets them be read: not in a page opened from disk. */
export async function pngOf(page: SVGSVGElement): Promise<Blob> {
  const style = node('style', {})
  style.textContent = await fontRules()
  const copy = page.cloneNode(true) as SVGSVGElement
  copy.prepend(style)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svgText(copy))}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.naturalWidth * SCALE, image.naturalHeight * SCALE)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** The faces that the page has loaded, each with its bytes. */
async function fontRules(): Promise<string> {
  try {
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', ''))
    const rules = [...document.styleSheets]
      .flatMap(({ href, cssRules }) => [...cssRules].map((rule) => ({ rule, base: href ?? location.href })))
      .filter(({ rule }) => rule instanceof CSSFontFaceRule && loaded.some((family) => rule.cssText.includes(family)))
    return (await Promise.all(rules.map(({ rule, base }) => withBytes(rule.cssText, base)))).join('')
  } catch {
    return ''
  }
}

async function withBytes(rule: string, base: string): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule)?.[1]
  if (address === undefined) return ''
  const bytes = new Uint8Array(await (await fetch(new URL(address, base))).arrayBuffer())
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return rule.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${text})`)
}
