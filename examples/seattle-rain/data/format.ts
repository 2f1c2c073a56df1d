import { createAmount, createFormat } from 'countdown-story'

/** The language of the story (BCP 47): of its words, its numbers and the controls around it. */
export const lang = 'en'

/** How this deck prints numbers. */
export const format = createFormat(lang)

/** `count(18.3)` is `18`, `percent(0.178)` is `18 %`, `times(13.3)` is `13×`. */
export const { count, percent, times } = format

/** `mm(160.6)` is `160.6 mm`. */
export const mm = createAmount(lang, { unit: 'mm', digits: 1 })
/** `celsius(26)` is `26.0 °C`. */
export const celsius = createAmount(lang, { unit: '°C', digits: 1 })
