import type { Acts } from '../act.ts'
import { alertWithin } from '../limits.ts'
import { badRequest } from '../refused.ts'

/** The platform publishes no figure; this is near the shortest that bots report. */
const ANSWER_LIFE = 30_000

/** The answer to a press: once, and while the person still waits. */
export const pressMethods = {
  answerCallbackQuery: (platform, { callback_query_id, text, show_alert = false }) => {
    alertWithin(text)
    const press = platform.presses.get(callback_query_id)
    if (!press || press.answer || platform.now() - press.at > ANSWER_LIFE)
      throw badRequest('query is too old and response timeout expired or query ID is invalid')
    press.answer = { text, show_alert }
    return true
  },
} satisfies Acts
