import { getHeapStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'

/** How much memory an author's code may fill at once, in MB; V8 ends the process, without a word of where, at the limit of its heap. */
export const MOST_MEMORY = Math.round(Math.min(2000, getHeapStatistics().heap_size_limit / 2e6))

/** How many pieces of an author's code run within each other, how much they may fill in MB, and whether they were ended for that. */
const shared = new Int32Array(new SharedArrayBuffer(12))
let watcher: Worker | undefined

/** Runs in a thread of its own, which sleeps while no author's code runs. It knows nothing of this module. */
function watch(shared: Int32Array<SharedArrayBuffer>): void {
  for (;;) {
    Atomics.wait(shared, 0, 0)
    const before = process.memoryUsage.rss()
    while (Atomics.load(shared, 0) > 0) {
      Atomics.wait(shared, 2, 0, 20)
      if (process.memoryUsage.rss() - before < (shared[1] ?? 0) * 1e6 || Atomics.load(shared, 0) === 0) continue
      Atomics.store(shared, 2, 1)
      process.kill(process.pid, 'SIGINT')
      Atomics.wait(shared, 2, 1)
    }
  }
}

/**
 * Does work that a SIGINT interrupts, and sends that when the work fills more than so many MB. Returns whether it was sent for
 * that. Windows cannot interrupt.
 */
export function watchMemory(most: number, work: () => void): boolean {
  if (process.platform !== 'win32') {
    watcher ??= new Worker(`(${watch})(require('node:worker_threads').workerData)`, { eval: true, workerData: shared, env: {} })
    watcher.unref()
  }
  Atomics.store(shared, 1, most)
  Atomics.add(shared, 0, 1)
  Atomics.notify(shared, 0)
  try {
    work()
  } finally {
    Atomics.sub(shared, 0, 1)
  }
  const isEnded = Atomics.exchange(shared, 2, 0) === 1
  Atomics.notify(shared, 2)
  return isEnded
}
