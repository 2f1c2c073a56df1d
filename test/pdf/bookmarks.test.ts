import { beforeAll, expect, test } from 'vitest'
import { readPdf } from './read-pdf.ts'
import { complete, printAll } from './sample.ts'

const TITLE = 'Which of these 6 comes first (so far)?'

let printed: Uint8Array
beforeAll(async () => {
  ;[printed = new Uint8Array()] = await printAll(
    `<!doctype html><html lang="ar" dir="rtl"><h1>${TITLE.replace('6', '<bdi>6</bdi>')}</h1><h2>First</h2></html>`,
  )
})

const titles = (wanted: string[]) => {
  const { bytes, facts } = complete([printed], { date: new Date(0), titles: wanted })
  expect(facts.bookmarks).toEqual(readPdf(bytes).bookmarks)
  return facts.bookmarks.map(({ title, children: [below] }) => [title, below?.title])
}

test('a bookmark says its heading in the order in which it is read, not painted', () => {
  expect(readPdf(printed).bookmarks[0]?.title).not.toBe(TITLE)
  expect(titles([TITLE, 'First'])).toEqual([[TITLE, 'First']])
})

test('but not what its heading does not say', () => {
  const [[painted]] = titles([]) as [[string]]
  expect(titles([TITLE])).toEqual([[painted, 'First']])
  expect(titles(['Which of those 6 comes first (so far)?', 'Second'])).toEqual([[painted, 'First']])
})
