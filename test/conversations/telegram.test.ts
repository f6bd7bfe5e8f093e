import { expect, test } from 'vitest'
import { telegramDoor } from './doors.ts'
import { play } from './play.ts'
import { transcriptsIn } from './transcripts.ts'

test.each(transcriptsIn('residents', 'officers', 'residents-en', 'officers-en'))(
  '$name reads the same through the Telegram translations',
  async ({ text }) => {
    expect((await play(text, telegramDoor, undefined, false)).trimEnd()).toBe(text)
  },
)
