import { basename, extname, join } from 'node:path'
import * as esbuild from 'esbuild'
import { baseFaces } from '../fonts/choose-fonts.ts'
import { fontRules, formatOf } from '../fonts/face.ts'
import { fontBytes } from '../fonts/font-package.ts'
import { standInRules } from '../fonts/stand-ins.ts'
import type { FontFace } from '../story/font.ts'
import { onPaper, type Palette, paletteRules } from '../story/palette.ts'
import type { Story } from '../story/story.ts'
import { themeRules } from '../story/themes.ts'
import { machineFile } from '../util/machine.ts'
import { ASSETS, asset, type OutputFile } from '../util/output-file.ts'
import { slug } from '../util/slug.ts'
import { packageFolder, packageName, packageOf } from './licences/licences.ts'
import { ownReveal } from './own-reveal.ts'
import { dataUrl } from './slide-media.ts'
import { nothingFromElsewhere, styleDiagnostics, TARGETS } from './style-diagnostics.ts'

/** Bundled files, and the path of each entry's result by the entry's name, for example `deck.css`. */
export interface Assets {
  files: OutputFile[]
  paths: Readonly<Record<string, string>>
}

/** What a story gives its style sheets; without it they have no colours of their own, and the main faces. */
export interface StoryStyle {
  palette?: Palette | undefined
  fonts?: readonly FontFace[]
  /** What its theme sets beside the colours. */
  look?: string
  /** The deck's own rules, which come after all others. */
  rules?: string | undefined
}

/** The style of a story on screens. */
export function storyStyle({ deck, fonts, rules }: Pick<Story, 'deck' | 'fonts' | 'rules'>): StoryStyle {
  return { palette: deck.palette, fonts, look: themeRules(deck.theme, 'screen'), rules }
}

/** The style of a story on paper. */
export function paperStyle({ deck, fonts, rules }: Pick<Story, 'deck' | 'fonts' | 'rules'>): StoryStyle {
  return { palette: onPaper(deck.palette), fonts, look: themeRules(deck.theme, 'paper'), rules }
}

/** The deck's own rules as a file of pages. */
export const DECK_STYLE = 'deck-style.css'

/** Marks of charts that are mixed with what lies beneath them, in the ways that Vega knows. */
export const BLENDS = (
  'multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light ' +
  'difference exclusion hue saturation color luminosity'
).replace(/\S+\s*/g, (way) => `.blend-${way.trim()}{mix-blend-mode:${way.trim()}}`)

/** By what was bundled: colours and fonts of a story are put in afterwards, so that it does not grow with each palette that is tried. */
const bundled = new Map<string, Promise<readonly Built[]>>()

/** Forgets what was bundled, since a style sheet has changed. */
export function forgetAssets(): void {
  bundled.clear()
}

/**
 * Bundles scripts (classic ones, since modules do not load from disk) and style sheets with the colours and fonts of the story. Each
 * file's name carries a hash of its content. Entries are relative to `root`; `alias` names packages that something else stands in
 * for. The same is bundled once. The deck's own rules are a file of their own, `deck-style.css` among the paths. Rejects with
 * InputError for mistakes in style sheets.
 */
export async function bundleAssets(
  root: string,
  entries: readonly string[],
  { alias = {}, rules, ...style }: StoryStyle & { alias?: Readonly<Record<string, string>> } = {},
): Promise<Assets> {
  const assets = named(await bundleOnce(root, entries, alias), style, root)
  if (rules === undefined) return assets
  const own = asset(DECK_STYLE, rules)
  return { files: [...assets.files, own], paths: { ...assets.paths, [DECK_STYLE]: own.path } }
}

function bundleOnce(
  root: string,
  entries: readonly string[],
  alias: Readonly<Record<string, string>> = {},
): Promise<readonly Built[]> {
  const key = JSON.stringify([root, entries, alias])
  const known = bundled.get(key) ?? bundle(root, entries, alias)
  bundled.set(key, known)
  known.catch(() => bundled.delete(key))
  return known
}

/** What an entry's result is called, without its ending: `start-deck.ts` starts the deck, and becomes `deck.js`. */
function nameOf(entry: string): string {
  return basename(entry, extname(entry)).replace(/^start-/, '')
}

