import type { Settings } from '../core/world.ts'
import type { Config } from './config.ts'
import { isLoopback } from './is-loopback.ts'

/** What the operators decided, as the desk knows it. */
export function settingsOf({ city, controller, contact, host, publicUrl, limits }: Config): Settings {
  return {
    ...(controller && { controller }),
    ...(contact && { contact }),
    trial: !(controller && contact && city.confirmed),
    public: publicUrl !== undefined || !isLoopback(host),
    limits,
  }
}

/** Who the page says it is. */
export const faceOf = ({ controller, trial }: Settings, city: Config['city']) => ({
  name: `Lapor ${city.name}`,
  city: city.name,
  trial,
  ...(controller && { controller }),
})
