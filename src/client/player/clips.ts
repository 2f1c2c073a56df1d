import { svgNode } from './mark-node.ts'
import { remember } from './remember.ts'

/** The clip paths of one stage. */
export interface Clips {
  /** Goes first in the stage's `<svg>`. */
  readonly element: SVGElement
  /** The reference to the clip path of a rectangle `x y width height`. */
  url(clip: string): string
}

let stages = 0

/** Starts the clip paths of a stage; their ids are unique in the document. */
export function createClips(): Clips {
  const element = svgNode('defs')
  const prefix = `stage-${++stages}`
  const ids = new Map<string, string>()
  return {
    element,
    url: (clip) =>
      `url(#${remember(ids, clip, () => {
        const id = `${prefix}-${ids.size + 1}`
        const [x = '', y = '', width = '', height = ''] = clip.split(' ')
        const path = svgNode('clipPath', { id })
        path.append(svgNode('rect', { x, y, width, height }))
        element.append(path)
        return id
      })})`,
  }
}
