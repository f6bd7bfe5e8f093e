import type { Command } from '../command.ts'
import { ambil } from './commands/ambil.ts'
import { antrean } from './commands/antrean.ts'
import { balas } from './commands/balas.ts'
import { catat } from './commands/catat.ts'
import { kembalikan } from './commands/kembalikan.ts'
import { selesai } from './commands/selesai.ts'
import { tanya } from './commands/tanya.ts'
import { teruskan } from './commands/teruskan.ts'
import { tiket } from './commands/tiket.ts'

/** What officers do, in the order of their work; admins may do it for any agency. */
export const officerCommands: readonly Command[] = [
  antrean,
  tiket,
  ambil,
  balas,
  tanya,
  catat,
  teruskan,
  kembalikan,
  selesai,
]
