import type { Duty } from '../person.ts'

const day = 86_400_000

/** How long a duty lasts after its last confirmation, and how long before its end the admins are reminded; milliseconds. */
export const dutyTerm = { lasts: 180 * day, remind: 7 * day } as const

/** When a duty lapses unless it is confirmed before. */
export const lapseOf = ({ confirmedAt }: Pick<Duty, 'confirmedAt'>): number => confirmedAt + dutyTerm.lasts

/** Whether a duty is the last admin's: it never ends. */
export const isLastAdmin = ({ role }: Duty, all: readonly Duty[]): boolean =>
  role === 'admin' && all.filter((other) => other.role === 'admin').length === 1
