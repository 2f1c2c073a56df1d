import type { Element, ElementContent, Nodes, Parents } from 'hast'
import { elementsOf } from '../tree/elements-of.ts'
import { textOf } from '../tree/text-of.ts'

/** Whether a node is a table that is typed in Markdown, and that nothing has been made of yet. */
export function isTable(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === 'table' && node.properties.className === undefined
}

/**
 * Makes a table of Markdown one that pages can have: its heads know their columns, its cells are aligned by classes, and where it
 * is wider than its place it scrolls. A paragraph beside it that begins with `:` or `Table:`, as in pandoc, is its caption.
 */
export function becomeTable(table: Element, parent: Parents): void {
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
