import { createLook, type View } from '../../src/check/measure.ts'
import type { Findings, Sheet, Wanted } from '../../src/check/sheet.ts'
import { sharedPrinter } from '../browser/shared-browser.ts'
import { ROOT } from '../story-of.ts'

const looking = createLook(ROOT, sharedPrinter)

/** What is found on a page in each window. */
export const look = async (view: View): Promise<Findings[]> => (await looking)(view)

export const STYLE = `body{margin:0;font:20px/1.5 sans-serif}p{margin:0}
.slide{position:relative;width:400px;height:300px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden}
svg{display:block;width:200px;height:200px}`
export const SLIDE: Wanted = { sheets: '.slide', name: 'slide', extent: 'box' }

/** The first sheet of a page with this body. */
export async function sheet(body: string, wanted = SLIDE, width = 800): Promise<Sheet> {
  const html = `<!doctype html><style>${STYLE}</style><div class="slide" id="first">${body}</div>`
  const [findings] = await look({ html, wanted, windows: [{ width, height: 600 }], media: 'screen' })
  return findings?.sheets[0] as Sheet
}

export const names = ({ texts }: Sheet) => texts.map(({ part, words }) => `${part}: ${words}`)
