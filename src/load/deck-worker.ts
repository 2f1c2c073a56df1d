/** The thread that a deck's own code runs in: slides, charts and data are made here, and go to the outputs as values. */
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { InputError, type Problem } from '../util/diagnostic.ts'
import { createTidier } from '../util/free-memory.ts'
import { follow, type Work } from '../util/progress.ts'
import { watchBuiltins } from './builtins.ts'
import { createDeckComposer } from './compose-in-thread.ts'
import { speak } from './deck-language.ts'
import { shareProgress } from './shared-progress.ts'
import { type Answers, type Composed, packFailure, type Question, type Said, type ThreadData } from './thread-messages.ts'

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
process.on('uncaughtException', async (error) => say({ late: packFailure(await composer.explain(error)) }))
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
  const about = () => ({ to, inputs: composer.inputs, isSpoilt })
  let given: Awaited<ReturnType<typeof work>>
  try {
    given = await work(question)
    say({ ...about(), answer: given })
  } catch (error) {
    const explained = isUnsendable(error) ? unsendable(given, error) : await composer.explain(error)
    say({ ...about(), failure: packFailure(explained) })
  }
  if (question.kind === 'compose' && composes++ > 0) tidier.renewed()
}

function work(question: Question): Promise<Answers[Question['kind']]> {
  if (question.kind === 'compose') return compose()
  if (question.kind === 'track') return composer.track(question.story, question.frame)
  if (question.kind === 'figure') return composer.figure(question.story, question.stage, question.frame)
  // Slides that an earlier build has compiled are read without it; the first save need not wait for it.
  return import('../mdx/compile-slide.ts').then(() => undefined)
}

async function compose(): Promise<Composed> {
  ;[changes, strays, current] = [[], [], {}]
  const [composed] = await Promise.allSettled([composer.compose()])
  // By now every promise that was made has settled.
  await setImmediate()
  noteChanges()
  const problems = await strayProblems()
  if (problems.length > 0) throw new InputError(problems)
  if (composed.status === 'fulfilled') return { ...composed.value, problems: [...changes, ...composed.value.problems] }
  // What was changed is mostly why it failed.
  throw changes.length > 0 ? new InputError(changes) : composed.reason
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

async function strayProblems(): Promise<Problem[]> {
  const explained = await Promise.all(strays.map((reason) => composer.explain(reason)))
  return explained.flatMap((error) => {
    if (!(error instanceof InputError)) throw error
    return error.problems.map((problem) => ({ ...problem, message: `a promise that nobody waits for ${problem.message}` }))
  })
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
