/**
 * `node test/shots/move-strip.ts <built folder> <from> <to> <out.jpg> [ms …]`: pictures of a move of a built deck side by side, at times of it;
 * six at even distances unless given. `docs/move.jpg` is made so.
 */
import { writeFileSync } from 'node:fs'
import { openDist } from '../bench/open-dist.ts'
import { contactSheet, type Shot } from './contact-sheet.ts'

const [folder = 'dist', from = '', to = '', out = 'move.jpg', ...given] = process.argv.slice(2)
const dist = await openDist(folder)
try {
  const page = await dist.open('index.html')
  await page.evaluate(async (id) => {
    window.countdown.motion = false
    await window.countdown.goTo(id)
  }, to)
  const duration = await page.evaluate((a, b) => window.countdown.move(a, b).duration, from, to)
  const times = given.length > 0 ? given.map(Number) : [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => Math.round(part * duration))
  const shots: Shot[] = []
  for (const ms of times) {
    await page.evaluate((a, b, time) => window.countdown.move(a, b).seek(time), from, to, ms)
    shots.push({ name: `${ms} ms`, png: await page.screenshot({ type: 'png' }) })
  }
  writeFileSync(out, await contactSheet(await dist.open(), shots, { columns: 3, width: 400, type: out.endsWith('.png') ? 'png' : 'jpeg' }))
} finally {
  await dist.close()
}
