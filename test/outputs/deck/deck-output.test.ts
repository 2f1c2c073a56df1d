import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { records } from '../../../data/records.ts'
import { POLICY } from '../../../src/outputs/html-page.ts'
import { built } from '../../built.ts'

let folder: string
let html: string
beforeAll(async () => {
  folder = await built()
  html = readFileSync(join(folder, 'index.html'), 'utf8')
})

test('every record has its section with id and rank', () => {
  const sections = [...html.matchAll(/<section id="([^"]+)"[^>]*? data-rank="(\d+)"/g)].map(([, id, rank]) => `${rank} ${id}`)
  expect(sections).toEqual(records.map(({ rank, id }) => `${rank} ${id}`))
})

test('pages carry the policy, and nothing that it would block', () => {
  for (const name of ['index.html', 'speaker.html']) {
    const page = readFileSync(join(folder, name), 'utf8')
    expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`)
    expect(page).not.toMatch(/<style|\sstyle="|<script(?![^>]*\ssrc=)|\son\w+="/)
  }
})

test('links between files are relative, and lead to files that are there', () => {
  const links = [...html.matchAll(/\s(?:src|href|data-keyframes)="([^"#]+)"/g)].map(([, link = '']) => link)
  const local = links.filter((link) => !/^(?:https:|data:)/.test(link))
  expect(local.length).toBeGreaterThan(4)
  for (const link of local) expect(statSync(join(folder, link)).isFile(), link).toBe(true)
})

test('every slide has notes', () => {
  const notes = [...html.matchAll(/<aside class="notes">(.*?)<\/aside>/gs)].map(([, note = '']) => note.replace(/<[^>]*>/g, ''))
  expect(notes.length).toBe(html.match(/<section /g)?.length)
  for (const note of notes) expect(note.length).toBeGreaterThan(40)
})

test('at most 120 KB after compression come before the first slide, and Vega is not among them', () => {
  const page = html.replace(/<noscript>.*?<\/noscript>/gs, '')
  const first = ['index.html', ...(page.match(/(?<=(?:href|src)=")assets\/[\w.-]+\.(?:css|js)/g) ?? [])]
  // The main faces; a browser loads others when a dialog shows their signs.
  const fonts = readdirSync(join(folder, 'assets')).filter((name) => /^source-.*-latin-\d+.*\.woff2$/.test(name))
  expect(fonts).toHaveLength(3)
  expect(first.length).toBeGreaterThan(4)
  const weigh = (path: string) => brotliCompressSync(readFileSync(join(folder, path))).length
  const fontWeight = fonts.reduce((sum, name) => sum + statSync(join(folder, 'assets', name)).size, 0)
  expect(first.reduce((sum, path) => sum + weigh(path), fontWeight)).toBeLessThanOrEqual(120 * 1024)
  const code = first.filter((path) => path.endsWith('.js'))
  for (const path of code) expect(readFileSync(join(folder, path), 'utf8')).not.toContain('vega')
})
