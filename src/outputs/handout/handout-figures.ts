import { stillSvg } from '../../motion/still.ts'
import { frames } from '../../story/frames.ts'
import type { Part } from '../../story/handout.ts'
import type { Story } from '../../story/story.ts'
import { InputError, type Problem } from '../../util/diagnostic.ts'
import type { Edition } from './edition.ts'
import { figureScale, type Paper } from './page-rules.ts'

/** Share of the width that a figure has where words stand beside it; the rest of 800 px is theirs and the gap. */
const BESIDE = 0.68

type Figure = Extract<Part, { kind: 'figure' }>

/** The figures of the handout as SVG, each drawn anew for the height it has on its page. */
export async function drawFigures(
  { sheets, slides }: Edition,
  paper: Paper,
  figure: Story['figure'],
): Promise<{ figures: ReadonlyMap<Part, string>; problems: Problem[] }> {
  const figures = new Map<Part, string>()
  const problems: Problem[] = []
  for (const part of sheets.flatMap(({ parts }) => parts)) {
    const stage = part.kind === 'figure' ? slides.get(part.slide)?.stage : undefined
    if (part.kind !== 'figure' || !stage) continue
    const width = frames.paper.width * (part.beside ? BESIDE : 1)
    const frame = { ...frames.paper, width, height: Math.round(part.height * figureScale(paper)) }
    try {
      figures.set(part, stillSvg(await figure(stage, frame), frame, { id: idOf(part) }))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(...error.problems)
    }
  }
  return { figures, problems }
}

function idOf({ slide, height }: Figure): string {
  return `figure-${slide}-${height}`
}
