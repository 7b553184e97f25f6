// Lark's Markdown, as far as cards use it. Built of elements, never of markup; an address that is no web address is plain text.
import { decode, isWeb, make } from './dom.js';

const colours = /^[a-z][a-z0-9-]{2,20}$/;
const pieces = [
  [/^`([^`\n]+)`/, found => make('code', {}, found[1])],
  [/^\*\*([\s\S]+?)\*\*(?!\*)/, (found, room) => make('strong', {}, inline(found[1], room))],
  [/^~~([\s\S]+?)~~/, (found, room) => make('s', {}, inline(found[1], room))],
  [/^\*([^*\n]+)\*/, (found, room) => make('em', {}, inline(found[1], room))],
  [/^\[([^\]\n]*)\]\(([^)\s]+)\)/, (found, room) => isWeb(decode(found[2])) ? make('a', { href: decode(found[2]), rel: 'noreferrer noopener', target: '_blank' }, inline(found[1], room)) : found[0]],
  [/^<font color=['"]?([\w-]+)['"]?>([\s\S]*?)<\/font>/, (found, room) => make('span', { class: colours.test(found[1]) ? `font-${found[1]}` : null }, inline(found[2], room))],
  [/^<text_tag color=['"]?([\w-]+)['"]?>([\s\S]*?)<\/text_tag>/, (found, room) => make('span', { class: colours.test(found[1]) ? `tag tag-${found[1]}` : 'tag' }, inline(found[2], room))],
  [/^<at (?:id|user_id|ids)=['"]?([\w,-]+)['"]?\s*(?:\/>|>[^<]*<\/at>)/, (found, room) => make('span', { class: 'at' }, `@${found[1] === 'all' ? 'all' : room.nameOf(found[1])}`)],
  [/^<br\s*\/?>/, () => make('br')],
];

const inline = (text, room) => {
  const parts = [];
  let plain = '';
  const flush = () => { if (plain) parts.push(decode(plain)); plain = ''; };
  while (text) {
    const [found, build] = pieces.map(([pattern, build]) => [text.match(pattern), build]).find(([found]) => found) ?? [];
    if (found) {
      flush();
      parts.push(build(found, room));
      text = text.slice(found[0].length);
    } else {
      // Up to the next sign that could mean something.
      const length = Math.max(1, text.slice(1).search(/[`*~[<]/) + 1 || text.length);
      plain += text.slice(0, length);
      text = text.slice(length);
    }
  }
  flush();
  return parts;
};

const block = (lines, room) => {
  const list = lines[0].match(/^\s*(?:[-*]|(\d+)\.)\s+/);
  if (list && lines.every(line => /^\s*(?:[-*]|\d+\.)\s+/.test(line)))
    return make(list[1] ? 'ol' : 'ul', list[1] ? { start: list[1] } : {}, lines.map(line => make('li', {}, inline(line.replace(/^\s*(?:[-*]|\d+\.)\s+/, ''), room))));
  const heading = lines.length === 1 && lines[0].match(/^(#{1,6})\s+(.*)$/);
  if (heading) return make('p', { class: `heading heading-${heading[1].length}` }, inline(heading[2], room));
  return make('p', {}, lines.flatMap((line, i) => i ? [make('br'), ...inline(line, room)] : inline(line, room)));
};

export const markdown = (text, room) => {
  const box = make('div', { class: 'markdown' });
  for (const [i, part] of text.split(/^```[^\n]*\n?/m).entries()) {
    // In a block of code everything is shown as it is written, entities too.
    if (i % 2) {
      box.append(make('pre', {}, part.replace(/\n$/, '')));
      continue;
    }
    let lines = [];
    const close = () => { if (lines.length) box.append(block(lines, room)); lines = []; };
    for (const line of part.split('\n')) {
      if (/^\s*---+\s*$/.test(line)) { close(); box.append(make('hr')); }
      else if (!line.trim()) close();
      else {
        if (lines.length && /^\s*(?:[-*]|\d+\.)\s/.test(line) !== /^\s*(?:[-*]|\d+\.)\s/.test(lines[0])) close();
        lines.push(line);
      }
    }
    close();
  }
  return box;
};
