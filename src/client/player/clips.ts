import { type Definition, definitionsOf } from '../../motion/definitions.ts'
import { svgNode } from './mark-node.ts'
import { remember } from './remember.ts'

/** The clip paths and gradients of one stage. */
export interface Clips {
  /** Goes first in the stage's `<svg>`. */
  readonly element: SVGElement
  /** The reference to the definition of a clip or a gradient. */
  url(described: string): string
}

let stages = 0

/** Starts the definitions of a stage; their ids are unique in the document. */
export function createClips(): Clips {
  const element = svgNode('defs')
  const prefix = `stage-${++stages}`
  const ids = new Map<string, string>()
  return {
    element,
    url: (described) =>
      `url(#${remember(ids, described, () => {
        const id = `${prefix}-${ids.size + 1}`
        element.append(...definitionsOf(described, id).map(nodeOf))
        return id
      })})`,
  }
}

function nodeOf({ tag, attributes, children }: Definition): SVGElement {
  const node = svgNode(tag, attributes)
  node.append(...children.map(nodeOf))
  return node
}
