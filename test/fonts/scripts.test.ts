import { expect, test } from 'vitest'
import { scriptOf } from '../../src/fonts/scripts.ts'

const english = { lang: 'en', hasKana: false, hasHangul: false }
const packageOf = (letter: string, around = english) => scriptOf(letter, around)?.packages[0]

test.each([
  ['א', 'noto-sans-hebrew'],
  ['ש', 'noto-sans-hebrew'],
  ['ع', 'noto-sans-arabic'],
  ['،', 'noto-sans-arabic'],
  ['क्ष', 'noto-sans-devanagari'],
  ['ก', 'noto-sans-thai'],
  ['ক', 'noto-sans-bengali'],
  ['க', 'noto-sans-tamil'],
  ['ა', 'noto-sans-georgian'],
  ['Ա', 'noto-sans-armenian'],
  ['한', 'noto-sans-kr'],
  ['か', 'noto-sans-jp'],
  ['ー', 'noto-sans-jp'],
  ['🚀', 'noto-emoji'],
  ['1️⃣', 'noto-emoji'],
  ['🇳🇴', 'noto-emoji'],
  ['→', 'roboto'],
  ['𒆍', undefined],
])('%s is found in %s', (letter, expected) => expect(packageOf(letter)).toBe(expected))

test('Chinese characters are drawn as the language of the story draws them, else as its other letters suggest', () => {
  const han = (around: Partial<typeof english>) => packageOf('中', { ...english, ...around })
  expect(['en', 'zh', 'zh-CN', 'zh-TW', 'zh-Hant', 'ja', 'ko'].map((lang) => han({ lang }))).toEqual([
    'noto-sans-sc',
    'noto-sans-sc',
    'noto-sans-sc',
    'noto-sans-tc',
    'noto-sans-tc',
    'noto-sans-jp',
    'noto-sans-kr',
  ])
  expect([han({ hasKana: true }), han({ hasHangul: true }), han({ lang: 'zh', hasKana: true })]).toEqual([
    'noto-sans-jp',
    'noto-sans-kr',
    'noto-sans-sc',
  ])
})
