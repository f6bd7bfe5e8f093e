import { burnLeakedCode } from './admin/burn-leaked-code.ts'
import { commanded } from './commanding.ts'
import { drafting, fresh } from './intake/drafting.ts'
import { editDraft, editUnused } from './intake/edited.ts'
import { lateSibling } from './late-sibling.ts'
import { prompted } from './officer/prompt.ts'
import { quotedCard } from './officer/quoted-card.ts'
import { pressed } from './pressed.ts'
import { asideAnswered } from './resident/aside-answered.ts'
import { edited } from './resident/edited.ts'
import { onlyQuestion } from './resident/only-question.ts'
import { presence } from './resident/presence.ts'
import { quoted } from './resident/quoted.ts'
import type { Part } from './route.ts'

/** Who gets a message: quote, then command, staff prompt, open draft, the only open question, and else it is a new report. */
export const parts: readonly Part[] = [
  presence,
  burnLeakedCode,
  lateSibling,
  editDraft,
  edited,
  pressed,
  commanded,
  quotedCard,
  quoted,
  editUnused,
  prompted,
  asideAnswered,
  drafting,
  onlyQuestion,
  fresh,
]
