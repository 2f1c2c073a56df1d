import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

/** The types that programs ask for, by the name of their schema. A function is a comment with its form, since JSON has none. */
const TYPES = {
  frontmatter: { path: 'src/mdx/frontmatter.ts', type: 'Frontmatter', additionalProperties: false },
  deck: { path: 'src/story/deck.ts', type: 'Deck', additionalProperties: true },
  datapackage: { path: 'src/table/schema.ts', type: 'DataPackage', additionalProperties: true },
} as const

/** JSON Schemas of what an author writes, by name, made from the types of the machine's folder. */
export function makeSchemas(root: string): Map<string, object> {
  return new Map(
    Object.entries(TYPES).map(([name, { path, type, additionalProperties }]) => {
      const schema = createGenerator({
        path: join(root, path),
        tsconfig: join(root, 'tsconfig.json'),
        type,
        functions: 'comment',
        skipTypeCheck: true,
        topRef: false,
        additionalProperties,
      }).createSchema(type)
      return [name, { title: name, ...schema }]
    }),
  )
}

/** Writes them into a folder, `frontmatter.json` and its like. */
export function writeSchemas(root: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, schema] of makeSchemas(root))
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`)
}
