import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Server, serve } from '../../src/dev/serve.ts'

const files = new Map<string, string | Uint8Array>([
  ['index.html', '<!doctype html><title>deck</title>'],
  ['data/a.csv', 'a,b\n'],
])
let server: Server

beforeAll(async () => {
  server = await serve(() => files, 0)
})
afterAll(() => server.close())

/** Sends a request as written: no path is normalised on the way, as a browser or `fetch` would. */
function send(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; type: string; body: string; headers: object }> {
  const { port, host } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, method, host: '127.0.0.1', headers: { host, ...headers } }, (response) => {
      let body = ''
      response.on('data', (part) => {
        body += part
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
          headers: response.headers,
        }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('serves what it was given, and the deck at its root', async () => {
  expect(await send('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: files.get('index.html') })
  expect(await send('/data/a.csv?x=1')).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8', body: 'a,b\n' })
  expect((await send('/')).headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
})

test.each([
  ['another host', '/', { host: 'evil.com' }, 'GET', 403],
  ['a host that only starts like ours', '/', { host: 'localhost.evil.com' }, 'GET', 403],
  ['a hidden file', '/.env', {}, 'GET', 404],
  ['a climbing path', '/../package.json', {}, 'GET', 400],
  ['an encoded climbing path', '/%2e%2e/package.json', {}, 'GET', 400],
  ['a backslash path', '/..%5cpackage.json', {}, 'GET', 400],
  ['a broken escape', '/%zz', {}, 'GET', 400],
  ['a null byte', '/index.html%00.png', {}, 'GET', 400],
  ['an absolute URL', 'http://evil.com/', {}, 'GET', 400],
  ['POST', '/', {}, 'POST', 405],
  ['a script on another site', '/index.html', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'script' }, 'GET', 403],
  ['this machine without a port', '/', { host: '127.0.0.1' }, 'GET', 403],
  ['a host with a user before it', '/', { host: 'user@127.0.0.1' }, 'GET', 403],
  ['the address of all interfaces', '/', { host: '0.0.0.0:4343' }, 'GET', 403],
  ['the script of another site', '/index.html', { origin: 'http://evil.com' }, 'GET', 403],
  ['a page without an origin', '/index.html', { origin: 'null' }, 'GET', 403],
  ['a script of the same machine at another port', '/index.html', { 'sec-fetch-site': 'same-site' }, 'GET', 403],
  ['a path climbing within a name', '/data/../index.html', {}, 'GET', 400],
  ['a path escaped twice', '/%252e%252e/package.json', {}, 'GET', 404],
  ['a path with a line break', '/index.html%0d%0aX-Evil:%201', {}, 'GET', 404],
  ['a property of every object', '/constructor', {}, 'GET', 404],
  ['the prototype of every object', '/__proto__', {}, 'GET', 404],
  ['a folder of the machine', '//etc/passwd', {}, 'GET', 404],
  ['a folder without a page', '/data/', {}, 'GET', 404],
  ['a source file', '/src/build.ts', {}, 'GET', 404],
  ['events where there are none', '/live/events', {}, 'GET', 404],
  ['TRACE', '/', {}, 'TRACE', 405],
  ['OPTIONS', '/', { 'access-control-request-method': 'PUT' }, 'OPTIONS', 405],
  ['PUT', '/index.html', {}, 'PUT', 405],
  ['DELETE', '/index.html', {}, 'DELETE', 405],
  ['a frame on another site', '/index.html', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }, 'GET', 403],
])('answers %s with %s', async (_, path, headers, method, status) => {
  expect((await send(path, headers, method)).status).toBe(status)
})

test('takes the next free port', async () => {
  const port = Number(new URL(server.url).port)
  const second = await serve(() => files, port)
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
  await second.close()
})
