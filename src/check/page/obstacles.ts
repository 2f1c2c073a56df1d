import type { TextBlock } from '../sheet.ts'
import { boxOf } from './containers.ts'

/** Other things that no text may lie over, by their boxes. */
export function findObstacles(sheet: Element, obstacles: string | undefined): TextBlock[] {
  const found = obstacles ? [...sheet.querySelectorAll(obstacles)] : []
  return found.map((element) => ({
    words: element.getAttribute('aria-label') ?? '',
    part: element.classList[0] ?? element.localName,
    isLabel: false,
    size: Number.MAX_VALUE,
    lines: [boxOf(element.getBoundingClientRect())],
    within: [],
  }))
}
