/** Where this device is, or the sentence that says why it is not known. */
/** @returns {Promise<{ place: { lat: number, lng: number } } | { sentence: 'placeDenied' | 'placeFailed' }>} */
export const whereAmI = () =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve({ sentence: 'placeFailed' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ place: { lat: coords.latitude, lng: coords.longitude } }),
      (error) => resolve({ sentence: error.code === error.PERMISSION_DENIED ? 'placeDenied' : 'placeFailed' }),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 },
    )
  })
