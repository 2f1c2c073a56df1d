import { basename, extname, join } from 'node:path'
import * as esbuild from 'esbuild'
import { type Palette, paletteRules } from '../story/palette.ts'
import { ASSETS, asset } from '../util/asset.ts'
import { machineFile } from '../util/machine.ts'
import type { OutputFile } from '../util/output-file.ts'
import { ignoreQuery } from './ignore-query.ts'
import { packageFolder, packageName } from './licences/package-of.ts'
import { nothingFromElsewhere, styleProblems } from './style-problems.ts'

/** Bundled files, and the path of each entry's result by the entry's name, for example `deck.css`. */
export interface Assets {
  files: OutputFile[]
  paths: Readonly<Record<string, string>>
}

/** Browsers of the last two years: they know `light-dark()` and `dialog`. */
const TARGETS = ['chrome123', 'firefox120', 'safari17.5']

const bundled = new Map<string, Promise<Assets>>()

const inlined = new Map<string, Promise<InlinedStyle>>()

/** A style sheet with its fonts in it, and the packages that they come from. */
interface InlinedStyle {
  css: string
  packages: readonly string[]
}

/** Forgets what was bundled, since a style sheet has changed. */
export function forgetAssets(): void {
  bundled.clear()
  inlined.clear()
}

/**
 * Bundles scripts (classic ones, since modules do not load from disk) and style sheets with their fonts. Each file's name
 * carries a hash of its content. Entries are relative to `root`; `palette` holds the colours of the story; `alias` names
 * packages that something else stands in for. The same is bundled once. Rejects with InputError for mistakes in style sheets.
 */
export function bundleAssets(
  root: string,
  entries: readonly string[],
  { palette, alias = {} }: { palette?: Palette | undefined; alias?: Readonly<Record<string, string>> } = {},
): Promise<Assets> {
  const key = JSON.stringify([root, entries, palette, alias])
  const known = bundled.get(key) ?? bundle(root, entries, palette, alias)
  bundled.set(key, known)
  known.catch(() => bundled.delete(key))
  return known
}

/** What an entry's result is called, without its ending: `start-deck.ts` starts the deck, and becomes `deck.js`. */
function nameOf(entry: string): string {
  return basename(entry, extname(entry)).replace(/^start-/, '')
}

async function bundle(
  root: string,
  entries: readonly string[],
  palette: Palette | undefined,
  alias: Readonly<Record<string, string>>,
): Promise<Assets> {
  const { outputFiles, packages } = await run({
    ...common(root),
    alias: { ...alias },
    entryPoints: entries.map((entry) => ({ in: machineFile(entry, root), out: nameOf(entry) })),
    outdir: join(root, ASSETS),
    entryNames: '[name]',
    assetNames: '[name]',
    loader: { '.woff2': 'file' },
  })
  const { files, paths } = named(
    outputFiles.map(({ path, contents }) => ({ name: basename(path), contents })),
    paletteRules(palette),
  )
  return { files: files.map((file) => ({ ...file, packages })), paths }
}

/**
 * Bundles a style sheet into one text with its fonts and the colours of the story in it, for pages that must stand alone. The same
 * is bundled once. Rejects with InputError for mistakes in it.
 */
export async function inlineStyle(root: string, entry: string, palette?: Palette): Promise<string> {
  return (await inlinedOnce(root, entry)).css + paletteRules(palette)
}

/** The packages whose fonts are in what is printed with a style sheet. Rejects as `inlineStyle` does. */
export async function stylePackages(root: string, entry: string): Promise<readonly string[]> {
  return (await inlinedOnce(root, entry)).packages
}

function inlinedOnce(root: string, entry: string): Promise<InlinedStyle> {
  const path = machineFile(entry, root)
  const known = inlined.get(path) ?? inline(root, path)
  inlined.set(path, known)
  known.catch(() => inlined.delete(path))
  return known
}

async function inline(root: string, path: string): Promise<InlinedStyle> {
  const { outputFiles, packages } = await run({
    ...common(root),
    entryPoints: [path],
    outdir: join(root, ASSETS),
    loader: { '.woff2': 'dataurl' },
  })
  return { css: outputFiles[0]?.text ?? '', packages }
}

interface Bundled {
  outputFiles: esbuild.OutputFile[]
  packages: readonly string[]
}

/** What esbuild has left out of every file, since nothing uses it, is not shipped. Fonts within style sheets count as none of their bytes. */
function packagesIn({ inputs, outputs }: esbuild.Metafile, root: string): string[] {
  const fonts = Object.keys(inputs).filter((path) => path.endsWith('.woff2'))
  const used = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))
  const shipped = [...fonts, ...used.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []))]
  return [...new Set(shipped.map((path) => packageName(packageFolder(join(root, path), root), root)))].sort()
}

/** Mistakes in style sheets are the author's. */
async function run(options: ReturnType<typeof common> & esbuild.BuildOptions): Promise<Bundled> {
  const built = await esbuild.build(options).catch((error: esbuild.BuildFailure) => {
    throw styleProblems(error) ?? error
  })
  const problems = styleProblems(built)
  if (problems) throw problems
  return { outputFiles: built.outputFiles, packages: packagesIn(built.metafile, options.absWorkingDir) }
}

function common(root: string) {
  return {
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target: TARGETS,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [nothingFromElsewhere, ignoreQuery],
  } as const satisfies esbuild.BuildOptions
}

/** Fonts are named first, since style sheets are named by a content that holds their names. */
function named(built: readonly { name: string; contents: Uint8Array }[], colours: string): Assets {
  const paths: Record<string, string> = {}
  const files: OutputFile[] = []
  const fonts = new Map<string, string>()
  for (const { name, contents } of built.filter(({ name }) => name.endsWith('.woff2'))) {
    const file = asset(name, contents)
    fonts.set(name, basename(file.path))
    files.push(file)
  }
  for (const { name, contents } of built.filter(({ name }) => !name.endsWith('.woff2'))) {
    const text = name.endsWith('.css') ? withNames(decode(contents), fonts) + colours : decode(contents)
    const file = asset(name, text)
    paths[name] = file.path
    files.push(file)
  }
  return { files, paths }
}

function withNames(css: string, names: ReadonlyMap<string, string>): string {
  return css.replace(/url\("?\.\/([^")]+)"?\)/g, (found, name: string) => (names.has(name) ? `url(${names.get(name)})` : found))
}

function decode(contents: Uint8Array): string {
  return new TextDecoder().decode(contents)
}