async function bundle(root: string, entries: readonly string[], alias: Readonly<Record<string, string>>): Promise<Built[]> {
  const { outputFiles, packages } = await run({
    ...common(root),
    alias: { ...alias },
    entryPoints: entries.map((entry) => ({ in: machineFile(entry, root), out: nameOf(entry) })),
    outdir: join(root, ASSETS),
    entryNames: '[name]',
  })
  return outputFiles.map(({ path, text }) => ({ name: basename(path), text, packages }))
}

/**
 * Bundles a style sheet into one text with the fonts and the colours of the story in it, for pages that must stand alone. The same
 * is bundled once. Rejects with InputError for mistakes in it.
 */
export async function inlineStyle(
  root: string,
  entry: string,
  { fonts, palette, look = '', rules = '' }: StoryStyle = {},
): Promise<string> {
  const [built] = await bundleOnce(root, [entry])
  return withFonts(built?.text ?? '', fonts, inlineFont) + paletteRules(palette) + look + rules
}

/** The packages whose fonts are in what is printed with a style sheet, in the fonts of a story. Rejects as `inlineStyle` does. */
export async function stylePackages(root: string, entry: string, fonts: readonly FontFace[]): Promise<readonly string[]> {
  const built = await bundleOnce(root, [entry])
  const packages = built.flatMap((each) => each.packages)
  return built.some(({ text }) => PLACE.test(text)) ? [...packages, ...fontPackages(fonts, root).keys()] : packages
}

interface Bundled {
  outputFiles: esbuild.OutputFile[]
  packages: readonly string[]
}

/** What esbuild has left out of every file, since nothing uses it, is not shipped. */
function packagesIn({ outputs }: esbuild.Metafile, root: string): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))
  const shipped = used.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []))
  return [...new Set(shipped.map((path) => packageName(packageFolder(join(root, path), root), root)))].sort()
}

/** Mistakes in style sheets are the author's. */
async function run(options: ReturnType<typeof common> & esbuild.BuildOptions): Promise<Bundled> {
  const built = await esbuild.build(options).catch((error: esbuild.BuildFailure) => {
    throw styleDiagnostics(error) ?? error
  })
  const diagnostics = styleDiagnostics(built)
  if (diagnostics) throw diagnostics
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
    plugins: [nothingFromElsewhere, ownReveal],
  } as const satisfies esbuild.BuildOptions
}

/** A bundled text, before its name carries its content. */
interface Built {
  name: string
  text: string
  packages: readonly string[]
}

/** Fonts are named first, since style sheets are named by a content that holds their names. */
function named(built: readonly Built[], { palette, look = '', fonts }: StoryStyle, root: string): Assets {
  const paths: Record<string, string> = {}
  const files = new Map<string, OutputFile>()
  const put = (file: OutputFile) => {
    files.set(file.path, file)
    return file.path
  }
  const addressOf = (path: string) => basename(put(fontAsset(path, root)))
  for (const { name, text, packages } of built) {
    const css = name.endsWith('.css') ? withFonts(text, fonts, addressOf) + paletteRules(palette) + look : text
    paths[name] = put({ ...asset(name, css), packages })
  }
  return { files: [...files.values()], paths }
}

/** What stands in `src/kit/styles/fonts.css`, as esbuild writes it. */
const PLACE = /@font-face\{font-family:"?the story's fonts"?;src:local\([^)]*\)\}/

/** A style sheet with the faces of the story, and what its charts need, where `src/kit/styles/fonts.css` is. */
function withFonts(css: string, fonts: readonly FontFace[] = baseFaces(), addressOf: (path: string) => string): string {
  return css.replace(PLACE, () => fontRules(fonts, addressOf) + standInRules() + BLENDS)
}

/** A font as a file of the outputs. */
function fontAsset(path: string, root: string): OutputFile {
  const ending = extname(path)
  const file = asset(`${slug(basename(path, ending)) || 'font'}${ending.toLowerCase()}`, fontBytes(path))
  return { ...file, packages: [...fontPackages([{ path }], root).keys()] }
}

/** A font as an address of its own. */
function inlineFont(path: string): string {
  return dataUrl(formatOf(path).type, fontBytes(path))
}

/** The packages that faces come from, their folders by their names; a font file of the deck's own comes from none. */
export function fontPackages(fonts: readonly Pick<FontFace, 'path'>[], root: string): Map<string, string> {
  const folders = fonts.flatMap(({ path }) => packageOf(path) ?? [])
  return new Map(folders.map((folder) => [packageName(folder, root), folder]))
}
