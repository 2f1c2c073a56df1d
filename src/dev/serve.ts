import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EnvironmentError } from '../util/diagnostic.ts'
import { EVENTS_PATH, type Events } from './events.ts'
import { type FileSource, pathOf, type Request, type Response, refusal, refuse, respond } from './respond.ts'

/** A running server. */
export interface Server {
  /** For example `http://127.0.0.1:4343/`. */
  url: string
  close(): Promise<void>
}

/** How many ports are tried, from the wanted one up. */
const TRIES = 20

/**
 * Serves files from memory on 127.0.0.1 alone, at the next free port from `port` on; pages may listen to `events`. It takes no
 * input. Throws EnvironmentError when no port is free.
 */
export async function serve(files: () => FileSource, port: number, events?: Events): Promise<Server> {
  for (let tried = port; tried < port + TRIES; tried++) {
    const server = await listen(files, tried, events)
    if (server) return server
  }
  throw new EnvironmentError(
    `the ports ${port} to ${port + TRIES - 1} of this machine are all taken; close a program that uses one of them`,
  )
}

/** Undefined when the port is taken. */
function listen(files: () => FileSource, wanted: number, events: Events | undefined): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo
      void answer(request, response, { files, events, port })
    })
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const close = () =>
        new Promise<void>((done) => {
          events?.close()
          server.close(() => done())
          server.closeAllConnections()
        })
      resolve({ url: `http://127.0.0.1:${port}/`, close })
    })
  })
}

async function answer(
  request: Request,
  response: ServerResponse,
  { files, events, port }: { files: () => FileSource; events: Events | undefined; port: number },
): Promise<void> {
  if (events && pathOf(request.url) === EVENTS_PATH) {
    const refused = refusal(request, port)
    if (refused) send(response, refused)
    else if (request.method === 'HEAD') send(response, refuse(405, 'only GET'))
    else if (!events.connect(response, pageOf(request.url))) send(response, refuse(503, 'too many pages'))
    return
  }
  const made = respond(files(), request, port).catch((error: unknown) =>
    refuse(500, error instanceof Error ? error.message : String(error)),
  )
  send(response, await made)
}

function send(response: ServerResponse, { status, headers, body }: Response): void {
  response.writeHead(status, headers).end(body)
}

/** The page that listens, by its own account. */
function pageOf(url: string | undefined): string {
  return new URLSearchParams((url ?? '').split('?')[1]).get('page') ?? ''
}
