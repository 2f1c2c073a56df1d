import { compileScene } from '../motion/compile.ts'
import { fillingArea } from '../motion/plot-area.ts'
import { stillSvg } from '../motion/still.ts'
import { INLINE_STEP, inlineScene } from '../story/chart-scenes.ts'
import { inlineFrameOf } from '../story/frames.ts'
import type { Frame } from '../story/mark.ts'
import { CHART_PLACE, type DataFiles } from '../story/slide-chart.ts'
import { fileOf, type Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { readTree } from '../tree/read-tree.ts'
import type { Tree } from '../tree/tree.ts'
import type { Diagnostic } from '../util/diagnostic.ts'

/** Draws the charts in the text of a slide. A slide without any is the same object. */
export function drawInlineCharts(slide: Slide, files: DataFiles): { slide: Slide; diagnostics: Diagnostic[]; notes: string[] } {
  const charts = slide.inlineCharts ?? []
  if (charts.length === 0) return { slide, diagnostics: [], notes: [] }
  const [diagnostics, notes]: [Diagnostic[], string[]] = [[], []]
  const frame = inlineFrameOf(slide)
  const states: NonNullable<Slide['inlineStates']>[number][] = []
  const stills = charts.map((chart, number) => {
    const compiled = compileScene(`inline-${number}`, inlineScene(chart), frame, {
      files,
      area: fillingArea(frame),
      isStill: true,
      label: '<Chart>',
    })
    diagnostics.push(...compiled.diagnostics.map((diagnostic) => ({ location: { file: fileOf(slide) }, ...diagnostic })))
    notes.push(...(compiled.notes ?? []).map((note) => `${fileOf(slide)} <Chart> (inline): ${note}`))
    const state = compiled.states.get(INLINE_STEP)
    if (state) states.push({ state, frame })
    return state ? readTree(sized(stillSvg(state, frame, { id: `${slide.id}-chart-${number}` }), frame)).children : []
  })
  const [body, content] = [withStills(slide.body, stills), withStills(slide.content, stills)]
  return { slide: { ...slide, body, content, inlineStates: states }, diagnostics, notes }
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
