import type { Acts } from './act.ts'
import { commandMethods } from './methods/commands.ts'
import { editMethods } from './methods/edits.ts'
import { lookMethods } from './methods/looks.ts'
import { pressMethods } from './methods/presses.ts'
import { sendMethods } from './methods/sends.ts'
import { updateMethods } from './methods/updates.ts'

/** Every method this server serves. */
export const methods: Acts = {
  ...updateMethods,
  ...sendMethods,
  ...editMethods,
  ...pressMethods,
  ...commandMethods,
  ...lookMethods,
}
