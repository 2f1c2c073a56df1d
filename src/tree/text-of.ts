import type { Element, Nodes } from 'hast'

/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'title', 'desc'])

/** Elements that stand within a line. */
const INLINE = new Set(
  [
    'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var wbr',
    'math mi mn mo ms mtext mrow mfrac msqrt mroot mstyle msup msub msubsup mover munder munderover mpadded semantics',
  ].flatMap((names) => names.split(' ')),
)

/** The text that a tree shows, on one line. */
export function textOf(tree: Nodes): string {
  return onOneLine(gather(tree, isUnseen, ({ tagName }) => !INLINE.has(tagName)))
}

/** The words that a tree shows and has read out. Styles may set any element apart from its neighbours. */
export function spokenText(tree: Nodes): string {
  return onOneLine(
    gather(
      tree,
      (element) => isUnseen(element) || isSilent(element),
      () => true,
    ),
  )
}

function gather(node: Nodes, skips: (element: Element) => boolean, isApart: (element: Element) => boolean): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && skips(node)) return ' '
  const text = node.children.map((child) => gather(child, skips, isApart)).join('')
  return node.type === 'element' && isApart(node) ? ` ${text} ` : text
}

function isUnseen({ tagName }: Element): boolean {
  return UNSEEN.has(tagName)
}

/** Not painted, or painted and passed over by screen readers. */
function isSilent({ properties: { ariaHidden, className } }: Element): boolean {
  return ariaHidden === 'true' || (Array.isArray(className) && className.includes('visually-hidden'))
}

function onOneLine(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').trim()
}
