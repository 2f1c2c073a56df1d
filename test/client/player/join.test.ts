import { describe, expect, test } from 'vitest'
import type { Mark } from '../../../src/story/mark.ts'
import type { Track } from '../../../src/story/story.ts'
import { growingTrack } from '../../motion/fixtures/growing-track.ts'
import { hasten, page, play, readStage, readStill, renewStage, useStage } from './stage-page.ts'

const [FIRST, SECOND, ZOOMED, SCATTER, EMPTY] = [0, 1, 2, 3, 4] as const
const track = hasten(growingTrack)

useStage(() => track)

describe('the end of a move is the still of its step, mark by mark', () => {
  test.each([
    ['the first step', [FIRST]],
    ['neighbours', [FIRST, SECOND, ZOOMED]],
    ['backwards', [ZOOMED, SECOND, FIRST]],
    ['a jump', [FIRST, SCATTER]],
    ['a jump and back', [SCATTER, FIRST]],
    ['to the empty stage and back', [SECOND, EMPTY, ZOOMED]],
  ])('%s', async (_, steps) => {
    await renewStage(page, track)
    for (const step of steps) {
      await play(page, [step])
      expect(await readStage(page)).toEqual(await readStill(page, track, step))
    }
  })

  test.each([
    ['two quick steps', [FIRST, SECOND, ZOOMED]],
    ['there and back at once', [SECOND, SCATTER, SECOND]],
    ['many quick steps', [0, 1, 2, 3, 4, 3, 2, 1, 0, 3, 1]],
  ])('interrupted: %s', async (_, steps) => {
    await renewStage(page, track)
    for (const frames of [0, 1, 5]) {
      await play(page, steps, frames)
      expect(await readStage(page)).toEqual(await readStill(page, track, steps.at(-1) ?? 0))
    }
  })

  test('prepared in pieces, whether it then comes or another step does', async () => {
    for (const step of [SECOND, SCATTER]) {
      await renewStage(page, track)
      await play(page, [FIRST])
      expect(await page.evaluate(() => [...window.stage.prepare(1)].length)).toBeGreaterThan(2)
      await play(page, [step])
      expect(await readStage(page)).toEqual(await readStill(page, track, step))
    }
  })

  test('resized in mid-move', async () => {
    await renewStage(page, track)
    await play(page, [FIRST])
    await page.evaluate(() => window.stage.show(2))
    await page.setViewport({ width: 300, height: 900 })
    await page.evaluate(() => window.stage.settled())
    expect(await readStage(page)).toEqual(await readStill(page, track, ZOOMED))
  })

  test('in a host without size', async () => {
    await renewStage(page, track)
    await page.evaluate(() => document.querySelector<HTMLElement>('#host')?.setAttribute('hidden', ''))
    await play(page, [FIRST, SCATTER], 2)
    expect(await readStage(page)).toEqual(await readStill(page, track, SCATTER))
  })
})

describe('a crowd', () => {
  const square = (index: number): [string, Mark] => [
    `square/${index}`,
    {
      kind: 'rect',
      x: (index % 60) * 5,
      y: Math.floor(index / 60) * 5,
      width: 4,
      height: 4,
      fill: 'var(--mute)',
      entrance: 'drop',
    },
  ]
  const squares = new Map(Array.from({ length: 3000 }, (_, index) => square(index)))
  const crowd: Track = {
    frame: track.frame,
    states: [
      { name: '', marks: new Map(), duration: 100 },
      { name: 'Squares', marks: squares, duration: 100 },
    ],
  }

  test('comes and goes over several frames, and is whole in the end', async () => {
    await renewStage(page, crowd)
    const atFirst = await page.evaluate(async () => {
      window.stage.show(0)
      window.stage.show(1)
      await window.passFrames(1)
      return document.querySelectorAll('#host rect').length
    })
    expect(atFirst).toBeGreaterThan(0)
    expect(atFirst).toBeLessThan(squares.size)
    await page.evaluate(() => window.stage.settled())
    expect(await readStage(page)).toEqual(await readStill(page, crowd, 1))
    await play(page, [0])
    expect(await readStage(page)).toEqual([])
  })

  test('without motion too', async () => {
    await renewStage(page, crowd)
    const atFirst = await page.evaluate(() => {
      window.stage.motion = false
      window.stage.show(0)
      window.stage.show(1)
      return document.querySelectorAll('#host rect').length
    })
    expect(atFirst).toBeLessThan(squares.size)
    await page.evaluate(() => window.stage.settled())
    expect(await readStage(page)).toEqual(await readStill(page, crowd, 1))
  })

  test('interrupted: it is whole in the end, in its order', async () => {
    await renewStage(page, crowd)
    for (const frames of [1, 3]) {
      await play(page, [0, 1, 0, 1], frames)
      expect(await readStage(page)).toEqual(await readStill(page, crowd, 1))
    }
  })
})
