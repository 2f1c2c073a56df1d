import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type HeaderRule, hosting, hostingRules } from '../../../src/outputs/hosting/hosting-output.ts'
import { built } from '../../built.ts'
import { storyOf } from '../../story-of.ts'
import { toolsWith } from '../tools.ts'

let folder: string
let files: string[]
let rules: HeaderRule[]
let notFound: string
beforeAll(async () => {
  folder = await built()
  files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  notFound = policyIn('/404.html')
  rules = readHeaders(readFileSync(join(folder, '_headers'), 'utf8'))
})

/** Reads the syntax of Netlify and Cloudflare Pages. */
function readHeaders(text: string): HeaderRule[] {
  const found: { pattern: string; headers: Record<string, string> }[] = []
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+): (.+)$/.exec(line)
    if (header) (found.at(-1) as { headers: Record<string, string> }).headers[header[1] ?? ''] = header[2] ?? ''
    else if (line !== '') found.push({ pattern: line, headers: {} })
  }
  return found
}

/** Every value that hosts would join for a file's header. */
const valuesOf = (path: string, name: string) =>
  rules
    .filter(({ pattern }) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern))
    .flatMap(({ headers }) => headers[name] ?? [])

/** The policy that a page has itself. */
function policyIn(path: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(folder, path), 'utf8'))?.[1] ?? ''
}

/** Whether a name carries the hash of the content. */
function isHashed(path: string): boolean {
  const [, hash] = /\.([0-9a-f]{8})\.\w+$/.exec(path) ?? []
  return (
    hash !== undefined &&
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
      .startsWith(hash)
  )
}

test('the file says what the rules are, in lines that hosts accept', () => {
  expect(rules).toEqual(hostingRules(notFound))
  const text = readFileSync(join(folder, '_headers'), 'utf8')
  // Cloudflare Pages takes at most a hundred rules, and lines of two thousand characters.
  expect(rules.length).toBeLessThan(100)
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000)
})

test('hashed files are kept for ever, all others asked for again', () => {
  const hashed = files.filter(isHashed)
  expect(hashed.length).toBeGreaterThan(15)
  const names = ['/_headers', '/.nojekyll']
  for (const path of files.filter((file) => !names.includes(file))) {
    expect(valuesOf(path, 'Cache-Control'), path).toEqual([
      hashed.includes(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ])
  }
})

test('the policy of each page is the one that the page itself has; where a host may show 404.html instead, it is that one', () => {
  const pages = files.filter((path) => path.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(40)
  for (const path of pages) {
    const policy = path.startsWith('/share/') ? notFound : policyIn(path)
    expect(valuesOf(path, 'Content-Security-Policy'), path).toEqual([policy])
    // Hosts that leave out `.html` send the same.
    const bare = path === '/index.html' ? '/' : path.replace(/\.html$/, '')
    expect(valuesOf(bare, 'Content-Security-Policy'), bare).toEqual([policy])
  }
})

test('charts to embed may be shown in frames anywhere, every other page only here', () => {
  const pages = files.filter((path) => path.endsWith('.html'))
  for (const path of pages) expect(valuesOf(path, 'X-Frame-Options'), path).toEqual(['SAMEORIGIN'])
  expect(valuesOf('/embed/libya.html', 'X-Frame-Options')).toEqual([])
  expect(valuesOf('/embed/libya.html', 'Content-Security-Policy')).toEqual([notFound])
  expect(valuesOf('/story.html', 'X-Frame-Options')).toEqual(['SAMEORIGIN'])
  // Its own policy names what is in it; another one would stop that.
  expect(valuesOf('/story.html', 'Content-Security-Policy')).toEqual([])
  for (const path of ['/story.html', '/embed/libya.html', '/embed/libya.json'])
    expect(valuesOf(path, 'Cache-Control')).toEqual(['no-cache'])
})

test('assets have a policy too, and it lets nothing in from elsewhere', () => {
  const assets = files.filter((path) => path.startsWith('/assets/'))
  expect(assets.length).toBeGreaterThan(15)
  for (const path of assets) expect(valuesOf(path, 'Content-Security-Policy'), path).toEqual([notFound])
  expect(notFound).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[^']+'; style-src 'self' 'sha256-[^']+'; /)
  expect(notFound).not.toMatch(/unsafe|\*|https?:/)
})

test('documents have no policy, and nothing is guessed about any file', () => {
  for (const path of files) {
    expect(valuesOf(path, 'X-Content-Type-Options'), path).toEqual(['nosniff'])
    if (path.endsWith('.pdf')) expect(valuesOf(path, 'Content-Security-Policy'), path).toEqual([])
  }
})

describe('the page for addresses that lead nowhere', () => {
  const make = async (baseUrl?: string) => {
    const made = await hosting.make(await storyOf('minimal'), toolsWith(baseUrl ? { baseUrl } : {}))
    return String(made.find(({ path }) => path === '404.html')?.contents)
  }

  test('leads to the story from any depth, where its address is known', async () => {
    const links = [...(await make('https://example.org/story/')).matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !link.startsWith('data:'))).toEqual([
      'https://example.org/story/read.html',
      'https://example.org/story/index.html',
    ])
  })

  test('has relative links otherwise', async () => {
    expect(await make()).toContain('href="read.html"')
  })
})
