import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { checkUa, UA_RULES } from '../../../src/pdf/ua/check-ua.ts'
import { PdfName, PdfStream } from '../../../src/pdf/values.ts'
import { complete, printAll, SAMPLE } from '../sample.ts'
import { Spoilt, type Tree } from './mutate.ts'

const WHOLE = SAMPLE.replace(
  '<p><b>Bold</b></p>',
  `<table><caption>C</caption><thead><tr><th scope="col">Rank<th scope="col">Name<tbody><tr><td>1<th scope="row"><h3>A</h3></table>
<ol><li>one <b>b</b><ul><li>two</ul></ol><h5>Skips</h5><figure><img alt="Dot" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="><figcaption>Fig</figcaption></figure>
<aside>Beside <em>it</em></aside><p style="width:90px">a text that breaks <a href="https://example.org/">over lines</a></p>`,
).replace('box-sizing: border-box; height: 360px', 'box-sizing: border-box; height: 340px')

let good: Uint8Array
beforeAll(async () => {
  good = complete(await printAll(WHOLE)).bytes
})

const said = (bytes: Uint8Array) => checkUa('slides.pdf', bytes).map(({ message }) => message)

test('a document that is finished keeps every rule', () => {
  expect(said(good)).toEqual([])
  expect(said(new Spoilt(good).write())).toEqual([])
})

test('the rules are those of the public profile: 106 tests, each once', () => {
  const tests = UA_RULES.flatMap((rule) => rule.tests)
  expect(tests).toHaveLength(106)
  expect(new Set(tests).size).toBe(106)
})

test('the documentation lists all of them, in any order', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/pdf-ua.md'), 'utf8')
  const listed = [...page.matchAll(/^\| (\d[\d.]*-\d+) +\|/gm)].map(([, one]) => one)
  expect(listed.toSorted()).toEqual(UA_RULES.flatMap(({ tests }) => tests).toSorted())
})

const name = (text: string) => new PdfName(text)
const cell = (type: 'TH' | 'TD', entries: Record<string, unknown> = {}) => [type, entries] as unknown as Tree
const replaced = (from: string, to: string) => (bytes: Uint8Array) =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1')
const grown =
  (...trees: Tree[]) =>
  (bytes: Uint8Array) => {
    const spoilt = new Spoilt(bytes)
    spoilt.grow(...trees)
    return spoilt.write()
  }
const changed = (change: (spoilt: Spoilt) => void) => (bytes: Uint8Array) => {
  const spoilt = new Spoilt(bytes)
  change(spoilt)
  return spoilt.write()
}
const painted = (from: RegExp, to: string) => changed((spoilt) => spoilt.paint((content) => content.replace(from, to)))
const entry = (key: string, type: string, change: (entries: ReturnType<Spoilt['first']>) => void) =>
  changed((spoilt) => change(spoilt.first(key, type)))

/** A map of codes to a character that no glyph may stand for. */
const CODES = Array.from({ length: 9000 }, (_, code) => `<${code.toString(16).padStart(4, '0')}> <FEFF>`)
const MAP = Buffer.from(`9000 beginbfchar\n${CODES.join('\n')}\nendbfchar\n`)
const FORBIDDEN = new PdfStream(new Map([['Length', MAP.length]]), MAP)

