// Cards of schema 2.0 (and what matters of 1.0) as Lark's own client shows them.
import { isWeb, make } from './dom.js';
import { fields, filledIn } from './form.js';
import { markdown } from './markdown.js';
import { say } from './words.js';

const text = (node, room) => !node ? null : node.tag === 'lark_md' || node.tag === 'markdown' ? markdown(node.content ?? '', room) : make('span', {}, node.content ?? '');
const all = (nodes, room) => (nodes ?? []).map(node => element(node, room));
const safe = name => /^[a-z_]{1,30}$/.test(name ?? '') ? name : 'default';

const open = node => (node.behaviors ?? []).find(one => one.type === 'open_url')?.default_url ?? node.multi_url?.url ?? node.url;

const button = (node, room) => {
  const words = node.text?.content ?? '';
  const look = `look-${safe(node.type)} size-${safe(node.size)}`;
  const address = open(node);
  if (isWeb(address)) return make('a', { class: `button ${look}`, href: address, target: '_blank', rel: 'noreferrer noopener' }, words);
  const callback = (node.behaviors ?? []).find(one => one.type === 'callback');
  const submits = node.form_action_type === 'submit';
  const click = async event => {
    const form = event.target.closest('[data-form]');
    const filled = submits && form ? filledIn(form) : null;
    if (submits && form && !filled) return;
    if (node.confirm && !await room.confirm(node.confirm.title?.content ?? '', node.confirm.text?.content ?? '')) return;
    await room.click(event.target, callback?.value ?? node.value ?? {}, filled, node.name ?? '');
  };
  return make('button', { type: 'button', class: look, disabled: node.disabled, title: node.disabled ? node.disabled_tips?.content : node.hover_tips?.content, onclick: click }, words);
};

const table = (node, room) => make('table', {},
  make('thead', {}, make('tr', {}, (node.columns ?? []).map(column => make('th', {}, column.display_name ?? column.name)))),
  make('tbody', {}, (node.rows ?? []).map(row => make('tr', {}, (node.columns ?? []).map(column =>
    make('td', {}, column.data_type === 'lark_md' || column.data_type === 'markdown' ? markdown(String(row[column.name] ?? ''), room) : String(row[column.name] ?? '')))))));

const elements = {
  markdown: (node, room) => markdown(node.content ?? '', room),
  div: (node, room) => make('div', { class: 'div' }, text(node.text, room), node.fields ? make('div', { class: 'fields' }, node.fields.map(field => make('div', { class: field.is_short ? 'short' : null }, text(field.text, room)))) : null),
  plain_text: (node, room) => text(node, room),
  hr: () => make('hr'),
  button,
  column_set: (node, room) => make('div', { class: `columns flow-${safe(node.flex_mode)} back-${safe(node.background_style)}` }, (node.columns ?? []).map(column => element(column, room))),
  column: (node, room) => make('div', { class: `column width-${safe(node.width)}` }, all(node.elements, room)),
  form: (node, room) => make('div', { class: 'form', 'data-form': node.name }, all(node.elements, room)),
  collapsible_panel: (node, room) => make('details', { open: node.expanded }, make('summary', {}, text(node.header?.title, room)), all(node.elements, room)),
  interactive_container: (node, room) => make('div', { class: 'container' }, all(node.elements, room)),
  img: node => make('div', { class: 'picture' }, node.alt?.content || '🖼'),
  table,
  person: (node, room) => make('span', { class: 'at' }, `@${room.nameOf(node.user_id)}`),
  action: (node, room) => make('div', { class: 'columns' }, all(node.actions, room)),
  note: (node, room) => make('div', { class: 'note' }, all(node.elements, room)),
  ...fields,
};

const element = (node, room) => elements[node.tag] ? elements[node.tag](node, room) : make('p', { class: 'unknown' }, say('unknown', node.tag ?? '?'));

const header = (node, room) => node && make('header', { class: `header header-${safe(node.template)}` },
  make('div', { class: 'title' }, text(node.title, room), (node.text_tag_list ?? []).map(one => make('span', { class: `tag tag-${safe(one.color)}` }, one.text?.content ?? ''))),
  node.subtitle?.content ? make('div', { class: 'subtitle' }, text(node.subtitle, room)) : null);

export const card = (content, room) => make('article', { class: `card width-${safe(content.config?.width_mode)}` },
  header(content.header, room), make('div', { class: 'body' }, all(content.body?.elements ?? content.elements, room)));
