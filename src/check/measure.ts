import * as esbuild from 'esbuild'
import type { Measuring } from '../browser/page.ts'
import type { Printer } from '../browser/printer.ts'
import { machineFile } from '../util/machine.ts'
import type { Findings, Wanted } from './sheet.ts'

/** Where to look: the page, which stands alone, and the windows to open it in. */
export interface View extends Pick<Measuring, 'windows' | 'media'> {
  html: string
  wanted: Wanted
}

/** Finds where every text of a page is painted, in each window. */
export type Look = (view: View) => Promise<Findings[]>

/** Makes the script that looks, and hands it to the printer's browser with every view. */
export async function createLook(root: string, printer: Printer): Promise<Look> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [machineFile('src/check/page/collect.ts', root)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  return async ({ html, wanted, windows, media }) => {
    const script = `${code};collectSheets(${JSON.stringify(wanted)})`
    return printer.measure<Findings>(html, { windows, media, script })
  }
}
