import type { Program } from 'estree-jsx'
import type { Image, Link, Root, Text } from 'mdast'
import type {} from 'mdast-util-math'
import type {} from 'mdast-util-mdx'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { locationIn, shown } from '../util/diagnostic.ts'
import { readFrontmatter } from './frontmatter.ts'
import { GUARD, guardExpression } from './guard-expressions.ts'
import { PICTURE_MARK, rawMarkMessage, rawMarks } from './raw-marks.ts'
import { locationOf, noteAddress, type SlideSource } from './source.ts'
import { typedFigureMessage, typedFigures } from './typed-figures.ts'

declare module 'vfile' {
  interface DataMap {
    /** What is noted about the slide. */
    source: SlideSource
  }
}

type Node = Root | Root['children'][number]

/** The remark plugin of slides: reads the frontmatter, notes components, typed figures and a missing headline, and guards expressions. */
export function remarkSlide({ begin }: { begin: (path: string) => SlideSource }) {
  return (tree: Root, file: VFile): undefined => {
    const source = begin(file.path)
    source.text = String(file)
    file.data.source = source
    noteUnreadable(tree, source)
    const imported = importedNames(tree)
    const headlines: Node[] = []
    visit(tree, (node) => {
      noteAddress(node, source)
      if (node.type === 'yaml') readFrontmatter(node.value, node.position?.start.line ?? 1, source)
      if (node.type === 'image') noteSize(node, source)
      if (node.type === 'heading' && node.depth === 1) headlines.push(node)
      noteCutOff(node, source)
      if (node.type === 'text') {
        noteFigures(node.value, node, source)
        noteMarks(node, source)
      }
      // What an address says of itself is no figure.
      if (node.type === 'link' && isBare(node, source.text)) return SKIP
      if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
        guard(node.data?.estree, node.value, node, source, 'prose')
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        noteComponent(node.name, node, imported, source)
        guardProperties(node, source)
        if (node.name === 'Quoted') return SKIP
      }
      return undefined
    })
    if (headlines.length !== 1) {
      const message = `found ${headlines.length} headlines, expected one line that starts with \`# \`: a sentence with a verb and a number`
      const second = headlines[1]
      source.diagnostics.push(
        second
          ? { location: locationOf(source.file, second), message: `${message}; each slide has a file of its own` }
          : { location: { file: source.file, line: 1, column: 1 }, message },
      )
    }
    tree.children.unshift({ type: 'mdxjsEsm', value: '', data: { estree: importGuard() } })
  }
}

/** What is read otherwise than its author meant: another encoding, and frontmatter that never ends. */
function noteUnreadable({ children }: Root, { file, text, diagnostics }: SlideSource): void {
  const at = text.search(/[\uFFFD\0]/)
  if (at >= 0) {
    const message = 'found bytes that are no UTF-8; save the file with that encoding'
    diagnostics.push({ location: locationIn(file, text, at), message })
  }
  const indented = children.find(({ type, position }) => type === 'paragraph' && (position?.start.column ?? 1) > 4)
  if (indented) {
    const message = 'found words that begin with four spaces, expected a fence of three backticks around code, or no spaces'
    diagnostics.push({ location: locationOf(file, indented), message })
  }
  const steering = text.search(/[\u202a-\u202e]|[^\P{Cc}\0\t\r\n]/u)
  if (steering >= 0) {
    const message = `found ${shown(text[steering] ?? '')}, which nobody sees, expected none; remove it`
    diagnostics.push({ location: locationIn(file, text, steering), message })
  }
  if (/^\uFEFF?---[ \t]*\r?\n/.test(text) && !children.some(({ type }) => type === 'yaml')) {
    const message = 'frontmatter: found `---` that is never closed; end it with a line `---`'
    diagnostics.push({ location: { file, line: 1, column: 1 }, message })
  }
}