/** A document spoilt so that it breaks one test, for every test; those that are kept by one condition are broken by one. */
const SPOILT: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  '6.1-1': replaced('%PDF-1.7', '%PDF-2.0'),
  '5-1': replaced('<pdfuaid:part>1</pdfuaid:part>', '<pdfuaxx:part>1</pdfuaxx:part>'),
  '5-2': replaced('<pdfuaid:part>1', '<pdfuaid:part>2'),
  '5-3': replaced('pdfuaid', 'pdfuaxx'),
  '5-4': replaced('xmlns:pdfuaid', 'xmlns:pdfuaxx'),
  '5-5': replaced('http://www.aiim.org/pdfua/ns/id/', 'http://www.aiim.org/pdfxx/ns/id/'),
  '7.1-8': changed(({ catalog }) => catalog.delete('Metadata')),
  '7.1-9': replaced('dc:title', 'dc:tixle'),
  '6.2-1': changed(({ catalog }) => catalog.set('MarkInfo', new Map())),
  '7.1-4': changed(({ catalog }) =>
    catalog.set(
      'MarkInfo',
      new Map([
        ['Marked', true],
        ['Suspects', true],
      ]),
    ),
  ),
  '7.1-10': changed(({ catalog }) => catalog.delete('ViewerPreferences')),
  ...Object.fromEntries(
    ['2', '21', '22', '23', '24', '30', '31', '32', '33', '34'].map((number) => [
      `7.2-${number}`,
      changed(({ catalog }) => catalog.delete('Lang')),
    ]),
  ),
  '7.2-29': grown(['P', { Lang: 'e_n' }]),
  ...Object.fromEntries(
    ['7.2-25', '7.15-1', '7.18.1-3', '7.18.4-1'].map((one) => [
      one,
      changed(({ catalog }) => catalog.set('AcroForm', new Map())),
    ]),
  ),
  '7.10-1': changed(({ catalog }) => catalog.set('OCProperties', new Map())),
  '7.10-2': changed(({ catalog }) => catalog.set('OCProperties', new Map())),
  '7.11-1': withObject('EmbeddedFile'),
  '7.18.6.2-1': withObject('MediaClip'),
  '7.18.6.2-2': withObject('MediaClip'),
  '7.16-1': replaced('/Type /XRef', '/Type /XRef\n/Encrypt 1 0 R'),
  '7.1-11': changed(({ catalog }) => catalog.delete('StructTreeRoot')),
  '7.1-5': grown(['Aside']),
  '7.1-6': withRoles('Other'),
  '7.1-7': withRoles('P'),
  '7.1-12': entry('S', 'Table', (table) => table.delete('P')),
  '7.2-3': grown(['Table', ['P']]),
  '7.2-10': grown(['Table', ['TR', ['P']]]),
  '7.2-36': grown(['Table', ['THead', ['P']], ['TBody']]),
  '7.2-37': grown(['Table', ['TBody', ['P']]]),
  '7.2-38': grown(['Table', ['TFoot', ['P']], ['TBody']]),
  '7.2-19': grown(['L', ['P']]),
  '7.2-20': grown(['L', ['LI', ['P']]]),
  '7.2-27': grown(['TOC', ['P']]),
  '7.2-4': grown(['TR']),
  '7.2-5': grown(['THead']),
  '7.2-6': grown(['TBody']),
  '7.2-7': grown(['TFoot']),
  '7.2-8': grown(['TH']),
  '7.2-9': grown(['TD']),
  '7.2-17': grown(['LI']),
  '7.2-18': grown(['LBody']),
  '7.2-26': grown(['TOCI']),
  '7.2-40': grown(['L', ['LI'], ['Caption']]),
  '7.2-28': grown(['TOC', ['TOCI'], ['Caption']]),
  '7.3-1': entry('S', 'Figure', (figure) => figure.delete('Alt')),
  '7.7-1': grown(['Formula']),
  '7.4.2-1': grown(['H6']),
  '7.4.4-1': grown(['Sect', ['H'], ['H']]),
  '7.4.4-2': grown(['H']),
  '7.4.4-3': grown(['H']),
  '7.9-1': grown(['Note']),
  '7.9-2': grown(['Note', { ID: 'a' }], ['Note', { ID: 'a' }]),
  '7.18.4-2': grown(['Form']),
  '7.2-11': grown(['Table', ['THead'], ['THead'], ['TBody']]),
  '7.2-12': grown(['Table', ['TFoot'], ['TFoot'], ['TBody']]),
  '7.2-39': grown(['Table', ['Caption'], ['Caption']]),
  '7.2-13': grown(['Table', ['TFoot']]),
  '7.2-14': grown(['Table', ['THead']]),
  '7.2-16': grown(['Table', ['TR', ['TD']], ['Caption'], ['TR', ['TD']]]),
  '7.2-15': grown(['Table', ['TR', ['TD'], cell('TD', { RowSpan: 2 })], ['TR', cell('TD', { ColSpan: 2 })]]),
  '7.2-41': grown(['Table', ['TR', cell('TD', { RowSpan: 2 })]]),
  '7.2-42': grown(['Table', ['TR', ['TD'], ['TD']], ['TR', ['TD']]]),
  '7.2-43': grown(['Table', ['TR', ['TD']], ['TR', cell('TD', { ColSpan: 2 })]]),
  '7.5-1': grown(['Table', ['TR', ['TH', { ID: 'h' }]], ['TR', cell('TD', { Headers: ['other'] })]]),
  '7.5-2': grown(['Table', ['TR', ['TH']], ['TR', ['TD']]]),
  '7.1-1': painted(/( BDC|>>BDC)/, '$1\n/Artifact BMC 0 0 1 1 re f EMC'),
  '7.1-2': painted(/^(.*)$/s, '/Artifact BMC\n$1\nEMC'),
  '7.1-3': painted(/$/, '\n0 0 1 1 re f'),
  '7.20-1': entry('Subtype', 'Form', (form) => form.set('Ref', new Map())),
  '7.20-2': changed((spoilt) => {
    const [form] = spoilt.file.dictionaries().find(([, entries]) => spoilt.file.name(entries.get('Subtype')) === 'Form') ?? []
    spoilt.first('Type', 'Page').set('Resources', new Map([['XObject', new Map([['Again', form ?? null]])]]))
    spoilt.paint(() => '/Again Do /Again Do')
  }),
  '7.18.1-1': entry('Subtype', 'Link', (link) => link.set('Subtype', name('Text'))),
  '7.18.2-1': entry('Subtype', 'Link', (link) => link.set('Subtype', name('TrapNet'))),
  '7.18.8-1': entry('Subtype', 'Link', (link) => link.set('Subtype', name('PrinterMark'))),
  '7.18.1-2': entry('Subtype', 'Link', (link) => link.delete('Contents')),
  '7.18.5-2': entry('Subtype', 'Link', (link) => link.set('Contents', '')),
  '7.18.5-1': entry('Subtype', 'Link', (link) => link.delete('StructParent')),
  '7.18.3-1': changed(({ file }) => {
    for (const [, entries] of file.dictionaries()) if (entries.has('Annots')) entries.set('Tabs', name('R'))
  }),
  ...Object.fromEntries(
    ['7.21.3.1-1', '7.21.3.3-1', '7.21.3.3-2', '7.21.3.3-3'].map((one) => [
      one,
      entry('Subtype', 'Type0', (font) => font.set('Encoding', name('Own'))),
    ]),
  ),
  ...Object.fromEntries(
    ['7.21.4.2-1', '7.21.6-1', '7.21.6-2', '7.21.6-3', '7.21.6-4'].map((one) => [
      one,
      entry('Subtype', 'Type0', (font) => font.set('Subtype', name(one === '7.21.4.2-1' ? 'Type1' : 'TrueType'))),
    ]),
  ),
  '7.21.3.2-1': entry('Subtype', 'CIDFontType2', (font) => font.delete('CIDToGIDMap')),
  '7.21.4.1-1': entry('Type', 'FontDescriptor', (descriptor) => descriptor.delete('FontFile2')),
  '7.21.4.2-2': entry('Type', 'FontDescriptor', (descriptor) => descriptor.set('CIDSet', null)),
  '7.21.4.1-2': painted(/\[</, '[<fff0'),
  '7.21.5-1': entry('Subtype', 'CIDFontType2', (font) => font.delete('W')),
  '7.21.7-1': entry('Subtype', 'Type0', (font) => font.delete('ToUnicode')),
  '7.21.7-2': changed((spoilt) => spoilt.first('Subtype', 'Type0').set('ToUnicode', spoilt.file.add(FORBIDDEN))),
  '7.21.8-1': painted(/\[</, '[<0000'),
}

function withObject(type: string): (bytes: Uint8Array) => Uint8Array {
  return changed(({ catalog, file }) => catalog.set('Extra', file.add(new Map([['Type', name(type)]]))))
}

function withRoles(role: string): (bytes: Uint8Array) => Uint8Array {
  return entry('Type', 'StructTreeRoot', (root) => root.set('RoleMap', new Map([[role, name(role)]])))
}

test.for(UA_RULES.flatMap(({ tests }) => tests))('a document that breaks %s is refused', (one) => {
  const spoil = SPOILT[one]
  if (!spoil) throw new Error(`found no document that breaks ${one}, expected one`)
  const messages = said(spoil(good))
  expect(messages.filter((message) => message.startsWith('breaks PDF/UA-1, ') && named(message).includes(one))).toHaveLength(1)
})

/** The tests that a message names. */
function named(message: string): string[] {
  return (/^breaks PDF\/UA-1, ([^:]*):/.exec(message)?.[1] ?? '').split(', ')
}
