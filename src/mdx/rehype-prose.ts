import type { Element, ElementContent, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { elementsOf } from '../tree/elements-of.ts'
import { becomeTable, isTable } from './typed-table.ts'

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
