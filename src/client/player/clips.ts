import { type Definition, definitionsOf } from '../../motion/definitions.ts'
import { MOVING } from '../../motion/interpolate.ts'
import { remember } from '../../util/remember.ts'
import { type Refer, svgNode } from './mark-node.ts'

let stages = 0

/** The clip paths and gradients of one stage; their ids are unique in the document. */
export function createClips() {
  const element = svgNode('defs')
  const prefix = `stage-${++stages}`
  const ids = new Map<string, string>()
  const define = (described: string) => {
    const id = `${prefix}-${ids.size + 1}`
    element.append(...definitionsOf(described, id).map(nodeOf))
    return id
  }
  const moving = new WeakMap<SVGElement, Map<string, Moving>>()
  const follow = (described: string, owner: SVGElement, name: string) => {
    const own = remember(moving, owner, () => new Map<string, Moving>())
    const known = remember(own, name, () => ({ id: `${prefix}-m${++movers}`, nodes: [] }))
    for (const node of known.nodes) node.remove()
    known.nodes = definitionsOf(described, known.id).map(nodeOf)
    element.append(...known.nodes)
    return known.id
  }
  return {
    /** Goes first in the stage's `<svg>`. */
    element,
    /** The reference to the definition of a clip or a gradient. */
    url(...[described, owner, name]: Parameters<Refer>) {
      if (described.startsWith(MOVING)) return `url(#${follow(described.slice(MOVING.length), owner, name)})`
      for (const node of moving.get(owner)?.get(name)?.nodes ?? []) node.remove()
      return `url(#${remember(ids, described, () => define(described))})`
    },
  }
}

/** A definition that changes with every frame. */
interface Moving {
  id: string
  nodes: readonly SVGElement[]
}

let movers = 0

function nodeOf({ tag, attributes, children }: Definition): SVGElement {
  const node = svgNode(tag, attributes)
  node.append(...children.map(nodeOf))
  return node
}
