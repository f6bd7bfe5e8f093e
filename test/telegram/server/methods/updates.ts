import type { Acts } from '../act.ts'
import { badRequest, Refused } from '../refused.ts'

const busy =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

/** How updates reach the bot. Webhooks are only remembered, to refuse polling while one is set. */
export const updateMethods = {
  getUpdates: async (platform, params, { left }) => {
    if (platform.webhook) throw new Refused(409, busy)
    return [...(await platform.updates.poll(params, left))]
  },
  setWebhook: (platform, { url, drop_pending_updates }) => {
    if (url && !url.startsWith('https:')) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
    if (url) platform.updates.conflict('terminated by setWebhook request')
    if (drop_pending_updates) platform.updates.forget()
    platform.webhook = url
    return true
  },
  deleteWebhook: (platform, { drop_pending_updates }) => {
    if (drop_pending_updates) platform.updates.forget()
    platform.webhook = ''
    return true
  },
  getWebhookInfo: ({ webhook, updates }) => ({
    url: webhook,
    has_custom_certificate: false,
    pending_update_count: updates.waiting.length,
  }),
} satisfies Acts
