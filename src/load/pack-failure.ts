import { InputError, type Problem } from '../util/diagnostic.ts'

/** An error on its way to another thread, where none keeps its class. */
export type Failure = { problems: readonly Problem[] } | PackedError | { thrown: string }

interface PackedError {
  name: string
  message: string
  stack: string | undefined
}

/** Packs an error, or whatever was thrown. */
export function packFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { thrown: String(error) }
  // A deck's bundle has its own copy of the InputError class, so it is known by its name.
  if (error.name === 'InputError' && 'problems' in error) return { problems: packProblems(error.problems as Problem[]) }
  return packError(error)
}

function packError({ name, message, stack }: Error): PackedError {
  return { name, message, stack }
}

/** Unpacks it: the same words, the same stack, and the name by which it is known what kind it is. */
export function unpackFailure(failure: Failure): unknown {
  if ('thrown' in failure) return failure.thrown
  if ('problems' in failure) return new InputError(unpackProblems(failure.problems))
  const { name, message, stack } = failure
  return Object.assign(new Error(message), { name, stack })
}

/** Of what caused a problem only errors are kept, which have a place. */
export function packProblems(problems: readonly Problem[]): Problem[] {
  return problems.map(({ cause, ...problem }) => (cause instanceof Error ? { ...problem, cause: packError(cause) } : problem))
}

/** As they were. */
export function unpackProblems(problems: readonly Problem[]): Problem[] {
  return problems.map(({ cause, ...problem }) =>
    cause === undefined ? problem : { ...problem, cause: unpackFailure(cause as Failure) },
  )
}
