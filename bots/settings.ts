import type { City } from '../core/city.ts'
import type { Settings } from '../core/world.ts'
import { type Config, ConfigError, isLoopback } from './config.ts'

/** What the operators decided, with the city's pack beside it; throws ConfigError when an unconfirmed pack would be public. */
export function settingsOf(config: Config, city: City): Settings {
  const { controller, contact, host, publicUrl, limits } = config
  const isPublic = publicUrl !== undefined || !isLoopback(host)
  if (isPublic && !city.confirmed)
    throw new ConfigError([
      `The pack "${city.id}" is not confirmed: let the city check db/seed/${city.id}, then set "confirmed": true in its city.json before others can reach the desk`,
    ])
  const trial = !(controller && contact && city.confirmed)
  return { ...(controller && { controller }), ...(contact && { contact }), trial, public: isPublic, limits }
}

/** Who the page says it is. */
export const faceOf = ({ controller, trial }: Settings, city: City) => ({
  name: `Lapor ${city.name}`,
  city: city.name,
  trial,
  ...(controller && { controller }),
})
