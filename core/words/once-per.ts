/** Makes something of an object that never changes, once, and keeps it as long as the object: what is compared with every message is made ready only once. */
export function oncePer<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const kept = new WeakMap<From, { readonly made: Made }>()
  return (from) => {
    const known = kept.get(from) ?? { made: make(from) }
    kept.set(from, known)
    return known.made
  }
}
