import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordOf, records } from '../../../data/records.ts'
import { openBrowser } from '../../../src/browser/open.ts'
import { built } from '../../built.ts'

let folder: string
let html: string
let page: Page
let close: () => void
beforeAll(async () => {
  const [out, running] = await Promise.all([built(), openBrowser()])
  folder = out
  html = readFileSync(join(folder, 'read.html'), 'utf8')
  close = () => running.kill()
  page = await running.browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setViewport({ width: 390, height: 844 })
  await page.goto(`file://${join(folder, 'read.html')}`)
})
afterAll(() => close())

const text = (selector: string) => page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' '))

test('without script the words find every record, with all its facts', async () => {
  for (const { id, name, rank, location } of records) {
    const words = await text(`#${id}`)
    expect(words).toContain(`#${rank} of 43 · ${name}`)
    expect(words).toContain(location)
    const facts = await page.$$eval(`#${id} .fact`, (all) => all.map((fact) => fact.textContent ?? ''))
    expect(facts).toHaveLength(5)
    const missing = facts.filter((fact) => fact.includes('no 2023 figure'))
    expect(missing).toHaveLength(recordOf(id).gdp === null ? 2 : 0)
  }
})

test('without script each act with a chart has a still that says what it shows', async () => {
  const acts = await page.$$eval('.scrolly section', (sections) =>
    sections.map((section) => section.querySelectorAll('.still svg[role=img][aria-label]').length),
  )
  expect(acts).toHaveLength(7)
  expect(Math.min(...acts)).toBeGreaterThanOrEqual(1)
  const widths = await page.$$eval('.still svg', (all) => all.map((svg) => svg.getBoundingClientRect().width))
  expect(Math.min(...widths)).toBeGreaterThan(300)
  expect(await page.$eval('.stage', (stage) => getComputedStyle(stage).display)).toBe('none')
})

test('words that come from elsewhere name their own source, with a chart or without', async () => {
  for (const id of ['readings', 'stakes']) expect(await text(`#${id} > .source`)).toContain('24/7 Wall St., 26 April 2025')
})

test('without script the table is whole', async () => {
  expect(await page.$$eval('table.records tbody tr', (rows) => rows.length)).toBe(43)
  expect(await page.$eval('table.records caption', (caption) => caption.textContent)).toContain('43')
})

test('speaker notes are nowhere on the page', () => {
  const speaker = readFileSync(join(folder, 'speaker.html'), 'utf8')
  const notes = [...speaker.matchAll(/<div class="words"><p>([^<]{40,})/g)].map(([, note = '']) => note.slice(0, 40))
  expect(notes.length).toBeGreaterThan(40)
  expect(notes.filter((note) => html.includes(note))).toEqual([])
})

test('no inline style, no inline script, no address of elsewhere but links', () => {
  expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*(?:src=|application\/json))/)
  expect(html.match(/(?:src|href)="https?:[^"]*"/g)?.every((link) => html.includes(`<a ${link}`))).toBe(true)
})

test('first text within 60 KB, the whole page within 200 KB, compressed', () => {
  const size = (path: string) => brotliCompressSync(readFileSync(join(folder, path))).length
  const assets = [
    ...new Set([...html.matchAll(/(?:src|href|data-(?:narrow|column|short))="(assets\/[^"]+)"/g)].map(([, path = '']) => path)),
  ]
  const style = assets.filter((path) => path.endsWith('.css'))
  const first = size('read.html') + style.reduce((sum, path) => sum + size(path), 0)
  const all = size('read.html') + assets.reduce((sum, path) => sum + size(path), 0)
  expect([style[0], style.at(-1)]).toEqual([expect.stringContaining('/read.'), expect.stringContaining('/deck-style.')])
  expect(first).toBeLessThanOrEqual(60_000)
  expect(all).toBeLessThanOrEqual(200_000)
})
