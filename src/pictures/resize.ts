import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ResizeRequest } from './resize-worker.ts'

/** Makes pictures smaller, one after the other. */
export interface Resizer {
  /** The bytes of the same picture at another size in px. Rejects for one that cannot be read. */
  resize(request: ResizeRequest): Promise<Uint8Array>
  dispose(): Promise<void>
}

/** The thread is begun with the first picture. */
export function createResizer(): Resizer {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  return {
    resize(request) {
      worker ??= new Worker(new URL(`./resize-worker${extname(import.meta.url)}`, import.meta.url))
      const using = worker
      const made = last.then(() => ask(using, request))
      last = made.catch(() => {})
      return made
    },
    async dispose() {
      await worker?.terminate()
    },
  }
}

function ask(worker: Worker, request: ResizeRequest): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', ({ bytes, fault }: { bytes?: Uint8Array; fault?: string }) => {
      worker.off('error', reject)
      if (bytes) resolve(bytes)
      else reject(new Error(fault))
    })
    worker.postMessage(request)
  })
}
