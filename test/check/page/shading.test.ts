import { expect, test } from 'vitest'
import type { Sheet } from '../../../src/check/sheet.ts'
import { names, SLIDE, sheet } from '../measured-sheet.ts'

/* What is behind words, and before them. */

const shades = async (body: string) => (await sheet(body)).texts.map(({ shades }) => shades?.[0])
const covers = ({ texts }: Sheet) => texts.flatMap((text) => text.covers ?? [])

test('colours are told in whatever notation they are written, each by itself', async () => {
  const tinted = (colour: string) => `<p style="background:${colour}">x</p>`
  const found = await shades(tinted('color(srgb 1 0 0 / .5)') + tinted('color(srgb 0 0 1 / .5)'))
  expect(found.map((shade) => shade?.ground.map((part) => Math.round(part / 10)))).toEqual([
    [26, 13, 13],
    [13, 13, 26],
  ])
})

test('type of 700 is bold', async () => {
  const found = await shades('<p style="font-weight:700">x</p><p style="font-weight:600">x</p>')
  expect(found.map((shade) => shade?.isBold)).toEqual([true, false])
})

test('a ground is there along all of its height', async () => {
  const [shade] = await shades('<div style="height:700px;padding-top:600px;background:#123456"><p>x</p></div>')
  expect(shade?.ground).toEqual([0x12, 0x34, 0x56])
})

const OVER = 'position:absolute;left:0;width:200px;background:#fff'

test('a cover is told with what it covers of a line', async () => {
  const found = covers(await sheet(`<p style="font-size:80px">XXX</p><div style="${OVER};top:60px;height:80px"></div>`))
  expect(found.map(({ name }) => name)).toEqual(['<div>'])
  expect(found[0]?.box.top).toBeGreaterThan(40)
  expect(found[0]?.box.bottom).toBeLessThan(110)
})

test('but not what is left out', async () => {
  const body = `<p>XXX</p><div class="left-out" style="${OVER};top:0;height:80px"></div>`
  expect(covers(await sheet(body, { ...SLIDE, ignore: '.left-out' }))).toEqual([])
  expect(covers(await sheet(body))).toHaveLength(1)
})

test('a mark covers where it is drawn, not where its attributes alone would have it', async () => {
  const mark = (more: string) => `<rect x="0" y="40" width="100" height="20" fill="#fff"${more}/>`
  const chart = (more: string) => `<svg viewBox="0 0 100 100"><text x="10" y="54" font-size="8">Xx</text>${mark(more)}</svg>`
  expect(covers(await sheet(chart('')))).toHaveLength(1)
  expect(covers(await sheet(chart(' transform="translate(0 40)"')))).toEqual([])
})

test('a text of little opacity is still seen', async () => {
  expect(names(await sheet('<p style="opacity:.07">a</p><p style="opacity:.03">b</p>'))).toEqual(['text: a'])
})
