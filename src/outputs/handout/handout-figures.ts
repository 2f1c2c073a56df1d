import { compileScene } from '../../motion/compile.ts'
import { stillSvg } from '../../motion/still.ts'
import { frames } from '../../story/frames.ts'
import type { Part } from '../../story/handout.ts'
import type { Diagnostic } from '../../util/diagnostic.ts'
import type { Edition } from './edition.ts'
import { figureScale, type Paper } from './page-rules.ts'

/** Share of the width that a figure has where words stand beside it; the rest of 800 px is theirs and the gap. */
const BESIDE = 0.68

type Figure = Extract<Part, { kind: 'figure' }>

/** The figures of the handout as SVG, each drawn anew for the height it has on its page. */
export function drawFigures(
  { sheets, slides, story }: Edition,
  paper: Paper,
): { figures: ReadonlyMap<Part, string>; diagnostics: Diagnostic[] } {
  const figures = new Map<Part, string>()
  const diagnostics: Diagnostic[] = []
  for (const part of sheets.flatMap(({ parts }) => parts)) {
    const stage = part.kind === 'figure' ? slides.get(part.slide)?.stage : undefined
    const scene = stage && story.deck.scenes[stage.scene]
    if (part.kind !== 'figure' || !stage || !scene) continue
    const width = frames.paper.width * (part.beside ? BESIDE : 1)
    const frame = { ...frames.paper, width, height: Math.round(part.height * figureScale(paper)) }
    const compiled = compileScene(stage.scene, { ...scene, steps: scene.steps.filter(({ id }) => id === stage.step) }, frame, {
      ...(story.files && { files: story.files }),
      isStill: true,
    })
    diagnostics.push(...compiled.diagnostics)
    const state = compiled.states.get(stage.step)
    if (state) figures.set(part, stillSvg(state, frame, { id: idOf(part) }))
  }
  return { figures, diagnostics }
}

function idOf({ slide, height }: Figure): string {
  return `figure-${slide}-${height}`
}
