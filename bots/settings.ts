import type { Settings, World } from '../core/world.ts'
import type { Config } from './config.ts'
import { isPublic } from './is-public.ts'

/** What the operators decided, as the desk knows it. */
export function settingsOf({ city, controller, contact, host, publicUrl, limits }: Config): Settings {
  return {
    ...(controller && { controller }),
    ...(contact && { contact }),
    trial: !(controller && contact && city.confirmed),
    public: isPublic({ host, publicUrl }),
    limits,
  }
}

/** Who the page says it is. */
export const faceOf = ({ city, settings: { controller, trial } }: Pick<World, 'city' | 'settings'>) => ({
  name: `Lapor ${city.name}`,
  city: city.name,
  trial,
  ...(controller && { controller }),
})
