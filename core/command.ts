import type { Both } from '../locales/language.ts'
import type { Key } from '../locales/translate.ts'
import type { Duty } from './person.ts'
import type { Role } from './reply.ts'
import type { Result, Turn } from './turn.ts'

/** One line of the command table: it prints /bantuan, registers the daily ones with Telegram, and says who may. */
export type Command = {
  readonly name: string
  /** Other words for it, English ones among them. */
  readonly aliases: readonly string[]
  readonly roles: readonly Role[]
  /** What stands behind the name, as shown in help: "N pesan". */
  readonly takes?: Both
  readonly about: Key
  /** Shown in the platform's menu for these roles. */
  readonly daily?: true
  /** Understood without slash and number as a whole message. */
  readonly bare?: true
  readonly run: (turn: Turn, given: Given) => Promise<Result>
}

/** What came with a command: its text, the report that quoting, pressing or a number named, and the role it acts in. */
export type Given = {
  /** Everything behind the command, the number taken off. */
  readonly text: string
  /** Everything behind the command as it was typed, for codes. */
  readonly typed: string
  /** The number as typed: sound, a typo, or absent. */
  readonly number?: string | 'typo'
  /** The report that the quoted or pressed letter speaks of. */
  readonly about?: string
  readonly as: Role
}

/** Every word that calls a command. */
export const words = ({ name, aliases }: Pick<Command, 'name' | 'aliases'>): readonly string[] => [name, ...aliases]

/** The commands open to someone with these duties. */
export const usable = (commands: readonly Command[], duties: readonly Duty[]): readonly Command[] =>
  commands.filter(({ roles }) => roles.includes('resident') || duties.some(({ role }) => roles.includes(role)))
