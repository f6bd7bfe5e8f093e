import { adminCommands } from './admin/commands.ts'
import type { Command } from './command.ts'
import { helpOn } from './help.ts'
import { intakeCommands } from './intake/commands.ts'
import { officerCommands } from './officer/commands.ts'
import { residentCommands } from './resident/commands.ts'

/** Every command of the desk: the one table that is parsed, printed by /bantuan and registered with Telegram. */
export const commands: readonly Command[] = [
  ...intakeCommands,
  helpOn(() => commands),
  ...residentCommands,
  ...officerCommands,
  ...adminCommands,
]
