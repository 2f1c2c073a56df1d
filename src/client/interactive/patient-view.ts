import { type Runtime, View, type ViewOptions } from 'vega'
import { idle } from '../ui/idle.ts'

/** Time, in ms, that the chart takes at a time while it is made. */
const BUDGET = 8

/** What Vega's view inherits from its dataflow, and its typings leave out. */
interface Dataflow {
  add(...parameters: unknown[]): Operator
  evaluate(...parameters: unknown[]): Promise<unknown>
}

interface Operator {
  run(pulse: unknown): Result
}

/** What an operator passes on; Vega waits where it is a promise. */
type Result = { async?: unknown; then?: unknown } | Promise<Result>

const DataflowView = View as unknown as new (runtime: Runtime, options?: ViewOptions) => View & Dataflow

/** A view that computes its first picture piece by piece, so that the page answers meanwhile. */
export class PatientView extends DataflowView {
  private begun = 0
  private isPatient = true

  override add(...parameters: unknown[]): Operator {
    const operator = super.add(...parameters)
    const run = operator.run.bind(operator)
    operator.run = (pulse) => this.pauseAfter(run(pulse))
    return operator
  }

  override async evaluate(...parameters: unknown[]): Promise<unknown> {
    if (!this.isPatient) return super.evaluate(...parameters)
    await this.pause()
    await super.evaluate(...parameters)
    this.isPatient = false
    await this.pause()
    return this
  }

  private pauseAfter(result: Result): Result {
    if (!this.isPatient || performance.now() - this.begun < BUDGET || 'async' in result || 'then' in result) return result
    return this.pause().then(() => result)
  }

  private async pause(): Promise<void> {
    await idle(1000)
    this.begun = performance.now()
  }
}
