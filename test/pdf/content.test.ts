import { expect, test } from 'vitest'
import { ARTIFACT, type ContentTools, readContent } from '../../src/pdf/content.ts'
import type { FontReader } from '../../src/pdf/fonts.ts'

/** Codes are characters; every glyph is half as wide as the size. */
const font: FontReader = { digits: 4, text: (code) => String.fromCharCode(code), width: () => 500, found: new Map() }

function read(lines: string[], artifact = (_: number): string => ARTIFACT, tools: Partial<ContentTools> = {}) {
  const content = readContent(lines.join('\n'), { font: () => font, form: () => undefined, artifact, ...tools })
  return { ...content, lines: content.edited.split('\n') }
}

const hex = (text: string) => [...text].map((one) => one.charCodeAt(0).toString(16).padStart(4, '0')).join('')

test('what is painted outside all marks becomes an artifact, within what is saved and restored', () => {
  const { lines } = read(['q', '1 0 0 rg', '0 0 9 9 re', 'f', '5 5 m', '6 6 l', 'S', 'Q', 'q', '0 0 1 1 re', 'W n', 'Q'])
  expect(lines).toEqual([
    'q',
    '1 0 0 rg',
    ARTIFACT,
    '0 0 9 9 re',
    'f',
    '5 5 m',
    '6 6 l',
    'S',
    'EMC',
    'Q',
    'q',
    '0 0 1 1 re',
    'W n',
    'Q',
  ])
})

test('what is marked stays as it is, and an artifact ends before it', () => {
  const marked = ['/Figure <</MCID 0 >>BDC', '0 0 9 9 re', 'f', 'EMC']
  expect(read(marked)).toMatchObject({ lines: marked, dropped: [] })
  expect(read(['0 0 1 1 re', 'f', ...marked]).lines).toEqual([ARTIFACT, '0 0 1 1 re', 'f', 'EMC', ...marked])
})

test('a mark that says nothing becomes an artifact', () => {
  const { lines, dropped } = read(['/Table <</MCID 3 >>BDC', '0 0 9 9 re', 'f', 'EMC'])
  expect(lines.filter((line) => line !== '')).toEqual([ARTIFACT, '0 0 9 9 re', 'f', 'EMC'])
  expect(dropped).toEqual([3])
})

test('Chromium ends a mark late, in another saved state: an artifact ends before', () => {
  const lines = ['q', '/Art <</MCID 0 >>BDC', '0 0 9 9 re', 'f', 'Q', 'q', '2 2 3 3 re', 'f', '1 g', 'EMC', 'Q']
  const { lines: edited, dropped } = read(lines)
  const first = ['q', ARTIFACT, '0 0 9 9 re', 'f', 'EMC', 'Q']
  expect(edited.filter((line) => line !== '')).toEqual([...first, 'q', ARTIFACT, '2 2 3 3 re', 'f', 'EMC', '1 g', 'Q'])
  expect(dropped).toEqual([0])
})

test.for(['/Figure', '/Formula'])('%s says something without text', (tag) => {
  const lines = [`${tag} <</MCID 0 >>BDC`, '0 0 9 9 re', 'f', 'EMC']
  expect(read(lines)).toMatchObject({ lines, dropped: [] })
})

test('where on the page an artifact is decides what it is', () => {
  const heights: number[] = []
  const artifact = (height: number) => {
    heights.push(height)
    return ARTIFACT
  }
  read(['.5 0 0 -.5 0 800 cm', 'q', '2 0 0 2 0 100 cm', '10 20 3 3 re', 'f', 'Q', 'BT', '1 0 0 -1 7 300 Tm', 'ET'], artifact)
  expect(heights).toEqual([800 - 0.5 * (100 + 2 * 20), 650])
})

test('a line of text is set in one piece, with differences from the widths of the font', () => {
  const { lines, said, told, texts } = read([
    '/P <</MCID 0 >>BDC',
    'BT',
    '/F1 10 Tf',
    '1 0 0 -1 40 50 Tm',
    `<${hex('a')}> Tj`,
    `5 0 Td <${hex('bc')}> Tj`,
    `9.5 0 Td <${hex('d')}> Tj`,
    'ET',
    'EMC',
  ])
  expect(lines.slice(2, -1)).toEqual(['/F1 10 Tf', '1 0 0 -1 40 50 Tm', `[<${hex('abc')}>50<${hex('d')}>] TJ`, 'ET'])
  expect({ said, told, texts }).toEqual({ said: 'abcd', told: 'abcd', texts: ['abcd'] })
})

test('what is rounded away does not add up', () => {
  const glyphs = Array.from({ length: 400 }, () => `5.0049 0 Td <${hex('x')}> Tj`)
  const { lines } = read(['BT', '/F1 10 Tf', '1 0 0 1 0 0 Tm', `<${hex('x')}> Tj`, ...glyphs, 'ET'])
  const moved = [...(lines.at(-3) ?? '').matchAll(/>(-?\d+)</g)].reduce((sum, [, by]) => sum - Number(by), 0)
  expect((moved * 10) / 1000).toBeCloseTo(400 * 0.0049, 2)
})

