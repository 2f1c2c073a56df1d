import type { OutputFile } from '../util/output-file.ts'
import type { Draft } from './draft.ts'
import { datapackageJson, figuresTs, formatTs, recordsTs, tableCsv } from './templates/data-files.ts'
import { gitignore, readmeMd, scenesTs, slidesTsconfigJson, tsconfigJson } from './templates/deck-file.ts'
import { aboutTs, doorMdx, openingMdx, rankingMdx, sourcesMdx, tableMdx } from './templates/prose.ts'
import { actsTs, columnsTs, deckTs, handoutTs } from './templates/slide-files.ts'
import { templateTsx } from './templates/template.ts'

/** The files of a new deck. `root` is the path to the generator, relative to the deck where there is such a path. */
export function deckFiles(draft: Draft, root: string): OutputFile[] {
  const [, ...behindDoors] = draft.acts
  const files: Record<string, string> = {
    'README.md': readmeMd(draft),
    '.gitignore': gitignore,
    'slides/deck.ts': deckTs(draft),
    'slides/about.ts': aboutTs(draft),
    'slides/acts.ts': actsTs(draft),
    'slides/columns.ts': columnsTs(draft),
    'slides/template.tsx': templateTsx(draft),
    'slides/opening.mdx': openingMdx(draft),
    ...Object.fromEntries(behindDoors.map((act) => [`slides/door-${act.key}.mdx`, doorMdx(act, draft)])),
    'slides/ranking.mdx': rankingMdx(draft),
    'slides/table.mdx': tableMdx(draft),
    'slides/sources.mdx': sourcesMdx(draft),
    'charts/scenes.ts': scenesTs(draft),
    [`data/${draft.table}.csv`]: tableCsv(draft),
    'data/datapackage.json': datapackageJson(draft),
    'data/records.ts': recordsTs(draft),
    'data/format.ts': formatTs(draft),
    'data/figures.ts': figuresTs(draft),
    'slides/handout.ts': handoutTs(draft),
    'tsconfig.json': tsconfigJson(root),
    'slides/tsconfig.json': slidesTsconfigJson(root),
  }
  return Object.entries(files).map(([path, contents]) => ({ path, contents }))
}
