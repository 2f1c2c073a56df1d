import type { Slide } from '../../story/story.ts'

/** Rules that make each act's segment of the progress as wide as the act is long; in the style sheet, so that nothing moves later. */
export function actRules(slides: readonly Slide[]): string {
  return [...Map.groupBy(slides, ({ act }) => act.id).values()]
    .map((act, index) => `.acts li:nth-child(${index + 1}){flex-grow:${act.length}}`)
    .join('')
}
