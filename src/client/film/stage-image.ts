/**
 * Draws the stage as it stands in the page: as an SVG document of its own, with the colours and fonts of the page in it. A picture
 * that is like the last one is drawn from memory.
 */
export function createStageImage(svg: SVGElement, size: { width: number; height: number }) {
  const style = getComputedStyle(svg)
  const look = [
    `font-family:${style.fontFamily}`,
    `font-variant-numeric:${style.fontVariantNumeric}`,
    `direction:${style.direction}`,
    'overflow:visible',
  ].join(';')
  // The colours of a deck's own stand where no reader has forced others.
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => (rule instanceof CSSMediaRule ? (matchMedia(rule.conditionText).matches ? [...rule.cssRules] : []) : rule))
  const colours = rules.filter((rule) => rule instanceof CSSStyleRule && /:root|\.blend-|svg/.test(rule.selectorText))
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule)
  let drawn = ''
  let image = new Image()
  return {
    /** The rules for the fonts that a move needs: parsing one takes as long as drawing a picture. */
    async rulesFor(texts: string): Promise<string[]> {
      const fonts = [...svg.querySelectorAll('text')].flatMap((text) => {
        const { fontStyle, fontWeight, fontFamily } = getComputedStyle(text)
        return fontFamily.split(',').map((family) => `${fontStyle} ${fontWeight} 16px ${family}`)
      })
      // What stands in for a face of ours may not be on this machine.
      const loading = [...new Set(fonts)].map((font) => document.fonts.load(font, texts).catch(() => []))
      const used = (await Promise.all(loading)).flat()
      const needed = faces.filter(({ style }) => used.some((face) => isFaceOf(face, style)))
      return [...colours, ...needed].map(({ cssText }) => cssText)
    },
    /** The stage as it is now. */
    async draw(css: string): Promise<HTMLImageElement> {
      const inside = new XMLSerializer().serializeToString(svg)
      const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${svg.getAttribute('viewBox')}"><style>${escapeXml(css)}</style><g style="${escapeXml(look)}">${inside}</g></svg>`
      if (text === drawn) return image
      const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
      image = new Image()
      await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject, src: address }))
      URL.revokeObjectURL(address)
      drawn = text
      return image
    },
  }
}

function isFaceOf(face: FontFace, style: CSSStyleDeclaration): boolean {
  const same = (name: string, value: string) => {
    const own = style.getPropertyValue(name)
    return own === '' || own.replaceAll(/["\s]/g, '').toLowerCase() === value.replaceAll(/["\s]/g, '').toLowerCase()
  }
  return (
    same('font-family', face.family) &&
    same('font-weight', face.weight) &&
    same('font-style', face.style) &&
    same('unicode-range', face.unicodeRange)
  )
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
