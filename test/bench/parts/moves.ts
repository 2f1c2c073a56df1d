import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type MoveCost, measureMove } from '../measure-move.ts'
import { openDist } from '../open-dist.ts'
import type { Part, Row, Table } from '../part.ts'
import { runBuild } from '../run-build.ts'

/** How many times slower the processor is made. */
const THROTTLE = 4

/** Every move of the shipped story, and a race, on a slow processor: none may stutter. */
export const moves: Part = {
  name: 'moves',
  async *run(tools) {
    yield await measureDeck(await tools.dist(), 'Every move of the story')
    const out = join(tools.scratch, 'race')
    await runBuild([process.execPath, 'build.ts', 'test/bench/race-deck', '--only', 'deck', '--out', out], tools.root)
    yield await measureDeck(out, 'A race of 40 names through 30 years')
  },
}

interface Measured extends MoveCost {
  to: string
}

async function measureDeck(folder: string, what: string): Promise<Table> {
  const dist = await openDist(folder)
  try {
    const page = await dist.open('index.html')
    const [first = '', ...ids] = await page.$$eval('.slides > section', (slides) => slides.map(({ id }) => id))
    await page.bringToFront()
    await page.evaluate((id) => window.countdown.goTo(id), first)
    await page.emulateCPUThrottling(THROTTLE)
    const measured: Measured[] = []
    for (const to of ids)
      measured.push({ ...(await measureMove(page, `() => window.countdown.goTo(${JSON.stringify(to)})`)), to })
    const track = [...dist.files].find(([path]) => /keyframes\.[0-9a-f]+\.js$/.test(path))?.[1]
    return {
      title: `${what}, at ${THROTTLE}× CPU throttle (headless, no GPU, 60 Hz)`,
      rows: [...describe(measured), weight(track)],
    }
  } finally {
    await dist.close()
  }
}

/** The worst of all, and every move that is not as it should be. */
function describe(all: readonly Measured[]): Row[] {
  const worst = (of: (move: Measured) => number) => all.toSorted((a, b) => of(b) - of(a))[0] as Measured
  const [slow, busy, long] = [worst(({ fps }) => -fps), worst(({ script }) => script), worst(({ longest }) => longest)]
  const bad = all.filter(({ fps, script, longest }) => fps < 50 || script > 2 || longest > 50)
  return [
    { what: 'frames a second, the slowest', found: slow.fps, unit: 'fps', least: 50, note: `to ${slow.to}` },
    { what: 'script a frame, the most', found: busy.script, unit: 'ms', most: 2, note: `to ${busy.to}` },
    { what: 'one task, the longest', found: long.longest, unit: 'ms', most: 50, note: `to ${long.to}` },
    ...bad.map(
      ({ to, fps, script, longest, work }): Row => ({
        what: `  to ${to}`,
        found: fps,
        unit: 'fps',
        note: `script ${script.toFixed(2)} of ${work.toFixed(2)} ms a frame, a task of ${longest.toFixed(0)} ms`,
      }),
    ),
  ]
}

function weight(track: Uint8Array = new Uint8Array()): Row {
  return { what: 'keyframes, after brotli', found: brotliCompressSync(track).length / 1000, unit: 'KB', most: 60 }
}
