import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { built } from '../built.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()
let host: Server
let origin: string
beforeAll(async () => {
  const folder = await built()
  host = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/(?:some\/where\/)?/, '').replace(/[?#].*/, '')
    const found = path === 'read.html' || path === 'index.html'
    const isBelow = /^\/(?:some\/where\/)?/.exec(request.url ?? '')?.[0] === prefix
    response.writeHead(found && isBelow ? 200 : 404, { 'Content-Type': 'text/html' })
    response.end(readFileSync(join(folder, found && isBelow ? path : '404.html')))
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(host.address() as AddressInfo).port}`
})
afterAll(() => void host.close())

let prefix = '/'

describe.each(['/', '/some/where/'])('on a host that has the story at %s', (root) => {
  beforeAll(() => {
    prefix = root
  })

  test.each(['a/b/c', 'share/old.html'])('the page for %s has its style and leads to the story', async (path) => {
    const { page, violations } = await deck.open('about:blank')
    await page.goto(`${origin}${root}${path}`)
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLAnchorElement>('main a')?.href === wanted,
      {},
      `${origin}${root}read.html`,
    )
    expect(await page.$$eval('main a', (links) => links.map((link) => (link as HTMLAnchorElement).href))).toEqual([
      `${origin}${root}read.html`,
      `${origin}${root}index.html`,
    ])
    expect(await page.$eval('h1', (heading) => getComputedStyle(heading).fontWeight)).toBe('600')
    expect(violations).toEqual([])
    await page.close()
  })
})
