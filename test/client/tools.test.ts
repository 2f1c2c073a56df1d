import { expect, test } from 'vitest'
import { useDeck } from './use-deck.ts'

const used = useDeck('libya')

test.each([
  ['g', 'viet', 'vietnam'],
  ['/', '12', 'thailand'],
  ['g', 'trinidad', 'trinidad-and-tobago'],
] as const)('%s, typing "%s" and Enter go to %s', async (key, query, id) => {
  await used.page.keyboard.press(key)
  await used.page.keyboard.type(query)
  expect(await used.idAfter('Enter')).toBe(id)
})

test('a digit opens the dialog with itself, arrow keys choose, Escape leaves everything as it was', async () => {
  await used.page.keyboard.press('2')
  expect(await used.page.$eval('#jump input', (input) => input.value)).toBe('2')
  const options = await used.page.$$eval('#jump [role=option]', (items) => items.map((item) => item.textContent ?? ''))
  expect(options[0]).toContain('#2 Mexico')
  await used.page.keyboard.press('ArrowDown')
  const selected = await used.page.$eval('#jump [aria-selected=true]', (item) => [item.id, item.textContent ?? ''] as const)
  expect(selected[1]).toBe(options[1])
  expect(await used.page.$eval('#jump input', (input) => input.getAttribute('aria-activedescendant'))).toBe(selected[0])
  expect(await used.idAfter('Escape')).toBe('libya')
  expect(await used.page.$('dialog[open]')).toBeNull()
  expect(await used.idAfter('ArrowRight')).toBe('trinidad-and-tobago')
})

test('the overview shows every slide by act, and goes to the one that is chosen', async () => {
  await used.page.keyboard.press('o')
  expect(
    await used.page.$$eval('#overview[open] [data-id]', (links) => links.map((link) => (link as HTMLElement).dataset.id)),
  ).toEqual(used.ids)
  expect(await used.page.$$eval('#overview h3', (heads) => heads.length)).toBe(
    await used.page.$$eval('.acts a', (acts) => acts.length),
  )
  expect(await used.page.$eval('#overview [data-id=libya] svg', (svg) => svg.childElementCount)).toBeGreaterThan(3)
  expect(await used.page.evaluate(() => (document.activeElement as HTMLElement).dataset.id)).toBe('libya')
  await used.page.keyboard.press('ArrowRight')
  await used.page.keyboard.press('Enter')
  await used.page.waitForFunction(() => window.countdown.step.id === 'trinidad-and-tobago')
  await used.page.keyboard.press('Escape')
  expect(await used.page.$('#overview[open]')).not.toBeNull()
  expect(await used.idAfter('o')).toBe('trinidad-and-tobago')
  expect(await used.page.$('#overview[open]')).toBeNull()
})

test('the help names every key', async () => {
  await used.page.keyboard.press('?')
  const rows = await used.page.$$eval('#help[open] tbody tr', (all) => all.map((row) => row.textContent))
  expect(rows).toHaveLength(15)
  expect(rows.join()).toContain('Speaker view')
  await used.page.keyboard.press('Escape')
})

test('the table sorts by its heads, is read from the back row, and still fits the slide', async () => {
  await used.page.evaluate(() => window.countdown.goTo('figures'))
  const press = async (name: string) => {
    const [head] = await used.page.$$(`.records thead th[data-key="${name}"] button`)
    await head?.click()
    return used.page.$$eval('.records tbody tr', (rows) => rows.map((row) => row.querySelector('.name')?.textContent ?? ''))
  }
  expect((await press('exports')).slice(0, 2)).toEqual(['Mexico', 'China'])
  const smallestFirst = await press('exports')
  expect([smallestFirst[0], smallestFirst.length]).toEqual(['Libya', 43])
  expect(await used.page.$eval('.records thead th[data-key="exports"]', (head) => head.ariaSort)).toBe('ascending')
  expect((await press('name'))[0]).toBe('Algeria')
  const [bottom = 0, source = 0] = await used.page.evaluate(() => [
    document.querySelector('section.present .record-table')?.getBoundingClientRect().bottom,
    document.querySelector('section.present .source')?.getBoundingClientRect().top,
  ])
  expect(await used.page.$eval('section.present .records', (table) => getComputedStyle(table).fontSize)).toBe('20px')
  expect(bottom).toBeGreaterThan(600)
  expect(bottom).toBeLessThan(source)
})

test('on the reading page what is missing stays last, whichever way a column is sorted', async () => {
  const { page } = await used.deck.open(`${used.deck.web}read.html#figures`)
  for (const first of ['China', 'Guyana']) {
    await page.click('.records thead th[data-key="gdp"] button')
    const names = await page.$$eval('.records tbody .name', (cells) => cells.map(({ textContent }) => textContent))
    expect([names[0], names.slice(-2).sort()]).toEqual([first, ['Chinese Taipei', 'Venezuela']])
  }
})
