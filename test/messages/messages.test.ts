import { describe, expect, test } from 'vitest'
import { shortcutsOf } from '../../src/client/ui/shortcuts.ts'
import { de } from '../../src/messages/de.ts'
import { en } from '../../src/messages/en.ts'
import { directionOf, fill, type Messages, messagesOf, missingMessagesNote, rankAmong } from '../../src/messages/messages.ts'
import { textsOf } from '../texts-of.ts'

/** The places of a text, in order of name. */
const places = (text: string) => (text.match(/\{\w*\}/g) ?? []).sort()

describe.each<[string, Messages]>([
  ['en', en],
  ['de', de],
])('%s', (_, messages) => {
  test('says something everywhere, with the same places to fill in as English', () => {
    const english = new Map(textsOf(en))
    for (const [path, text] of textsOf(messages)) {
      expect(text.trim(), path).not.toBe('')
      if (!path.startsWith('jump.found')) expect(places(text), path).toEqual(places(english.get(path) ?? ''))
    }
  })

  test('has a text for every plural form of its language', () => {
    const lang = messages === en ? 'en' : 'de'
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories
    expect(Object.keys(messages.jump.found)).toEqual(expect.arrayContaining(forms))
  })

  test('its help names as many keys as the English one', () => {
    expect(messages.keys.deck).toHaveLength(en.keys.deck.length)
    expect(messages.keys.read).toHaveLength(en.keys.read.length)
  })
})

/** What the English help calls a key. */
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  arrowright: '→',
  arrowleft: '←',
  arrowdown: '↓',
  arrowup: '↑',
  pagedown: 'Page Down',
  pageup: 'Page Up',
  home: 'Home',
  end: 'End',
  escape: 'Escape',
}
const nameOf = (key: string) => NAMES[key] ?? (/^\d$/.test(key) ? '1 … 9' : key.toUpperCase())

test('the help names every key that is bound, F1 aside, which browsers name themselves', () => {
  const named = (rows: Messages['keys']['deck']) =>
    rows.flatMap(([keys]) => keys.replace('Shift Space', 'Space').split(/, | or /))
  const onPage = shortcutsOf('read', {} as never, false).flatMap(({ keys }) => keys)
  const inDeck = shortcutsOf('deck', { point() {} } as never, false).flatMap(({ keys }) => keys)
  expect(onPage.length).toBeGreaterThan(15)
  expect(inDeck.length).toBeGreaterThan(20)
  for (const key of onPage.filter((key) => key !== 'f1')) expect(named(en.keys.read)).toContain(nameOf(key))
  for (const key of inDeck.filter((key) => key !== 'f1')) expect(named(en.keys.deck)).toContain(nameOf(key))
})

describe('the words for a language', () => {
  test('regions have the words of their language', () => {
    expect(messagesOf('de-AT')).toMatchObject({ close: 'Schließen', lang: 'de-AT', mark: '', storyMark: '' })
    expect(missingMessagesNote('de-AT')).toBeUndefined()
  })

  test('another language has English messages, marked as such, and the author hears of it', () => {
    expect(messagesOf('ar')).toMatchObject({
      close: 'Close',
      lang: 'en',
      mark: ' lang="en"',
      sentenceMark: ' lang="en" dir="ltr"',
      storyMark: ' lang="ar" dir="rtl"',
    })
    expect(missingMessagesNote('pt-BR')).toBe(
      'found no words of ours in `pt-BR`, so controls and page numbers are in English; add src/messages/pt.ts and name it in src/messages/messages.ts',
    )
  })

  test('ranks', () => {
    expect(rankAmong(messagesOf('en'), { rank: 17 }, { length: 43 })).toBe('#17 of 43')
    expect(rankAmong(messagesOf('de'), { rank: 17 }, { length: 43 })).toBe('Nr.\u00a017 von 43')
  })

  test('only places that have a value are filled, and values are not read again', () => {
    expect(fill('{a} of {b}, {c}', { a: '{b}', b: 2 })).toBe('{b} of 2, {c}')
  })

  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
    ['en', 'ltr'],
    ['ja', 'ltr'],
  ])('%s runs %s', (lang, direction) => expect(directionOf(lang)).toBe(direction))
})
