import { expect, test } from 'vitest'
import { createSeekable } from '../../../src/motion/seek.ts'
import type { Move, StageState } from '../../../src/story/mark.ts'
import type { Track } from '../../../src/story/story.ts'
import { sorted, split } from '../../motion/fixtures/pairs.ts'
import { trackOf } from '../../motion/fixtures/track-of.ts'
import { page, readStage, readStill, renewStage, useStage } from './stage-page.ts'

let track: Track
useStage(async () => (track = await trackOf(sorted, { duration: 1000 })))

/** The bars, told by their colour. */
const BARS = 'rect[fill="var(--signal)"]'

test('a planned move ends as the still, and every bar keeps its element', async () => {
  await renewStage(page, track)
  const kept = await page.evaluate(async (bars) => {
    const { stage } = window
    stage.show(0, { animate: false })
    const before = [...document.querySelectorAll(bars)]
    stage.show(1)
    await stage.settled()
    const after = [...document.querySelectorAll(bars)]
    return [before.length, after.filter((bar) => before.includes(bar)).length]
  }, BARS)
  expect(kept).toEqual([3, 3])
  expect(await readStage(page)).toEqual(await readStill(page, track, 1))
})

test('a planned move is played backwards, and given up at any frame', async () => {
  await renewStage(page, track)
  await page.evaluate(async () => {
    const { stage } = window
    stage.show(1, { animate: false })
    stage.show(0)
    await stage.settled()
  })
  expect(await readStage(page)).toEqual(await readStill(page, track, 0))
  await page.evaluate(async () => {
    const { stage } = window
    stage.show(1)
    await window.passFrames(4)
    stage.show(0)
    await window.passFrames(3)
    stage.show(1)
    await stage.settled()
  })
  expect(await readStage(page)).toEqual(await readStill(page, track, 1))
})

test('any time of a move can be drawn, with the numbers that Node has', async () => {
  await renewStage(page, track)
  const [from, to, move] = [track.states[0], track.states[1], track.moves?.[1]] as [StageState, StageState, Move]
  const seekable = createSeekable(from, to, move, [',', '.'])
  for (const time of [0, 140, 499, 501, 900, 1000]) {
    const drawn = await page.evaluate(
      (ms, bars) => {
        window.stage.move(0, 1).seek(ms)
        return [...document.querySelectorAll(bars)].map((bar) =>
          ['x', 'y', 'width', 'height'].map((name) => bar.getAttribute(name)),
        )
      },
      time,
      BARS,
    )
    const computed = [...seekable.at(time).values()].filter(
      ({ tag, values }) => tag === 'rect' && values.fill === 'var(--signal)',
    )
    expect(drawn).toEqual(computed.map(({ values }) => ['x', 'y', 'width', 'height'].map((name) => values[name])))
  }
  expect(await page.evaluate(() => window.stage.move(0, 1).stages.length)).toBe(2)
  await page.evaluate(() => window.stage.show(0, { animate: false }))
  expect(await readStage(page)).toEqual(await readStill(page, track, 0))
})

test('a jump is one move that can be looked at, too', async () => {
  const longer = await trackOf(split)
  await renewStage(page, longer)
  const move = await page.evaluate(() => {
    const { duration, stages, seek } = window.stage.move(1, 1)
    seek(0)
    return { duration, stages: [...stages] }
  })
  expect(move).toEqual({ duration: 0, stages: [] })
  expect(await readStage(page)).toEqual(await readStill(page, longer, 1))
  const jump = await page.evaluate(() => window.stage.move(2, 0).duration)
  expect(jump).toBeGreaterThan(0)
})
