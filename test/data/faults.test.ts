import { expect, test } from 'vitest'
import { changed, header, rows, said, sound } from './sound-table.ts'

const KNOWN_COLUMNS =
  'known: country, deficit, exports_to_us, gdp, gdp_per_capita, imports_from_us, iso_alpha3, iso_numeric, location, rank'
const IN_ROW_43 = '2:18 deficit: found'

const FAULTS: Record<string, { text: string; diagnostics: string[] }> = {
  'a decimal comma': {
    text: changed(',1600000000,425300000', ',"1,6",425300000'),
    diagnostics: ['2:29 exports_to_us: found `1,6`, expected dollars such as 12500000000; write the number without separators'],
  },
  'separators of thousands': {
    text: changed(',6173,', ",6'173,"),
    diagnostics: ["2:62 gdp_per_capita: found `6'173`, expected dollars such as 6173; write the number without separators"],
  },
  'a decimal point in whole dollars': {
    text: changed(',6173,', ',6173.5,'),
    diagnostics: ['2:62 gdp_per_capita: found `6173.5`, expected dollars such as 6173; write it without decimals'],
  },
  'a sign and a word': {
    text: changed(',1100000000,', ',$1.1 billion,'),
    diagnostics: [
      `${IN_ROW_43} \`$1.1 billion\`, expected dollars such as 12500000000; write the number alone and in full, without sign, unit or word`,
    ],
  },
  'a number in hexadecimal': {
    text: changed(',6173,', ',0x181D,'),
    diagnostics: [
      '2:62 gdp_per_capita: found `0x181D`, expected dollars such as 6173; write the number alone and in full, without sign, unit or word',
    ],
  },
  'another word for a missing figure': {
    text: changed(',6173,', ',n/a,'),
    diagnostics: [
      '2:62 gdp_per_capita: found `n/a`, expected dollars such as 6173; write the number in digits, or `N/A` where there is none',
    ],
  },
  'an empty cell': {
    text: changed(',45100000000,', ',,'),
    diagnostics: [
      '2:50 gdp: found nothing, expected dollars such as 45100000000; write the number in digits, or `N/A` where there is none',
    ],
  },
  'an empty name': {
    text: changed('Libya', ''),
    diagnostics: ['2:4 country: found nothing, expected text such as Trinidad and Tobago; write it'],
  },
  'a missing figure that is needed': {
    text: changed(',1100000000,', ',N/A,'),
    diagnostics: [`${IN_ROW_43} \`N/A\`, expected dollars such as 12500000000; every row needs one`],
  },
  'a number beyond 2^53': {
    text: changed(',1100000000,', ',9007199254740993,'),
    diagnostics: [
      `${IN_ROW_43} \`9007199254740993\`, expected dollars such as 12500000000; keep it within 9007199254740991, beyond which numbers are not exact`,
    ],
  },
  'a negative deficit': {
    text: changed(',1100000000,', ',-1100000000,'),
    diagnostics: [`${IN_ROW_43} \`-1100000000\`, expected at least 1000000000; write it without the minus sign`],
  },
  'a deficit below the threshold': {
    text: changed(',1100000000,', ',999999999,'),
    diagnostics: [`${IN_ROW_43} \`999999999\`, expected at least 1000000000; correct it`],
  },
  'a name twice': {
    text: changed('Jordan', 'Libya'),
    diagnostics: ['5:4 country: found `Libya`, expected each value once; line 2 has it already, correct or remove one'],
  },
  'a rank twice': {
    text: changed('42,Trinidad', '43,Trinidad'),
    diagnostics: ['3:1 rank: found `43`, expected each value once; line 2 has it already, correct or remove one'],
  },
  'a subregion that is none': {
    text: changed('South America', 'Suoth America'),
    diagnostics: [
      '4:63 location: found `Suoth America`, expected a listed value; did you mean `South America`? known: Australia and New Zealand, Caribbean, Central America, Central Asia, Eastern Africa, Eastern Asia, Eastern Europe (including Northern Asia), Melanesia, Micronesia, Middle Africa, Northern Africa, Northern America, … (22)',
    ],
  },
  'leading zeros lost': {
    text: changed(',012,', ',12,'),
    diagnostics: [
      '9:16 iso_numeric: found `12`, expected three digits such as 012; the rule is `[0-9]{3}`; keep leading zeros, which spreadsheets drop',
    ],
  },
  'white space around a cell': {
    text: changed('Libya', ' Libya\u00a0'),
    diagnostics: ['2:4 country: found ` Libya\\u00a0`, expected no white space around a cell; remove it'],
  },
  'an invisible character': {
    text: changed('43,Libya', '\u200b43,Libya'),
    diagnostics: ['2:1 rank: found `\\u200b43`, expected no white space around a cell; remove it'],
  },
  'a character of another encoding': {
    text: changed('Libya', 'Lib\uFFFDya'),
    diagnostics: ['2:4 country: found `Lib\uFFFDya`, expected UTF-8; save the file with that encoding'],
  },
  'a quote within a cell': {
    text: changed('Libya', 'Li"bya'),
    diagnostics: ['2:4 country: found `Li"bya`, expected quotes around the whole cell; write `"Li""bya"`'],
  },
  'a row with a cell too few': {
    text: changed(',Northern Africa', ''),
    diagnostics: ['2:1 found 9 cells, expected 10 as in the header; no cell may be left out'],
  },
  'a row with a cell too many': {
    text: changed('Libya', 'Libya, State of'),
    diagnostics: ['2:1 found 11 cells, expected 10 as in the header; quote a cell that contains a comma'],
  },
  'a row of commas': {
    text: `${sound},,,,,,,,,\n`,
    diagnostics: ['45:1 found a row of empty cells; remove it'],
  },
  'an unclosed quote': {
    text: changed('Jordan', '"Jordan'),
    diagnostics: ['5:4 found a quote `"` that is never closed; close it at the end of its cell'],
  },
  'an unclosed quote in the header': {
    text: `"${sound}`,
    diagnostics: ['1:1 found a quote `"` that is never closed; close it at the end of its cell'],
  },
  'semicolons between the columns': {
    text: sound.replaceAll(',', ';'),
    diagnostics: ['1:5 found `;` between the columns, expected a comma; save the file with commas'],
  },
  'tabs between the columns': {
    text: sound.replaceAll(',', '\t'),
    diagnostics: ['1:5 found `\\t` between the columns, expected a comma; save the file with commas'],
  },
  'a column twice': {
    text: changed('gdp,gdp_per_capita', 'gdp,gdp'),
    diagnostics: [
      '1:79 found column `gdp` again, expected each once; rename or remove one',
      '1:1 found no column `gdp_per_capita`; add it to the first line',
    ],
  },
  'a column too many in the header': {
    text: changed('gdp,gdp_per_capita', 'gdp,gdp,gdp_per_capita'),
    diagnostics: ['1:79 found column `gdp` again, expected each once; rename or remove one'],
  },
  'a missing column': {
    text: sound.replaceAll(/,[^,\n]*$/gm, ''),
    diagnostics: ['1:1 found no column `location`; add it to the first line'],
  },
  'a misspelt column': {
    text: changed('gdp_per_capita', 'gpd_per_capita'),
    diagnostics: [
      `1:79 found unknown column \`gpd_per_capita\`; did you mean \`gdp_per_capita\`? ${KNOWN_COLUMNS}; describe a new one in data/datapackage.json`,
    ],
  },
  'a column that is not in the data package': {
    text: [`${header},colour`, ...rows.map((row) => `${row},red`)].join('\n'),
    diagnostics: [`1:103 found unknown column \`colour\`; ${KNOWN_COLUMNS}; describe a new one in data/datapackage.json`],
  },
  'a column without a name': {
    text: sound.replaceAll('\n', ',\n'),
    diagnostics: ['1:103 found a column without a name; name it or remove it'],
  },
  'UTF-16': {
    text: Buffer.from(`\uFEFF${sound}`, 'utf16le').toString('utf8'),
    diagnostics: ['1:1 found an encoding other than UTF-8, such as UTF-16; save the file as "CSV UTF-8"'],
  },
  'an empty file': {
    text: '\uFEFF\n',
    diagnostics: [`1:1 found an empty file, expected the header \`${header}\` and a line for each row`],
  },
  'a header alone': {
    text: `${header}\n`,
    diagnostics: ['2:1 found no rows under the header, expected at least one'],
  },
  'exports and imports that do not make the deficit': {
    text: changed('1400000000,3800000000,2400000000', '1400000000,4100000000,2400000000'),
    diagnostics: [
      '4:22 deficit: found `1400000000`, expected exports_to_us − imports_from_us = 1700000000, give or take 150000000 for rounding; correct one of the three',
    ],
  },
  'GDP without GDP per capita': {
    text: changed('27400000000,20016', '27400000000,N/A'),
    diagnostics: ['3:77 gdp_per_capita: found `N/A`, expected a figure as gdp has one; give both or neither'],
  },
  'GDP per capita without GDP': {
    text: changed('45100000000,6173', 'N/A,6173'),
    diagnostics: ['2:50 gdp: found `N/A`, expected a figure as gdp_per_capita has one; give both or neither'],
  },
  'two names that make one id': {
    text: changed('Jordan', 'libya!'),
    diagnostics: ['5:4 country: found `libya!`, whose id `libya` is that of `Libya`; rename one'],
  },
  'a name that makes no id': {
    text: changed('Libya', '???'),
    diagnostics: ['2:4 country: found `???`, expected letters or digits for its id'],
  },
  'a rank left out': {
    text: [header, ...rows.filter((row) => !row.startsWith('17,'))].join('\n'),
    diagnostics: ['2:1 rank: found `43`, expected each of 42 to 1 once; no row has 17'],
  },
  'two rows in the wrong order': {
    text: [header, rows[1], rows[0], ...rows.slice(2)].join('\n'),
    diagnostics: ['3:1 rank: found `43` under `42`, expected ranks to fall to 1; move the row'],
  },
  'a deficit smaller than that of a lower rank': {
    text: changed('1700000000,4400000000,2700000000', '1600000000,4300000000,2700000000'),
    diagnostics: [
      '6:22 deficit: found `1600000000`, expected at least `1700000000` of the row above; correct the rank or the deficit',
    ],
  },
}

test.each(Object.entries(FAULTS))('%s', (_, { text, diagnostics }) => {
  expect(said(text)).toEqual(diagnostics)
})
