import * as vega from 'vega'

/** One drawn item of Vega's scenegraph: the properties that its mark type gives it, as Vega's renderers read them. */
export interface SceneItem {
  mark: SceneMark
  datum?: Record<string, unknown>
  items?: SceneMark[]
  [property: string]: unknown
}

/** One mark of Vega's scenegraph: items of one type. Axes, legends and titles are groups told apart by `role`. */
export interface SceneMark {
  marktype: string
  name?: string
  role?: string
  clip?: boolean | ((context: null) => string)
  items: SceneItem[]
  group?: SceneItem
}

/** The parts of Vega's scenegraph package that its type declarations leave out. */
interface Untyped {
  Marks: Record<string, { nested: boolean; attr(emit: (name: string, value: unknown) => void, item: SceneItem): void }>
  sceneVisit(parent: SceneMark, visitor: (item: SceneItem) => void): void
  sceneVisit(parent: SceneItem, visitor: (mark: SceneMark) => void): void
  textMetrics: { width(item: SceneItem, text: string): number }
}
const { Marks, sceneVisit, textMetrics } = vega as unknown as Untyped

export { textMetrics }

/** The items of a mark in drawing order. */
export function itemsOf(mark: SceneMark): SceneItem[] {
  const items: SceneItem[] = []
  sceneVisit(mark, (item) => items.push(item))
  return items
}

/** The marks inside a group item in drawing order. */
export function marksOf(group: SceneItem): SceneMark[] {
  const marks: SceneMark[] = []
  sceneVisit(group, (mark) => marks.push(mark))
  return marks
}

/** Whether one outline is drawn through all items of this type, as for lines and areas. */
export function isNested(marktype: string): boolean {
  return Marks[marktype]?.nested ?? false
}

/** The outline of an item as SVG path data, drawn by Vega itself. */
export function outlineOf(item: SceneItem): string {
  let outline = ''
  Marks[item.mark.marktype]?.attr((name, value) => {
    if (name === 'd') outline = String(value ?? '')
  }, item)
  return outline
}

/** A numeric property of an item, or `otherwise` when it has none. NaN stays NaN, to be reported. */
export function numberOf(item: SceneItem, property: string, otherwise = 0): number {
  const value = item[property]
  return value === undefined || value === null ? otherwise : Number(value)
}

/** A text property of an item, when it has one. */
export function stringOf(item: SceneItem, property: string): string | undefined {
  const value = item[property]
  return typeof value === 'string' ? value : undefined
}

/** A mark that cannot be drawn as its chart has it; the message says why, in words that follow the mark's name. */
export class UnfitMark extends Error {}
