import type { Command } from '../command.ts'
import { ekspor } from './commands/ekspor.ts'
import { gabung } from './commands/gabung.ts'
import { opd } from './commands/opd.ts'
import { petugas } from './commands/petugas.ts'
import { terlapor } from './commands/terlapor.ts'
import { tolak } from './commands/tolak.ts'
import { topik } from './commands/topik.ts'
import { undang } from './commands/undang.ts'

/** What admins do beside the work of officers, and how anybody joins. */
export const adminCommands: readonly Command[] = [tolak, topik, terlapor, opd, petugas, undang, ekspor, gabung]
