import type { RunningBrowser } from '../../src/browser/launch.ts'
import { openBrowser } from '../../src/browser/open.ts'

/** Starts the browser that every test uses, whatever else is installed. */
export function openBundled(): Promise<RunningBrowser> {
  return openBrowser({ candidates: [{ source: 'bundled' }] })
}
