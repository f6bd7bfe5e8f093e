import { stringify } from 'csv-stringify/sync'
import type { Cell, Sheet } from '../../core/export/tickets.ts'

/** Characters with which spreadsheets begin a formula, ASCII and full width; see OWASP, CSV Injection. */
const formula = /^[\s\u0000-\u001f]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u

/**
 * A sheet as a CSV file for spreadsheets set to Indonesian: UTF-8 with a byte order mark, `;` between cells, decimal commas,
 * CRLF (RFC 4180). Text can never become a formula; numbers stay numbers.
 */
export const csv = ({ header, rows }: Sheet): Uint8Array =>
  new TextEncoder().encode(
    stringify(
      [header, ...rows].map((row) => row.map(cell)),
      { bom: true, delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
    ),
  )

const cell = (value: Cell): string => {
  if (typeof value === 'number') return String(value).replace('.', ',')
  return formula.test(value) ? `'${value}` : value
}
