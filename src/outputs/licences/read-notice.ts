import { join } from 'node:path'
import { kindOf, listFiles, readText } from '../../util/files.ts'
import { namedFolder } from './package-of.ts'

/** What a package says of who made it and what others may do with it. */
export interface Notice {
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
  const files = listFiles(folder).filter((name) => NAMES.test(name))
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
