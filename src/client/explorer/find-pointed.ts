/** What this page reads of an item of Vega's scenegraph. */
export interface PointedItem {
  tooltip?: unknown
  datum?: { id?: unknown }
  /** In px of the chart. */
  bounds: { x1: number; y1: number; x2: number; y2: number }
}

interface Node extends Partial<PointedItem> {
  /** Of the scenegraph itself. */
  root?: Node
  items?: readonly Node[]
}

/** The item that stands for a row: the one with its id and a tooltip. */
export function findPointed(node: unknown, id: string): PointedItem | undefined {
  const { root, items = root ? [root] : [], ...item } = node as Node
  if (item.datum?.id === id && item.tooltip && item.bounds) return item as PointedItem
  for (const child of items) {
    const found = findPointed(child, id)
    if (found) return found
  }
  return undefined
}
