import type { OutputFile } from '../output.ts'

/** What the server sends; nothing but these files can be had from it. */
export type FileMap = ReadonlyMap<string, OutputFile['contents']>

/** A request, as far as the answer depends on it. */
export interface Request {
  method: string | undefined
  /** Path and query as sent. */
  url: string | undefined
  host: string | undefined
  /** `Sec-Fetch-Site`: which site asks. */
  site?: string | undefined
  /** `Sec-Fetch-Dest`: what for. */
  destination?: string | undefined
}

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
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
}

const SAFE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

/** Answers a request from memory. `port` is the server's own: a request for any other host is another site's doing. */
export function respond(files: FileMap, { method, url, host, site, destination }: Request, port: number): Response {
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return refuse(403, 'wrong host')
  if (method !== 'GET' && method !== 'HEAD')
    return { ...refuse(405, 'only GET'), headers: { ...SAFE_HEADERS, Allow: 'GET, HEAD' } }
  // Another site may link here, but may not embed what is served.
  if ((site === 'cross-site' || site === 'same-site') && destination !== 'document') return refuse(403, 'other site')
  const path = pathOf(url)
  if (path === undefined) return refuse(400, 'bad path')
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const contents = files.get(name)
  if (contents === undefined) return refuse(404, 'not found')
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  return { status: 200, headers: { ...SAFE_HEADERS, 'Content-Type': type }, body: method === 'HEAD' ? '' : contents }
}

function refuse(status: number, why: string): Response {
  return { status, headers: { ...SAFE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }, body: `${why}\n` }
}

/** The requested path without leading slash and query; undefined when it is malformed or tries to climb. */
function pathOf(url: string | undefined): string | undefined {
  const raw = (url ?? '').split(/[?#]/)[0] ?? ''
  if (!raw.startsWith('/')) return undefined
  try {
    const path = decodeURIComponent(raw).slice(1)
    return path.split(/[/\\]/).includes('..') || path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}
