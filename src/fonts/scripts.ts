/** A way of writing that the story's own two families lack, and the packages of fontsource that have it, best first. */
export interface Script {
  name: string
  packages: readonly string[]
}

const CHINESE = { name: 'Chinese', packages: ['noto-sans-sc', 'noto-sans-tc', 'zcool-xiaowei', 'noto-sans-jp', 'noto-sans-kr'] }
const TRADITIONAL = {
  name: 'Chinese',
  packages: ['noto-sans-tc', 'noto-sans-hk', 'noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr'],
}
const JAPANESE = { name: 'Japanese', packages: ['noto-sans-jp', 'sawarabi-gothic', 'noto-sans-sc', 'noto-sans-tc'] }
const KOREAN = {
  name: 'Korean',
  packages: ['noto-sans-kr', 'nanum-gothic', 'noto-sans-tc', 'noto-sans-jp', 'sawarabi-gothic', 'zcool-xiaowei'],
}
const EMOJI = { name: 'emoji', packages: ['noto-emoji', 'noto-sans-math', 'noto-sans-symbols-2', 'noto-sans-symbols'] }
/** In the order of their weight. */
const SIGNS = { name: 'signs', packages: ['roboto', 'noto-sans-symbols', 'noto-sans-math', 'noto-sans-symbols-2', 'noto-emoji'] }

/** Scripts of Unicode whose family is named like them. */
const ALIKE = [
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Georgian',
  'Armenian',
  'Ethiopic',
  'Mongolian',
  'Cherokee',
  'Tifinagh',
] as const

const SCRIPTS: readonly (readonly [letters: RegExp, script: Script])[] = [
  ...ALIKE.map((name) => [ofScript(name), { name, packages: [`noto-sans-${name.toLowerCase()}`] }] as const),
  [ofScript('Tibetan'), { name: 'Tibetan', packages: ['noto-serif-tibetan'] }],
  [ofScript('Hangul'), KOREAN],
  [/[[\p{scx=Hiragana}\p{scx=Katakana}]--\p{scx=Han}]/v, JAPANESE],
]

function ofScript(name: string): RegExp {
  return new RegExp(`\\p{scx=${name}}`, 'v')
}

/** What the letters of a story tell of those that several languages share. */
export interface Surroundings {
  /** BCP 47. */
  lang: string
  hasKana: boolean
  hasHangul: boolean
}

/** The script of a letter as it is read (a grapheme cluster); undefined for one that no family is known for. */
export function scriptOf(cluster: string, around: Surroundings): Script | undefined {
  if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}|\ufe0f|\u20e3/u.test(cluster)) return EMOJI
  // Other scripts use some of these marks, too; where they stand, it is among Chinese characters.
  if (/^[\u3001-\u303f\uff01-\uff65]$/u.test(cluster)) return hanOf(around)
  const found = SCRIPTS.find(([letters]) => letters.test(cluster))?.[1]
  if (found) return found
  if (/\p{scx=Han}|\p{scx=Bopomofo}/u.test(cluster)) return hanOf(around)
  return /^[\p{sc=Common}\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]+$/u.test(cluster) ? SIGNS : undefined
}

/** Chinese characters are drawn as the language draws them, else as the other letters of the story suggest. */
function hanOf({ lang, hasKana, hasHangul }: Surroundings): Script {
  const { language, script } = new Intl.Locale(lang).maximize()
  if (language === 'ja') return JAPANESE
  if (language === 'ko') return KOREAN
  if (language === 'zh') return script === 'Hant' ? TRADITIONAL : CHINESE
  if (hasKana) return JAPANESE
  return hasHangul ? KOREAN : CHINESE
}
