import type { Story } from '../../story/story.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { fontPackages } from '../font-files.ts'
import type { Output } from '../output.ts'
import { LICENCES } from './file.ts'
import { namedFolder, packageFolder } from './package-of.ts'
import { type Notice, readNotice } from './read-notice.ts'

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

/** Packages with the same notice, such as all parts of a library, share it. */
function renderNotices(notices: readonly Notice[]): string {
  const sorted = notices.toSorted((a, b) => (a.title < b.title ? -1 : 1))
  const byText = Map.groupBy(sorted, ({ text }) => text)
  const parts = [...byText].map(([text, those]) => `${those.map(({ title }) => title).join('\n')}\n\n${text}\n`)
  return [HEAD, ...parts].join(`\n${'-'.repeat(72)}\n\n`)
}
