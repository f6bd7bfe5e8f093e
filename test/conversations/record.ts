import { readFileSync, writeFileSync } from 'node:fs'
import { plainDoor } from './doors.ts'
import { play } from './play.ts'

/** Writes into transcripts what the bot really says, for somebody to read and sign: `node test/conversations/record.ts FILE...` */
for (const file of process.argv.slice(2))
  writeFileSync(file, `${(await play(readFileSync(file, 'utf8'), plainDoor)).trimEnd()}\n`)
