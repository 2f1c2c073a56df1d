import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Assets, bundleAssets, inlineStyle } from '../../src/outputs/assets.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ENTRIES = ['src/client/deck/deck.css', 'src/client/speaker/speaker.css', 'src/client/speaker/start-speaker.ts']
const assets: Assets = await bundleAssets(ROOT, ENTRIES)

const textOf = (path = '') => {
  const contents = assets.files.find((file) => file.path === path)?.contents ?? ''
  return typeof contents === 'string' ? contents : new TextDecoder().decode(contents)
}

const urlsOf = (css: string) => [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, url = '']) => url)

test('every name carries the hash of the content', () => {
  for (const { path, contents } of assets.files) {
    const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8)
    expect(path).toMatch(new RegExp(`^assets/[\\w-]+\\.${hash}\\.(?:css|js|woff2)$`))
  }
})

test('style sheets name fonts that are there, and nothing from elsewhere', () => {
  const css = textOf(assets.paths['deck.css'])
  const fonts = urlsOf(css).filter((url) => !url.startsWith('data:'))
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(assets.files.map(({ path }) => path)).toContain(`assets/${font}`)
  expect(css).not.toMatch(/@import/)
})

test('a font that two style sheets use is there once', () => {
  const paths = assets.files.map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
})

test('scripts are classic, so that they run from disk', () => {
  expect(textOf(assets.paths['speaker.js'])).not.toMatch(/^(?:import|export)\b|\bimport\(/m)
})

test('the same sources give the same files', async () => {
  expect(await bundleAssets(ROOT, ENTRIES)).toEqual(assets)
})

test('an inlined style sheet carries its fonts', async () => {
  const css = await inlineStyle(ROOT, 'src/outputs/slides/slides.css')
  const urls = urlsOf(css)
  expect(urls.some((url) => url.startsWith('data:font/woff2;base64,'))).toBe(true)
  expect(urls.filter((url) => !url.startsWith('data:'))).toEqual([])
})
