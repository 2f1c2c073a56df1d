import { getCompileCacheDir } from 'node:module'
import { getHeapStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { InputError } from '../util/diagnostic.ts'
import { machineFile } from '../util/machine.ts'
import { type Failure, unpackFailure } from './pack-failure.ts'
import { shareProgress } from './shared-progress.ts'
import type { Answers, Question, Said, ThreadData } from './thread-messages.ts'

/** The thread of a deck, as the others see it. */
export interface DeckThread {
  /** Rejects with InputError for every mistake of the author's, also for code that never ends or takes all memory. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['kind']]>
  /** It has ended, or holds what a deck has spoilt: ask another one. */
  readonly isOver: boolean
  end(): Promise<void>
}

/** What a deck's code may take. */
export interface Limits {
  /** How long without a sign of life, in ms; what a deck does takes milliseconds. */
  patience: number
  /** In MB. */
  memory: number
}

/** As much memory as any thread is given here. */
const usual = (): Limits => ({ patience: 20_000, memory: Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20) })

/** In MB. More than V8 lets a thread go beyond its memory would, as it grows old all at once, end the whole process. */
const YOUNG = 24

/** So often in that time it is looked after. */
const LOOKS = 40

/** What hears of a thread. */
export interface Listener {
  /** A step begins, or is done. */
  step(name: string, isDone: boolean): void
  /** Makes an InputError of what the deck's own code has thrown; anything else it leaves as it is. */
  explain(error: unknown): Promise<unknown>
}

/** Starts the thread of a deck's folder, which keeps nothing else from ending. */
export function startDeckThread(folder: string, { step, explain }: Listener, limits: Partial<Limits> = {}): DeckThread {
  const { patience, memory } = { ...usual(), ...limits }
  const progress = shareProgress()
  const workerData: ThreadData = { folder, progress: progress.buffer, beat: patience / LOOKS }
  const worker = new Worker(machineFile('src/load/deck-worker.ts'), {
    workerData,
    env: { ...process.env, ...compileCache() },
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
  })
  const pending = new Map<number, PromiseWithResolvers<unknown>>()
  const watchdog = setInterval(
    createLook(
      progress.count,
      () => pending.size > 0,
      () => stop(tookTooLong()),
    ),
    patience / LOOKS,
  ).unref()
  let asked = 0
  let isOver = false
  let isLate = false
  let reason: unknown

  /** Whatever is asked from now on is answered with the reason why nothing is. */
  function stop(why: unknown): Promise<unknown> {
    clearInterval(watchdog)
    isOver = true
    reason ??= why
    for (const { reject } of pending.values()) reject(reason)
    pending.clear()
    return worker.terminate()
  }

  const blame = (message: string) => {
    const { file, what } = progress.work()
    return new InputError([
      { ...(file !== undefined && { place: { file } }), message: what === undefined ? message : `${what}: ${message}` },
    ])
  }
  const tookTooLong = () => blame(`it took longer than ${patience / 1000} s; look for a loop that never ends`)
  const tookMemory = () =>
    blame(`it needed more than ${memory} MB of memory; look for a list that grows for ever, or tell fewer records`)

  function settle(to: number, result: { answer: unknown } | { failure: Failure }): void {
    const question = pending.get(to)
    pending.delete(to)
    if (pending.size === 0) worker.unref()
    if ('failure' in result) void explain(unpackFailure(result.failure)).then(question?.reject)
    else question?.resolve(result.answer)
  }

  worker.unref()
  worker.on('message', (said: Said) => {
    if ('step' in said) return step(said.step, said.isDone)
    // What was going on may still be answered, but by a thread that is no longer sound.
    if (isLate) return undefined
    if ('late' in said) {
      isLate = true
      return explain(unpackFailure(said.late)).then(stop)
    }
    isOver ||= said.isSpoilt
    return settle(said.to, said)
  })
  worker.on('error', (error: NodeJS.ErrnoException) => stop(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tookMemory() : error))
  worker.on('exit', () => stop(blame('it ended the process, expected it to leave its values')))
  return {
    async ask(question) {
      if (reason) throw reason
      const answer = Promise.withResolvers<unknown>()
      pending.set(++asked, answer)
      worker.ref()
      worker.postMessage({ number: asked, question })
      return answer.promise as Promise<Answers[(typeof question)['kind']]>
    },
    get isOver() {
      return isOver
    },
    end: async () => void (await stop(new Error('the thread of the deck was ended'))),
  }
}

/** Vega and MDX load in half the time where V8's work on them is kept. */
function compileCache(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder }
}

/** Counts looks and not time, which also passes while a machine sleeps; the first sign of life may be long in coming. */
function createLook(count: () => number, isAsked: () => boolean, end: () => void): () => void {
  let last = count()
  let unmoved = 0
  return () => {
    unmoved = isAsked() && last > 0 && count() === last ? unmoved + 1 : 0
    last = count()
    if (unmoved > LOOKS) end()
  }
}
