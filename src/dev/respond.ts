import type { IncomingMessage } from 'node:http'
import type { OutputFile } from '../util/output-file.ts'

/** What the server sends; nothing but these files can be had from it. A map is one; files may also be made when they are asked for. */
export interface FileSource {
  get(path: string): OutputFile['contents'] | undefined | Promise<OutputFile['contents'] | undefined>
}

/** A request, as far as the answer depends on it. */
export type Request = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/** What is answered; the body is empty for HEAD. */
export interface Response {
  status: number
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  pdf: 'application/pdf',
}

/** What every answer carries: no guessing of types, no use by other sites, no traces left. */
export const SAFE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': "frame-ancestors 'self'",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

/** Answers a request from the files. `port` is the server's own. */
export async function respond(files: FileSource, request: Request, port: number): Promise<Response> {
  const refused = refusal(request, port)
  if (refused) return refused
  const path = pathOf(request.url) ?? ''
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const contents = await files.get(name)
  if (contents === undefined) return refuse(404, 'not found')
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  return { status: 200, headers: { ...SAFE_HEADERS, 'Content-Type': type }, body: request.method === 'HEAD' ? '' : contents }
}

/** The answer to a request that gets nothing, whatever it asks for: a request for any other host is another site's doing. */
export function refusal({ method, url, headers }: Request, port: number): Response | undefined {
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-dest': destination } = headers
  const own = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (host === undefined || !own.includes(host)) return refuse(403, 'wrong host')
  if (method !== 'GET' && method !== 'HEAD')
    return { ...refuse(405, 'only GET'), headers: { ...SAFE_HEADERS, Allow: 'GET, HEAD' } }
  if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'wrong origin')
  // Another site may link here, but may not embed what is served.
  if ((site === 'cross-site' || site === 'same-site') && destination !== 'document') return refuse(403, 'other site')
  return pathOf(url) === undefined ? refuse(400, 'bad path') : undefined
}

/** An answer that says no. */
export function refuse(status: number, why: string): Response {
  return { status, headers: { ...SAFE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }, body: `${why}\n` }
}

/** The requested path without leading slash and query; undefined when it is malformed or tries to climb. */
export function pathOf(url: string | undefined): string | undefined {
  const raw = (url ?? '').split(/[?#]/)[0] ?? ''
  if (!raw.startsWith('/')) return undefined
  try {
    const path = decodeURIComponent(raw).slice(1)
    return path.split(/[/\\]/).includes('..') || path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}
