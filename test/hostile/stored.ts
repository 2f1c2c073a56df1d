import { expect, test } from 'vitest'

/**
 * Tries every case of a table, one after the other, and compares what comes of them with `expected/<name>.txt`: the name of a case and
 * what came of it, further lines of which stand below it. Run with `-u` it stores them.
 */
export function testStored<Row extends readonly [name: string, ...unknown[]]>(
  name: string,
  table: readonly Row[],
  outcome: (row: Row) => Promise<string>,
): void {
  test(name, async () => {
    const told: string[] = []
    for (const row of table) {
      const came = await outcome(row).catch((error: unknown) => `a fault of the generator: ${error}`)
      told.push(`${row[0]} → ${came.replaceAll('\n', '\n  ')}\n`)
    }
    await expect(told.join('')).toMatchFileSnapshot(`expected/${name}.txt`)
  })
}