test('text given beside what is painted goes before it', () => {
  const { said, texts } = read([
    '/P <</MCID 0 >>BDC',
    'BT',
    '/F1 9 Tf',
    `<${hex('a')}> Tj`,
    '/Span<</ActualText <FEFF00A0> >> BDC',
    `4.5 0 Td <${hex('x')}> Tj`,
    'EMC',
    `9 0 Td <${hex('b')}> Tj`,
    'ET',
    'EMC',
  ])
  expect([said, texts]).toEqual(['a\u00a0b', ['a\u00a0b']])
})

/** A line of text in a text object of its own. */
const line = (text: string, y: number) => ['BT', '/F1 10 Tf', `1 0 0 -1 40 ${y} Tm`, `<${hex(text)}> Tj`, 'ET']
const marked = (...lines: string[]) => ['/P <</MCID 0 >>BDC', ...lines, 'EMC']

test('text from right to left is read from its other end', () => {
  const reversed = ['BT', '/ReversedChars BMC', '/F1 10 Tf', '1 0 0 -1 40 50 Tm', `<${hex('cba')}> Tj`, 'EMC', 'ET']
  expect(read(marked(...reversed)).texts).toEqual(['abc'])
  const span = ['/Span<</ActualText <feff00780079> >> BDC', `<${hex('z')}> Tj`, 'EMC']
  expect(read(marked(...reversed.toSpliced(5, 0, ...span, `<${hex('d')}> Tj`))).texts).toEqual(['dxyabc'])
})

test('glyphs that the font does not have are lost letters, known where they are given as text', () => {
  const span = (text: string) => [`/Span<</ActualText <feff${hex(text)}> >> BDC`, '<00000000> Tj', 'EMC']
  const shown = [...span('x'), ...span('y'), `<${hex('a')}0000> Tj`, ...span('z')]
  expect(read(marked('BT', '/F1 10 Tf', '1 0 0 -1 0 0 Tm', ...shown, 'ET')).lost).toEqual(['xy', '', 'z'])
  expect(read(marked('BT', '/F1 10 Tf', '[<0000>-20<0061>] TJ', 'ET')).lost).toEqual([''])
})

test('a figure is where it is painted, as far as it can be seen', () => {
  const shape = ['.5 0 0 .5 10 20 cm', '/Figure <</MCID 2 >>BDC', '0 0 m', '100 0 l', '50 -40 60 90 70 80 c', 'f']
  expect([...read([...shape, 'EMC']).boxes]).toEqual([[2, [10, 0, 60, 65]]])
  const clip = ['0 0 40 40 re', 'W* n']
  expect([...read([...clip, ...shape, 'EMC']).boxes]).toEqual([[2, [10, 0, 40, 40]]])
  expect([...read(['q', ...clip, 'Q', ...shape, 'EMC']).boxes]).toEqual([[2, [10, 0, 60, 65]]])
  expect([...read(['/Figure <</MCID 0 >>BDC', ...line('ab', 50), 'EMC']).boxes]).toEqual([[0, [40, 40, 50, 53]]])
  expect([...read(['/P <</MCID 0 >>BDC', '0 0 9 9 re', 'f', ...line('a', 5), 'EMC']).boxes]).toEqual([])
})

test('a form or a picture in a figure takes its place', () => {
  const figure = ['/Figure <</MCID 0 >>BDC', '2 0 0 3 5 7 cm', '/X1 Do', 'EMC']
  expect([...read(figure).boxes]).toEqual([[0, [5, 7, 7, 10]]])
  const places: unknown[] = []
  const form = (_: string, at: unknown) => {
    places.push(at)
    return { content: read([]), box: [7, 7, 27, 37] } as const
  }
  expect([...read(figure, undefined, { form }).boxes]).toEqual([[0, [7, 7, 27, 37]]])
  expect(places).toEqual([{ isMarked: true, matrix: [2, 0, 0, 3, 5, 7], clip: undefined }])
  const at = { isMarked: false, matrix: [2, 0, 0, 3, 7, 7], clip: [0, 0, 8, 20] } as const
  expect([...read(['/Figure <</MCID 0 >>BDC', '0 0 9 9 re', 'f', 'EMC'], undefined, { at }).boxes]).toEqual([[0, [7, 7, 8, 20]]])
})

test.for([
  { name: 'several lines', lines: [`<${hex('a')}> Tj`, `0 12 Td <${hex('b')}> Tj`] },
  { name: 'what is set already', lines: [`[<${hex('a')}>-20<${hex('b')}>] TJ`] },
  { name: 'strings in parentheses', lines: ['(\\000a\\000b) Tj'] },
])('a text object is read and left alone when it is of another kind: $name', ({ lines }) => {
  const text = ['/P <</MCID 0 >>BDC', 'BT', '/F1 10 Tf', ...lines, 'ET', 'EMC']
  expect(read(text)).toMatchObject({ lines: text, said: 'ab' })
})

test('text outside all marks is said, but not told', () => {
  const { lines, said, told } = read(['BT', '/F1 9 Tf', `<${hex('page 2')}> Tj`, 'ET'])
  expect([said, told, lines[0], lines.at(-1)]).toEqual(['page 2', '', ARTIFACT, 'EMC'])
})

test.for(['BT /F1 9 Tf', '(open Tj', '<41', 'BI /W 1 ID x EI'])('%s is refused', (text) => {
  expect(() => read([text])).toThrow(/cut off|picture within/)
})
