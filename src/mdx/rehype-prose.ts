import type { Element, ElementContent, Nodes, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { elementsOf } from '../tree/elements-of.ts'
import { textOf } from '../tree/text-of.ts'

/**
 * The rehype plugin of what GitHub adds to Markdown, as pages need it: tables with captions and without styles, task lists whose
 * boxes have names, footnotes without a heading of their own.
 */
export function rehypeProse() {
  return (tree: Root): undefined => {
    visit(tree, (node) => {
      if (!('children' in node)) return
      const parent = node as Parents
      for (const child of parent.children) if (isTable(child)) becomeTable(child, parent)
      if (node.type === 'element') reworkElement(node)
    })
  }
}

function reworkElement(element: Element): void {
  const { className, href, id } = element.properties
  if (Array.isArray(className) && className.includes('task-list-item')) labelBox(element)
  if ('dataFootnotes' in element.properties) becomeFootnotes(element)
  if ('dataFootnoteRef' in element.properties) element.properties = { href, id, role: 'doc-noteref' }
  if ('dataFootnoteBackref' in element.properties) element.properties = { href, role: 'doc-backlink' }
}

/** A section would be a slide of its own, and its heading a part of the story. */
function becomeFootnotes(section: Element): void {
  section.tagName = 'div'
  section.properties = { className: ['footnotes'], role: 'doc-endnotes' }
  section.children = section.children.filter((child) => child.type === 'element' && child.tagName === 'ol')
}

/** The box of a task is named by its text. */
function labelBox(item: Element): void {
  for (const box of elementsOf(item, 'input')) box.properties.className = ['box']
  const paragraph = item.children.find((child) => child.type === 'element' && child.tagName === 'p') as Element | undefined
  const parent = paragraph ?? item
  const end = parent.children.findIndex((child) => child.type === 'element' && /^(?:[uo]l|p|pre|div|table)$/.test(child.tagName))
  const within = end < 0 ? parent.children.length : end
  const label: ElementContent = { type: 'element', tagName: 'label', properties: {}, children: parent.children.slice(0, within) }
  parent.children = [label, ...parent.children.slice(within)]
}

/** Whether a node is a table that is typed in Markdown, and that nothing has been made of yet. */
export function isTable(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === 'table' && node.properties.className === undefined
}

/**
 * Makes a table of Markdown one that pages can have: its heads know their columns, its cells are aligned by classes, and where it
 * is wider than its place it scrolls. A paragraph beside it that begins with `:` or `Table:`, as in pandoc, is its caption.
 */
function becomeTable(table: Element, parent: Parents): void {
  table.properties = { className: ['typed'] }
  for (const cell of elementsOf(table, 'th', 'td')) alignByClass(cell)
  const caption = takeCaption(table, parent)
  if (caption) table.children.unshift(caption)
  const name: Element['properties'] = caption ? { role: 'region', ariaLabel: textOf(caption), tabIndex: 0, dataKeys: 'own' } : {}
  const place: Element = { type: 'element', tagName: 'div', properties: { className: ['wide'], ...name }, children: [table] }
  parent.children = parent.children.map((child) => (child === table ? place : child)) as typeof parent.children
}

function alignByClass(cell: Element): void {
  const { align, ...rest } = cell.properties
  const scope = cell.tagName === 'th' ? { scope: 'col' } : {}
  cell.properties = { ...rest, ...scope, ...(align !== undefined && { className: [`align-${String(align)}`] }) }
}

/** The caption below the table, or else above it, which is then no longer there. */
function takeCaption(table: Element, parent: Parents): Element | undefined {
  const elements = parent.children.filter((child) => child.type !== 'text')
  const at = elements.indexOf(table)
  const paragraph = [elements[at + 1], elements[at - 1]].find((node) => node && captionIn(node))
  const children = paragraph && captionIn(paragraph)
  if (!children) return undefined
  parent.children = parent.children.filter((child) => child !== paragraph) as typeof parent.children
  return { type: 'element', tagName: 'caption', properties: {}, children }
}

/** What a paragraph says as a caption; undefined for one that is none. */
function captionIn(node: Nodes): ElementContent[] | undefined {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined
  const [first, ...rest] = node.children
  const begun = first?.type === 'text' ? /^(?:Table)?:\s+/.exec(first.value)?.[0] : undefined
  if (first?.type !== 'text' || begun === undefined) return undefined
  return [{ type: 'text', value: first.value.slice(begun.length) }, ...rest]
}
