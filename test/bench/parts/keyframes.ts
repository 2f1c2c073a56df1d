import { median } from 'simple-statistics'
import { createLoader } from '../../../src/load/load-deck.ts'
import { renderSlides } from '../../../src/mdx/render.ts'
import { compileTrack } from '../../../src/motion/compile-track.ts'
import { encodeTrack } from '../../../src/motion/track/encode-track.ts'
import { type FrameName, frames } from '../../../src/story/frames.ts'
import type { Part, Row } from '../part.ts'

const RUNS = 5

/** How long it takes to compile the stage of the whole story, in this process. */
export const keyframes: Part = {
  name: 'keyframes',
  async *run({ root }) {
    const loader = createLoader(root)
    const loaded = await loader.load()
    await loader.dispose()
    const { slides } = renderSlides(loaded)
    const compile = async (name: FrameName) => {
      const start = performance.now()
      const { track } = await compileTrack(loaded.deck, slides, frames[name])
      const compiled = performance.now()
      encodeTrack(track, loaded.deck.lang)
      return { compile: (compiled - start) / 1000, encode: (performance.now() - compiled) / 1000 }
    }
    const cold = await compile('wide')
    const rows: Row[] = [{ what: 'wide, the first time', found: cold.compile, unit: 's', most: 0.5, note: encoded(cold.encode) }]
    for (const name of Object.keys(frames) as FrameName[]) {
      const runs: Awaited<ReturnType<typeof compile>>[] = []
      for (let run = 0; run < RUNS; run++) runs.push(await compile(name))
      const found = median(runs.map((run) => run.compile))
      rows.push({ what: name, found, unit: 's', most: 0.5, note: encoded(median(runs.map((run) => run.encode))) })
    }
    yield { title: `Compiling the keyframes of the whole story (median of ${RUNS})`, rows }
  },
}

function encoded(seconds: number): string {
  return `and ${seconds.toFixed(2)} s to encode them`
}
