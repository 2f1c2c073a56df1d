import { join } from 'node:path'
import { median } from 'simple-statistics'
import { forget } from '../forget.ts'
import type { Part, Row, Table } from '../part.ts'
import { type BuildRun, runBuild } from '../run-build.ts'

const RUNS = 5

/** What is built, with what earlier builds have kept or without, and what it may take: s of wall and MB of the Node process. */
const BUILDS = [
  { title: 'Build of deck, slides.pdf and data', flags: ['--only', 'deck,slides,data'], anew: false, wall: 2, peak: 350 },
  { title: 'Build of everything, with nothing kept from earlier builds', flags: [], anew: true, wall: 2.5, peak: 350 },
  { title: 'Build of everything, again', flags: [], anew: false, wall: 2.5, peak: 350 },
] as const

/** The real command, several times, with the time of each step. */
export const build: Part = {
  name: 'build',
  async *run({ root, scratch }) {
    for (const { title, flags, anew, wall, peak } of BUILDS) {
      const command = ['npm', 'run', 'build', '--', '--verbose', '--out', join(scratch, 'timed'), ...flags]
      const runs: BuildRun[] = []
      for (let run = 0; run < RUNS; run++) {
        if (anew) forget()
        runs.push(await runBuild(command, root))
      }
      yield summarize(`${title} (npm run build, median of ${RUNS})`, runs, { wall, peak })
    }
  },
}

function summarize(title: string, runs: readonly BuildRun[], goal: { wall: number; peak: number }): Table {
  const walls = runs.map((run) => run.wall)
  const note = `${Math.min(...walls).toFixed(2)} to ${Math.max(...walls).toFixed(2)} s`
  const names = [...(runs[0]?.steps.keys() ?? [])].filter((name) => name !== 'total')
  const steps = names.map(
    (what): Row => ({ what: `  ${what}`, found: median(runs.map((run) => run.steps.get(what) ?? Number.NaN)), unit: 's' }),
  )
  return {
    title,
    rows: [
      { what: 'whole command', found: median(walls), unit: 's', most: goal.wall, note },
      ...steps,
      { what: 'peak memory of Node', found: median(runs.map((run) => run.peak)), unit: 'MB', most: goal.peak },
    ],
  }
}
