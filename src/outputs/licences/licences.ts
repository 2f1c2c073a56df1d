import { join } from 'node:path'
import type { Story } from '../../story/story.ts'
import { kindOf, namesIn, readText } from '../../util/files.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { fontPackages } from '../assets.ts'
import type { Output } from '../output.ts'

/** Name of the file with the notices, which pages link to. */
export const LICENCES = 'licences.txt'

/** The notices that whoever publishes the folder must pass on, made from the packages themselves. */
export const licences: Output = {
  async make(story, { root, files = [] }) {
    return [{ path: LICENCES, contents: await noticesOf(story, files, root) }]
  },
}

/** The notices of what is in these files of a story, as one text. Rejects where a package has none. */
export async function noticesOf(story: Story, files: readonly OutputFile[], root: string): Promise<string> {
  return renderNotices(await Promise.all(shippedFolders(story, files, root).map((folder) => readNotice(folder))))
}

/** The packages whose work is in these files or, as data, in the story: in the pages are its marks. */
function shippedFolders({ borrowed, fonts }: Story, files: readonly OutputFile[], root: string): string[] {
  // Those that are installed for the deck alone lie where the story found them.
  const ofFonts = fontPackages(fonts, root)
  const ofFiles = files.flatMap(({ packages = [] }) => packages.map((name) => ofFonts.get(name) ?? namedFolder(name, root)))
  return [...new Set([...ofFiles, ...borrowed.map((file) => packageFolder(file, root))])]
}

const HEAD = `The pages and documents in this folder hold work of others: code, fonts and outlines.
These are its authors' notices. The words and figures of the story are its own author's.
`

/** A line that says who holds the rights; the licence of fonts stands below any. */
const HOLDER = /^[ \t]*copyright[ \t]+(?:\(c\)|©|\d{4}).*$|^.+(?=\n\nThis Font Software is licensed)/gim

/** Packages under the same terms share them, below their names and those who hold the rights in them. */
function renderNotices(notices: readonly Notice[]): string {
  const sorted = notices.toSorted((a, b) => (a.title < b.title ? -1 : 1))
  const byTerms = Map.groupBy(sorted, ({ text }) => text.replace(HOLDER, '').replace(/\s+/g, ' '))
  const parts = [...byTerms.values()].map((those) => {
    const byHolder = Map.groupBy(those, ({ text }) => (text.match(HOLDER) ?? []).join('\n'))
    const held = [...byHolder].map(([holders, theirs]) => `${theirs.map(({ title }) => title).join('\n')}\n\n${holders}\n`)
    return `${held.join('\n')}\n${those[0]?.text.replace(HOLDER, '').trim()}\n`
  })
  return [HEAD, ...parts].join(`\n${'-'.repeat(72)}\n\n`)
}

/** What a package says of who made it and what others may do with it. */
interface Notice {
  /** Name, version, licence and address, for people. */
  title: string
  text: string
}

/** What packages call their notices. */
const NAMES = /^(?:licen[cs]e|copying|notice|ofl)(?:[.-].*)?$/i

/** Whether there is a package that a manifest names so. */
export function isPackage(name: string, root: string): boolean {
  return kindOf(join(namedFolder(name, root), 'package.json')) === 'file'
}

/** Reads the notices of the package in a folder. Rejects when it has none, and nothing is given `instead`: it must not be shipped. */
export async function readNotice(folder: string, instead = ''): Promise<Notice> {
  const about = JSON.parse(await readText(join(folder, 'package.json'))) as Readonly<Record<string, unknown>>
  const files = namesIn(folder).filter((name) => NAMES.test(name))
  const texts = await Promise.all(files.sort().map((name) => readText(join(folder, name))))
  const text = texts.map((each) => each.replace(/\r\n?/g, '\n').trim()).join('\n\n') || instead
  if (text === '') throw new Error(`${folder} has no notice of its licence, expected a file such as LICENSE`)
  return {
    title: [`${about.name} ${about.version}`, about.license, addressIn(about.repository)].filter(Boolean).join(' · '),
    text,
  }
}

function addressIn(repository: unknown): string | undefined {
  const url = typeof repository === 'string' ? repository : (repository as { url?: string } | undefined)?.url
  return url
    ?.replace(/^(?:git\+)?(?:git|ssh):\/\/|^git\+/, (scheme) => (scheme === 'git+' ? '' : 'https://'))
    .replace(/^(?:https:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/^(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/')
    .replace(/\.git$/, '')
}

const PARENT = '/node_modules/'

/**
 * The folder of the package that a file belongs to. What lies in none is of the machine itself, whose folder is `root`.
 *
 * @param file absolute, with the separators of its system
 */
export function packageFolder(file: string, root: string): string {
  return packageOf(file) ?? slashed(root)
}

/** The same; undefined for what lies in no package. */
export function packageOf(file: string): string | undefined {
  const path = slashed(file)
  const at = path.lastIndexOf(PARENT)
  if (at < 0) return undefined
  const [scope = '', name = ''] = path.slice(at + PARENT.length).split('/')
  return path.slice(0, at + PARENT.length) + (scope.startsWith('@') ? `${scope}/${name}` : scope)
}

/**
 * How a manifest names a package, on every machine alike: by its way from the folder that holds all packages, or `.`. One that is
 * installed elsewhere, for a deck alone, is named as if it were there.
 */
export function packageName(folder: string, root: string): string {
  const base = baseOf(root)
  if (folder === base) return '.'
  return folder.startsWith(`${base}/`) ? folder.slice(base.length + 1) : folder.slice(folder.indexOf(PARENT) + 1)
}

/** The folder of a package that a manifest names. */
function namedFolder(name: string, root: string): string {
  return name === '.' ? baseOf(root) : `${baseOf(root)}/${name}`
}

/** The machine's own folder, or the one around all packages when the machine is one of them. */
function baseOf(root: string): string {
  const path = slashed(root)
  const at = path.indexOf(PARENT)
  return at < 0 ? path : path.slice(0, at)
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}
