// Makes elements. Texts are always texts: nothing that somebody wrote becomes markup.
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
};

export const isWeb = address => /^https?:\/\//i.test(address ?? '');

const decoder = document.createElement('textarea');
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|lt|gt|amp|quot|apos|nbsp);/gi;

// What an entity stands for is shown, and never read again.
export const decode = text => text.replace(entity, one => {
  decoder.innerHTML = one;
  return decoder.value;
});
