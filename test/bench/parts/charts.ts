import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { median } from 'simple-statistics'
import { readSpec } from '../../../src/chart/read-spec.ts'
import { createFolderFiles } from '../../../src/load/folder-files.ts'
import { compileScene } from '../../../src/motion/compile.ts'
import { frames } from '../../../src/story/frames.ts'
import type { Part, Row } from '../part.ts'

const RUNS = 7
/** What a chart may cost for a frame, in ms of a processor. */
const MOST = 15
/** Folders with charts as they come from a gallery, and where their data is. */
const FOLDERS = ['examples/gallery-charts', 'test/decks/charts', 'test/decks/authored']

/** What a chart from a gallery costs for a frame: all that a slide needs, in time of this process's processors. */
export const charts: Part = {
  name: 'charts',
  async *run({ root }) {
    const rows = FOLDERS.flatMap((folder) => {
      const names = readdirSync(join(root, folder, 'charts')).filter((name) => /\.v[lg]\.json$/.test(name))
      return names.map((name) => measured(join(root, folder), name))
    })
    const all = median(rows.map(({ found = 0 }) => found))
    const summary: Row = { what: 'at the median', found: all, unit: 'ms', most: MOST }
    yield {
      title: `A chart for a frame (median of ${RUNS} runs over ${Object.keys(frames).length} frames)`,
      rows: [...rows, summary],
    }
  },
}

function measured(folder: string, name: string): Row {
  const { spec } = readSpec(join(folder, 'charts', name))
  const files = createFolderFiles([folder, join(folder, 'data')])
  const scene = { spec: () => structuredClone(spec), steps: [{ id: 'chart', params: {}, name }] }
  const times = Array.from({ length: RUNS }, () =>
    Object.values(frames).map((frame) => {
      const begun = process.cpuUsage()
      compileScene(name, scene, frame, { files })
      const { user, system } = process.cpuUsage(begun)
      return (user + system) / 1000
    }),
  )
  return { what: name, found: median(times.flat()), unit: 'ms' }
}
