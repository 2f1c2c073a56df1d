import { afterAll, beforeAll, expect, test } from 'vitest'
import { scenes } from '../../../charts/index.ts'
import type { RunningBrowser } from '../../../src/browser/launch.ts'
import { openBrowser } from '../../../src/browser/open.ts'
import { compileScene } from '../../../src/motion/compile.ts'
import { openStage, readStage, readStill } from './stage-page.ts'

const frame = { id: 'wide', width: 1280, height: 720 }
const compiled = Object.entries(scenes).map(([name, scene]) => [...compileScene(name, scene, frame).states.values()])
const track = { frame, states: compiled.flat() }

/** The first and last step of every scene. */
const steps = compiled.flatMap((states, i) => {
  const start = compiled.slice(0, i).flat().length
  return [...new Set([start, start + states.length - 1])]
})

let running: RunningBrowser
beforeAll(async () => {
  running = await openBrowser()
})
afterAll(() => running.kill())

test('jumps across the whole story end in the still of their step, mark by mark', async () => {
  const page = await openStage(running, track)
  await page.evaluate(() => window.stage.show(0))
  for (const step of [...steps, ...steps.toReversed()]) {
    await page.evaluate(
      async (index, last) => {
        window.stage.show((index * 7) % last)
        await window.passFrames(3)
        window.stage.show(index)
        await window.passFrames(3)
        window.stage.motion = false
        window.stage.motion = true
      },
      step,
      track.states.length,
    )
    expect(await readStage(page), `step ${step}`).toEqual(await readStill(page, track, step))
  }
  await page.close()
})
