import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEvents } from '../../src/dev/events.ts'
import { type Server, serve } from '../../src/dev/serve.ts'

const events = createEvents()
let server: Server

beforeAll(async () => {
  server = await serve(() => new Map(), 0, events)
})
afterAll(() => server.close())

/** Opens the events and resolves as soon as they answer. */
function open(
  headers: Record<string, string> = {},
  path = '/live/events?page=read.html',
  method = 'GET',
): Promise<IncomingMessage> {
  const { port, host } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, method, host: '127.0.0.1', headers: { host, ...headers } }, resolve)
    sent.on('error', reject)
    sent.end()
  })
}

async function textUntil(response: IncomingMessage, part: string): Promise<string> {
  let text = ''
  for await (const chunk of response) {
    text += chunk
    if (text.includes(part)) return text
  }
  return text
}

test('a page hears what is sent, and one that comes later hears the last of it', async () => {
  const early = await open()
  expect(early.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  expect(early.headers).not.toHaveProperty('access-control-allow-origin')
  expect(events.open()).toEqual(new Set(['read.html']))
  events.send({ version: '1', text: 'two\nlines' })
  expect(await textUntil(early, '\n\ndata')).toContain('data: {"version":"1","text":"two\\nlines"}\n\n')
  const late = await open({ origin: server.url.slice(0, -1) })
  expect(await textUntil(late, 'version')).toContain('"version":"1"')
})

test.each([
  ['another origin', { origin: 'https://evil.com' }, 403],
  ['an origin that only starts like ours', { origin: 'http://127.0.0.1.evil.com' }, 403],
  ['no origin of its own', { origin: 'null' }, 403],
  ['another host', { host: 'evil.com' }, 403],
  ['another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'script' }, 403],
])('whoever has %s hears nothing', async (_, headers, status) => {
  const response = await open(headers)
  expect(response.statusCode).toBe(status)
  response.resume()
})

test('nothing can be told to the server', async () => {
  for (const method of ['POST', 'PUT', 'HEAD']) expect((await open({}, '/live/events', method)).statusCode).toBe(405)
})

test('no more pages listen than anyone has', async () => {
  const answers = await Promise.all(Array.from({ length: 70 }, () => open()))
  const refused = answers.filter(({ statusCode }) => statusCode === 503)
  expect(refused.length).toBeGreaterThan(0)
  expect(answers.length - refused.length).toBeLessThanOrEqual(64)
  for (const answer of answers) answer.destroy()
})

test('closing the server ends what is open', async () => {
  const own = createEvents()
  const closing = await serve(() => new Map(), 0, own)
  const { port, host } = new URL(closing.url)
  const ended = new Promise<void>((resolve) => {
    const sent = request({ port, path: '/live/events', headers: { host } }, (response) =>
      response
        .resume()
        .on('close', resolve)
        .on('error', () => resolve()),
    )
    sent.on('response', () => void closing.close()).on('error', () => resolve())
    sent.end()
  })
  await ended
})
