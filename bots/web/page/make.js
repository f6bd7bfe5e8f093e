const svg = 'http://www.w3.org/2000/svg'

/**
 * Makes an element; texts become text nodes, so that nothing a person wrote is ever read as HTML.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string | boolean | undefined>} [attributes] @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children)
  return element
}

/** One of the pictures in the page, by its name. @param {string} name */
export function icon(name) {
  const picture = document.createElementNS(svg, 'svg')
  picture.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(svg, 'use')
  use.setAttribute('href', `#i-${name}`)
  picture.append(use)
  return picture
}

/** A part of the page that is always there. @param {string} id */
export function part(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no #${id}`)
  return element
}
