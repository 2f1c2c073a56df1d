import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EnvironmentError } from '../problem.ts'
import { type FileMap, respond } from './respond.ts'

/** A running server. */
export interface Server {
  /** For example `http://127.0.0.1:4343/`. */
  url: string
  close(): Promise<void>
}

/** How many ports are tried, from the wanted one up. */
const TRIES = 20

/** Serves files from memory on 127.0.0.1 alone, at the next free port from `port` on. Throws EnvironmentError when there is none. */
export async function serve(files: () => FileMap, port: number): Promise<Server> {
  for (let tried = port; tried < port + TRIES; tried++) {
    const server = await listen(files, tried)
    if (server) return server
  }
  throw new EnvironmentError(
    `the ports ${port} to ${port + TRIES - 1} are all taken; close what uses one of them, or name another with --port`,
  )
}

/** Undefined when the port is taken. */
function listen(files: () => FileMap, wanted: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo
      const { method, url, headers } = request
      const [site, destination] = [headers['sec-fetch-site'], headers['sec-fetch-dest']].map((value) =>
        Array.isArray(value) ? value[0] : value,
      )
      const answer = respond(files(), { method, url, host: headers.host, site, destination }, port)
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done())
          server.closeAllConnections()
        })
      resolve({ url: `http://127.0.0.1:${port}/`, close })
    })
  })
}
