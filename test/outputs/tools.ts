import type { Printer } from '../../src/browser/printer.ts'
import type { OutputTools } from '../../src/outputs/output.ts'
import { ROOT } from '../story-of.ts'

/** What an output may use in a test, which hears nothing of it; one that prints must be given a printer. */
export function toolsWith({ printer, ...more }: Partial<OutputTools> = {}): OutputTools {
  return { root: ROOT, printer: printer as Printer, paper: 'a4', note: () => {}, step: (_, work) => work(), ...more }
}
