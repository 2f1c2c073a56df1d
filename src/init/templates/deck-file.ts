import { isAbsolute } from 'node:path'
import { typedCommand, typesPath } from '../../util/machine.ts'
import type { ChartForm } from '../choose-chart.ts'
import type { Draft } from '../draft.ts'
import { json } from './literal.ts'
import settings from './tsconfigs.json' with { type: 'json' }

const { compilerOptions, slides } = settings

/** charts/scenes.ts: the charts by the names that slides use. */
export function scenesTs({ value, group, language, chart }: Draft): string {
  const maker = chart.kind === 'map' ? 'createMap' : 'createLadder'
  const lines = [
    'records',
    `value: ({ ${value.property} }) => ${value.property}`,
    `print: print.${value.property}`,
    'title',
    ...(language === 'en' ? [] : ['lang']),
    ...(chart.kind !== 'bars' && chart.placing ? [`placing: '${chart.placing}'`] : []),
    ...(group && chart.kind === 'bars' && chart.grouped ? [`group: ({ ${group.property} }) => ${group.property}`] : []),
  ]
  return `import { ${[maker, 'createOverview'].sort().join(', ')}, type Ranked } from 'countdown-story/charts'
import { ${language === 'en' ? '' : 'lang, '}print, title } from '../data/format.ts'
import { type Entry, records } from '../data/records.ts'
import { acts } from '../slides/acts.ts'

/** What the charts show of each record. */
const ranked: Ranked<Entry> = {
${lines.map((line) => `  ${line},`).join('\n')}
}

/** The charts by the names that slides use; each moves from step to step. */
export const scenes = {
  countdown: ${maker}(ranked, Object.values(acts)${styleOf(chart)}),
  overview: createOverview(ranked),
}
`
}

function styleOf(chart: ChartForm): string {
  return chart.kind === 'map' ? `, { atlas: '${chart.atlas}', marks: '${chart.marks}' }` : ''
}

/** README.md: what to edit. */
export function readmeMd({ title, table }: Draft): string {
  return `# ${title.replace(/[^\p{L}\p{N} .,:–-]/gu, ' ')}

A countdown story, made from data/${table}.csv. \`${typedCommand('<this folder>')}\`, typed where it was made, builds it into dist/.

- \`slides/about.ts\` title and subtitle; \`slides/deck.ts\` description, date, acts in their order; \`slides/acts.ts\` where they break
- \`slides/*.mdx\` opening, doors, ranking, table, sources; \`slides/<rank>-<id>.mdx\` gives a record words of its own
- \`slides/template.tsx\` what is said of every record that has none
- \`slides/columns.ts\` the facts beside a record, and the columns of the table; \`slides/handout.ts\` what only the handout has
- \`data/${table}.csv\` and \`data/datapackage.json\` the rows, and what each column is; the source is named there too
- \`data/records.ts\` what ranks the rows; \`data/format.ts\` language, units, decimals and currencies; \`data/figures.ts\` what slides quote
- \`charts/scenes.ts\` the charts; \`tsconfig.json\` and \`slides/tsconfig.json\` types in editors
`
}

/** .gitignore */
export const gitignore = 'dist/\nshots/\n'

/** tsconfig.json, for editors. `root` is the path to the generator, relative to the deck. */
export function tsconfigJson(root: string): string {
  const types = (path: string) => `${root}/${typesPath(path)}`
  const paths = {
    'countdown-story': [types('src/index.ts')],
    'countdown-story/components': [types('src/kit/components/index.ts')],
    'countdown-story/charts': [types('src/kit/charts/index.ts')],
    'countdown-story/jsx-runtime': [types('src/kit/jsx-runtime.ts')],
  }
  return json({
    compilerOptions: { ...compilerOptions, paths },
    include: ['.', types('src/kit/ambient.d.ts')],
    exclude: ['dist'],
  })
}

/** slides/tsconfig.json, for the MDX in editors. `root` is the path to the generator, relative to the deck. */
export function slidesTsconfigJson(root: string): string {
  const generator = isAbsolute(root) ? root : `../${root}`
  return json({
    ...slides,
    mdx: { plugins: [`${generator}/${typesPath('src/mdx/editor/read-slide.mjs')}`], checkMdx: true },
    files: [`${generator}/${typesPath('src/kit/components/mdx.d.ts')}`],
  })
}
