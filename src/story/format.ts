/** Numbers as the story prints them: one style, by locale, for prose, charts, alt texts and PDFs alike. */
export interface Format {
  /** Money as printed: `$1.1 billion`, `$425.3 million`, `$6,173`. */
  money(amount: number): string
  /** The same in billions whatever the size: `$1,337.3 billion`. In a language without a word for billions, as `money`. */
  billions(amount: number): string
  /** A ratio of 1 as per cent: 0.116 is `12 %`; under 10 % with one decimal. */
  percent(ratio: number): string
  /** A factor: 4.83 is `4.8×`; from 10 up without decimals. */
  times(factor: number): string
  /** A whole number with grouping. */
  count(value: number): string
  /**
   * A date as the language writes it out: `2025-04-26` is `April 26, 2025`, `2025-04` is `April 2025`, `2025` is `2025`. Throws
   * RangeError for a text that is no ISO 8601 date.
   */
  date(iso: string): string
}
