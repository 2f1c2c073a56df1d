import type { Slide } from '../../story/story.ts'
import type { Block } from './blocks.ts'
import type { Layout } from './layouts.ts'
import type { Look } from './text-body.ts'

/** The layout by the slide's class; layouts of a deck's own have the place beside the chart, or the whole width. */
export function layoutOf(classes: readonly string[], { stage }: Slide, layouts: readonly Layout[]): Layout {
  const named = layouts.find(({ id }) => classes.includes(`slide-${id}`))
  const layout = named ?? layouts.find(({ id }) => id === (stage ? 'statement' : 'full'))
  if (!layout) throw new Error('found no layout for the whole width, expected one')
  return layout
}

/** Quotations and single figures are set large. */
export function styledFor(layout: string, blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'text') return block
    const { indent, ...paragraph } = block.paragraph
    const large = (look: Look): Block => ({
      ...block,
      paragraph: { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, ...look })) },
    })
    if (layout === 'quote' && indent !== undefined) return large({ size: 46, bold: true, major: true })
    return layout === 'big' && index === 0 ? large({ size: 220, bold: true, major: true, colour: 'accent1' }) : block
  })
}
