import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeSchemas } from './schemas.ts'

const ROOT = join(import.meta.dirname, '../..')

interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  additionalProperties?: boolean | Schema
  definitions?: Record<string, Schema>
}

const schemas = makeSchemas(ROOT) as Map<string, Schema>

/** What a value has that its schema does not allow: as much of the standard as these schemas use. */
function faults(value: unknown, schema: Schema, root: Schema, path = '$'): string[] {
  if (schema.$ref)
    return faults(value, root.definitions?.[decodeURIComponent(schema.$ref.split('/').at(-1) ?? '')] ?? {}, root, path)
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
  const kinds = [schema.type ?? kind].flat()
  if (!kinds.includes(kind)) return [`${path}: found ${kind}, expected ${kinds.join(' or ')}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${path}: found ${String(value)}`]
  if (Array.isArray(value)) return value.flatMap((item, index) => faults(item, schema.items ?? {}, root, `${path}[${index}]`))
  if (kind !== 'object') return []
  const own = value as Record<string, unknown>
  return [
    ...(schema.required ?? []).filter((name) => !(name in own)).map((name) => `${path}.${name}: missing`),
    ...Object.entries(own).flatMap(([name, each]) => {
      const known = schema.properties?.[name]
      if (known) return faults(each, known, root, `${path}.${name}`)
      return schema.additionalProperties === false ? [`${path}.${name}: unknown`] : []
    }),
  ]
}

const check = (name: string, value: unknown) => faults(value, schemas.get(name) ?? {}, schemas.get(name) ?? {})

test('the frontmatter of every slide here is as its schema says, and a misspelt key is not', () => {
  const folders = [
    'slides',
    ...readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/slides`),
    'test/decks/authored/slides',
  ]
  const found = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((file) => file.endsWith('.mdx'))
      .flatMap((file) => /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(ROOT, folder, file), 'utf8'))?.[1] ?? []),
  )
  expect(found.length).toBeGreaterThan(10)
  for (const yaml of found) expect(check('frontmatter', parse(yaml)), yaml).toEqual([])
  expect(check('frontmatter', { layuot: 'text' })).toEqual(['$.layuot: unknown'])
  expect(check('frontmatter', { aliases: 'old' })).toEqual(['$.aliases: found string, expected array'])
})

test('the data packages here are as theirs says, and one without columns is not', () => {
  for (const path of [
    'data/datapackage.json',
    ...readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/data/datapackage.json`),
  ]) {
    let text: string
    try {
      text = readFileSync(join(ROOT, path), 'utf8')
    } catch {
      continue
    }
    expect(check('datapackage', JSON.parse(text)), path).toEqual([])
  }
  expect(check('datapackage', { resources: [{ path: 'a.csv', schema: {} }] })).toEqual(['$.resources[0].schema.fields: missing'])
})

test('the schema of a deck has what a deck declares, with its words, and the forms of functions', () => {
  const { properties = {}, required = [] } = schemas.get('deck') ?? {}
  expect(required).toEqual(expect.arrayContaining(['title', 'lang', 'date', 'acts', 'records']))
  expect(properties).toHaveProperty('theme')
  expect(properties.template).toMatchObject({ $comment: '(record: never) => TemplateParts' })
  expect(JSON.stringify(properties.lang)).toContain('BCP 47')
})
