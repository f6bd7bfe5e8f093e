import type { Command } from '../command.ts'
import { add } from './commands/add.ts'
import { callMe } from './commands/call-me.ts'
import { chooseLanguage } from './commands/choose-language.ts'
import { freshReport } from './commands/fresh-report.ts'
import { join } from './commands/join.ts'
import { key } from './commands/key.ts'
import { myReports } from './commands/my-reports.ts'
import { notYet } from './commands/not-yet.ts'
import { part } from './commands/part.ts'
import { privacy } from './commands/privacy.ts'
import { rate } from './commands/rate.ts'
import { resume } from './commands/resume.ts'
import { satisfied } from './commands/satisfied.ts'
import { stop } from './commands/stop.ts'
import { track } from './commands/track.ts'
import { withdraw } from './commands/withdraw.ts'

/** What a resident can do around and after filing. */
export const residentCommands: readonly Command[] = [
  myReports,
  track,
  add,
  satisfied,
  notYet,
  rate,
  withdraw,
  freshReport,
  chooseLanguage,
  callMe,
  privacy,
  stop,
  resume,
  join,
  part,
  key,
]
