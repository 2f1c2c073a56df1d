import { compileScene } from '../motion/compile.ts'
import { fillingArea } from '../motion/plot-area.ts'
import { stillSvg } from '../motion/still.ts'
import { INLINE_STEP, inlineScene } from '../story/chart-scenes.ts'
import type { DataFiles } from '../story/data-files.ts'
import { fileOf } from '../story/file-of.ts'
import { inlineFrameOf } from '../story/frames.ts'
import type { Frame } from '../story/mark.ts'
import { CHART_PLACE } from '../story/slide-chart.ts'
import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { readTree } from '../tree/read-tree.ts'
import type { Tree } from '../tree/tree.ts'
import type { Problem } from '../util/diagnostic.ts'

/** Draws the charts in the text of a slide. A slide without any is the same object. */
export function drawInlineCharts(slide: Slide, files: DataFiles): { slide: Slide; problems: Problem[]; notes: string[] } {
  const charts = slide.inlineCharts ?? []
  if (charts.length === 0) return { slide, problems: [], notes: [] }
  const [problems, notes]: [Problem[], string[]] = [[], []]
  const frame = inlineFrameOf(slide)
  const stills = charts.map((chart, number) => {
    const compiled = compileScene(`inline-${number}`, inlineScene(chart), frame, {
      files,
      area: fillingArea(frame),
      isStill: true,
      label: '<Chart>',
    })
    problems.push(...compiled.problems.map((problem) => ({ place: { file: fileOf(slide) }, ...problem })))
    notes.push(...(compiled.notes ?? []).map((note) => `${fileOf(slide)} <Chart> (inline): ${note}`))
    const state = compiled.states.get(INLINE_STEP)
    return state ? readTree(sized(stillSvg(state, frame, { id: `${slide.id}-chart-${number}` }), frame)).children : []
  })
  const [body, content] = [withStills(slide.body, stills), withStills(slide.content, stills)]
  return { slide: { ...slide, body, content }, problems, notes }
}

/** A part of a slide with each chart's still in its place. */
function withStills(part: Tree, stills: readonly Tree['children'][]): Tree {
  return editTree(part, (element) => {
    const number = element.properties[CHART_PLACE]
    if (number === undefined) return undefined
    return { ...element, properties: { className: ['chart'] }, children: [...(stills[Number(number)] ?? [])] }
  })
}

/** As wide as it was drawn for, so that its type has the size of the text around it; a page that is narrower shows it smaller. */
function sized(svg: string, { width, height }: Frame): string {
  return svg.replace('<svg ', `<svg width="${width}" height="${height}" `)
}
