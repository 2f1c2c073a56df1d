import type { Element } from 'hast'
import { minifyWhitespace } from 'hast-util-minify-whitespace'
import type { Printer } from '../../browser/printer.ts'
import type { Slide, Story } from '../../story/story.ts'
import { editTree } from '../../tree/edit-tree.ts'
import type { Tree } from '../../tree/tree.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { bundleAssets, storyStyle } from '../assets.ts'
import { printStyle } from '../extra-styles.ts'
import { escapeMarkup, renderAlone } from '../html-page.ts'
import { withStillMedia } from '../slide-media.ts'
import { inParts, STYLE } from '../slides/slides-output.ts'
import { drawnStates } from './media.ts'
import type { Painted } from './painted.ts'
import { MIX } from './theme.ts'
import { SLIDE } from './xml.ts'

/** Paper has all spaces painted; a slide has those between words. */
const SPACES = ':not(pre, pre *) { white-space-collapse: collapse !important }'

const SCRIPT = 'src/outputs/pptx/page/read-slides.ts'

/**
 * Where the browser sets every text, table and picture of each slide, on the pages of slides.pdf, and what it mixes the colours of
 * charts to. Rejects as `Printer.measure` does.
 */
export async function layOut(story: Story, root: string, printer: Pick<Printer, 'measure'>): Promise<Painted> {
  const { deck, slides } = story
  const [style, { files }] = await Promise.all([printStyle(root, STYLE, slides, storyStyle(story)), bundleAssets(root, [SCRIPT])])
  const script = `${files[0]?.contents};readSlides(${JSON.stringify(mixesIn(story))})`
  const found = inParts(slides).map((part) => {
    const html = renderAlone(deck, `${style}\n${SPACES}`, part.map(renderSlide).join('\n'))
    return printer.measure<Painted>(html, { windows: [SLIDE], media: 'print', script })
  })
  const parts = (await Promise.all(found)).flat()
  return { slides: parts.flatMap((part) => part.slides), mixes: parts[0]?.mixes ?? { light: {}, dark: {} } }
}

/** Each mixed colour of a mark, once. */
function mixesIn(story: Story): string[] {
  const paints = drawnStates(story).flatMap(({ marks }) =>
    [...marks.values()].flatMap(({ fill = '', stroke = '' }) => [fill, stroke]),
  )
  return [...new Set(paints.flatMap((paint) => paint.match(MIX) ?? []))]
}

function renderSlide({ title, content, notes }: Slide): string {
  const [slide, told] = [content, notes].map((tree) => writeTree(measurable(tree)))
  return `<article class="page" data-title="${escapeMarkup(title)}">${slide}<div class="notes">${told}</div></article>`
}

/** Without bytes of pictures, which have their size already; formulas are known by their numbers. */
function measurable(tree: Tree): Tree {
  const own = structuredClone(withStillMedia(tree))
  minifyWhitespace(own)
  let formulas = 0
  return editTree(own, (element) => {
    if (element.tagName === 'img') return emptyPicture(element)
    if (element.tagName !== 'math') return undefined
    return { ...element, properties: { ...element.properties, dataFormula: String(formulas++) } }
  })
}

function emptyPicture(element: Element): Element {
  const { src, width = 1, height = 1, srcSet: _, sizes: __, ...rest } = element.properties
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/>`
  const properties = { ...rest, width, height, src: `data:image/svg+xml,${encodeURIComponent(svg)}`, dataSrc: src }
  return { ...element, properties: properties as Element['properties'] }
}
