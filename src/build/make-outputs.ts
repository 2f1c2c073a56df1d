import type { Printer } from '../browser/printer.ts'
import { missingMessagesNote } from '../messages/messages.ts'
import { inlineStyle, stylePackages } from '../outputs/assets.ts'
import { wantedOutputs } from '../outputs/index.ts'
import { lostLinks } from '../outputs/links.ts'
import type { Output, OutputTools } from '../outputs/output.ts'
import type { Others } from '../publish/keep-others.ts'
import type { Story } from '../story/story.ts'
import { type Diagnostic, InputError, NoBrowserError } from '../util/diagnostic.ts'
import type { OutputFile } from '../util/output-file.ts'
import type { Report } from '../util/report.ts'
import type { Options } from './options.ts'

/** What the outputs need from outside. */
interface Effects {
  report: Report
  printer: Printer
  root: string
  /** Outputs that are kept from the build before. */
  kept?: Pick<Others, 'names' | 'files'>
}

/** Everything that was made, each path once, and why the rest could not be. */
export interface MadeOutputs {
  files: OutputFile[]
  /** The author's mistakes that the outputs found; what has any is not among the files. */
  diagnostics: Diagnostic[]
  /** Set when there is no browser to print with. */
  noBrowser?: NoBrowserError
}

/** Begins what needs no story: style sheets of what is printed are bundled, and the browser opens pages. */
export async function prepareOutputs(options: Pick<Options, 'only' | 'also'>, { root, printer }: Effects): Promise<void> {
  const loaded = await Promise.all(wantedOutputs(options).map(({ load }) => load()))
  const styles = loaded.flatMap(({ printStyle }) => printStyle ?? [])
  // Whoever needs it hears of a failure.
  for (const style of styles) inlineStyle(root, style).catch(() => {})
  if (styles.length > 0) printer.expect(styles.length)
}

/** Makes the outputs side by side, in memory. Rejects with whatever is not a mistake of the author's. */
export async function makeOutputs(
  story: Story,
  options: Pick<Options, 'only' | 'also' | 'paper' | 'baseUrl'> & Partial<Pick<Options, 'steps' | 'video'>>,
  { report, printer, root, kept = { names: [], files: [] } }: Effects,
): Promise<MadeOutputs> {
  const wanted = await Promise.all(wantedOutputs(options).map(async (output) => ({ ...output, ...(await output.load()) })))
  const tools: OutputTools = {
    printer,
    root,
    paper: options.paper,
    ...(options.steps && { steps: options.steps }),
    ...(options.video !== undefined && { video: options.video }),
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    made: new Set([...wanted.map(({ name }) => name), ...kept.names]),
    note: report.line,
    ...(report.progress && { progress: report.progress }),
    step: report.step,
  }
  const missing = missingMessagesNote(story.deck.lang)
  if (missing !== undefined) report.line(missing)
  const begun = new Map(
    inOrder(wanted.filter(({ last }) => !last)).map((output) => [
      output,
      report.step(output.name, () => attempt(output, story, tools)),
    ]),
  )
  const made = await Promise.allSettled(wanted.flatMap((output) => begun.get(output) ?? []))
  const diagnostics = diagnosticsOf(made.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])))
  const results = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const noBrowser = results.find((result) => result instanceof NoBrowserError)
  const files = byPath(results.flatMap((result) => (result instanceof NoBrowserError ? [] : result)))
  for (const output of wanted.filter(({ last }) => last))
    files.push(...((await attempt(output, story, { ...tools, files: [...files, ...kept.files] })) as OutputFile[]))
  // Of outputs that are made alone the links may lead to others.
  if (!options.only && !noBrowser && diagnostics.length === 0) diagnostics.push(...lostLinks(story.slides, files))
  return { files, diagnostics: story.locate(diagnostics), ...(noBrowser && { noBrowser }) }
}

/** What the browser makes comes first. */
function inOrder<T extends Output>(wanted: readonly T[]): T[] {
  return wanted.toSorted((a, b) => Number(b.printStyle !== undefined) - Number(a.printStyle !== undefined))
}

/** The author's mistakes are told together; any other fault goes first. */
export function diagnosticsOf(reasons: readonly unknown[]): Diagnostic[] {
  return reasons.flatMap((reason) => {
    if (reason instanceof InputError) return reason.diagnostics
    throw reason
  })
}

/** Pages share their fonts, whose names carry their content. */
function byPath(files: readonly OutputFile[]): OutputFile[] {
  return [...Map.groupBy(files, ({ path }) => path).values()].flatMap((same) => {
    const packages = [...new Set(same.flatMap(({ packages = [] }) => packages))].sort()
    const madeBy = same.flatMap(({ madeBy = [] }) => madeBy)
    return same.slice(-1).map((file) => ({ ...file, madeBy, ...(packages.length > 0 && { packages }) }))
  })
}

function withMaker(file: OutputFile, name: string, printed: readonly string[]): OutputFile {
  const packages = [...(file.packages ?? []), ...printed]
  return { ...file, madeBy: [name], ...(packages.length > 0 && { packages }) }
}

/** Outputs that need no browser are made where there is none. */
async function attempt(
  output: Output & { name: string },
  story: Story,
  tools: OutputTools,
): Promise<OutputFile[] | NoBrowserError> {
  try {
    const files = await output.make(story, tools)
    const printed = output.printStyle === undefined ? [] : await stylePackages(tools.root, output.printStyle, story.fonts)
    return files.map((file) => withMaker(file, output.name, printed))
  } catch (thrown) {
    const error = await story.explain(thrown)
    if (error instanceof NoBrowserError) return error
    // Mistakes name their place themselves.
    if (error instanceof Error && !(error instanceof InputError)) error.message = `${output.name}: ${error.message}`
    throw error
  }
}
