import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseFlags } from '../../src/cli/flags.ts'
import { hostingRules } from '../../src/outputs/hosting/hosting-output.ts'
import { readBlocks } from './read-blocks.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const blocks = readBlocks(readFileSync(join(ROOT, 'docs', 'hosting.md'), 'utf8'))
const blockOf = (language: string) => blocks.find((block) => block.language === language)?.code ?? ''

interface Workflow {
  on: { push: { branches: string[] } }
  permissions: Record<string, string>
  jobs: { publish: { steps: { uses?: string; run?: string; id?: string; with?: Record<string, unknown> }[] } }
}

/** Arguments of `npx countdown-story …`, with what GitHub puts into braces. */
const flagsOf = (command: string) =>
  parseFlags(
    command
      .replace(/\$\{\{.*?\}\}/g, 'https://example.github.io/story')
      .split(' ')
      .slice(2),
  )

describe('the workflow for GitHub Pages', () => {
  const { permissions, jobs } = parse(blockOf('yaml')) as Workflow
  const { steps } = jobs.publish

  test('installs and builds with commands that exist, for the address that GitHub gives', () => {
    const commands = steps.flatMap(({ run }) => run ?? [])
    expect(commands[0]).toBe('npm ci')
    expect(existsSync(join(ROOT, 'package-lock.json'))).toBe(true)
    expect(commands[1]).toMatch(/^npx countdown-story --base-url \$\{\{ steps\.pages\.outputs\.base_url \}\}$/)
    expect(steps.find(({ id }) => id === 'pages')?.uses).toMatch(/^actions\/configure-pages@/)
    // GitHub's address has no slash at its end; the build puts it there.
    expect(flagsOf(commands[1] ?? '').baseUrl).toBe('https://example.github.io/story/')
  })

  test('uploads what the build writes, and may publish it', () => {
    expect(steps.map(({ uses }) => uses?.split('@')[0]).filter(Boolean)).toEqual([
      'actions/checkout',
      'actions/setup-node',
      'actions/configure-pages',
      'actions/upload-pages-artifact',
      'actions/deploy-pages',
    ])
    expect(steps.find(({ uses }) => uses?.includes('upload'))?.with?.path).toBe('dist')
    expect(permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' })
  })
})

test('the commands of the page are ours', () => {
  const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.trim().split('\n'))
  expect(commands).toHaveLength(2)
  expect(commands.map((command) => flagsOf(command))).toMatchObject([
    { baseUrl: 'https://example.org/story/' },
    { compress: true },
  ])
})

test.each(['nginx', 'caddy'])('%s keeps files as long as _headers says', (server) => {
  const values = new Set(hostingRules().flatMap(({ headers }) => headers['Cache-Control'] ?? []))
  expect(values.size).toBe(2)
  for (const value of values) expect(blockOf(server)).toContain(value)
  expect(blockOf(server)).toContain('/assets/')
})
