import { expect, test } from 'vitest'
import { slug } from '../../src/util/slug.ts'

test.each([
  ['Trinidad and Tobago', 'trinidad-and-tobago'],
  ['Côte d’Ivoire', 'cote-d-ivoire'],
  ['  São Tomé & Príncipe  ', 'sao-tome-principe'],
  ['İstanbul', 'istanbul'],
  ['日本', '日本'],
  ['한국', '한국'],
  ['दिल्ली', 'दिल्ली'],
  ['கோவை', 'கோவை'],
  ['เชียงใหม่', 'เชียงใหม่'],
  ['ながさき', 'ながさき'],
  ['תֵּל אָבִיב', 'תל-אביב'],
  ['1️⃣ 🇳🇴 👩‍👩‍👧', '1'],
  ['../x', 'x'],
  ['???', ''],
])('%s becomes %j', (name, id) => {
  expect(slug(name)).toBe(id)
})
