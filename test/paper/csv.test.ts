import { expect, test } from 'vitest'
import { csv } from '../../bots/paper/csv.ts'

const written = (...cells: (string | number)[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv({ header: ['isi'], rows: [cells] }))

test('the file begins with a byte order mark and separates cells with semicolons', () => {
  expect(written('lampu', 'mati')).toBe('\ufeffisi\r\nlampu;mati\r\n')
})

test.each(['=1+1', '+62811', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1+1', '＋1', '－1', '＠A'])(
  'a text that begins like a formula stays text: %j',
  (text) => {
    expect(
      written(text)
        .replace(/^\ufeffisi\r\n"?/, '')
        .startsWith("'"),
    ).toBe(true)
  },
)

test('numbers stay numbers, with the decimal comma of Indonesian spreadsheets', () => {
  expect(written(-2.13, 5)).toBe('\ufeffisi\r\n-2,13;5\r\n')
})

test('quotes, semicolons and line breaks stay inside their cell', () => {
  expect(written('a;b', 'c"d', 'e\nf')).toBe('\ufeffisi\r\n"a;b";"c""d";"e\nf"\r\n')
})
