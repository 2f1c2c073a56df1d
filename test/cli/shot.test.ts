import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { shot } from '../../src/cli/shot.ts'
import { silent } from '../../src/util/report.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { runFolder } from '../run-folder.ts'

const ROOT = join(import.meta.dirname, '../..')
const out = runFolder('shot')
const report = silent

const photograph = (slide: string) =>
  shot({ slide, folder: join(ROOT, 'test/decks/minimal'), out: join(out, 'deep') }, { root: ROOT, printer, report })

/** Pixels in the blue of the deck's bars. */
function bluePixels(id: string): number {
  const { data, width, height } = PNG.sync.read(readFileSync(join(out, 'deep', `${id}.png`)))
  expect([width, height]).toEqual([1280, 720])
  let count = 0
  for (let at = 0; at < data.length; at += 4) if (data[at] === 0x4c && data[at + 1] === 0x78 && data[at + 2] === 0xa8) count++
  return count
}

test('a slide is photographed with its own chart in its final state', async () => {
  await photograph('gamma')
  await photograph('beta')
  // Beta has a bar more.
  expect(bluePixels('gamma')).toBeGreaterThan(10_000)
  expect(bluePixels('beta')).toBeGreaterThan(bluePixels('gamma') * 2)
})

test('a slide that is not there is refused, and the nearest named', async () => {
  await expect(photograph('betta')).rejects.toMatchObject({
    name: 'UsageError',
    message: 'shot: unknown slide `betta`; did you mean `beta`? known: alpha, beta, door, gamma',
  })
})
