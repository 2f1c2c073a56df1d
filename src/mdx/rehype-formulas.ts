import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { elementsOf } from '../tree/elements-of.ts'
import { readTree } from '../tree/read-tree.ts'
import { locationOf } from './source.ts'

/** The rehype plugin of formulas: TeX becomes MathML, which browsers draw by themselves. */
export function rehypeFormulas() {
  return async (tree: Root, file: VFile): Promise<undefined> => {
    const found: ((render: Render) => void)[] = []
    visit(tree, 'element', (element, index, parent) => {
      const [inner] = element.children
      const isBlock = element.tagName === 'pre' && inner?.type === 'element' && isFormula(inner)
      if (index === undefined || !parent || !(isBlock || isFormula(element))) return undefined
      found.push((render) => {
        parent.children[index] = formula(isBlock ? inner : element, element, file, render)
      })
      return SKIP
    })
    // Few slides have one.
    if (found.length === 0) return
    const { renderToString } = (await import('temml')).default
    for (const draw of found) draw(renderToString)
  }
}

/** TeX as MathML. Throws for what is no TeX. */
type Render = (tex: string, options: { displayMode: boolean; throwOnError: boolean }) => string

function isFormula({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'code' && Array.isArray(className) && className.includes('language-math')
}

/** What is drawn in the `place` of a formula; a block around the code is one of its own. */
function formula(code: Element, place: Element, { data }: VFile, render: Render): ElementContent {
  const tex = rawText(code).trim()
  try {
    const markup = render(tex, { displayMode: place !== code, throwOnError: true })
    const [drawn] = readTree(markup).children
    if (drawn?.type !== 'element') throw new Error('no formula')
    const lost = [...new Set(elementsOf(drawn).flatMap(withoutStyle))]
    if (lost.length > 0) throw new Error(`\`${lost.join('`, `')}\` would need a style, which pages do not have; write it without`)
    // Readers of documents that know no MathML have its source said.
    drawn.properties.alttext = tex
    return drawn
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/ at (?:position|end of input).*/s, '').trim() : String(error)
    const message = `found the formula \`${tex}\`, expected TeX: ${reason}`
    if (data.source) data.source.diagnostics.push({ location: locationOf(data.source.file, place), message })
    return code
  }
}

/** Text as it is written. */
function rawText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => rawText(child as ElementContent)).join('') : ''
}

/** What a style sheet has rules for: distances, and how deep a part is. */
const KNOWN = /^(?:display|width|math-depth|padding(?:-\w+)?)$/
/** Lines around a formula and its cells. */
const LINES = /^border(?:-(?:top|right|bottom|left))?$/

/** Takes the style of an element away, which the policy of the pages forbids; lines become classes, the rest is handed back. */
function withoutStyle(element: Element): string[] {
  const { style, ...rest } = element.properties
  if (style === undefined) return []
  const names = String(style)
    .split(';')
    .map((each) => each.split(':').map((part) => part.trim()))
    .flatMap(([name = '', value = '']) => (name === '' || isNothing(value) || KNOWN.test(name) ? [] : [name]))
  const lines = names.filter((name) => LINES.test(name))
  const classes = Array.isArray(rest.className) ? rest.className : []
  element.properties = { ...rest, ...(classes.length + lines.length > 0 && { className: [...classes, ...lines] }) }
  return names.filter((name) => !LINES.test(name))
}

/** An empty cell has styles of the size 1 and of no colour. */
function isNothing(value: string): boolean {
  return /^(?:|\d+|undefined|Infinity,Infinity)$/.test(value)
}