/** Frontmatter that does not begin the file, and a formula that does not end. */
function noteCutOff(node: Node, { file, text, diagnostics }: SlideSource): void {
  const written = text.slice(node.position?.start.offset, node.position?.end.offset)
  const blame = (message: string) => diagnostics.push({ location: locationOf(file, node), message })
  if (node.type === 'heading' && /^\w+:.*\n---/s.test(written))
    blame('found frontmatter, expected it in the first line of the file; each slide has a file of its own')
  if (node.type === 'math' && !/\n[ \t>]*\$\$\s*$/.test(written))
    blame('found `$$` that is never closed; end the formula with a line `$$`')
}

function guard(
  estree: Program | null | undefined,
  text: string,
  node: Node | object,
  source: SlideSource,
  role: 'prose' | 'property',
): void {
  if (estree) guardExpression({ program: estree, text, location: locationOf(source.file, node), role }, source)
}

function noteFigures(text: string, node: Node | object, source: SlideSource): void {
  const location = locationOf(source.file, node)
  for (const { figure, offset } of typedFigures(text)) {
    const { line, column } = locationIn(source.file, text, offset, location.line)
    source.diagnostics.push({
      location: { ...location, line, column: line === (location.line ?? 1) ? (location.column ?? 1) + offset : column },
      message: typedFigureMessage(figure),
    })
  }
}

/** An address that is typed without words. */
function isBare({ position }: Link, text: string): boolean {
  return !text.startsWith('[', position?.start.offset)
}

/** Marks of Markdown that stay in the text as they are, read where they are written: there a backslash may stand before them. */
function noteMarks({ position }: Text, { file, text, diagnostics }: SlideSource): void {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return
  for (const found of rawMarks(text.slice(start.offset, end.offset)))
    diagnostics.push({ location: locationIn(file, text, start.offset + found.offset), message: rawMarkMessage(found) })
}

function noteSize(picture: Image, { file, diagnostics }: SlideSource): void {
  const [found] = PICTURE_MARK.exec(picture.alt ?? '') ?? []
  if (found === undefined) return
  const message = `found ${shown(found)} among the words of a picture, expected what it shows; \`<img src="…" alt="…" width="320" />\` says how large it is, \`layout: picture-right\` where`
  diagnostics.push({ location: locationOf(file, picture), message })
}

interface JsxElement {
  attributes: readonly {
    type: string
    name?: string
    value?: string | null | undefined | { value: string; data?: { estree?: Program | null | undefined } | undefined }
  }[]
}

/** Properties are guarded like prose; those that hold a sentence are read for typed figures too. */
function guardProperties(element: JsxElement, source: SlideSource): void {
  for (const attribute of element.attributes) {
    if (typeof attribute.value === 'string') {
      if (!/^(?:source|src|srcSet|href)$/i.test(attribute.name ?? '') && /\s/.test(attribute.value))
        noteFigures(attribute.value, attribute, source)
    } else if (attribute.value?.data) {
      guard(attribute.value.data.estree, attribute.value.value, attribute, source, 'property')
    }
  }
}

function noteComponent(name: string | null, node: object, imported: ReadonlySet<string>, source: SlideSource): void {
  if (name === null || !/^[A-Z]/.test(name) || name.includes('.') || imported.has(name)) return
  source.components.push({ name, location: locationOf(source.file, node) })
}

/** Names that the file's own import and export statements bind. */
function importedNames(tree: Root): Set<string> {
  const names = new Set<string>()
  visit(tree, 'mdxjsEsm', (node) => {
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type === 'ImportDeclaration') for (const { local } of statement.specifiers) names.add(local.name)
      if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'FunctionDeclaration')
        names.add(statement.declaration.id.name)
      if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration')
        for (const { id } of statement.declaration.declarations) if (id.type === 'Identifier') names.add(id.name)
    }
  })
  return names
}

/** `import * as __guard from 'countdown:guard'` */
function importGuard(): Program {
  return {
    type: 'Program',
    sourceType: 'module',
    comments: [],
    body: [
      {
        type: 'ImportDeclaration',
        attributes: [],
        specifiers: [{ type: 'ImportNamespaceSpecifier', local: { type: 'Identifier', name: GUARD } }],
        source: { type: 'Literal', value: 'countdown:guard' },
      },
    ],
  }
}
