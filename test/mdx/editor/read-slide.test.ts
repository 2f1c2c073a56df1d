import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createProcessor } from '@mdx-js/mdx'
import { describe, expect, test } from 'vitest'

type Plugin = () => void

const ROOT = join(import.meta.dirname, '../../..')
const settings = ['slides', 'examples/seattle-rain/slides', 'examples/warm-years/slides']

/** What the language server of MDX makes of `mdx.plugins` in the settings of a folder. */
function pluginsOf(folder: string): Plugin[] {
  const file = join(ROOT, folder, 'tsconfig.json')
  const { mdx } = JSON.parse(readFileSync(file, 'utf8')) as { mdx: { plugins: string[]; checkMdx: boolean } }
  expect(mdx.checkMdx).toBe(true)
  return mdx.plugins.map((name) => (createRequire(file)(name) as { default: Plugin }).default)
}

/** The error that editors show, and its place. */
function toldOf(text: string, folder = 'slides'): string | undefined {
  try {
    createProcessor({ remarkPlugins: pluginsOf(folder) }).parse(text)
    return undefined
  } catch (error) {
    const { message, place } = error as { message: string; place: { line: number; column: number } }
    return `${place.line}:${place.column} ${message}`
  }
}

describe('editors', () => {
  test.each(settings)('find the files that the settings of %s name', (folder) => {
    const text = readFileSync(join(ROOT, folder, 'tsconfig.json'), 'utf8')
    const named = JSON.parse(text) as { extends: string; files: string[] }
    expect([named.extends, ...named.files].filter((file) => !existsSync(join(ROOT, folder, file)))).toEqual([])
  })

  test.each(settings)('check the frontmatter of slides in %s', (folder) => {
    expect(toldOf('---\nscene: none\nlyout: text\n---\n\n# One\n', folder)).toMatch(
      /^3:1 frontmatter: unknown key `lyout`; did you mean `layout`\?/,
    )
  })

  test.each([
    ['---\nlayout: text\nscene: none\n---\n\n# Headline {1 + 1}\n'],
    ['# No frontmatter\n\n---\n\nlyout: text\n'],
    ['---\n---\n\n# Empty\n'],
  ])('say nothing of %j', (text) => expect(toldOf(text)).toBeUndefined())

  test.each([
    ['---\nlayout: 3\n---\n', '2:1 layout: found 3, expected a word'],
    ['---\nlayout:\n---\n', '2:1 layout: found null, expected a word'],
    ['---\nlayout: [a\n---\n', expect.stringMatching(/^2:\d+ frontmatter: Flow sequence .*; write `key: value`, one a line$/)],
    ['---\nlayout: a\nlayout: b\n---\n', expect.stringMatching(/^3:1 frontmatter: Map keys must be unique/)],
  ])('tell what is wrong with %j', (text, told) => expect(toldOf(text)).toEqual(told))
})
