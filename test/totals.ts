import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one plain line, `N passed, N failed`, that a machine can read; what was left out is said before it. */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A file that fails to load has no tests of its own to fail.
    const failedToLoad = modules.filter((module) => module.errors().length > 0).length
    for (const test of tests.filter((test) => test.result().state === 'skipped'))
      process.stdout.write(`skipped: ${test.module.relativeModuleId} > ${test.fullName}\n`)
    process.stdout.write(`${count('passed')} passed, ${count('failed') + failedToLoad + errors.length} failed\n`)
  }
}
