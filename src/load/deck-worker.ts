/** The thread that a deck's own code runs in: slides, charts and data are made here, and go to the outputs as values. */
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { InputError, type Problem, shown } from '../util/diagnostic.ts'
import { createTidier } from '../util/free-memory.ts'
import { follow, type Work } from '../util/progress.ts'
import { watchBuiltins } from './builtins.ts'
import { createDeckComposer } from './compose-in-thread.ts'
import { speak } from './deck-language.ts'
import { isOfBundle } from './evaluation-error.ts'
import { packFailure } from './pack-failure.ts'
import { shareProgress } from './shared-progress.ts'
import type { Answers, Composed, Question, Said, ThreadData } from './thread-messages.ts'

const data = workerData as ThreadData
const shared = shareProgress(data.progress)
const composer = createDeckComposer(data.folder, step)
const tidier = createTidier()
// What it replaces is not the deck's doing.
speak()
const changedBuiltins = watchBuiltins()

let isSpoilt = false
/** What the deck did to members that all objects share. */
let changes: Problem[] = []
/** Promises that failed and that nobody waits for. */
let strays: unknown[] = []
let current: Work = {}
let composes = 0

setInterval(() => shared.move(), data.beat).unref()
follow((work) => {
  // A chart's steps and answers are too many, and too short, to be looked after one by one.
  if (work.what === undefined) noteChanges()
  current = work
  shared.move(work)
})
process.on('unhandledRejection', (reason) => strays.push(reason))
// Whatever was going on may never be finished.
process.on('uncaughtException', (error) => say({ late: packFailure(error) }))
parentPort?.on('message', ({ number, question }: { number: number; question: Question }) => void answer(number, question))

function say(said: Said): void {
  parentPort?.postMessage(said)
}

async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  say({ step: name, isDone: false })
  try {
    return await work()
  } finally {
    say({ step: name, isDone: true })
  }
}

async function answer(to: number, question: Question): Promise<void> {
  let given: Awaited<ReturnType<typeof work>>
  try {
    given = await work(question)
    say({ to, isSpoilt, answer: given })
  } catch (error) {
    const failure = packFailure(isUnsendable(error) ? unsendable(given, error) : error)
    say({ to, isSpoilt, failure })
  }
  if (question.kind === 'compose' && composes++ > 0) tidier.renewed()
}

function work(question: Question): Promise<Answers[Question['kind']]> {
  if (question.kind === 'load') return load(question)
  if (question.kind === 'compose') return compose()
  if (question.kind === 'track') return composer.track(question.story, question.frame)
  return composer.figure(question.story, question.stage, question.frame)
}

async function load({ code, sources }: Extract<Question, { kind: 'load' }>): Promise<undefined> {
  ;[changes, strays, current] = [[], [], {}]
  await settled(composer.load(code, sources))
}

async function compose(): Promise<Composed> {
  const composed = await settled(composer.compose())
  return { ...composed, problems: [...changes, ...composed.problems] }
}

/** Waits until every promise that was made meanwhile has settled, too. */
async function settled<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work])
  await setImmediate()
  noteChanges()
  if (strays.length > 0) throw new InputError(strays.map(strayProblem))
  if (result.status === 'fulfilled') return result.value
  // What was changed is mostly why it failed.
  throw changes.length > 0 ? new InputError(changes) : result.reason
}

function noteChanges(): void {
  for (const name of changedBuiltins()) {
    isSpoilt = true
    const place = current.file === undefined ? {} : { place: { file: current.file } }
    changes.push({
      ...place,
      message: `changed \`${name}\`, expected it to leave what others use alone; write a function instead`,
    })
  }
}

/** Throws what no module of the deck had a part in: that is a fault of the generator. */
function strayProblem(reason: unknown): Problem {
  const stray = 'a promise that nobody waits for'
  if (!(reason instanceof Error)) return { message: `${stray} failed with ${shown(String(reason))}` }
  if (!isOfBundle(reason)) throw reason
  return { message: `${stray} failed: ${reason.message}`, cause: reason }
}

function isUnsendable(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'DataCloneError'
}

/** Names the parts of a deck that hold functions where values are expected. */
function unsendable(given: Awaited<ReturnType<typeof work>>, error: unknown): unknown {
  // The other thread has not heard of what was packed for it.
  isSpoilt = true
  const decks = given && 'deck' in given ? [...given.deck.added.values()] : []
  const parts = decks.flatMap((deck) => Object.entries(deck).filter(([, part]) => !isSendable(part)))
  if (parts.length === 0) return error
  const message = 'found what is no plain value in it, expected texts, numbers, lists and objects'
  return new InputError(parts.map(([name]) => ({ place: { file: 'slides/deck.ts' }, message: `${name}: ${message}` })))
}

function isSendable(part: unknown): boolean {
  try {
    structuredClone(part)
    return true
  } catch {
    return false
  }
}
