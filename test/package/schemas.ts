import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGenerator, createProgram, DEFAULT_CONFIG } from 'ts-json-schema-generator'

/** The types that programs ask for, by the name of their schema. A function is a comment with its form, since JSON has none. */
const TYPES = {
  frontmatter: { path: 'src/mdx/frontmatter.ts', type: 'Frontmatter', additionalProperties: false },
  deck: { path: 'src/story/deck.ts', type: 'Deck', additionalProperties: true },
  datapackage: { path: 'src/table/schema.ts', type: 'DataPackage', additionalProperties: true },
} as const

/** Writes JSON Schemas of what an author writes into a folder, `frontmatter.json` and its like, from the types of the machine's folder. */
export function writeSchemas(root: string, folder: string): void {
  const paths = Object.values(TYPES).map(({ path }) => path.replace(/^src\/|\.ts$/g, ''))
  const config = {
    ...DEFAULT_CONFIG,
    path: join(root, `src/{${paths}}.ts`),
    tsconfig: join(root, 'tsconfig.json'),
    functions: 'comment',
    skipTypeCheck: true,
    topRef: false,
  } as const
  const tsProgram = createProgram(config)
  mkdirSync(folder, { recursive: true })
  for (const [name, { type, additionalProperties }] of Object.entries(TYPES)) {
    const schema = createGenerator({ ...config, tsProgram, type, additionalProperties }).createSchema(type)
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ title: name, ...schema }, null, 2)}\n`)
  }
}
